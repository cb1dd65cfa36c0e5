/**
 * A large pack as it is stored: its entries in blocks of texts, and typed arrays that tell which of them a text
 * mentions. Only those are read.
 */
import type { EntryId } from '../model';
import { compileMatcher, matcherOf, type MatcherTables } from '../reference/matcher';
import { formsOf } from './entryOf';
import type { PackEntry } from './packEntry';

export interface CompiledPack {
  readonly matcher: MatcherTables;
  /** Of term n the entries stand in `termEntries` from `termStarts[n]` to `termStarts[n + 1]`. */
  readonly termStarts: Uint32Array<ArrayBuffer>;
  readonly termEntries: Uint32Array<ArrayBuffer>;
  /** Of entry n. */
  readonly idHashes: Uint32Array<ArrayBuffer>;
}

/** Entries of one row: reading one reads its neighbours too, writing many rows takes long. */
export const BLOCK = 16;

export class PackCompiler {
  private readonly entriesOf = new Map<string, number[]>();
  private readonly hashes: number[] = [];

  add(entry: PackEntry): void {
    const number = this.hashes.length;
    this.hashes.push(hashOf(entry.id));
    for (const { text } of formsOf(entry)) {
      const all = this.entriesOf.get(text);
      if (all === undefined) this.entriesOf.set(text, [number]);
      else if (all.at(-1) !== number) all.push(number);
    }
  }

  finish(): CompiledPack {
    const terms = [...this.entriesOf.keys()];
    const termStarts = new Uint32Array(terms.length + 1);
    const termEntries: number[] = [];
    let term = 0;
    for (const numbers of this.entriesOf.values()) {
      for (const number of numbers) termEntries.push(number);
      termStarts[++term] = termEntries.length;
    }
    return {
      matcher: compileMatcher(terms),
      termStarts,
      termEntries: Uint32Array.from(termEntries),
      idHashes: Uint32Array.from(this.hashes),
    };
  }
}

/** The numbers of the entries that a folded text mentions, ascending. */
export function mentioned({ matcher, termStarts, termEntries }: CompiledPack, codes: Uint16Array): number[] {
  const numbers = new Set<number>();
  matcherOf(matcher).scan(codes, (_start, _end, term) => {
    for (let at = termStarts[term]!; at < termStarts[term + 1]!; at++) numbers.add(termEntries[at]!);
  });
  return [...numbers].sort((a, b) => a - b);
}

/** The numbers of entries that may have an id; their texts tell. */
export function withId({ idHashes }: CompiledPack, id: EntryId): number[] {
  const hash = hashOf(id);
  const numbers: number[] = [];
  for (let number = idHashes.indexOf(hash); number >= 0; number = idHashes.indexOf(hash, number + 1))
    numbers.push(number);
  return numbers;
}

/** FNV-1a over UTF-16 units. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
