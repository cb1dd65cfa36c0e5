/** Verbs and codes that belong together (增强“四个意识”, 坚定“四个自信”) standing crosswise in a row of them. */
import type { Entry } from '../model';
import type { Lexicon } from '../reference/lexicon';
import type { Draft } from './draft';
import type { Finding } from './finding';

interface Pair {
  readonly verb: string;
  readonly code: string;
}

interface Paired {
  /** To each verb its codes. */
  readonly codesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly codes: ReadonlySet<string>;
  /** Of each pair the entry that has it in the longest form. */
  readonly rows: readonly { readonly entry: Entry; readonly pairs: readonly Pair[] }[];
}

/** A verb of two characters before a quoted code, the whole part of a row. */
const PART = /^(\p{Script=Han}{2})“(\p{Script=Han}+)”$/u;

const built = new WeakMap<Lexicon, Paired>();

function pairedOf(lexicon: Lexicon): Paired {
  const found = built.get(lexicon) ?? build(lexicon);
  built.set(lexicon, found);
  return found;
}

function build(lexicon: Lexicon): Paired {
  const codesOf = new Map<string, Set<string>>();
  const rows: { entry: Entry; pairs: Pair[] }[] = [];
  for (const entry of lexicon.entries.values()) {
    for (const { text } of entry.forms) {
      const pairs = text.split(',').flatMap((part): Pair[] => {
        const [, verb, code] = PART.exec(part) ?? [];
        return verb === undefined || code === undefined ? [] : [{ verb, code }];
      });
      for (const { verb, code } of pairs) codesOf.set(verb, new Set([...(codesOf.get(verb) ?? []), code]));
      if (pairs.length > 1) rows.push({ entry, pairs });
    }
  }
  rows.sort((a, b) => b.pairs.length - a.pairs.length);
  return { codesOf, codes: new Set([...codesOf.values()].flatMap((codes) => [...codes])), rows };
}

interface Placed extends Pair {
  /** Offsets of the draft's letters: of the verb, and of the end of the code. */
  readonly start: number;
  readonly end: number;
}

export function pairingFindings(draft: Draft, lexicon: Lexicon): Finding[] {
  const paired = pairedOf(lexicon);
  return rowsIn(draft, paired).flatMap((row) => {
    const isWrong = ({ verb, code }: Pair) => !paired.codesOf.get(verb)!.has(code);
    if (!row.some(isWrong)) return [];
    const first = row.find(isWrong)!;
    const known = paired.rows.find(({ pairs }) => pairs.some(({ verb }) => verb === first.verb));
    if (known === undefined) return [];
    const codeFor = (verb: string) => known.pairs.find((pair) => pair.verb === verb)?.code ?? null;
    return [findingOf(row, draft, known.entry, (pair) => (isWrong(pair) ? codeFor(pair.verb) : null))];
  });
}

/** Pairs of known verbs and known codes, two or more in a row, with nothing but punctuation between. */
function rowsIn({ letters, normal }: Draft, { codesOf, codes }: Paired): Placed[][] {
  const rows: Placed[][] = [];
  for (const code of codes) {
    for (let at = letters.text.indexOf(code); at >= 0; at = letters.text.indexOf(code, at + 1)) {
      const verb = letters.text.slice(Math.max(0, at - 2), at);
      const end = at + code.length;
      const isClosed =
        normal.codes[letters.at[end - 1]! + 1] !== undefined && letters.at[end] !== letters.at[end - 1]! + 1;
      if (codesOf.has(verb) && (isClosed || end === letters.text.length))
        rows.push([{ verb, code, start: at - 2, end }]);
    }
  }
  rows.sort((a, b) => a[0]!.start - b[0]!.start);
  const joined: Placed[][] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last !== undefined && last.at(-1)!.end === row[0]!.start) last.push(row[0]!);
    else joined.push([...row]);
  }
  return joined.filter((row) => row.length > 1);
}

function findingOf(
  row: readonly Placed[],
  draft: Draft,
  entry: Entry,
  codeFor: (pair: Placed) => string | null,
): Finding {
  const { letters, original } = draft;
  const start = draft.toOriginal(letters.at[row[0]!.start]!);
  const end = draft.toOriginalEnd(letters.at[row.at(-1)!.end - 1]!);
  let fix = '';
  let at = start;
  for (const pair of row) {
    const code = codeFor(pair);
    if (code === null) continue;
    fix += original.slice(at, draft.toOriginal(letters.at[pair.start + 2]!)) + code;
    at = draft.toOriginalEnd(letters.at[pair.end - 1]!);
  }
  fix += original.slice(at, end);
  return {
    start,
    end,
    surface: original.slice(start, end),
    entryId: entry.id,
    fix,
    what: { is: 'pairing', attested: entry.names.zh },
  };
}
