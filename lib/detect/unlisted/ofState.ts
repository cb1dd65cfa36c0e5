/** Whether an office is one of party or state, and how sure that is. */
import type { Reading } from '../candidate';
import { placeEndingAt } from '../place';
import { originalOf, type Part } from './officePart';
import { CHINA_ABROAD, DEPARTMENT, FOREIGN, LEADING_BODY, LESSER_BODY, NOT_OF_STATE, VILLAGE } from './titles';

const LEADING = 0.97;
const BY_TITLE = 0.95;
const OF_DEPARTMENT = 0.94;
const CARRIED = 0.85;
const LESSER = 0.78;
const OF_VILLAGE = 0.64;
const TITLE_ALONE = 0.45;
const UNKNOWN_BODY = 0.4;

/** UTF-16 units. How far back the body may stand that a title alone takes. */
const CARRY_REACH = 220;

/** Of a firm, a school, another country: then the whole chain is. */
export function isNotOfState({ body, title, before }: Part): boolean {
  if (CHINA_ABROAD.test(before + body)) return false;
  return NOT_OF_STATE.test(body) || FOREIGN.test(before + body) || (body + title).endsWith('政协委员');
}

/** Whether such a title is an office of state with such a body. */
export function mayBeOffice({ body, title, before }: Part): boolean {
  const whole = body + title;
  if (/驻$|驻[^华]{1,12}$/u.test(body) && CHINA_ABROAD.test(before + whole)) return true;
  switch (plain(title)) {
    case '院长':
      return body === '' || /法院$|行政学院$|社会主义学院$/.test(body);
    case '总书记':
      return /^(?:中共)?中央$/.test(body);
    case '行长':
      return body.endsWith('人民银行');
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

export interface Sure {
  readonly certainty: number;
  readonly organisation: string | null;
}

/** How sure the offices of a chain are ones of state, and of which body; null when they are not. */
export function certaintyOf(parts: readonly Part[], reading: Reading): Sure | null {
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
  if (title === '总书记') return { certainty: BY_TITLE, organisation };
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
  const firm = [...before.matchAll(FIRM)].at(-1)?.index ?? -1;
  const state = [...before.matchAll(PLACED_BODY)].at(-1)?.index ?? -1;
  return firm > state;
}

const FIRM =
  /公司|集团|(?<!人民)银行|企业|医院|大学|(?<!行政|社会主义)学院|学校|[中小]学|协会|学会|商会|合作社|报社|研究[院所]|俱乐部/gu;
const PLACED_BODY =
  /[省市县区州盟旗镇乡](?:委(?![员托任会])|党委|政府|人民政府|人大|政协|纪委|监委|人民法院|法院|检察院)|[省市县区州]\p{Script=Han}{1,10}[局厅]|[省市县区州镇乡]长/gu;

/** An organisation that a title alone may take from the words before it. */
const ORGANISATION =
  /(?:\p{Script=Han}{0,6}?(?:[省市县区州旗镇乡]|自治区|街道))?(?:委(?![员托任会])|党委|(?:人民)?政府|人大(?:常委会)?|人民代表大会(?:常务委员会)?|政协|纪委监委|纪委|监委|(?:中级|高级)?人民法院|法院|人民检察院|检察院)|公司|集团|医院|大学|学院|学校|中学|小学|协会|学会|商会|合作社|报社|研究院|研究所|社区|村委会|\p{Script=Han}{2,8}(?:局|厅|部门|管委会|办公室)/gu;

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
