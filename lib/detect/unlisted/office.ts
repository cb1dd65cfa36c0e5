/** The office that a text writes before a name, in its exact words, and how sure it is one of party or state. */
import type { Span } from '../../model';
import type { Reading } from '../candidate';
import { placeEndingAt } from '../place';
import {
  CHINA_ABROAD,
  DEPARTMENT,
  ENDS_IN_TITLE,
  FOREIGN,
  LEADING_BODY,
  LESSER_BODY,
  NOT_OF_STATE,
  VILLAGE,
} from './titles';

export interface OfficeRead extends Span {
  readonly written: string;
  readonly organisation: string | null;
  /** How sure it is an office of party or state, 0 to 1. */
  readonly certainty: number;
}

const LEADING = 0.97;
const BY_TITLE = 0.95;
const OF_DEPARTMENT = 0.94;
const CARRIED = 0.85;
const LESSER = 0.78;
const OF_VILLAGE = 0.64;
const TITLE_ALONE = 0.45;
const UNKNOWN_BODY = 0.4;

/** UTF-16 units of one office, and of how far back an organisation may stand that a title alone takes. */
const LONGEST_OFFICE = 30;
const CARRY_REACH = 220;
const LONGEST_CHAIN = 8;

/** The office whose last title is `title`, with the chain before it; null when it is none of party or state. */
export function officeBefore(title: Span, reading: Reading, least = 0): OfficeRead | null {
  const { text } = reading.normal;
  const last = partEndingAt(title, reading, least);
  if (isNotOfState(last) || !mayBeOffice(last)) return null;
  let start = last.start;
  const parts = [last];
  while (parts.length < LONGEST_CHAIN) {
    const end = linkBefore(start, reading);
    if (end === null || end <= least) break;
    const titleBefore = ENDS_IN_TITLE.exec(text.slice(Math.max(0, end - 8), end));
    if (titleBefore === null) {
      // 董事长、党委书记: the chain is of a firm.
      if (NOT_OF_CHAIN.test(text.slice(Math.max(0, end - 8), end))) return null;
      break;
    }
    const part = partEndingAt({ start: end - titleBefore[0].length, end }, reading, least);
    if (isNotOfState(part)) return null;
    parts.unshift(part);
    start = part.start;
  }
  const sure = certaintyOf(parts, reading);
  if (sure === null) return null;
  return {
    start,
    end: title.end,
    written: originalOf({ start, end: title.end }, reading),
    organisation: sure.organisation,
    certainty: sure.certainty,
  };
}

const NOT_OF_CHAIN = /(?:董事长|总经理|经理|总裁|院士|教授|理事长|会长|台长|社长|总编辑|主编)$/;

/** Whether an office stands exactly between two offsets: 任|县委书记|. */
export function officeWithin({ start, end }: Span, reading: Reading): OfficeRead | null {
  const title = ENDS_IN_TITLE.exec(reading.normal.text.slice(start, end));
  if (title === null) return null;
  const read = officeBefore({ start: end - title[0].length, end }, reading, start);
  return read === null ? null : { ...read, start, written: originalOf({ start, end }, reading) };
}

interface Part extends Span {
  /** What stands before the title: 云川县委. */
  readonly body: string;
  readonly title: string;
  /** What was cut off before it. */
  readonly before: string;
}

function partEndingAt(title: Span, { normal: { text, gaps } }: Reading, first: number): Part {
  let from = title.start;
  const least = Math.max(first, title.start - LONGEST_OFFICE);
  while (from > least && gaps[from] === 0 && isOfOffice(text[from - 1]!)) from--;
  const before = text.slice(from, title.start);
  const cut = lengthCut(before, text[from - 1] ?? '');
  return {
    start: from + cut,
    end: title.end,
    body: before.slice(cut),
    title: text.slice(title.start, title.end),
    before: before.slice(0, cut),
  };
}

function isOfOffice(unit: string): boolean {
  return /[\p{Script=Han}·]/u.test(unit);
}

const OFFICE_OPENS =
  '(?:省|市(?!场)|县|区|自治|州|盟|旗|镇|乡|党|国家|国务|中共|中央|中国|全国|副|常务|本|我|北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门)';
const DEPARTMENTS =
  '(?:发展改革|教育|科技|科学技术|工信|工业|民族|公安|民政|司法|财政|人力资源|自然资源|生态环境|住房|住建|交通|水利|农业|商务|文化|文旅|卫生|退役|应急|审计|外交|国防|市场监管|统计|医保|医疗保障|林草|林业|体育|信访)';
