/** Names in their surroundings: where one begins and ends, which list it stands in, what only looks like one. */
import type { Official, Span } from '../model';
import { edgeAt } from '../text/words';
import type { Candidate, Reading } from './candidate';
import { roleEndingAt } from './offices';
import { placeEndingAt } from './place';
import { AFTER_NAMES, BEFORE_NAMES, BYLINE_MARKS, PERSON_ENDS, PERSON_NOUNS, titleEndingAt } from './titles';

export interface NameCandidate extends Candidate {
  readonly official: Official;
}

/** A reading with the edges of all names of officials in it: names may be run together. */
export interface Names extends Reading {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** Units of one name in a list. */
const SHORTEST_NAME = 2;
const LONGEST_NAME = 4;
/** Names in one list; more is a roster, still read to here. */
const LONGEST_LIST = 60;
/** Units between the mark of a byline and a name in it. */
const BYLINE_REACH = 24;

/** Where the office, or the noun, before the first name of a list ends: 副主席|甲、乙、丙. */
export function headOfList(start: number, reading: Reading): number | null {
  const { text } = reading.normal;
  let at = start;
  for (let names = 0; names < LONGEST_LIST; names++) {
    const itemEnd = endOfItemBefore(at, reading);
    if (itemEnd === null) return null;
    let next: number | null = null;
    for (let length = SHORTEST_NAME; length <= LONGEST_NAME; length++) {
      const itemStart = itemEnd - length;
      if (itemStart < 0 || !/^\p{Script=Han}+$/u.test(text.slice(itemStart, itemEnd))) break;
      const isHead =
        roleEndingAt(text, endOfOffice(text, itemStart)) !== null ||
        isPersonNoun(text, text[itemStart - 1] === ':' ? itemStart - 1 : itemStart);
      if (isHead) return itemStart;
      if (endOfItemBefore(itemStart, reading) !== null) {
        next = itemStart;
        break;
      }
    }
    if (next === null) return null;
    at = next;
  }
  return null;
}

/** Before 有, 是 and the like, that lead from an office to its names: 市领导|有李哲, 省委委员|的是宁文鑫. */
export function endOfOffice(text: string, at: number): number {
  return at - /(?:的是|有|是|为|包括|:)?$/.exec(text.slice(Math.max(0, at - 2), at))![0].length;
}

/** Where the item before a list separator ends, if one stands directly before `at`. */
function endOfItemBefore(at: number, { normal: { text, gaps, starts }, original }: Reading): number | null {
  const before = text[at - 1];
  if (before === ',' && isListMark(original[starts[at - 1]!])) return at - 1;
  if (before === '和' || before === '及' || before === '与') return at - 1;
  return gaps[at] === 1 && at > 0 ? at : null;
}

export function beginsClause(text: string, start: number): boolean {
  return start === 0 || !/[\p{Script=Han}\p{L}\p{N}]/u.test(text[start - 1]!);
}

/** Whether the characters after a name make it a longer name or another word: 刘星|宇, 王宁照|例. */
export function runsOn(
  { start, end }: NameCandidate,
  { normal: { text, gaps }, starts }: Names,
): 'yes' | 'perhaps' | 'no' {
  if (starts.has(end)) return 'no';
  if (end >= text.length || gaps[end] === 1 || !hanAt(text, end)) return 'no';
  if (follows(text, end)) return 'no';
  const edge = edgeAt(text, end, 'after');
  if (edge === 'edge') return 'no';
  // Names of three characters are hardly ever begun by another of two.
  return edge === 'inside' || end - start < 3 ? 'yes' : 'perhaps';
}

/** Whether an ideograph begins at `at`, one of two units included. */
export function hanAt(text: string, at: number): boolean {
  return /^\p{Script=Han}/u.test(text.slice(at, at + 2));
}

export function follows(text: string, at: number): boolean {
  return AFTER_NAMES.some((word) => text.startsWith(word, at));
}

/** For a name that the text has introduced: free of its neighbours on both sides. */
export function standsAlone(name: NameCandidate, reading: Names): boolean {
  const { text } = reading.normal;
  const before = text.slice(Math.max(0, name.start - 4), name.start);
  if (titleEndingAt(text, name.start) !== null || PERSON_ENDS.test(before)) return false;
  const opens = beginsHere(name, reading) || edgeAt(text, name.start, 'before') === 'edge';
  const runs = runsOn(name, reading);
  return (opens && runs === 'no') || (isApart(name, reading) && runs === 'perhaps');
}

function isApart({ start }: NameCandidate, { normal: { text, gaps } }: Reading): boolean {
  return beginsClause(text, start) || gaps[start] === 1;
}

/** Whether what stands before a name leaves it whole. */
export function beginsHere(name: NameCandidate, reading: Names): boolean {
  const { text } = reading.normal;
  const { start } = name;
  return (
    isApart(name, reading) ||
    reading.ends.has(start) ||
    BEFORE_NAMES.some((word) => text.endsWith(word, start)) ||
    placeEndingAt(text, start) !== null
  );
}

/** 也叫林武, 有一个刘星: somebody of that name. */
export function isIntroduced({ start }: Span, { normal: { text } }: Reading): boolean {
  return /(?:叫|名为|名叫|一个|一位|同名|重名的?)$/.test(text.slice(Math.max(0, start - 4), start));
}

/** 记者刘星, (通讯员 甲 乙), 责编:甲、刘星, 刘星 摄. */
export function isByline({ start, end }: Span, reading: Reading): boolean {
  const { text, gaps } = reading.normal;
  if (/^(摄|文|图)(?!\p{Script=Han})/u.test(text.slice(end, end + 2)) && (gaps[end] === 1 || text[end] === '摄'))
    return true;
  const before = /[\p{Script=Han}·/:,]*$/u.exec(text.slice(Math.max(0, start - BYLINE_REACH), start))![0];
  for (const mark of BYLINE_MARKS) {
    const at = before.lastIndexOf(mark);
    if (at < 0) continue;
    const between = before.slice(at + mark.length);
    if (titleEndingAt(text, start) !== null || follows(between, 0)) continue;
    if (namesOnly(between, start, reading)) return true;
  }
  return false;
}

/** Whether what stands before `end` is nothing but names parted by 、, or a stretch without a comma. */
function namesOnly(between: string, end: number, { normal: { starts }, original }: Reading): boolean {
  const from = end - between.length;
  return between.split('').every((unit, index) => unit !== ',' || isListMark(original[starts[from + index]!]));
}

function isListMark(unit: string | undefined): boolean {
  return unit === '、' || unit === '､';
}

export function isPersonNoun(text: string, end: number): boolean {
  return PERSON_NOUNS.some((noun) => text.endsWith(noun, end));
}
