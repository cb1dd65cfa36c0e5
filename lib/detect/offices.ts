/**
 * The offices that a text writes beside names, read from their end backwards: place, body, title,
 * chains over 、 (市委副书记、市长), whose later parts take place and body from the earlier ones.
 */
import type { Region, Span, Tenure } from '../model';
import { fold } from '../text/normalise';
import { edgeAt } from '../text/words';
import type { Reading } from './candidate';
import { placeEndingAt } from './place';
import { levelOf, NOT_ONE_PLACE, OFFICE_OPENERS, titleEndingAt } from './titles';

/** `below`: county, township, village. */
export type Level = 'nation' | 'province' | 'city' | 'below';

/**
 * `leaders`: 市领导. `none`: the title alone. `other`: no body of state or party, or not one of them.
 * `unclear`: a body after a word that may be a place unknown here.
 */
export type Body =
  | 'party'
  | 'government'
  | 'congress'
  | 'cppcc'
  | 'discipline'
  | 'court'
  | 'procuratorate'
  | 'leaders'
  | 'none'
  | 'unclear'
  | 'other';

/** An office in a text; offsets are those of the normalised text. */
export interface Role extends Span {
  readonly place: Region | null;
  readonly level: Level | null;
  readonly body: Body;
  /** 副书记; without 常务, 代, 代理 and the like. */
  readonly title: string;
  readonly written: string;
}

/** An office of a person of the reference. */
export interface KnownOffice {
  /** As folded. */
  readonly written: string;
  readonly region: Region | null;
  readonly level: Level | null;
  readonly body: Body;
  readonly title: string | null;
  /** Its document writes the title alone and leaves the body to the words before. */
  readonly isCarried: boolean;
}

const LEVEL = '(省|自治区|市|州|盟|地|县|区|旗|乡|镇|街道|村|社区)';
const BODIES: readonly (readonly [Body | 'committee', RegExp])[] = [
  ['committee', new RegExp(`${LEVEL}委员会$`)],
  ['party', new RegExp(`(?:中共)?${LEVEL}(?:委|党委)$`)],
  ['government', new RegExp(`(?:${LEVEL}|人民)(?:人民)?政府(?:党组)?$`)],
  ['congress', new RegExp(`${LEVEL}?(?:(?:人大|人民代表大会)(?:常委会|常务委员会)?|(?<!委)常委会)(?:党组)?$`)],
  ['cppcc', new RegExp(`${LEVEL}?政协(?:党组)?$`)],
  ['discipline', new RegExp(`${LEVEL}?(?:纪委监委|纪委|监委|监察委员会|纪律检查委员会)$`)],
  ['court', new RegExp(`${LEVEL}?(?:(?:高级|中级)?(?:人民)?法院|[高中]院)$`)],
  ['procuratorate', new RegExp(`${LEVEL}?(?:人民)?检察院$`)],
];
/** Bodies and other organisations anywhere in a text, for offices that leave theirs to the words before. */
const ORGANISATION =
  /(?:省|市|县|区|旗)(?:委(?!员)|(?:人民)?政府)|人大(?:常委会)?|政协|纪委|监委|法院|检察院|医院|公司|集团|大学|学院|学校|中学|小学|协会|学会|商会|联合会|委员会|办公室|中心|分局|总局|[财教商水卫林审统]\p{Script=Han}{0,3}局|厅|支部|社区|街道|村委|乡|镇|银行|报社|研究院|工会|妇联|团委|工厂|工作站|合作社/gu;
const UNITS_BEFORE = 24;
/** How far back an office may have its body from. */
const CARRY_REACH = 300;
const LONGEST_CHAIN = 6;

/** The offices of the chain that ends exactly at `end`, in the order of the text; empty when there is none. */
export function rolesEndingAt(end: number, reading: Reading): Role[] {
  const roles: Role[] = [];
  let at: number | null = end;
  while (at !== null && roles.length < LONGEST_CHAIN) {
    const role = roleEndingAt(reading.normal.text, at);
    if (role === null) break;
    roles.unshift(role);
    at = linkBefore(role.start, reading);
  }
  return inherited(roles, reading);
}

/** Where the office before a 、 or a 兼 ends. */
function linkBefore(start: number, { normal: { text, starts }, original }: Reading): number | null {
  if (text[start - 1] === '兼') return text[start - 2] === ',' ? start - 2 : start - 1;
  return text[start - 1] === ',' && '、､'.includes(original[starts[start - 1]!] ?? '') ? start - 1 : null;
}

