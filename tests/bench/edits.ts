/**
 * Edits of texts written for this project, each with the true place of a passage known by construction:
 * the passage and what stands before and after it are edited apart and put together again.
 */
import * as OpenCC from 'opencc-js';
import type { Span } from '../../lib/model';
import { readLabelled } from '../../scripts/score';

export interface Edit {
  readonly kind: string;
  /** The text in which the passage was marked, and the passage. */
  readonly text: string;
  readonly span: Span;
  readonly edited: string;
  /** Null: the passage is gone. */
  readonly truth: (Span & { readonly state: 'exact' | 'changed' }) | null;
}

type Random = () => number;
interface Parts {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}
type Outcome = Parts & { readonly state: 'exact' | 'changed' | 'gone' };

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;
const between = (low: number, high: number, random: Random) => low + Math.floor(random() * (high - low + 1));

const toTraditional = OpenCC.Converter({ from: 'cn', to: 'hk' });
const SENTENCE = /[^。！？；\n]*[。！？；]?\n*/g;
const sentencesOf = (text: string) => text.match(SENTENCE)?.filter(Boolean) ?? [];

/** Articles of several paragraphs, put together from the labelled texts. */
function articles(): string[] {
  const texts = readLabelled()
    .filter(({ id }) => !id.startsWith('p'))
    .map(({ text }) => text);
  return Array.from({ length: Math.floor(texts.length / 6) }, (_, index) =>
    texts.slice(index * 6, index * 6 + 6).join('\n\n'),
  );
}

function passageIn(text: string, random: Random): Span {
  const lengths = pick(
    [
      [2, 4],
      [5, 9],
      [10, 25],
      [26, 60],
      [61, 140],
    ] as const,
    random,
  );
  for (;;) {
    const length = between(lengths[0], lengths[1], random);
    const start = between(0, text.length - length, random);
    const quote = text.slice(start, start + length);
    if (quote.trim() === quote && !quote.includes('\n\n') && /\p{Script=Han}{2}/u.test(quote))
      return { start, end: start + length };
  }
}

/** A run of two to four characters that stands at least three times in the text. */
function frequentIn(text: string, random: Random): Span {
  for (;;) {
    const length = between(2, 4, random);
    const start = between(0, text.length - length, random);
    const quote = text.slice(start, start + length);
    if (/^\p{Script=Han}+$/u.test(quote) && text.split(quote).length > 3) return { start, end: start + length };
  }
}

const WORDS = ['扎实', '有关', '进一步', '认真', '相关', '持续', '全面', '切实', '不断', '当前'];
const CLAUSES = ['与会人员还交换了意见', '有关部门作了说明', '现场观看了短片', '记者在场作了记录', '双方约定月底再议'];

/** Replaces, removes or puts in a word at a place that is no edge. */
function wordChanged(text: string, random: Random): string {
  if (text.length < 4) return text;
  const at = between(1, text.length - 3, random);
  const way = random();
  if (way < 0.4) return text.slice(0, at) + pick(WORDS, random) + text.slice(at + 2);
  if (way < 0.7) return text.slice(0, at) + pick(WORDS, random) + text.slice(at);
  return text.slice(0, at) + text.slice(at + 2);
}

function numberChanged(text: string): string {
  const swaps: Readonly<Record<string, string>> = {
    一: '三',
    两: '四',
    三: '五',
    四: '六',
    五: '七',
    六: '八',
    十: '百',
  };
  const digit = /\d/.exec(text);
  if (digit) return text.slice(0, digit.index) + String((Number(digit[0]) + 3) % 10) + text.slice(digit.index + 1);
  const numeral = /[一两三四五六十]/.exec(text);
  return numeral ? text.slice(0, numeral.index) + swaps[numeral[0]] + text.slice(numeral.index + 1) : text;
}

/** Takes the clause between two commas out of a passage. */
function shortened(text: string): string {
  const clauses = text.split('，');
  return clauses.length < 3 ? text : [...clauses.slice(0, 1), ...clauses.slice(2)].join('，');
}

