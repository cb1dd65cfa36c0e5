import type { PlacedMention } from '../library/placed';
import type { Span } from '../model';
import { fold } from '../text/normalise';
import { align, type Aligned } from './align';
import { piecesOf, type CutWords, type Piece } from './pieces';
import { pairsOf } from './pairs';
import { sentencesOf } from './sentences';

/** A text as it is compared: its paragraphs, and what the reference knows in each (offsets of the paragraph). */
export interface Side {
  readonly paragraphs: readonly string[];
  readonly mentions: readonly (readonly PlacedMention[])[];
}

/** A sentence in its place. */
export interface Sentence extends Span {
  readonly paragraph: number;
  readonly text: string;
}

/** A sentence of both texts, or of one of them; `pieces` where the words differ. */
export interface SentenceRow {
  readonly is: Aligned['is'];
  readonly a: Sentence | null;
  readonly b: Sentence | null;
  readonly pieces: readonly Piece[] | null;
}

/** A paragraph of both texts, or of one of them, by number from 0. Of one that is the same its sentences are not told. */
export interface ParagraphRow {
  readonly is: Aligned['is'];
  readonly a: number | null;
  readonly b: number | null;
  readonly sentences: readonly SentenceRow[];
}

/** Of 1. Below it, what stands in one place is another paragraph, another sentence. */
const ALIKE_PARAGRAPHS = 0.3;
const ALIKE_SENTENCES = 0.35;
/** Sentences that stand in other paragraphs now. */
const ALIKE_MOVED = 0.7;
/** Folded units. What is shorter is not looked for elsewhere. */
const SHORTEST_MOVED = 8;

/** Paragraphs aligned, then sentences, then words. A sentence that went into another paragraph is moved, not gone. */
export function* compareInSteps(a: Side, b: Side, cut: CutWords): Generator<number, ParagraphRow[], undefined> {
  const rows = align(a.paragraphs.map(keyOf), b.paragraphs.map(keyOf), ALIKE_PARAGRAPHS);
  const made: { row: Aligned; sentences: SentenceRow[] }[] = [];
  let done = 0;
  for (const row of rows) {
    made.push({ row, sentences: sentenceRows(row, a, b, cut) });
    if (++done % 50 === 0) yield done / rows.length;
  }
  const joined = withMoves(
    made.flatMap(({ sentences }) => sentences),
    cut,
  );
  return made.map(({ row, sentences }) => ({
    is: row.is,
    a: 'a' in row ? row.a : null,
    b: 'b' in row ? row.b : null,
    sentences: sentences.map((each) => joined.get(each) ?? each),
  }));
}

/** The same at once. */
export function compare(a: Side, b: Side, cut: CutWords): ParagraphRow[] {
  const steps = compareInSteps(a, b, cut);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What makes two wordings the same: white space, widths, quotation marks and script do not count. */
function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

function sentenceRows(row: Aligned, a: Side, b: Side, cut: CutWords): SentenceRow[] {
  switch (row.is) {
    case 'same':
      return [];
    case 'moved-away':
      return [];
    case 'removed':
      return sentencesIn(a, row.a).map((each) => ({ is: 'removed', a: each, b: null, pieces: null }));
    case 'added':
      return sentencesIn(b, row.b).map((each) => ({ is: 'added', a: null, b: each, pieces: null }));
    case 'moved-here':
      return row.isSame ? [] : insideOf(row.a, row.b, a, b, cut);
    case 'changed':
      return insideOf(row.a, row.b, a, b, cut);
  }
}

function insideOf(inA: number, inB: number, a: Side, b: Side, cut: CutWords): SentenceRow[] {
  const [ofA, ofB] = [sentencesIn(a, inA), sentencesIn(b, inB)];
  const rows = align(
    ofA.map(({ text }) => keyOf(text)),
    ofB.map(({ text }) => keyOf(text)),
    ALIKE_SENTENCES,
  );
  return rows.map((row) => {
    const [one, other] = ['a' in row ? ofA[row.a]! : null, 'b' in row ? ofB[row.b]! : null];
    const differs = row.is === 'changed' || (row.is === 'moved-here' && !row.isSame);
    return { is: row.is, a: one, b: other, pieces: differs ? piecesOf(one!.text, other!.text, cut) : null };
  });
}

function sentencesIn({ paragraphs }: Side, paragraph: number): Sentence[] {
  const text = paragraphs[paragraph]!;
  return sentencesOf(text).map((span) => ({ ...span, paragraph, text: text.slice(span.start, span.end) }));
}

/** Sentences that went from one paragraph and came in another, each with what it becomes. */
function withMoves(rows: readonly SentenceRow[], cut: CutWords): ReadonlyMap<SentenceRow, SentenceRow> {
  const long = (each: Sentence | null) => each !== null && keyOf(each.text).length >= SHORTEST_MOVED;
  const gone = rows.filter(({ is, a }) => is === 'removed' && long(a));
  const come = rows.filter(({ is, b }) => is === 'added' && long(b));
  const pairs = pairsOf(
    gone.map(({ a }) => keyOf(a!.text)),
    come.map(({ b }) => keyOf(b!.text)),
    ALIKE_MOVED,
  );
  const joined = new Map<SentenceRow, SentenceRow>();
  for (const pair of pairs) {
    const [from, to] = [gone[pair.a]!, come[pair.b]!];
    const pieces = pair.score === 1 ? null : piecesOf(from.a!.text, to.b!.text, cut);
    joined.set(from, { is: 'moved-away', a: from.a, b: to.b, pieces: null });
    joined.set(to, { is: 'moved-here', a: from.a, b: to.b, pieces });
  }
  return joined;
}
