/** What a text itself counts under a formulation: 即甲、乙、丙; ：一是…二是…; 甲、乙、丙“三个…”. */
import type { ListedMember, Span } from '../../model';
import type { Reading } from '../candidate';

/** UTF-16 units after a formulation in which its members may be listed. */
const REACH = 260;
const LONGEST_MEMBER = 40;
const LEADS =
  /^[”)]*[\p{Script=Han}]{0,8}?[,(]?(?:即|也就是|是指|就是|指的是|分别是|分别为|包括|具体包括|具体为|主要包括|具体是|指|-|:)[:,]?/u;
const ORDINAL = /[一二三四五六七八九十](?:是|要|抓|看|查)/gu;

export interface Listed {
  readonly members: readonly ListedMember[];
  /** The word that leads to them; empty where they stand before. */
  readonly by: string;
}

/** The members listed around a formulation; `count`: how many there must be, null where it does not say. */
export function membersOf({ start, end }: Span, count: number | null, reading: Reading): Listed | null {
  return after(end, count, reading) ?? (count === null ? null : before(start, count, reading));
}

function after(end: number, count: number | null, reading: Reading): Listed | null {
  const { text } = reading.normal;
  const rest = text.slice(end, end + REACH);
  const lead = LEADS.exec(rest.split('\n')[0]!);
  if (lead === null) return null;
  const by = /(?:即|也就是|是指|就是|指的是|分别是|分别为|包括|具体包括|具体为|主要包括|具体是|指|-|:)[:,]?$/u.exec(
    lead[0],
  )![0];
  const from = end + lead[0].length;
  const numbered = ordinals(from, reading);
  if (numbered !== null && (count === null || numbered.length === count)) return { members: numbered, by };
  const stop = /[。;!?\n)]/u.exec(text.slice(from, from + REACH))?.index ?? -1;
  const list = stop < 0 ? null : split({ start: from, end: from + stop }, reading);
  if (list === null || list.length < 2 || (count !== null && list.length !== count)) return null;
  return { members: list, by };
}

/** 一是…;二是…;三是…. */
function ordinals(from: number, reading: Reading): ListedMember[] | null {
  const { text } = reading.normal;
  const part = text.slice(from, from + REACH).split('\n')[0]!;
  const marks = [...part.matchAll(ORDINAL)];
  if (marks.length < 2 || marks[0]!.index > 2 || marks[0]![0][0] !== '一') return null;
  const order = '一二三四五六七八九十';
  if (!marks.every((mark, index) => mark[0][0] === order[index])) return null;
  return marks.map((mark) => {
    const start = from + mark.index + (mark[0].endsWith('是') ? mark[0].length : 1);
    const length = /[,;。!?]/u.exec(text.slice(start, start + LONGEST_MEMBER))?.index ?? LONGEST_MEMBER;
    return member({ start, end: start + length }, reading);
  });
}

/** 甲、乙、丙等|“三个…”: as many as the code counts, directly before it, and alike or closed by 等. */
function before(start: number, count: number, reading: Reading): Listed | null {
  const { text, starts } = reading.normal;
  const closing = /等?“?$/u.exec(text.slice(Math.max(0, start - 2), start))![0];
  const end = start - closing.length;
  let from = end;
  const isMark = (at: number) => text[at] === ',' && !'、､'.includes(reading.original[starts[at]!] ?? '');
  while (from > 0 && end - from < REACH && !/[。;:!?\n“”]/.test(text[from - 1]!) && !isMark(from - 1)) from--;
  const items = pieces({ start: from, end }, reading);
  if (count < 2 || items.length !== count) return null;
  const members = items.map((each, index) => (index === 0 ? withoutVerb(each, items, reading) : each));
  const lengths = members.map(({ start: begins, end: ends }) => ends - begins);
  if (Math.max(...lengths) > 16 || Math.min(...lengths) < 2) return null;
  const areAlike = new Set(members.map((each) => text[each.end - 1])).size === 1;
  if (!areAlike && !closing.startsWith('等')) return null;
  return { members: members.map((each) => member(each, reading)), by: '' };
}

/** Of 大力实施甲工程、乙工程 the first without what leads to it: as long as the others, when it ends as they do. */
function withoutVerb(first: Span, all: readonly Span[], { normal: { text } }: Reading): Span {
  const longest = Math.max(...all.slice(1).map(({ start, end }) => end - start));
  const length = first.end - first.start;
  if (length <= longest) return first;
  const verb =
    /^.*(?:实施|开展|推进|坚持|落实|做到|围绕|聚焦|抓好|运用|打造|建设|强化|完善|深化|做好|统筹|涵盖|形成|构建)/u.exec(
      text.slice(first.start, first.end),
    );
  return verb === null || verb[0].length >= length - 1
    ? first
    : { start: first.start + verb[0].length, end: first.end };
}

/** Parts of a list over 、, or over ; and ， where it has none. */
function split(span: Span, reading: Reading): ListedMember[] | null {
  const list = pieces(span, reading);
  if (list.some(({ start, end }) => end - start > LONGEST_MEMBER || end - start < 1)) return null;
  return list.map((each) => member(each, reading));
}

function pieces({ start, end }: Span, { normal: { text, starts }, original }: Reading): Span[] {
  const isList = (at: number) => text[at] === ',' && '、､'.includes(original[starts[at]!] ?? '');
  const marks: number[] = [];
  const commas: number[] = [];
  for (let at = start; at < end; at++) {
    if (isList(at)) marks.push(at);
    else if (text[at] === ',') commas.push(at);
  }
  const last = marks.at(-1) ?? start;
  const joined = /(?:以及|和|及)(?!\p{Script=Han}{0,1}(?:谐|平))/u.exec(text.slice(last + 1, end));
  const cuts = marks.length > 0 ? marks.map((at) => [at, at + 1] as const) : commas.map((at) => [at, at + 1] as const);
  if (marks.length > 0 && joined !== null && commas.length === 0)
    cuts.push([last + 1 + joined.index, last + 1 + joined.index + joined[0].length]);
  const stop = marks.length > 0 ? (commas.find((at) => at > last) ?? end) : end;
  const spans: Span[] = [];
  let from = marks.length > 0 ? (commas.findLast((at) => at < marks[0]!) ?? start - 1) + 1 : start;
  for (const [at, next] of cuts.filter(([cut]) => cut < stop)) {
    spans.push({ start: from, end: at });
    from = next;
  }
  spans.push({ start: from, end: stop });
  return spans.map((each) => unquoted(each, text)).filter(({ start: begins, end: ends }) => ends > begins);
}

function unquoted({ start, end }: Span, text: string): Span {
  let [from, to] = [start, end];
  if (text[from] === '“' && text[to - 1] === '”') [from, to] = [from + 1, to - 1];
  if (text[to - 1] === '等' && to - from > 3) to--;
  return { start: from, end: to };
}

function member({ start, end }: Span, { normal: { starts, ends }, original }: Reading): ListedMember {
  const from = starts[start]!;
  const to = ends[Math.max(start, end - 1)]!;
  return { text: original.slice(from, to), start: from, end: to };
}