/** What stands before an office and does not belong to it; the last one counts. */
const CUTS = new RegExp(
  [
    '兼(?!任)|欢迎|牢记|祝贺|感谢|悼念|缅怀|跟着|拥护|聆听|学习|贯彻|根据|按照|(?<!自)由|的|了|(?<!数)据|着|请|把|被|让|是|叫|称|说|给|听取|会见|陪同|随同|跟随|任命|选举|免去|接受|邀请|看望|采访|告诉|介绍|[上下]午|中午|晚上|近日|日前|当[天日]|[今昨明]天|会上|其中|包括|以及|新任|新当选|会议|指示|批准|决定|同意|提名|推选|补选|罢免|撤销|慰问|见到|宣布|获悉|与会|出席|参加|接替|接任|递补|增补|前任|现任|因为|原因|因|如|名|位|对话|专访|连线|兼任|担任|出任|就任|升任|历任|调任|转任|当选|曾任|拟任|任',
    `(?:(?<!共)和|与|及|同)(?=${OFFICE_OPENS})`,
    `(?:对|在|随|见|经|到|从|以|将|令|使|求|为|向|有|时|后)(?=${OFFICE_OPENS}|${DEPARTMENTS})`,
  ].join('|'),
  'gu',
);

/** How much at the beginning of what stands before a title is not the office. */
function lengthCut(before: string, previous: string): number {
  let cut = /\d/.test(previous) ? (/^[年月日时点分号多余]+/u.exec(before)?.[0].length ?? 0) : 0;
  for (const found of before.matchAll(CUTS)) {
    if (found[0] === '名' && /(?:茂|著)$/.test(before.slice(0, found.index))) continue;
    if (found[0] === '任' && found.index > 4 && !/[主责县时原]$/.test(before.slice(0, found.index))) continue;
    cut = Math.max(cut, found.index + found[0].length);
  }
  return cut;
}

/** Where the office before a 、 or a 兼 ends. */
function linkBefore(start: number, { normal: { text, starts }, original }: Reading): number | null {
  if (text[start - 1] === '兼') return text[start - 2] === ',' ? start - 2 : start - 1;
  return text[start - 1] === ',' && '、､'.includes(original[starts[start - 1]!] ?? '') ? start - 1 : null;
}

/** Of a firm, a school, another country: then the whole chain is. */
function isNotOfState({ body, title, before }: Part): boolean {
  if (CHINA_ABROAD.test(before + body)) return false;
  return NOT_OF_STATE.test(body) || FOREIGN.test(before + body) || (body + title).endsWith('政协委员');
}

/** Whether such a title is an office of state with such a body. */
function mayBeOffice({ body, title, before }: Part): boolean {
  const whole = body + title;
  if (/驻$|驻[^华]{1,12}$/u.test(body) && CHINA_ABROAD.test(before + whole)) return true;
  switch (plain(title)) {
    case '院长':
      return body === '' || /法院$|行政学院$|社会主义学院$/.test(body);
    case '校长':
      return /党校$|行政学院$/.test(body);
    case '委员':
    case '候补委员':
      return body === '' || /(?:委|常委会|委员会|政治局|党组)$/.test(body);
    case '组长':
      return (
        body === '' ||
        (/(?:[导视察查调督]组|监察组|领导小组|工作组|专班|专项组|推进组|指挥部)?(?:副|常务)?$/.test(body) &&
          /组|专班|党/.test(body))
      );
    case '所长':
      return /(?:派出|司法|财政|税务|监管|戒毒|看守|拘留|管理)所$/.test(body);
    case '站长':
    case '负责人':
    case '负责同志':
    case '发言人':
    case '助理':
    case '大队长':
    case '支队长':
    case '总工程师':
    case '总经济师':
    case '总规划师':
    case '总农艺师':
    case '总统计师':
    case '参谋长':
    case '专员':
    case '司令':
      return body !== '' || title.endsWith('长助理');
    case '大使':
    case '总领事':
      return false;
    default:
      return true;
  }
}

/** 副市长 by its last characters. */
function plain(title: string): string {
  return title.replace(/^(?:(?:常务|执行|第一)?副|代理|代|候任)/u, '');
}

interface Sure {
  readonly certainty: number;
  readonly organisation: string | null;
}

function certaintyOf(parts: readonly Part[], reading: Reading): Sure | null {
  const unplaced = parts.every(
    ({ start, body, title }) => !isPlaced(start, reading) && !LEADS_ALONE.test(body + title),
  );
  if (unplaced && isOfFirm(parts[0]!.start, reading)) return null;
  const named = parts.map((part) => ofPart(part, reading));
  const organisation = named.find((each) => each.organisation !== null)?.organisation ?? null;
  const best = Math.max(...named.map(({ certainty }) => certainty));
  if (organisation !== null || best >= CARRIED) return { certainty: best, organisation };
  return carried(parts.at(-1)!, reading) ?? { certainty: best, organisation };
}