/** Sentences next to the passage rewritten: `count` of them. */
function nearRewritten(text: string, count: number, side: 'end' | 'start', random: Random): string {
  const sentences = sentencesOf(text);
  const from = side === 'end' ? Math.max(0, sentences.length - count) : 0;
  return sentences
    .map((sentence, index) => (index >= from && index < from + count ? `${pick(CLAUSES, random)}。` : sentence))
    .join('');
}

const layouts: readonly ((text: string, random: Random) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('“', '「').replaceAll('”', '」'),
  (text) => text.replaceAll('，', ',').replaceAll('：', ':').replaceAll('；', ';'),
  (text) =>
    text.replace(/(\p{Script=Han})(?=[0-9A-Za-z])/gu, '$1 ').replace(/([0-9A-Za-z])(?=\p{Script=Han})/gu, '$1 '),
  (text, random) => [...text].map((character) => (random() < 0.03 ? `${character}\u200b` : character)).join(''),
  (text, random) => [...text].map((character) => (random() < 0.03 ? `${character}\n` : character)).join(''),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => toTraditional(text),
  (text) => text.replaceAll('\n\n', '\n\n　　'),
];

const KINDS: Readonly<Record<string, (parts: Parts, random: Random, other: string) => Outcome>> = {
  unchanged: (parts) => ({ ...parts, state: 'exact' }),
  moved: ({ before, quote, after }, random, other) => ({
    before: `${sentencesOf(other)
      .slice(0, between(1, 6, random))
      .join('')}\n\n${before}`,
    quote,
    after,
    state: 'exact',
  }),
  'cut before': ({ before, quote, after }, random) => ({
    before: sentencesOf(before)
      .slice(between(1, 4, random))
      .join(''),
    quote,
    after,
    state: 'exact',
  }),
  layout: (parts) => ({ ...parts, state: 'exact' }),
  'near rewritten, one side': ({ before, quote, after }, random) => ({
    before: random() < 0.5 ? nearRewritten(before, 2, 'end', random) : before,
    quote,
    after: random() < 0.5 ? after : nearRewritten(after, 2, 'start', random),
    state: 'exact',
  }),
  'words changed around': ({ before, quote, after }, random) => ({
    before: before.slice(0, -20) + wordChanged(before.slice(-20), random),
    quote,
    after: wordChanged(after.slice(0, 20), random) + after.slice(20),
    state: 'exact',
  }),
  excerpt: ({ before, quote, after }) => ({
    before: before.slice(-90),
    quote,
    after: after.slice(0, 90),
    state: 'exact',
  }),
  reprint: ({ before, quote, after }, _, other) => ({
    before: `${other.slice(0, 160)}\n\n${before}`,
    quote,
    after: `${after}\n\n${other.slice(160, 320)}`,
    state: 'exact',
  }),
  'word changed': (parts, random) => ({ ...parts, quote: wordChanged(parts.quote, random), state: 'changed' }),
  'number changed': (parts) => ({ ...parts, quote: numberChanged(parts.quote), state: 'changed' }),
  shortened: (parts) => ({ ...parts, quote: shortened(parts.quote), state: 'changed' }),
  'word changed, moved, layout': ({ before, quote, after }, random, other) => ({
    before: `${other.slice(0, 120)}\n\n${before}`,
    quote: wordChanged(quote, random),
    after,
    state: 'changed',
  }),
  deleted: (parts) => ({ ...parts, quote: '', state: 'gone' }),
  'sentence deleted': ({ before, after }) => ({
    before: before.slice(0, Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1),
    quote: '',
    after: after.slice(Math.max(0, after.search(/[。\n]/)) + 1),
    state: 'gone',
  }),
  'paragraph deleted, twin left': ({ before, quote, after }, random) => {
    const head = before.slice(before.lastIndexOf('\n') + 1);
    const tail = after.slice(0, after.includes('\n') ? after.indexOf('\n') : after.length);
    const twin = `${wordChanged(head, random)}${quote}${wordChanged(tail, random)}`;
    return {
      before: before.slice(0, before.length - head.length),
      quote: '',
      after: `${after.slice(tail.length)}\n\n${twin}`,
      state: 'gone',
    };
  },
  'another article': (_, __, other) => ({ before: other, quote: '', after: '', state: 'gone' }),
  'phrase in another article': ({ quote }, random, other) => {
    const sentences = sentencesOf(other);
    const at = between(1, sentences.length - 1, random);
    return {
      before: `${sentences.slice(0, at).join('')}会上提到${quote}，`,
      quote: '',
      after: sentences.slice(at).join(''),
      state: 'gone',
    };
  },
  'rewritten altogether': ({ before, after }, random) => ({
    before,
    quote: '',
    after: `${pick(CLAUSES, random)}，${pick(CLAUSES, random)}${after}`,
    state: 'gone',
  }),
  'look-alike elsewhere, this one deleted': ({ before, quote, after }, random) => {
    const sentences = sentencesOf(after);
    const at = Math.min(sentences.length, between(2, 6, random));
    const alike = `${pick(CLAUSES, random)}，${wordChanged(quote, random)}，${pick(CLAUSES, random)}。`;
    return {
      before,
      quote: '',
      after: [...sentences.slice(0, at), alike, ...sentences.slice(at)].join(''),
      state: 'gone',
    };
  },
  'shortened, layout': (parts) => ({ ...parts, quote: shortened(parts.quote), state: 'changed' }),
  'number changed, layout': (parts) => ({ ...parts, quote: numberChanged(parts.quote), state: 'changed' }),
  'words changed around, layout': ({ before, quote, after }, random) => ({
    before: before.slice(0, -20) + wordChanged(before.slice(-20), random),
    quote,
    after: wordChanged(after.slice(0, 20), random) + after.slice(20),
    state: 'exact',
  }),
  'short and frequent, moved': ({ before, quote, after }, random, other) => ({
    before: `${sentencesOf(other)
      .slice(0, between(1, 6, random))
      .join('')}\n\n${before}`,
    quote,
    after,
    state: 'exact',
  }),
  'short and frequent, deleted': (parts) => ({ ...parts, quote: '', state: 'gone' }),
  'short and frequent, its sentence deleted': ({ before, after }) => ({
    before: before.slice(0, Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1),
    quote: '',
    after: after.slice(Math.max(0, after.search(/[。\n]/)) + 1),
    state: 'gone',
  }),
};

