/** The office that a text writes before a name, in its exact words, and how sure it is one of party or state. */
import type { Span } from '../../model';
import type { Reading } from '../candidate';
import { originalOf, type Part } from './officePart';
import { certaintyOf, isNotOfState, mayBeOffice } from './ofState';
import { NOT_NAMES, SURNAMES } from './surnames';
import { ENDS_IN_TITLE } from './titles';

export interface OfficeRead extends Span {
  readonly written: string;
  readonly organisation: string | null;
  /** How sure it is an office of party or state, 0 to 1. */
  readonly certainty: number;
}

/** UTF-16 units. */
const LONGEST_OFFICE = 30;
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
    '兼(?!任)|欢迎|牢记|祝贺|感谢|悼念|缅怀|跟着|拥护|聆听|学习|贯彻|根据|按照|(?<!自)由|的|了|(?<!数)据|着|请|把|被|让|是|叫|称|说|给|听取|会见|陪同|随同|跟随|任命|选举|免去|接受|邀请|看望|采访|告诉|介绍|[上下]午|中午|晚上|近日|日前|当[天日]|[今昨明]天|会上|其中|包括|以及|新任|新当选|会议|指示|批准|决定|同意|提名|推选|补选|罢免|撤销|慰问|见到|宣布|获悉|与会|出席|参加|接替|接任|递补|增补|前任|现任|因为|原因|因|如(?!皋|东)|名(?!山)|位|对话|专访|连线|兼任|担任|出任|就任|升任|历任|调任|转任|当选|曾任|拟任|任(?!丘市|城区|泽区)',
    `(?:(?<!共)和|与|及|同)(?=${OFFICE_OPENS}|$)`,
    `(?:对|在|随|见|经|到|从|以|将|令|使|求|为|向|有|时|后)(?=${OFFICE_OPENS}|${DEPARTMENTS})`,
  ].join('|'),
  'gu',
);

/** How much at the beginning of what stands before a title is not the office. */
function lengthCut(before: string, previous: string): number {
  let cut = /\d/.test(previous) ? (/^[年月日时点分号多余]+/u.exec(before)?.[0].length ?? 0) : 0;
  for (const found of before.matchAll(CUTS)) {
    const isAbroad = before.startsWith('中国驻', found.index + 1);
    if (/^[和与及同]$/.test(found[0]) && !isAbroad && !endsInPerson(before.slice(cut, found.index))) continue;
    if (found[0] === '名' && /(?:茂|著)$/.test(before.slice(0, found.index))) continue;
    if (found[0] === '任' && found.index > 4 && !/[主责县时原]$/.test(before.slice(0, found.index))) continue;
    cut = Math.max(cut, found.index + found[0].length);
  }
  return cut;
}

/** 市长张三|和县长: 和 joins persons; 太|和县, 大|同市 it is part of a place. */
function endsInPerson(before: string): boolean {
  if (ENDS_IN_TITLE.test(before)) return true;
  return [2, 3].some((length) => {
    const start = before.length - length;
    const isName = start >= 0 && SURNAMES.has(before[start]!) && !NOT_NAMES.has(before.slice(start, start + 2));
    return isName && (start === 0 || ENDS_IN_TITLE.test(before.slice(0, start)));
  });
}

/** Where the office before a 、 or a 兼 ends. */
function linkBefore(start: number, { normal: { text, starts }, original }: Reading): number | null {
  if (text[start - 1] === '兼') return text[start - 2] === ',' ? start - 2 : start - 1;
  return text[start - 1] === ',' && '、､'.includes(original[starts[start - 1]!] ?? '') ? start - 1 : null;
}