function ofPart({ start, body, title }: Part, reading: Reading): Sure {
  const organisation = body === '' ? null : originalOf({ start, end: start + body.length }, reading);
  if (/[省市县区州旗]领导$/.test(title)) return { certainty: BY_TITLE, organisation: null };
  if (/[省市县区州盟旗镇乡]长(?:助理)?$/.test(title)) return { certainty: BY_TITLE, organisation };
  if (title === '总书记') return { certainty: /^(?:中共)?中央$/.test(body) ? BY_TITLE : 0, organisation };
  if (/国务委员$|行政长官$/.test(title)) return { certainty: BY_TITLE, organisation };
  if (/^(?:国家|中国|国务院)$/.test(body)) return { certainty: LEADING, organisation };
  if (body === '') return { certainty: TITLE_ALONE, organisation: null };
  if (VILLAGE.test(body) || title.endsWith('第一书记')) return { certainty: OF_VILLAGE, organisation };
  if (LEADING_BODY.test(body)) return { certainty: LEADING, organisation };
  if (/[省市县区州盟旗镇乡国]$/.test(body) && /委员长|主席|总理|专员/.test(title))
    return { certainty: LEADING, organisation };
  if (/(?:大使|总领事)$/.test(title)) return { certainty: BY_TITLE, organisation };
  if (/(?:国家|省|市|县|区|州|盟|旗|镇|乡|局|厅|部|委)/u.test(body) && DEPARTMENT.test(body)) {
    return { certainty: OF_DEPARTMENT, organisation };
  }
  // 外交部长, 公安局长: the body's last word is the title's first.
  if (/[部局厅司]长$/.test(title) && (isPlaced(start, reading) || body.length >= 2)) {
    return { certainty: isPlaced(start, reading) ? OF_DEPARTMENT : LESSER, organisation };
  }
  if (/[镇乡]$|街道$/.test(body)) return { certainty: LESSER, organisation };
  if (DEPARTMENT.test(body) || LESSER_BODY.test(body)) return { certainty: LESSER, organisation };
  if (placeEndingAt(body, body.length)?.start === 0) return { certainty: LESSER, organisation };
  return { certainty: UNKNOWN_BODY, organisation };
}

function isPlaced(start: number, { normal: { text } }: Reading): boolean {
  for (let end = start + 2; end <= start + 8; end++) {
    if (placeEndingAt(text.slice(start, end), end - start)?.start === 0) return true;
  }
  return /^(?:\p{Script=Han}{0,4}[省市县区州旗]|国家|中国)/u.test(text.slice(start, start + 6));
}

/** Offices that no firm has. */
const LEADS_ALONE = /[省市县区州盟旗镇乡]长|国务|中央|检察|监委|法院|政协|人大|总书记/u;

/** Whether the body named last before `at`, in the same paragraph, is a firm, a school or the like. */
function isOfFirm(at: number, { normal: { text } }: Reading): boolean {
  const before = text
    .slice(Math.max(0, at - CARRY_REACH), at)
    .split('\n')
    .at(-1)!;
  const last = [...before.matchAll(ORGANISATION)].at(-1);
  return last !== undefined && NOT_OF_STATE.test(last[0]);
}

/** An organisation that a title alone may take from the words before it. */
const ORGANISATION =
  /(?:\p{Script=Han}{0,6}?(?:[省市县区州旗镇乡]|自治区|街道))?(?:委(?![员托任会])|党委|(?:人民)?政府|人大(?:常委会)?|政协|纪委监委|纪委|监委|(?:中级|高级)?人民法院|法院|人民检察院|检察院)|公司|集团|医院|大学|学院|学校|中学|小学|协会|学会|商会|合作社|报社|研究院|研究所|社区|村委会|\p{Script=Han}{2,8}(?:局|厅|部门|管委会|办公室)/gu;

function carried(part: Part, reading: Reading): Sure | null {
  const { text } = reading.normal;
  const before = text.slice(Math.max(0, part.start - CARRY_REACH), part.start);
  const last = [...before.matchAll(ORGANISATION)].at(-1);
  if (last === undefined || NOT_OF_STATE.test(last[0]) || FOREIGN.test(last[0])) return null;
  const start = part.start - before.length + last.index;
  const organisation = originalOf({ start, end: start + last[0].length }, reading);
  const isLeading = LEADING_BODY.test(last[0]);
  const isNear = last.index > before.length - 120;
  return { certainty: isLeading && isNear ? CARRIED : LESSER, organisation };
}

/** The words as the text writes them, without white space. */
export function originalOf({ start, end }: Span, { normal: { starts, ends }, original }: Reading): string {
  return original.slice(starts[start], ends[end - 1]).replace(/\s+/gu, '');
}