/** The one office that ends exactly at `end`. */
export function roleEndingAt(text: string, end: number): Role | null {
  const title = titleEndingAt(text, end);
  if (title === null) return null;
  const titleStart = end - title.length;
  const before = text.slice(Math.max(0, titleStart - UNITS_BEFORE), titleStart);
  const told = bodyEnding(before, title);
  const start = titleStart - told.length;
  const named = placeEndingAt(text, start - lengthOfTerm(text, start));
  const from = named?.start ?? start;
  const { level } = told;
  const body = told.body === 'committee' ? committeeOf(text.slice(0, from)) : told.body;
  return {
    start: from,
    end,
    place: named?.region ?? null,
    level: named?.isCounty ? 'below' : (level ?? (named === null ? null : levelOfRegion(named.region))),
    body: named !== null || opens(text, start) ? body : opensAfterWord(text, start, body) ? 'unclear' : 'other',
    title: plainTitle(title),
    written: formerBefore(text, from) + text.slice(from, end),
  };
}

/** 原 and 时任 belong to what the text says. */
function formerBefore(text: string, start: number): string {
  return /(?:原|时任)?$/.exec(text.slice(Math.max(0, start - 2), start))![0];
}

/** The ordinal of a body: 晋中市|第五届|人大常委会. */
function lengthOfTerm(text: string, end: number): number {
  return /(?:第[一二三四五六七八九十]+届)?$/.exec(text.slice(Math.max(0, end - 8), end))![0].length;
}

/** Whose 省委员会 it is, by what stands before its place. */
function committeeOf(before: string): Body {
  if (/(?:中国共产党|中共)$/.test(before)) return 'party';
  return /(?:政治协商会议|政协)$/.test(before) ? 'cppcc' : 'other';
}

interface BodyBefore {
  readonly body: Body | 'committee';
  readonly level: Level | null;
  /** UTF-16 units. */
  readonly length: number;
}

function bodyEnding(before: string, title: string): BodyBefore {
  const implied = impliedBody(title);
  for (const [body, pattern] of BODIES) {
    const found = pattern.exec(before);
    if (found === null) continue;
    const level = found[1] === undefined ? null : levelOfWord(found[1]);
    return { body, level: level ?? implied.level, length: found[0].length };
  }
  return { ...implied, length: 0 };
}

/** 省长 says its body and level itself. */
export function impliedBody(title: string): { readonly body: Body; readonly level: Level | null } {
  const level = levelOf(title);
  if (title.endsWith('领导')) return { body: 'leaders', level };
  if (/[省市县区州]长$/.test(title)) return { body: 'government', level: level ?? 'below' };
  if (title.endsWith('检察长')) return { body: 'procuratorate', level };
  if (title === '总书记') return { body: 'party', level: 'nation' };
  if (title.endsWith('总理')) return { body: 'government', level: 'nation' };
  return { body: 'none', level };
}

function levelOfWord(word: string): Level {
  if (word === '省' || word === '自治区') return 'province';
  return '市州盟地'.includes(word) ? 'city' : 'below';
}

function levelOfRegion({ city }: Region): Level {
  return city === null ? 'province' : 'city';
}

/** Whether what begins at `start` can be of one place: not in 各|省委, 两省|省委, 县|市委, 3|市政府. */
export function isOnePlace(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  if (NOT_ONE_PLACE.test(before)) return false;
  return text[start] === '市' ? !/[省市县区]$/.test(before) : text[start - 1] !== text[start];
}

/** Whether an office can begin at `start` where no place stands before it: 时任|省委书记, not 团|市委书记. */
export function opens(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  if (!isOnePlace(text, start)) return false;
  return !/\p{Script=Han}$/u.test(before) || OFFICE_OPENERS.some((opener) => before.endsWith(opener));
}

/** A body after some other word: 江州|市委书记 of a novel, or 目睹|市委书记. Of a title alone it is another office: 办公室|副主任. */
function opensAfterWord(text: string, start: number, body: Body): boolean {
  if (body === 'none' || !isOnePlace(text, start)) return false;
  return edgeAt(text, start, 'before') !== 'inside';
}

/** The place of the body to which 、 joins what begins at `start`: 阳泉市委、|市政府. Null when none is named. */
export function placeOfChain(text: string, start: number): Region | null {
  let at = start;
  while (/[,和及]/.test(text[at - 1] ?? '')) {
    const { body, length } = bodyEnding(text.slice(Math.max(0, at - 1 - UNITS_BEFORE), at - 1), '');
    if (body === 'none') return null;
    at -= 1 + length;
    const named = placeEndingAt(text, at);
    if (named !== null) return named.region;
  }
  return null;
}

/** 常务副市长 is a 副市长, 代市长 a 市长. */
export function plainTitle(title: string): string {
  return title.replace(/^(常务|代理|代|第一)/, '');
}

/** Later offices of a chain without place or body have those of the earlier ones. */
function inherited(roles: readonly Role[], reading: Reading): Role[] {
  const full: Role[] = [];
  for (const role of roles) {
    const before = full.at(-1);
    if (before !== undefined) full.push(after(before, role));
    else full.push(role.body === 'none' && role.place === null ? carried(role, reading) : role);
  }
  return full;
}

