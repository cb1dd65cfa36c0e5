/** Offices that the text gives to somebody or takes: 张三同志任县委书记, 免去李四的局长职务, 王五（县委书记）. */
import type { Span } from '../../model';
import type { Reading } from '../candidate';
import { BEFORE_NAMES } from '../titles';
import { foundBy, type FoundOfficial } from './foundOfficial';
import { officeWithin, type OfficeRead } from './office';
import { readName, readNameBefore, type PersonName } from './personName';
import { ENDS_IN_TITLE } from './titles';

/** What gives or takes an office, after a name. */
const ACT =
  /(?:等)?(?:\d+名|[两三四五六七八九十]+名)?(?:同志)?(?:已|将|拟|均|正式|全票|被)?(?:任命为|选举为|选为|补选为|推选为|递补为|增补为|提名为|当选为?|担任|兼任|出任|转任|调任|升任|就任|接任|继任|现任|时任|拟任|不再担任|不再兼任|辞去|辞任|任|为|的)/gu;
/** What may come after an office that is given or taken. */
const CLOSES =
  /^(?:的?职务|一职|等职务|候选人|[,。;)(!]|$|\n|\p{Script=Han}{0,2}职|\p{Script=Han}{1,2}(?:为|是)|并|和|及)/u;
const GIVES = /(?:任命|免去|决定|选举|补选|推选|提名|接受|批准|同意|罢免|撤销|推荐|确定)(?:了)?$|(?:^|[,;:。\n])任$/u;
/** An act earlier in the sentence. */
const GAVE = /任命|选举|补选|推选|决定|提名|任(?=\p{Script=Han}{2,3}(?:同志)?为)/u;
/** UTF-16 units. */
const LONGEST_OFFICE = 34;
const LONGEST_SENTENCE = 160;

export function actsIn(reading: Reading): FoundOfficial[] {
  return [...byActs(reading), ...byTaking(reading), ...inBrackets(reading), ...ofNotices(reading)];
}

function byActs(reading: Reading): FoundOfficial[] {
  const { text } = reading.normal;
  const found: FoundOfficial[] = [];
  for (const act of text.matchAll(ACT)) {
    const names = namesEndingAt(act.index, reading);
    if (names.length === 0) continue;
    if (/^[为的]$/.test(act[0]) && !isGiven(names[0]!.start, reading)) continue;
    const office = officeAfter(act.index + act[0].length, reading);
    if (office === null) continue;
    for (const name of names) found.push(foundBy(name, office, 'appointment'));
  }
  return found;
}

/** 任命张三|为; 选举张三为主任,李四|为副主任. */
function isGiven(start: number, { normal: { text } }: Reading): boolean {
  const sentence = text
    .slice(Math.max(0, start - LONGEST_SENTENCE), start)
    .split(/[。!?\n]/)
    .at(-1)!;
  return GIVES.test(sentence) || (/[,;]$/.test(sentence) && GAVE.test(sentence));
}

/** 免去张三同志市委编办主任职务: the office without a word before it. */
function byTaking(reading: Reading): FoundOfficial[] {
  const { text } = reading.normal;
  const found: FoundOfficial[] = [];
  for (const match of text.matchAll(/免去|罢免|撤销/gu)) {
    const name = readName(match.index + match[0].length, reading.normal);
    if (name === null) continue;
    const between = /^(?:同志)?的?/.exec(text.slice(name.end, name.end + 3))![0].length;
    const office = officeAfter(name.end + between, reading);
    if (office !== null) found.push(foundBy(name, office, 'appointment'));
  }
  return found;
}

/** The longest office that begins exactly at `start` and ends before a comma. */
function officeAfter(start: number, reading: Reading): OfficeRead | null {
  const { text } = reading.normal;
  for (let end = endOfClause(start, reading); end > start + 1; end--) {
    if (!ENDS_IN_TITLE.test(text.slice(Math.max(start, end - 8), end))) continue;
    if (!CLOSES.test(text.slice(end, end + 6))) continue;
    const office = officeWithin({ start, end }, reading);
    if (office !== null) return office;
  }
  return null;
}

function endOfClause(start: number, { normal: { text, starts }, original }: Reading): number {
  let end = start;
  const last = Math.min(text.length, start + LONGEST_OFFICE);
  while (end < last && !/[。;!?\n()]/.test(text[end]!)) {
    if (text[end] === ',' && !'、､'.includes(original[starts[end]!] ?? '')) break;
    end++;
  }
  return end;
}

/** The names that end at `end`, several if 、 joins them: 张三、李四同志|任. */
function namesEndingAt(end: number, reading: Reading): PersonName[] {
  const { normal } = reading;
  const names: PersonName[] = [];
  let at = end;
  while (names.length < 20) {
    const name = readNameBefore(at, normal, (start) => opensName(start, reading) || joins(start, reading));
    if (name === null) break;
    names.unshift(name);
    if (!joins(name.start, reading)) break;
    at = name.start - 1;
  }
  const first = names[0];
  return first === undefined || !opensName(first.start, reading) ? [] : names;
}

function joins(start: number, { normal: { text, starts }, original }: Reading): boolean {
  return (
    (text[start - 1] === ',' && '、､'.includes(original[starts[start - 1]!] ?? '')) ||
    /[和与及]/.test(text[start - 1] ?? '')
  );
}

function opensName(start: number, { normal: { text, gaps } }: Reading): boolean {
  if (start === 0 || gaps[start] === 1 || !/[\p{Script=Han}\p{L}\p{N}]/u.test(text[start - 1]!)) return true;
  const before = text.slice(Math.max(0, start - 6), start);
  return GIVES.test(before) || BEFORE_NAMES.some((word) => before.endsWith(word)) || before.endsWith('同志');
}

/** 张三(省委书记). */
function inBrackets(reading: Reading): FoundOfficial[] {
  const { text } = reading.normal;
  const found: FoundOfficial[] = [];
  for (const match of text.matchAll(/\(([^()\n]{2,40})\)/gu)) {
    const inner: Span = { start: match.index + 1, end: match.index + match[0].length - 1 };
    const title = ENDS_IN_TITLE.exec(match[1]!);
    if (title === null) continue;
    const name = readNameBefore(match.index, reading.normal, (start) => opensName(start, reading));
    const office = name === null ? null : officeWithin(inner, reading);
    if (name !== null && office !== null) found.push(foundBy(name, office, 'brackets'));
  }
  return found;
}

/** 张三,男,汉族,…,现任县财政局局长,拟任…: the notice before an appointment. */
function ofNotices(reading: Reading): FoundOfficial[] {
  const { text } = reading.normal;
  const found: FoundOfficial[] = [];
  for (const match of text.matchAll(/,[男女],[^。\n]{0,160}?(?:现任|时任)/gu)) {
    const name = readNameBefore(match.index, reading.normal, (start) => opensName(start, reading));
    const office = name === null ? null : officeAfter(match.index + match[0].length, reading);
    if (name !== null && office !== null) found.push(foundBy(name, office, 'appointment'));
  }
  return found;
}
