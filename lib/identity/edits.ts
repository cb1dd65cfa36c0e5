import { diffArrays } from 'diff';
import { foldForAnchors } from '../anchor/folded';

/** How a paragraph of an article differs from the saved one. */
export type Edit =
  | { readonly is: 'added'; readonly now: string }
  | { readonly is: 'removed'; readonly before: string }
  | { readonly is: 'changed'; readonly before: string; readonly now: string };

/** Folded units. What is shorter is a label, a number in a table, a name. */
const SHORTEST = 12;
const SENTENCE = /[。！？!?；;…]/;
/** Lines of a site inside the text of its articles. */
const FURNITURE =
  /浏览|阅读[量数次]|点击|访问量|人次|字[号体]|分享|打印|收藏|责任?编[辑：:]|编辑[：:]|更新时间|今天是|扫码|二维码/;
/** Of two paragraphs, this likeness or more makes one the other's new wording. */
const ALIKE = 0.4;
/** Edits that are looked for; a text with more of them is another one. */
const MOST_EDITS = 400;
/** UTF-16 units that are looked at closely; a text of which more is not the same is another one. */
const MOST_COMPARED = 300_000;
/** Pairs that are compared closely in one place; beyond them paragraphs are paired in their order. */
const MOST_PAIRS = 10_000;

interface Line {
  readonly text: string;
  readonly folded: string;
  /** By what it is the same line: where nothing is said in a sentence (a counter, a date), digits do not count. */
  readonly key: string;
}

/** Whether a paragraph says something in a sentence, as articles do and menus, counters and lists of links do not. */
export function isProse(paragraph: string): boolean {
  return SENTENCE.test(paragraph) && unspaced(paragraph).length >= SHORTEST;
}

/**
 * What was edited between two wordings of an article's own paragraphs, in the order of the text. White space, breaks,
 * widths, quotation marks, script, the order of paragraphs, and numbers outside of sentences are no edits. Null when
 * nothing is left of the earlier wording: another text stands there.
 */
export function editsBetween(before: readonly string[], now: readonly string[]): readonly Edit[] | null {
  // What is the very same at both ends, mostly all of it, need not be folded.
  const { start, end } = sameEnds(before, now);
  const within = (all: readonly string[]) => all.slice(start, all.length - end);
  const [rawOld, rawFresh] = [rawLinesOf(within(before)), rawLinesOf(within(now))];
  const [old, fresh] = [linesOf(rawOld, rawFresh), linesOf(rawFresh, rawOld)];
  if (old === null || fresh === null) return null;
  const hasSameEnds = weightOf(before) > weightOf(within(before));
  if (old.length === 0 && !hasSameEnds) return [];
  const parts = diffArrays(
    old.map(({ key }) => key),
    fresh.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  );
  if (parts === undefined) return null;
  const found: (Edit & { readonly keys: readonly string[] })[] = [];
  let isLeft = hasSameEnds;
  let [at, from] = [0, 0];
  for (let index = 0; index < parts.length;) {
    const taken = { removed: 0, added: 0 };
    for (; index < parts.length && (parts[index]!.added || parts[index]!.removed); index++) {
      taken[parts[index]!.added ? 'added' : 'removed'] += parts[index]!.count;
    }
    found.push(...editsOf(old.slice(at, at + taken.removed), fresh.slice(from, from + taken.added)));
    at += taken.removed;
    from += taken.added;
    const same = parts[index];
    if (same === undefined) break;
    isLeft = true;
    at += same.count;
    from += same.count;
    index++;
  }
  const edits = withoutMoves(found);
  return isLeft || edits.some(({ is }) => is === 'changed') || found.length > edits.length ? edits : null;
}

/** UTF-16 units in paragraphs that are long enough for edits to be looked for. */
export function weightOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, { length }) => sum + (length < SHORTEST ? 0 : length), 0);
}

/** How many paragraphs are the very same at the beginning and, of the others, at the end. */
function sameEnds(before: readonly string[], now: readonly string[]): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  return { start, end };
}

/** A paragraph of a page that breaks its lines with `<br>` is several. */
function rawLinesOf(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) => paragraph.split('\n').map((line) => line.trim()));
}

