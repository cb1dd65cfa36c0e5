import type { Passage } from '../model';
import { PARAGRAPH_MARK } from '../text/normalise';

/**
 * Links that scroll to a passage: `#:~:text=[before-,]start[,end][,-after]` (wicg.github.io/scroll-to-text-fragment).
 * A browser takes the first place where all parts follow each other, looks at letters without regard to case, and wants
 * the outer edges to be edges of words; inside the passage, what stands before and after lets it begin and end anywhere.
 */
interface Directive {
  readonly before: string;
  readonly start: string;
  /** Empty: `start` is the whole passage. */
  readonly end: string;
  readonly after: string;
}

/** UTF-16 units. A longer passage, or one over several paragraphs, is named by how it begins and ends. */
const LONGEST_WHOLE = 48;
const FEWEST_WORDS = 2;
const MOST_WORDS = 24;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** The address with the passage; `text` is the text of the page with marks between its paragraphs. */
export function linkToPassage(url: string, passage: Passage, text: string): string {
  const [address = ''] = url.split(':~:');
  const directive = shortest(passage, text);
  if (directive === null) return address;
  const parts = [
    directive.before === '' ? '' : `${encoded(directive.before)}-`,
    encoded(directive.start),
    encoded(directive.end),
    directive.after === '' ? '' : `-${encoded(directive.after)}`,
  ].filter((part) => part !== '');
  const separator = address.includes('#') ? '' : '#';
  return `${address}${separator}:~:text=${parts.join(',')}`;
}

/** The first, from the shortest on, that leads to the passage; null if all would lead to another place. */
function shortest({ quote, before, after }: Passage, text: string): Directive | null {
  const at = text.indexOf(before + quote + after);
  const from = at === -1 ? text.indexOf(quote) : at + before.length;
  const wanted = quote.trim();
  if (wanted === '') return null;
  if (from === -1) return { before: '', start: wanted, end: '', after: '' };
  const begin = from + quote.indexOf(wanted);
  const place = { begin, end: begin + wanted.length };
  for (const directive of candidates(text, place.begin, place.end)) {
    if (leadsTo(text, directive, place.begin, place.end)) return directive;
  }
  return null;
}

function* candidates(text: string, begin: number, end: number): Generator<Directive> {
  const isWhole = end - begin <= LONGEST_WHOLE && !text.slice(begin, end).includes(PARAGRAPH_MARK);
  for (let around = 0; around <= MOST_WORDS; around = around === 0 ? FEWEST_WORDS : around * 2) {
    const before = around === 0 ? '' : wordsBefore(text, begin, around);
    const after = around === 0 ? '' : wordsAfter(text, end, around);
    if (isWhole) {
      yield { before, start: text.slice(begin, end), end: '', after };
      continue;
    }
    for (let words = FEWEST_WORDS; words <= MOST_WORDS; words *= 2) {
      const start = wordsAfter(text, begin, words, end);
      const last = wordsBefore(text, end, words, begin);
      if (start.length + last.length <= end - begin) yield { before, start, end: last, after };
    }
  }
}

/** Whether a browser that looks for the directive finds the passage. */
function leadsTo(text: string, directive: Directive, begin: number, end: number): boolean {
  const found = find(text.toLowerCase(), directive);
  if (found === null || found.begin !== begin || found.end !== end) return false;
  return (directive.before !== '' || isEdge(text, begin)) && (directive.after !== '' || isEdge(text, end));
}

function find(text: string, directive: Directive): { readonly begin: number; readonly end: number } | null {
  const { before, start, end, after } = lower(directive);
  for (let from = 0; ;) {
    const at = text.indexOf(start, from);
    if (at === -1) return null;
    from = at + 1;
    if (!text.slice(0, at).trimEnd().endsWith(before)) continue;
    const last = end === '' ? at + start.length : endOf(text, end, at + start.length, after);
    if (last !== -1 && text.slice(last).trimStart().startsWith(after)) return { begin: at, end: last };
  }
}

/** Where `end` ends with `after` behind it, looking from `from` on; -1: nowhere. */
function endOf(text: string, end: string, from: number, after: string): number {
  for (let at = text.indexOf(end, from); at !== -1; at = text.indexOf(end, at + 1)) {
    const last = at + end.length;
    if (text.slice(last).trimStart().startsWith(after)) return last;
  }
  return -1;
}

function lower(directive: Directive): Directive {
  const { before, start, end, after } = directive;
  return {
    before: before.toLowerCase(),
    start: start.toLowerCase(),
    end: end.toLowerCase(),
    after: after.toLowerCase(),
  };
}

/** From the beginning of a word to a place: so many words of its paragraph, none from before `limit`. */
function wordsBefore(text: string, at: number, count: number, limit = 0): string {
  const line = lineAt(text, at);
  const starts = wordsOf(text, line)
    .map(({ begin }) => begin)
    .filter((begin) => begin >= limit && begin < at);
  return text.slice(starts.at(-count) ?? Math.max(line.begin, limit), at).trim();
}

/** From a place to the end of a word: so many words of its paragraph, none from behind `limit`. */
function wordsAfter(text: string, at: number, count: number, limit = text.length): string {
  const line = lineAt(text, at);
  const ends = wordsOf(text, line)
    .map(({ end }) => end)
    .filter((end) => end > at && end <= limit);
  return text.slice(at, ends[count - 1] ?? Math.min(line.end, limit)).trim();
}

interface Stretch {
  readonly begin: number;
  readonly end: number;
}

function lineAt(text: string, at: number): Stretch {
  const end = text.indexOf(PARAGRAPH_MARK, at);
  return { begin: at === 0 ? 0 : text.lastIndexOf(PARAGRAPH_MARK, at - 1) + 1, end: end === -1 ? text.length : end };
}

function wordsOf(text: string, line: Stretch): readonly Stretch[] {
  return [...segmenter.segment(text.slice(line.begin, line.end))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({ begin: line.begin + index, end: line.begin + index + segment.length }));
}

/** Whether no word goes over the place. */
function isEdge(text: string, at: number): boolean {
  return wordsOf(text, lineAt(text, at)).every(({ begin, end }) => at <= begin || at >= end);
}

/** Marks that part a directive are escaped too. */
function encoded(part: string): string {
  return encodeURIComponent(part.replaceAll(/\s+/gu, ' ')).replaceAll('-', '%2D');
}
