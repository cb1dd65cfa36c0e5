/**
 * Formulations that the reference does not have, by their form: quoted codes of numerals, quoted coinages that the text
 * repeats or explains, （以下简称“X”）, A+B+C.
 */
import type { FormulationBasis, ListedMember, Reason, Span } from '../../model';
import type { Reading } from '../candidate';
import { isOtherField } from '../field';
import { codeOf, isNeverCode } from './codes';
import { membersOf } from './members';
import { originalOf } from './office';
import { quotations } from './quotations';

/** Offsets are those of the normalised text; those of members lead into the original. */
export interface FoundFormulation extends Span {
  readonly name: string;
  readonly members: readonly ListedMember[];
  readonly basis: FormulationBasis;
  readonly confidence: number;
  readonly why: readonly Reason[];
}

export type ToldFormulation = Pick<FoundFormulation, 'name' | 'members' | 'confidence' | 'basis'>;

/** Words before and after quotation marks that say: a measure, a demand, a way of work. */
const CUE_BEFORE =
  /(?:落实|坚持|推进|推动|实施|围绕|聚焦|按照|开展|构建|打造|深化|完善|贯彻|推行|提出|提出了|探索|建立|践行|做到|实现|抓好|抓实|做好|做实|做优|做强|深入|聚力|建成|建设|形成|健全|强化|严格执行|执行|遵循|创新|首创|运用|推广|实行|依托|通过|以|用好|发挥|确立|树立|增强|坚定|突出|紧盯|紧扣|锚定|对照|擦亮|培育|破解|解决|整治|启动|出台|制定|部署|统筹|巩固|拓展|持续|全面|全力|加快|大力|着力|扎实|牢记|弘扬|传承|谋划|绘就|念好|打好|下好|走好|发展|壮大|融入|服务|保障|守住|守牢|划定|落细|细化|量化|创建|争创|称为|概括为|总结为|简称为|命名为|叫|即|这一)了?$/u;
const CUE_AFTER =
  /^(?:的)?(?:工作法|工作|要求|行动|机制|战略|工程|目标|任务|举措|体系|模式|思路|格局|制度|改革|原则|标准|建设|政策|计划|方针|理念|方案|布局|路径|专项|措施|责任|改造|重点|做法|经验|总|服务|管理|治理|监管|清单|方法|活动|问题|规划|发展|产业|精神|作风|底线|红线|关系|框架|协同|联动|矩阵|平台|抓手|品牌|创建|试点|导向|定位|路线|攻坚|培育|整治|监督|考核|评价|教育|保障|联创|同步|方式|举|法|网|圈|新|党建|基层|乡村|农村|为|等|和|与|、|,|。|;|“)/u;
const MEASURES =
  '(?:工作法|工作|要求|行动|机制|战略|工程|目标|任务|举措|体系|模式|思路|格局|制度|改革|原则|标准|政策|计划|方针|理念|方案|布局|路径|专项|措施|做法|经验|总要求|总目标|总思路|清单|方法|监管|治理|精神|重点|建设)';
const STRONG_AFTER = new RegExp(`^的?${MEASURES}`, 'u');

/** A form that nobody speaks. */
const SURE_FORM = 0.9;
const UNCUED = 0.72;
const REPEATED = 0.68;
const EXPLAINED = 0.85;
const SHORT_NAME = 0.75;
const COMBINED = 0.82;
const COMBINED_ALONE = 0.5;
const BARE = 0.7;

export function findFormulations(reading: Reading, told: readonly ToldFormulation[], from: number): FoundFormulation[] {
  const { text } = reading.normal;
  const quoted = quotations(text);
  const counts = new Map<string, number>();
  for (const { start, end } of quoted) {
    const inner = text.slice(start, end);
    counts.set(inner, (counts.get(inner) ?? 0) + 1);
  }
  const inQuotes = quoted.flatMap((span) => ofQuotation(span, counts, reading));
  const found = [...inQuotes, ...combinations(reading, quoted)].filter(({ confidence }) => confidence >= from);
  return [...sharing(found), ...bare(found, told, quoted, reading)];
}

