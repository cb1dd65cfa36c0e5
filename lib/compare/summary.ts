import type { CardKey } from '../model';
import type { ParagraphRow, Sentence, SentenceRow, Side } from './compare';
import { inOrder } from './pairs';
import type { Piece } from './pieces';
import { differenceOf, figuresIn, obligationsIn } from './terms';

/** A formulation that one text has and the other has not, or in other words, or in another order; counts of both. */
export interface FormulationChange {
  readonly is: 'added' | 'dropped' | 'reworded' | 'reordered';
  readonly key: CardKey;
  readonly a: number;
  readonly b: number;
  /** Of one that was reworded, what stood there and what stands there now. */
  readonly wordings: { readonly a: string; readonly b: string } | null;
}

/** Words of obligation, or figures, that one wording of a sentence has and the other has not. */
export interface TermChange {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly sentenceA: Sentence | null;
  readonly sentenceB: Sentence | null;
}

export interface Summary {
  readonly counts: Readonly<Record<'same' | 'changed' | 'moved' | 'added' | 'removed', number>>;
  readonly formulations: readonly FormulationChange[];
  readonly obligations: readonly TermChange[];
  readonly figures: readonly TermChange[];
}

export function summaryOf(rows: readonly ParagraphRow[], a: Side, b: Side): Summary {
  const sentences = rows.flatMap((row) => row.sentences);
  return {
    counts: countsOf(rows),
    formulations: formulationsOf(sentences, a, b),
    obligations: sentences.flatMap((row) => termsOf(row, obligationsIn, 'all')),
    figures: sentences.flatMap((row) => termsOf(row, figuresIn, 'changed')),
  };
}

function countsOf(rows: readonly ParagraphRow[]): Summary['counts'] {
  const counts = { same: 0, changed: 0, moved: 0, added: 0, removed: 0 };
  for (const { is } of rows) {
    if (is === 'moved-here') counts.moved++;
    else if (is !== 'moved-away') counts[is]++;
  }
  return counts;
}

/** `all`: of sentences too that one text alone has. */
function termsOf(row: SentenceRow, read: (text: string) => string[], which: 'all' | 'changed'): TermChange[] {
  if (row.is === 'same' || row.is === 'moved-away' || (row.is === 'moved-here' && row.pieces === null)) return [];
  if (which === 'changed' && (row.a === null || row.b === null)) return [];
  const difference = differenceOf(read(row.a?.text ?? ''), read(row.b?.text ?? ''));
  if (difference.a.length === 0 && difference.b.length === 0) return [];
  return [{ ...difference, sentenceA: row.a, sentenceB: row.b }];
}

interface Used {
  count: number;
  readonly first: number;
}

function usesOf({ mentions }: Side): Map<CardKey, Used> {
  const uses = new Map<CardKey, Used>();
  let order = 0;
  for (const { key } of mentions.flat()) {
    const known = uses.get(key);
    if (known === undefined) uses.set(key, { count: 1, first: order++ });
    else known.count++;
  }
  return uses;
}

function formulationsOf(sentences: readonly SentenceRow[], a: Side, b: Side): FormulationChange[] {
  const [usesA, usesB] = [usesOf(a), usesOf(b)];
  const counts = (key: CardKey) => ({ a: usesA.get(key)?.count ?? 0, b: usesB.get(key)?.count ?? 0 });
  const reworded = sentences.flatMap((row) => rewordedIn(row, a, b));
  const found: FormulationChange[] = [];
  const told = new Set<CardKey>();
  const wordings = new Set<string>();
  for (const { key, ...words } of reworded) {
    const wording = `${key} ${words.a} ${words.b}`;
    told.add(key);
    if (wordings.has(wording)) continue;
    wordings.add(wording);
    found.push({ is: 'reworded', key, ...counts(key), wordings: words });
  }
  for (const key of usesA.keys()) {
    if (!usesB.has(key) && !told.has(key)) found.push({ is: 'dropped', key, ...counts(key), wordings: null });
  }
  for (const key of usesB.keys()) {
    if (!usesA.has(key)) found.push({ is: 'added', key, ...counts(key), wordings: null });
  }
  return [
    ...found,
    ...reorderedOf(usesA, usesB).map((key) => ({
      is: 'reordered' as const,
      key,
      ...counts(key),
      wordings: null,
    })),
  ];
}

/** Those of both texts that are first named in another order: the fewest whose moving explains it. */
function reorderedOf(usesA: ReadonlyMap<CardKey, Used>, usesB: ReadonlyMap<CardKey, Used>): CardKey[] {
  const common = [...usesA].filter(([key]) => usesB.has(key));
  const pairs = common.map(([key, { first }]) => ({ a: first, b: usesB.get(key)!.first, score: 1, key }));
  pairs.sort((one, other) => one.a - other.a);
  const kept = inOrder(pairs, () => 1);
  return pairs.filter((pair) => !kept.has(pair)).map(({ key }) => key);
}

/** Formulations of the first text of which part of the words stands in the same place of the second. */
function rewordedIn({ a, b, pieces }: SentenceRow, sideA: Side, sideB: Side) {
  if (a === null || b === null || pieces === null) return [];
  const inA = sideA.mentions[a.paragraph]!.filter(({ start, end }) => start >= a.start && end <= a.end);
  const inB = sideB.mentions[b.paragraph]!.filter(({ start, end }) => start >= b.start && end <= b.end);
  return inA.flatMap(({ start, end, key }) => {
    const now = counterpart(pieces, start - a.start, end - a.start);
    const was = a.text.slice(start - a.start, end - a.start);
    const text = b.text.slice(now.start, now.end).trim();
    if (text === was || text === '' || !isPartOf(was, text)) return [];
    const other = inB.find((each) => each.start - b.start >= now.start && each.end - b.start <= now.end);
    return other !== undefined && other.key !== key ? [] : [{ key, a: was, b: text }];
  });
}

/** Where a stretch of the first wording is in the second. */
function counterpart(
  pieces: readonly Piece[],
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let [atA, atB] = [0, 0];
  let from: number | null = null;
  let to = 0;
  for (const { is, text } of pieces) {
    const isInside = atA < end && (is === 'added' ? atA > start : atA + text.length > start);
    if (isInside) {
      const skipped = is === 'same' ? Math.max(0, start - atA) : 0;
      from ??= atB + skipped;
      const taken = is === 'same' ? Math.min(text.length, end - atA) : text.length;
      to = is === 'removed' ? Math.max(to, atB) : atB + taken;
    }
    if (is !== 'added') atA += text.length;
    if (is !== 'removed') atB += text.length;
  }
  return { start: from ?? 0, end: Math.max(from ?? 0, to) };
}

/** Half of the characters at least are there still. */
function isPartOf(was: string, now: string): boolean {
  const left = now.split('');
  let kept = 0;
  for (const character of was) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    kept++;
  }
  return kept * 2 >= was.length && kept * 3 >= now.length;
}