/**
 * Those that count. `others`: of the other wording; what is the same there but for white space, mostly all of it, is not
 * folded. Null when so much is another that no time is spent on it.
 */
function linesOf(lines: readonly string[], others: readonly string[]): Line[] | null {
  const there = new Set(others.map(unspaced));
  const isSame = lines.map((text) => there.has(unspaced(text)));
  const other = lines.reduce((sum, { length }, index) => sum + (isSame[index] ? 0 : length), 0);
  if (other > MOST_COMPARED) return null;
  return lines.flatMap((text, index) => {
    const folded = isSame[index] ? unspaced(text) : foldForAnchors(text).text;
    if (folded.length < SHORTEST) return [];
    if (isSame[index] || SENTENCE.test(text)) return [{ text, folded, key: folded }];
    return FURNITURE.test(text) ? [] : [{ text, folded, key: folded.replace(/\d+/g, '0') }];
  });
}

function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Paragraphs that went and came in one place. */
function editsOf(removed: readonly Line[], added: readonly Line[]): (Edit & { readonly keys: readonly string[] })[] {
  // The same words, parted in other places.
  if (joined(removed) === joined(added)) return [];
  const pairs = pairsOf(removed, added);
  const edits: (Edit & { readonly keys: readonly string[] })[] = [];
  let next = 0;
  const add = (upTo: number) => {
    for (; next < upTo; next++) edits.push({ is: 'added', now: added[next]!.text, keys: [added[next]!.key] });
  };
  removed.forEach(({ text, key }, index) => {
    const pair = pairs.get(index);
    if (pair === undefined) return edits.push({ is: 'removed', before: text, keys: [key] });
    add(pair);
    next = pair + 1;
    return edits.push({ is: 'changed', before: text, now: added[pair]!.text, keys: [] });
  });
  add(added.length);
  return edits;
}

/** A paragraph that stands elsewhere now was not edited. */
function withoutMoves(edits: readonly (Edit & { readonly keys: readonly string[] })[]): Edit[] {
  const keysOf = (is: Edit['is']) => new Set(edits.flatMap((edit) => (edit.is === is ? edit.keys : [])));
  const [gone, come] = [keysOf('removed'), keysOf('added')];
  return edits
    .filter(({ is, keys }) => {
      const elsewhere = is === 'removed' ? come : gone;
      return !keys.some((key) => elsewhere.has(key));
    })
    .map(({ keys: _, ...edit }) => edit);
}

/** By index of what went, the index of what came in its place; both ascend. Likest in sum. */
function pairsOf(removed: readonly Line[], added: readonly Line[]): ReadonlyMap<number, number> {
  if (removed.length * added.length > MOST_PAIRS) {
    const inOrder = removed
      .slice(0, added.length)
      .map((line, index) => [index, likeness(line, added[index]!)] as const);
    return new Map(inOrder.filter(([, like]) => like >= ALIKE).map(([index]) => [index, index]));
  }
  const like = removed.map((one) => added.map((other) => likeness(one, other)));
  // best[i][j]: the sum for what follows from i and j on.
  const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1));
  for (let i = removed.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      const paired = like[i]![j]! >= ALIKE ? like[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < removed.length && j < added.length;) {
    const paired = like[i]![j]! >= ALIKE ? like[i]![j]! + best[i + 1]![j + 1]! : -1;
    if (paired === best[i]![j]) pairs.set(i++, j++);
    else if (best[i + 1]![j] === best[i]![j]) i++;
    else j++;
  }
  return pairs;
}

/** Dice's coefficient of the pairs of neighbouring characters: 0 to 1. */
function likeness({ folded: one }: Line, { folded: other }: Line): number {
  const counts = new Map<string, number>();
  for (let at = 0; at < one.length - 1; at++) {
    const pair = one.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < other.length - 1; at++) {
    const pair = other.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(pair, left - 1);
  }
  return (2 * shared) / Math.max(1, one.length + other.length - 2);
}

function joined(lines: readonly Line[]): string {
  return lines.map(({ folded }) => folded).join('');
}
