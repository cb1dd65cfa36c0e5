import type { Official } from '../model';
import { endOfOffice } from '../detect/names';
import { knownOffices, rolesEndingAt, type Role } from '../detect/offices';
import type { Lexicon } from '../reference/lexicon';
import type { Draft } from './draft';

/** A place after an office where a name stands. Offsets are those of the normalised text. */
export interface Slot {
  readonly start: number;
  /** The offices before it. */
  readonly roles: readonly Role[];
  /** Those of the reference whose very name stands there. */
  readonly named: readonly Official[];
}

/** Names in one list. */
const LONGEST_LIST = 40;
const HAN = /^\p{Script=Han}/u;

const titles = new WeakMap<Lexicon, RegExp | null>();

export function officialsOf(lexicon: Lexicon): Official[] {
  return [...lexicon.entries.values()].flatMap((entry) => (entry.kind === 'official' ? [entry] : []));
}

/** All places of names after offices that the reference knows the title of: 副主席|甲、|乙. */
export function slotsIn(draft: Draft, lexicon: Lexicon): Slot[] {
  const known = titlesOf(lexicon);
  if (known === null) return [];
  const officials = officialsOf(lexicon);
  const { text } = draft.normal;
  const taken = new Set<number>();
  const slots: Slot[] = [];
  for (const { index, 0: title } of text.matchAll(known)) {
    const end = index + title.length;
    const first = firstName(text, end);
    if (!HAN.test(text.slice(first, first + 1)) || endOfOffice(text, first) !== end) continue;
    const roles = rolesEndingAt(end, draft.reading);
    if (roles.length === 0) continue;
    for (const start of namesFrom(first, draft, officials)) {
      if (taken.has(start)) continue;
      taken.add(start);
      const named = officials.filter((official) => text.startsWith(official.names.zh, start));
      const longest = Math.max(...named.map(({ names }) => names.zh.length));
      slots.push({ start, roles, named: named.filter(({ names }) => names.zh.length === longest) });
    }
  }
  return slots;
}

function titlesOf(lexicon: Lexicon): RegExp | null {
  const known = titles.get(lexicon);
  if (known !== undefined) return known;
  const all = officialsOf(lexicon).flatMap(({ tenures }) => tenures.flatMap(knownOffices));
  const words = new Set(all.flatMap(({ title }) => (title === null ? [] : [title, `副${title}`])));
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const made = longestFirst.length === 0 ? null : new RegExp(longestFirst.join('|'), 'g');
  titles.set(lexicon, made);
  return made;
}

/** 副主席有甲: where the name begins. */
function firstName(text: string, at: number): number {
  return at + /^(?:的是|有|为|:)?/.exec(text.slice(at, at + 2))![0].length;
}

function* namesFrom(first: number, { normal, original }: Draft, officials: readonly Official[]): Generator<number> {
  const { text, starts, gaps } = normal;
  let at = first;
  for (let names = 0; names < LONGEST_LIST; names++) {
    yield at;
    const known = officials
      .filter(({ names: { zh } }) => text.startsWith(zh, at))
      .map(({ names: { zh } }) => zh.length);
    const lengths = known.length > 0 ? [Math.max(...known)] : [2, 3, 4];
    const next = lengths.map((length) => at + length).find((end) => isListed(end));
    if (next === undefined) return;
    at = gaps[next] === 1 ? next : next + 1;
    if (!HAN.test(text.slice(at, at + 1))) return;
  }

  function isListed(end: number): boolean {
    if (gaps[end] === 1 && HAN.test(text[end] ?? '')) return true;
    return text[end] === '和' || text[end] === '与' || (text[end] === ',' && '、､'.includes(original[starts[end]!]!));
  }
}