function ofQuotation(span: Span, counts: ReadonlyMap<string, number>, reading: Reading): FoundFormulation[] {
  const { text } = reading.normal;
  const inner = text.slice(span.start, span.end);
  if (isShortName(span, inner, text))
    return [foundBy(span, 'short-name', SHORT_NAME, [{ is: 'short-name' }], [], reading)];
  const code = codeOf(inner);
  if (code !== null) return ofCode(span, code.sure, code.count, reading);
  return ofCoinage(span, inner, counts.get(inner) ?? 1, reading);
}

function ofCode(span: Span, sure: number, count: number | null, reading: Reading): FoundFormulation[] {
  const { text } = reading.normal;
  if (isNameOfThing(span, text) || (sure < SURE_FORM && isSpoken(span, text))) return [];
  const why: Reason[] = [{ is: 'code' }];
  const listed = membersOf({ start: span.start - 1, end: span.end + 1 }, count, reading);
  const cue = cueOf(span, text);
  if (cue !== null) why.push({ is: 'cue', word: cue.word });
  if (listed !== null) why.push({ is: 'explained', by: listed.by });
  let confidence = sure;
  if (listed !== null && count !== null) confidence = Math.max(sure + 0.15, EXPLAINED);
  else if (cue?.isStrong === true) confidence = sure < 0.5 ? sure + 0.35 : sure + 0.15;
  else if (cue !== null) confidence = sure < 0.5 ? sure + 0.12 : sure + 0.05;
  else confidence = sure * UNCUED + 0.1;
  if (listed === null && cue?.isStrong !== true && sure < SURE_FORM && isOtherField(reading.normal, span))
    confidence *= 0.6;
  return [foundBy(span, 'code', confidence, why, listed?.members ?? [], reading)];
}

/** UTF-16 units. Shorter ones are mostly words in quotation marks: “绿色”. */
const SHORTEST_COINAGE = 3;