/** Kinds for which the article must hold a twin from the beginning. */
const WITH_TWIN = new Set(['paragraph deleted, twin left']);
const WITH_LAYOUT = (kind: string) => kind.endsWith('layout');
const isFrequent = (kind: string) => kind.startsWith('short and frequent');

/** `count` edits, the same ones for the same seed. Edits that change nothing, or less than they say, are left out. */
export function makeEdits(count: number, seed: number): Edit[] {
  const random = randomFrom(seed);
  const all = articles();
  const kinds = Object.keys(KINDS);
  const edits: Edit[] = [];
  while (edits.length < count) {
    const edit = makeEdit(kinds[edits.length % kinds.length]!, all, random);
    if (edit !== null) edits.push(edit);
  }
  return edits;
}

function makeEdit(kind: string, all: readonly string[], random: Random): Edit | null {
  const source = pick(all, random);
  const other = pick(
    all.filter((each) => each !== source),
    random,
  );
  const span = isFrequent(kind) ? frequentIn(source, random) : passageIn(source, random);
  const parts: Parts = {
    before: source.slice(0, span.start),
    quote: source.slice(span.start, span.end),
    after: source.slice(span.end),
  };
  const { state, before, quote, after } = KINDS[kind]!(parts, random, other);
  if (state === 'changed' && (quote === parts.quote || quote === '' || parts.quote.length < 8)) return null;
  // The twin stands in the text from the beginning; only the passage's own paragraph goes.
  const text = WITH_TWIN.has(kind) ? `${source}${after.slice(after.lastIndexOf('\n\n'))}` : source;
  const change = WITH_LAYOUT(kind) ? pick(layouts.slice(1), random) : (each: string) => each;
  const [b, q, a] = [before, quote, after].map((each) => change(each, random)) as [string, string, string];
  const isGone = state === 'gone';
  if (isGone && kind !== 'another article' && b + q + a === text) return null;
  return {
    kind,
    text,
    span,
    edited: b + q + a,
    truth: isGone ? null : { start: b.length, end: b.length + q.length, state },
  };
}
