/**
 * Officials whom the reference does not have, by the office beside a name: before it, as the head of a list, in
 * brackets after it, or given and taken by an act. One such mention licenses the bare ones of the name.
 */
import type { Span } from '../../model';
import type { Reading } from '../candidate';
import { PERSON_SUFFIXES } from '../titles';
import { actsIn } from './acts';
import { foundBy, type FoundOfficial, type ToldOfficial } from './foundOfficial';
import { officeBefore, type OfficeRead } from './office';
import { readBareName, readName, readNameBefore, type PersonName } from './personName';
import { factOfCountry, factOfProse } from './prose';
import { TITLE } from './titles';
import { bareMentions } from './bare';

const LONGEST_LIST = 60;
/** Provinces in which names without a Chinese surname are usual. */
const OTHER_NAMES = /内蒙古|西藏|新疆|青海|宁夏|自治[区州县]|[旗盟]|凉山|甘孜|阿坝/;

/** All of a text with their offices, bare mentions included; `told`: what earlier parts have told. */
export function findOfficials(reading: Reading, told: readonly ToldOfficial[], from: number): FoundOfficial[] {
  const full = [...besideTitles(reading), ...actsIn(reading)]
    .map((each) => {
      const fact = factOfProse(reading.normal, each) * factOfCountry(reading.normal, each, each.office);
      return fact === 1 ? each : { ...each, confidence: each.confidence * fact };
    })
    .filter(({ confidence }) => confidence >= from);
  return [...full, ...bareMentions(full, told, reading)];
}

function besideTitles(reading: Reading): FoundOfficial[] {
  const { text } = reading.normal;
  const hasOtherNames = OTHER_NAMES.test(text);
  const found: FoundOfficial[] = [];
  for (const match of text.matchAll(TITLE)) {
    const title = { start: match.index, end: match.index + match[0].length };
    const first = nameAfter(title.end, hasOtherNames, reading);
    const office = first === null ? null : officeBefore(title, reading);
    if (first !== null && office !== null && isOfHere(first, office)) found.push(...named(first, office, reading));
    if (first === null) found.push(...nameBefore(title, reading), ...nameInTable(title, reading));
  }
  return found;
}

/** A name with dots may be of another country: then its office must be one of ours. */
function isOfHere({ name }: PersonName, { written }: OfficeRead): boolean {
  return !name.includes('·') || /自治|新疆|西藏|全国|中央|国家|国务院|中国|[省市县旗盟州]/.test(written);
}

/** 副主席|甲、乙、丙: the first, and those that a list joins to it. */
function named(first: PersonName, office: OfficeRead, reading: Reading): FoundOfficial[] {
  const list = [first, ...others(first, reading)];
  return list
    .filter((name) => !PERSON_SUFFIXES.some((suffix) => reading.normal.text.startsWith(suffix, name.end)))
    .map((name, index) => foundBy(name, office, index === 0 ? 'title' : 'list'));
}

/** A name whose end is less sure may be one without a surname. */
const SURE_END = 0.95;
const COPULA = /^(?::|是|为|有|由|分别是|分别为)/;

function nameAfter(end: number, hasOtherNames: boolean, { normal }: Reading): PersonName | null {
  const direct = readName(end, normal);
  const bare = hasOtherNames && (direct === null || direct.certainty < SURE_END) ? readBareName(end, normal) : null;
  if (bare !== null || direct !== null) return bare ?? direct;
  const copula = COPULA.exec(normal.text.slice(end, end + 3));
  if (copula !== null) {
    const name = readName(end + copula[0].length, normal);
    return name === null || (copula[0] !== ':' && name.certainty < 0.95) ? null : name;
  }
  return null;
}

function others(first: PersonName, reading: Reading): PersonName[] {
  const { normal } = reading;
  const found: PersonName[] = [];
  let end = first.end;
  while (found.length < LONGEST_LIST) {
    const start = afterMark(end, reading);
    const name = start === null ? null : readName(start, normal);
    if (name === null || (start === end && name.certainty < 1)) break;
    // 市长张三、李四县长: the second has an office of its own.
    found.push(name);
    end = name.end;
  }
  return found;
}

/** (女), (回族), (女,苗族) between the names of a list. */
const PERSONAL = /^\((?:女|男)?,?(?:\p{Script=Han}{1,5}族)?\)/u;
const LONGEST_PERSONAL = 12;

/** Where the next name of a list may begin: after 、, 和, 及, 与, or white space. */
function afterMark(after: number, { normal: { text, gaps, starts }, original }: Reading): number | null {
  const end = after + (PERSONAL.exec(text.slice(after, after + LONGEST_PERSONAL))?.[0].length ?? 0);
  if (text[end] === ',' && '、､'.includes(original[starts[end]!] ?? '')) return end + 1;
  if (text.startsWith('以及', end)) return end + 2;
  if (text[end] === '和' || text[end] === '及' || text[end] === '与') return end + 1;
  return gaps[end] === 1 ? end : null;
}

/** A line of a table, name and office parted by white space only. */
function nameInTable(title: Span, reading: Reading): FoundOfficial[] {
  const { text, gaps, starts } = reading.normal;
  if ('、､'.includes(reading.original[starts[title.end] ?? -1] ?? ' ')) return [];
  if (title.end < text.length && gaps[title.end] === 0 && !/[,。;\n(]/.test(text[title.end]!)) return [];
  const office = officeBefore(title, reading);
  if (office === null || gaps[office.start] === 0 || office.certainty < SURE_OFFICE) return [];
  const opens = (start: number) => start === 0 || gaps[start] === 1 || text[start - 1] === '\n';
  const name = readNameBefore(office.start, reading.normal, opens);
  return name === null ? [] : [foundBy({ ...name, certainty: OF_TABLE }, office, 'title')];
}

/** How sure an office and a name are of each other that only white space parts. */
const SURE_OFFICE = 0.75;
const OF_TABLE = 0.9;
const AFTER_NAME =
  /^(?:书记|副书记|省长|副省长|市长|副市长|县长|副县长|区长|副区长|州长|镇长|乡长|主席|副主席|主任|副主任|部长|厅长|局长|秘书长)/;
const BY_TITLE_AFTER = 0.66;

/** 张三书记强调: with nothing but the title after the name. */
function nameBefore(title: Span, { normal }: Reading): FoundOfficial[] {
  const { text } = normal;
  const written = text.slice(title.start, title.end);
  if (!AFTER_NAME.test(written)) return [];
  const mayFollow = (start: number) =>
    start === 0 || /[,。;:!?\n“(]/.test(text[start - 1]!) || normal.gaps[start] === 1;
  const name = readNameBefore(title.start, normal, mayFollow);
  if (
    name === null ||
    /[为任是]$/.test(name.name) ||
    !/^(?:$|[,。;:!?)\n]|强调|指出|表示|说|要求|主持|出席|带领|率|一行|到|在|来|介绍|对|向|和|与|深入|听取|代表|就|认为|讲)/.test(
      text.slice(title.end, title.end + 4),
    )
  )
    return [];
  const office: OfficeRead = { ...title, written, organisation: null, certainty: BY_TITLE_AFTER };
  return [foundBy(name, office, 'title')];
}