function after(before: Role, role: Role): Role {
  const body = role.body === 'none' ? before.body : role.body;
  const level = role.level ?? before.level;
  const place = role.place ?? (before.place === null ? null : narrowed(before.place, level));
  return { ...role, body, level, place };
}

function narrowed(place: Region, level: Level | null): Region {
  return level === 'province' ? { province: place.province, city: null } : place;
}

/** A title alone takes the body named last before it; where another organisation stands there, it is that one's. */
function carried(role: Role, reading: Reading): Role {
  const { text } = reading.normal;
  const before = text.slice(Math.max(0, role.start - CARRY_REACH), role.start);
  const last = [...before.matchAll(ORGANISATION)].at(-1);
  if (last === undefined) return namesOrganisation(reading) ? { ...role, body: 'other' } : role;
  const end = role.start - before.length + last.index + last[0].length;
  const { body, level, length } = bodyEnding(text.slice(Math.max(0, end - UNITS_BEFORE), end), '');
  if (body === 'none' || body === 'committee') return { ...role, body: 'other' };
  const named = placeEndingAt(text, end - length);
  return { ...role, body, level, place: named?.region ?? null };
}

const organisations = new WeakMap<Reading['normal'], boolean>();

function namesOrganisation({ normal }: Reading): boolean {
  const known = organisations.get(normal) ?? new RegExp(ORGANISATION.source, 'u').test(normal.text);
  organisations.set(normal, known);
  return known;
}

const offices = new WeakMap<Tenure, readonly KnownOffice[]>();

/** The offices of a tenure as texts may write them: each part of a chain, and the office before a change. */
export function knownOffices(tenure: Tenure): readonly KnownOffice[] {
  const made = offices.get(tenure) ?? makeKnown(tenure);
  offices.set(tenure, made);
  return made;
}

function makeKnown({ office, body, region, before }: Tenure): KnownOffice[] {
  const parts = office.split('、').map((part, index) => ({ part, body: index === 0 ? body : null }));
  if (before !== null) parts.push({ part: before.office, body: null });
  return parts.map(({ part, body: carriedBody }) => {
    const written = fold((carriedBody ?? '') + part);
    const role = roleEndingAt(written, written.length);
    const isRead = role?.start === 0 && role.body !== 'other';
    return {
      written,
      region,
      level: (isRead ? role.level : null) ?? (region === null ? null : levelOfRegion(region)),
      body: isRead ? role.body : 'other',
      title: isRead ? role.title : null,
      isCarried: carriedBody !== null,
    };
  });
}

/** Titles that few bodies have; 书记 and 主任 may be anyone's. */
const TOLD_BY_TITLE = /^(?:副主席|副主任|秘书长|院长|检察长)$/;

/**
 * How an office of the text fits one that the reference knows: `same`; `akin`, another leading office
 * of that very place; `contrary`, of another place, level or kind of body; `open`, nothing can be said.
 */
export type Fit = 'same' | 'akin' | 'contrary' | 'open';

export function fitOf(role: Role, office: KnownOffice, reading: Reading): Fit {
  if (role.body === 'other') return 'contrary';
  if (role.level !== null && office.level !== null && role.level !== office.level) return 'contrary';
  if (/自治区/.test(role.written) && !office.region?.province.endsWith('自治区')) return 'contrary';
  if (role.body === 'unclear') return 'open';
  const place = placeFits(role.place, office.region, reading);
  if (place === 'contrary') return 'contrary';
  if (office.title === null) return 'open';
  if (role.body === 'none') {
    const isNear = office.isCarried ? place !== 'unknown' : place === 'agrees';
    const isIt = isNear && role.title === office.title && TOLD_BY_TITLE.test(role.title);
    return isIt ? 'same' : 'open';
  }
  if (role.body === office.body && role.title === office.title) return place === 'unknown' ? 'open' : 'same';
  return place === 'agrees' && isLeading(role) ? 'akin' : 'open';
}

function isLeading({ body, title }: Role): boolean {
  return !['none', 'unclear', 'other'].includes(body) && title !== '委员' && title !== '候补委员';
}

/**
 * Whether an office held in `held` can be meant: by the place named beside it, else by the place of the text.
 * `assumed`: the text names no place, and the pack's home is taken; `unknown`: nothing to go by.
 */
export function placeFits(
  named: Region | null,
  held: Region | null,
  { place }: Reading,
): 'agrees' | 'assumed' | 'unknown' | 'contrary' {
  if (held === null) return 'agrees';
  if (named !== null) return agree(held, named) ? 'agrees' : 'contrary';
  if (place.region !== null) {
    if (!agree(held, place.region)) return 'contrary';
    return place.by === 'assumed' ? 'assumed' : 'agrees';
  }
  if (place.provinces.size > 0) return place.provinces.has(held.province) && held.city === null ? 'assumed' : 'unknown';
  return held.city === null ? 'assumed' : 'unknown';
}

function agree(a: Region, b: Region): boolean {
  return a.province === b.province && (a.city === null || b.city === null || a.city === b.city);
}