function ofCoinage(span: Span, inner: string, count: number, reading: Reading): FoundFormulation[] {
  const { text } = reading.normal;
  if (inner.length < SHORTEST_COINAGE || inner.length > 12 || !/^[\p{Script=Han}\d+,a-z]+$/u.test(inner)) return [];
  if (
    /[我你您他她它们了吗呢吧啊呀哦嘛啦咱这那哪谁怎很都太真]/.test(inner) ||
    /(?:公司|集团|局|厅|[院校队团社店馆]|医院|[号车船舰机])$/.test(inner)
  )
    return [];
  if (isNeverCode(inner) || isNameOfThing(span, text) || isSpoken(span, text) || isOtherField(reading.normal, span))
    return [];
  const combined = combinationOf(inner);
  if (combined !== null) {
    const members = combined.map((part) => memberAt(span.start + part.start, span.start + part.end, reading));
    const cue = cueOf(span, text);
    const sure = combined.length > 2 || cue?.isStrong === true ? COMBINED : COMBINED_ALONE;
    return [foundBy(span, 'combination', sure, [{ is: 'combination' }], members, reading)];
  }
  const cue = cueOf(span, text);
  const listed = /^[”](?:,|\()?(?:即|是指|指的是|就是指)/u.test(text.slice(span.end, span.end + 6))
    ? membersOf({ start: span.start - 1, end: span.end + 1 }, null, reading)
    : null;
  if (listed !== null && cue !== null) {
    return [foundBy(span, 'coinage', EXPLAINED, [{ is: 'explained', by: listed.by }], listed.members, reading)];
  }
  if (count > 1 && cue?.isStrong === true) {
    return [
      foundBy(
        span,
        'coinage',
        REPEATED,
        [
          { is: 'repeated', count },
          { is: 'cue', word: cue.word },
        ],
        [],
        reading,
      ),
    ];
  }
  return [];
}

/** “X”号, 《“X”》, 品牌“X”, 绰号“X”: a thing, a title, a person. */
function isNameOfThing({ start, end }: Span, text: string): boolean {
  const after = text.slice(end + 1, end + 6);
  const before = text.slice(Math.max(0, start - 7), start - 1);
  if (
    /^(?:号|牌|级|型|舰|轮|游轮|列车|航班|飞船|卫星|火箭|歌曲|歌舞|电影|影片|剧|话剧|一书|一文|一诗|乐队|组合|球队|队|俱乐部|公司|酒店|饭店|超市|药房|手机|汽车|相机|店|杯|奖|热线|假期|小长假|黄金周|期间|节|节日|前后|购物节|劳动奖章|口号|联赛|博主|网红|台风|先生|女士|大爷|奶奶|爷爷|同学|老师|大妈|大姐|大叔|大娘|巷|街|桥|湖|寺|庙|套餐|菜|酒|茶)/u.test(
      after,
    ) &&
    !/^(?:节约|节能|节点|队伍|级联|茶产|奖补|奖励|剧本)/u.test(after)
  )
    return true;
  return /(?:号称|人称|绰号|外号|昵称|网名|乳名|小名|艺名|笔名|电影|影片|歌曲|话剧|歌剧|舞剧|小说|图书|游戏|品牌|商标|网店|店名|名为|名叫|取名|歌名|商店|餐厅|台风|航母|货轮|渔船|代号|诗云|有诗|谚语|俗话说?|常言道?|戏称):?$/u.test(
    before,
  );
}

/** 他说:“…”. */
function isSpoken({ start }: Span, text: string): boolean {
  return /(?:笑称|调侃|自称|说|道|问|喊|写道|写着|写有|印着|刻着|答|回答|表示|高喊):?$/u.test(
    text.slice(Math.max(0, start - 6), start - 1),
  );
}

interface Cue {
  readonly word: string;
  readonly isStrong: boolean;
}

function cueOf({ start, end }: Span, text: string): Cue | null {
  const strong = STRONG_AFTER.exec(text.slice(end + 1, end + 7));
  if (strong !== null) return { word: strong[0], isStrong: true };
  const before = CUE_BEFORE.exec(text.slice(Math.max(0, start - 9), start - 1));
  if (before !== null) return { word: before[0], isStrong: true };
  const after = CUE_AFTER.exec(text.slice(end + 1, end + 5));
  return after === null ? null : { word: after[0], isStrong: false };
}

/** What a short name is of: a body or a paper, not a formulation. */
const OF_BODY_OR_PAPER =
  /(?:公司|集团|[局委部厅会院校站所社队]|中心|银行|条例|办法|意见|通知|规划|方案|细则|规定|协议|合同|纲要|大会|论坛|峰会|甲方|乙方|双方|项目|基金|法|试点城市|基地|园区|办公室|系统|平台|指南|标准|名单|目录|公告|报告|决定|暂行|博览会|展会)$/u;

function isShortName({ start }: Span, inner: string, text: string): boolean {
  if (!/(?:以下)?(?:统称|简称|合称)(?:为|:)?“$/u.test(text.slice(Math.max(0, start - 8), start))) return false;
  if (OF_BODY_OR_PAPER.test(inner) || inner.length < 2) return false;
  return /^[\p{Script=Han}\d+]+$/u.test(inner) || codeOf(inner) !== null;
}

/** 承诺制+标准地+全代办, inside quotation marks or not. */
function combinationOf(inner: string): Span[] | null {
  if (!/^\p{Script=Han}{1,8}(?:\+\p{Script=Han}{1,8}){1,5}\+?$/u.test(inner) && !/^\p{Script=Han}{2,6}\+$/u.test(inner))
    return null;
  const parts: Span[] = [];
  for (const part of inner.matchAll(/[^+]+/gu)) parts.push({ start: part.index, end: part.index + part[0].length });
  return parts;
}

/** What leads to a combination without quotation marks: 推行|链长+盟长+专班. */
const LEADS = /^(?:推行|实行|深化|探索|采取|采用|建立|构建|打造|推广|实施|运用|形成|通过|按照|完善|推进|以)/u;
const BARE_COMBINATION = new RegExp(
  `(?<![\\p{Script=Han}+])\\p{Script=Han}{2,8}(?:\\+\\p{Script=Han}{1,8}?){2,5}(?=${MEASURES})`,
  'gu',
);

function combinations(reading: Reading, quoted: readonly Span[]): FoundFormulation[] {
  const { text } = reading.normal;
  const found: FoundFormulation[] = [];
  for (const match of text.matchAll(BARE_COMBINATION)) {
    const lead = LEADS.exec(match[0])?.[0].length ?? 0;
    const span = { start: match.index + lead, end: match.index + match[0].length };
    const parts = combinationOf(match[0].slice(lead));
    if (parts === null || quoted.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const members = parts.map((part) => memberAt(span.start + part.start, span.start + part.end, reading));
    const word = new RegExp(`^${MEASURES}`, 'u').exec(text.slice(span.end, span.end + 6))![0];
    found.push(foundBy(span, 'combination', BARE, [{ is: 'combination' }, { is: 'cue', word }], members, reading));
  }
  return found;
}

/** One name, one list of members and the best of its confidences: what one place explains holds for all. */
function sharing(found: readonly FoundFormulation[]): FoundFormulation[] {
  const byName = new Map<string, FoundFormulation>();
  for (const each of found) {
    const before = byName.get(each.name);
    if (before === undefined || before.members.length < each.members.length) byName.set(each.name, each);
  }
  return found.map((each) => ({ ...each, members: byName.get(each.name)!.members }));
}

/** UTF-16 units. A shorter name without quotation marks may be other words. */
const SHORTEST_BARE = 4;

/** Later mentions without quotation marks, of names long enough to be nothing else. */
function bare(
  found: readonly FoundFormulation[],
  told: readonly ToldFormulation[],
  quoted: readonly Span[],
  reading: Reading,
): FoundFormulation[] {
  const { text } = reading.normal;
  const known = new Map<string, ToldFormulation>();
  for (const each of [...told, ...found]) {
    if (!known.has(each.name) || known.get(each.name)!.members.length < each.members.length) known.set(each.name, each);
  }
  const mentions: FoundFormulation[] = [];
  const taken = new Set(found.map(({ start }) => start));
  for (const { name, members, confidence, basis } of known.values()) {
    if (basis === 'coinage') continue;
    const form = name.toLowerCase();
    if (form.length < SHORTEST_BARE || /^\d+$/.test(form)) continue;
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      const span = { start: at, end: at + form.length };
      const isInside = quoted.some(
        ({ start, end }) => (start < span.start && span.end <= end) || (start <= span.start && span.end < end),
      );
      if (isInside || taken.has(span.start)) continue;
      if (/[一二两三四五六七八九十百千万\d]/.test(text[at - 1] ?? '') || /\d/.test(text[span.end] ?? '')) continue;
      const why: Reason[] = [{ is: 'named-before' }];
      mentions.push({
        ...span,
        name,
        members,
        basis: 'named-before',
        confidence: Math.round(confidence * 95) / 100,
        why,
      });
    }
  }
  return mentions;
}

function memberAt(start: number, end: number, { normal: { starts, ends }, original }: Reading): ListedMember {
  const from = starts[start]!;
  const to = ends[end - 1]!;
  return { text: original.slice(from, to), start: from, end: to };
}

function foundBy(
  span: Span,
  basis: FormulationBasis,
  confidence: number,
  why: readonly Reason[],
  members: readonly ListedMember[],
  reading: Reading,
): FoundFormulation {
  const sure = Math.round(Math.min(0.98, confidence) * 100) / 100;
  return { ...span, name: originalOf(span, reading), members, basis, confidence: sure, why };
}
