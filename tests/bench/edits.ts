/**
 * Edits of texts written for this project, each with the true place of a passage known by construction: the passage
 * and what stands before and after it are edited apart and put together again.
 */
import type { Span } from '../../lib/model';
import { readLabelled } from '../../scripts/labelled';
import { KINDS, type Kind, type Parts } from './editKinds';
import { LAYOUTS } from './layouts';
import { between, pick, randomFrom, type Random } from './random';

export interface Edit {
  readonly kind: string;
  /** The text in which the passage was marked, and the passage. */
  readonly text: string;
  readonly span: Span;
  readonly edited: string;
  /** Null: the passage is gone. */
  readonly truth: (Span & { readonly state: 'exact' | 'changed' }) | null;
}

/** Tries to find a passage in a text before another text is taken. */
const TRIES = 400;
const LENGTHS = [
  [2, 4],
  [5, 9],
  [10, 25],
  [26, 60],
  [61, 140],
] as const;

/** `count` edits, as many of each kind, the same ones for the same seed. None changes nothing, or less than it says. */
export function makeEdits(count: number, seed: number): Edit[] {
  const random = randomFrom(seed);
  const all = articles();
  const kinds = Object.entries(KINDS);
  const edits: Edit[] = [];
  while (edits.length < count) {
    const [name, kind] = kinds[edits.length % kinds.length]!;
    const edit = makeEdit(name, kind, all, random);
    if (edit !== null) edits.push(edit);
  }
  return edits;
}

/** Articles of several paragraphs, put together from the labelled texts. */
export function articles(): string[] {
  const texts = readLabelled()
    .filter(({ id }) => !id.startsWith('p'))
    .map(({ text }) => text);
  return Array.from({ length: Math.floor(texts.length / 6) }, (_, index) =>
    texts.slice(index * 6, index * 6 + 6).join('\n\n'),
  );
}

function makeEdit(name: string, { state, passage, inLayout, edit }: Kind, all: readonly string[], random: Random) {
  const source = pick(all, random);
  const other = pick(
    all.filter((each) => each !== source),
    random,
  );
  const span = passageIn(source, passage, random);
  if (span === null) return null;
  const parts = partsOf(source, span);
  const { was = parts, now } = edit(parts, random, other);
  if (state === 'changed' && (now.quote === was.quote || now.quote === '')) return null;
  const layout = inLayout === undefined ? (text: string) => text : pick(LAYOUTS, random);
  const [before, quote, after] = [now.before, now.quote, now.after].map((part) => layout(part, random)) as [
    string,
    string,
    string,
  ];
  const [text, edited] = [was.before + was.quote + was.after, before + quote + after];
  if (state === 'gone' && text === edited) return null;
  const made: Edit = {
    kind: name,
    text,
    span: { start: was.before.length, end: was.before.length + was.quote.length },
    edited,
    truth: state === 'gone' ? null : { state, start: before.length, end: before.length + quote.length },
  };
  return made;
}

function partsOf(text: string, { start, end }: Span): Parts {
  return { before: text.slice(0, start), quote: text.slice(start, end), after: text.slice(end) };
}

function passageIn(text: string, wanted: Kind['passage'], random: Random): Span | null {
  for (let tries = 0; tries < TRIES; tries++) {
    const [least, most] = wanted === 'frequent' ? LENGTHS[0] : pick(LENGTHS, random);
    const length = between(least, most, random);
    const start = between(0, text.length - length, random);
    const quote = text.slice(start, start + length);
    if (isPassage(quote) && (wanted === 'frequent' ? isFrequent(quote, text) : (wanted?.test(quote) ?? true)))
      return { start, end: start + length };
  }
  return null;
}

function isPassage(quote: string): boolean {
  return quote.trim() === quote && !quote.includes('\n\n') && /\p{Script=Han}{2}/u.test(quote);
}

function isFrequent(quote: string, text: string): boolean {
  return /^\p{Script=Han}+$/u.test(quote) && text.split(quote).length > 3;
}
