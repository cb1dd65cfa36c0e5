/** Where the name of a person ends that the reference does not know. */
import type { Span } from '../../model';
import type { Normal } from '../../text/normalise';
import { edgeAt, isOneWord } from '../../text/words';
import { AFTER_NAMES, titleStartingAt } from '../titles';
import { COMPOUND_SURNAMES, ENDS_RARELY, NOT_IN_NAMES, NOT_NAMES, SURNAMES } from './surnames';

/** A name as read; `certainty` 0 to 1: how sure its end is. */
export interface PersonName extends Span {
  readonly name: string;
  readonly certainty: number;
}

const CLEAR = 1;
const BY_WORD = 0.97;
const BY_SEGMENTER = 0.9;
const BY_LENGTH = 0.72;
const OF_WORD = 0.6;

/** What follows a name beyond what follows known ones. */
const FURTHER_AFTER: readonly string[] = (
  '进行 动员 颁发 汇报 带着 部署 出任 履行 讲解 阐述 通报 宣讲 解读 作动员 登台 上台 落座 到来 亲临 参会 与会 组织 协调 介绍 回应 回答 答 坦言 透露 感慨 解释 补充 分析 呼吁 重申 会谈 会晤 握手 率先 牵头 挂帅 领衔 担纲 致 发布 发表 发起 启动 按下 揭牌 授牌 颁奖 颁发 授旗 ' +
  '开展 开场 召集 召开 组织 推动 推进 落实 走到 走村 步行 驱车 冒雨 冒着 连夜 赶到 赶赴 奔赴 第一 多次 再次 近日 昨日 同日 今日 时任 现任 原任 已任 分管 负责 牵头 兼 主动 积极 耐心 现身 ' +
  '接过 接受 接待 接访 领取 领着 拿出 拿起 掰 指着 告诉 回忆 笑着 说道 谈 谈到 总结 点评 督战 坐镇 指挥 部署 深知 表态 承诺 签订 对接 洽谈 率团 赴京 赴粤 前去 入户 下沉 蹲点 包联 包保 帮扶 ' +
  '参与 列席 监督 见证 宣誓 就职 履职 离任 离开 任职 退休 逝世 因病 涉嫌 严重 违纪 落马 被查 接 表决 当选 连任 提名 提请 作了 作出 作为 代省 代市 代 (  到会 到场 到岗 到任 审议 审定 听 看 问 查 督 巡 走 来 去 ' +
  '主任 部长 局长 厅长 县长 区长 镇长 乡长 秘书长 副 常务 一线 全程 全天 会前 会后 会上 期间 调度 研判 研究 主抓 主管 协调 包案 化解 座谈 交流 互动 合影 共同 共 携 携手 偕 与会 邀请 欢迎 感谢 祝贺 祝愿 祝 号召 呼 以及 及其 ' +
  '指导 批评 肯定 高度评价 表扬 点赞 转达 转交 送上 送去 送达 带去 献上 敬献 种下 培土 挥锹 参 出 发 视频 电话 书面 撰 为此 首先 其次 最后 先 后 在接受 此前 此次 今年 去年 明确 决定 同意 批准 认 请 使 令 派 送 调 拟 免 卸任 接替 继任 递'
)
  .split(' ')
  .filter(Boolean);

const AFTER = new Map<string, readonly string[]>();
for (const word of new Set([...AFTER_NAMES, ...FURTHER_AFTER]))
  AFTER.set(word[0]!, [...(AFTER.get(word[0]!) ?? []), word]);

/** Surnames that join names far more often. */
const JOINS: ReadonlySet<string> = new Set('和与及');
/** Surnames that begin other words far more often: what follows must say that it is a name. */
const DOUBTFUL: ReadonlySet<string> = new Set('和于向应从有经查通能单公双解相明国');

const LONGEST = 4;
/** Single characters are weak as what follows: 出 also ends 出席, but also begins a name's last part. */
const LONG_WORD = 2;
const SAYS: ReadonlySet<string> = new Set(['说', '称']);

/** The name that begins exactly at `start`; null when what stands there is none. */
export function readName(start: number, normal: Normal): PersonName | null {
  const name = readAny(start, normal);
  return name === null || OF_A_BODY.test(normal.text.slice(name.end, name.end + 3)) ? null : name;
}

/** 水利部|长江水利|委员会: what goes on so is a body or a place. */
const OF_A_BODY =
  /^(?:委员会|公司|集团|大学|学院|医院|中心|流域|管理局|分局|[省市县区镇乡](?![委政人纪监长])|[路街道]$)/u;

function readAny(start: number, normal: Normal): PersonName | null {
  const { text } = normal;
  if (isOtherWord(text, start)) return null;
  // 和李强出席: the first is no surname.
  if (JOINS.has(text[start] ?? '') && readName(start + 1, normal) !== null) return null;
  const shape = shapeAt(start, normal);
  const foreign = dotted(start, normal);
  if (shape === null || foreign !== null) return foreign;
  const lengths = shape.filter((length) => isWritten(start, length, normal));
  const ends = lengths.map((length) => ({ length, end: endingAt(start + length, normal) }));
  const clear = ends.filter(({ end }) => end === 'clear');
  if (clear.length > 0) return clearly(start, clear.at(-1)!.length, normal);
  const long = ends.filter(({ end }) => end === 'word');
  const short = DOUBTFUL.has(text[start] ?? '') ? [] : ends.filter(({ end }) => end === 'letter');
  const best = chosen(start, long, short, normal);
  if (best !== null) return named(start, best, BY_WORD, normal);
  if (DOUBTFUL.has(text[start] ?? '')) return null;
  const run = readBareName(start, normal);
  if (run !== null && run.end - run.start > LONGEST - 1) return run;
  const cut = lengths.filter((length) => edgeAt(text, start + length, 'after') === 'edge');
  if (lengths[0] === 2 && cut.length === 1 && cut[0] === 2 && isOneWord(text.slice(start, start + 2))) return null;
  if (cut.length === 1) return named(start, cut[0]!, BY_SEGMENTER, normal);
  if (cut.length > 1) return named(start, Math.max(...cut), BY_LENGTH, normal);
  const usual = lengths.at(-1);
  return usual === undefined || edgeAt(text, start + usual, 'after') === 'inside'
    ? null
    : named(start, usual, BY_LENGTH, normal);
}

/** Two characters that are a word (高原, 通道) are a name before a punctuation mark rather than at the end of a line. */
function clearly(start: number, length: number, normal: Normal): PersonName | null {
  const { text, gaps } = normal;
  const end = start + length;
  if (text[end] === '”') return null;
  const isSet = gaps[start + 1] === 1 || gaps[end] === 1 || /[,。;(]/.test(text[end] ?? '');
  const isWord = length === 2 && !isSet && isOneWord(text.slice(start, start + 2));
  return named(start, length, isWord ? OF_WORD : CLEAR, normal);
}

/** 庾亮|为|副主任. */
const OFFICE_FOLLOWS = /^(?:[省市县区州盟旗镇乡副代]|书记|主任|主席|院长|检察长|常委|委员)/u;

/** Of ends with a word after them: 李强|强调, not 李强强|调. */
function chosen(
  start: number,
  long: readonly { readonly length: number }[],
  short: readonly { readonly length: number }[],
  { text }: Normal,
): number | null {
  const lengths = (long.length > 0 ? long : short).map(({ length }) => length);
  if (lengths.length === 0) return null;
  const longest = lengths.at(-1)!;
  const before = longest - 1;
  const last = text[start + longest - 1]!;
  const both = [...long, ...short].some(({ length }) => length === before);
  const isVerb = ENDS_RARELY.has(last) || (last === '为' && OFFICE_FOLLOWS.test(text.slice(start + longest)));
  return both && isVerb ? before : longest;
}

/** The lengths that a Chinese name at `start` may have, shortest first; null when no surname begins there. */
function shapeAt(start: number, { text }: Normal): number[] | null {
  if (COMPOUND_SURNAMES.has(text.slice(start, start + 2))) return [3, 4];
  return SURNAMES.has(text[start] ?? '') ? [2, 3] : null;
}

/** Whether the characters can be a name, and white space among them only pads one of two. */
function isWritten(start: number, length: number, { text, gaps }: Normal): boolean {
  for (let at = start + 1; at < start + length; at++) {
    const unit = text[at] ?? '';
    if (!/\p{Script=Han}/u.test(unit) || NOT_IN_NAMES.has(unit)) return false;
    if (gaps[at] === 1 && length > 2) return false;
  }
  return true;
}

function isOtherWord(text: string, start: number): boolean {
  return NOT_NAMES.has(text.slice(start, start + 2)) || NOT_NAMES.has(text.slice(start, start + 3));
}

/** Whether a word begins at `at` that follows names: no name begins there. */
function beginsWord(at: number, { text }: Normal): boolean {
  return (AFTER.get(text[at] ?? '') ?? []).some((word) => text.startsWith(word, at));
}

/** What ends a name at `end`. */
function endingAt(end: number, { text, gaps }: Normal): 'clear' | 'word' | 'letter' | null {
  if (end >= text.length || gaps[end] === 1 || !/^\p{Script=Han}/u.test(text.slice(end, end + 2))) return 'clear';
  const words = (AFTER.get(text[end]!) ?? []).filter((word) => text.startsWith(word, end));
  if (words.some((word) => word.length >= LONG_WORD || SAYS.has(word))) return 'word';
  return words.length > 0 ? 'letter' : null;
}

/** 阿不力孜·买买提. */
function dotted(start: number, normal: Normal): PersonName | null {
  const found = /^\p{Script=Han}{1,7}(?:·\p{Script=Han}{1,8}){1,3}/u.exec(normal.text.slice(start, start + 30));
  if (found === null) return null;
  const last = found[0].split('·').at(-1)!;
  const tail = start + found[0].length - last.length;
  for (let length = 1; length <= last.length; length++) {
    const ending = endingAt(tail + length, normal);
    const isEnd = ending === 'letter' && length > 1 && ENDS_RARELY.has(normal.text[tail + length]!);
    if (isEnd || ending === 'clear' || ending === 'word') return named(start, tail + length - start, BY_WORD, normal);
  }
  return null;
}

/** With what Mongolian, Tibetan and Turkic names are mostly written. */
const TRANSCRIBED =
  /^[阿不都买提艾力古丽热合曼克依木吾尔苏帕努兰孜江汗巴图特格日勒布胡扎西洛桑村旺堆多吉次仁平措尼玛顿珠达瓦普德央宗乌娜其顺米拉益登朗嘉赤列松白贡觉强斯琴高娃呼和朝鲁宝音吐亚库热赛麦买麦哈尼沙拜山别克叶尔兰肯玉素甫伊卜拉欣]+$/u;

/** A name without a surname (巴特尔), where only a person can stand and its end is clear. */
export function readBareName(start: number, normal: Normal): PersonName | null {
  if (beginsWord(start, normal) || isOtherWord(normal.text, start)) return null;
  for (let length = 2; length <= LONGEST + 1; length++) {
    if (!isWritten(start - 1, length + 1, normal) || normal.gaps[start + length - 1] === 1) return null;
    const ending = endingAt(start + length, normal);
    if (ending === 'clear' || (ending === 'word' && length > 2)) {
      const isWord = edgeAt(normal.text, start + length, 'before') === 'edge' && length === 2;
      if (!TRANSCRIBED.test(normal.text.slice(start, start + length))) return null;
      return isWord || titleStartingAt(normal.text, start) !== null ? null : named(start, length, BY_SEGMENTER, normal);
    }
  }
  return null;
}

/** The name that ends exactly at `end` and begins a clause or follows one of `before`. */
export function readNameBefore(end: number, normal: Normal, mayFollow: (start: number) => boolean): PersonName | null {
  const { text } = normal;
  for (const length of [3, 2, LONGEST]) {
    const start = end - length;
    if (start < 0 || isOtherWord(text, start)) continue;
    const shape = shapeAt(start, normal);
    if (shape?.includes(length) === true && isWritten(start, length, normal) && mayFollow(start)) {
      return named(start, length, CLEAR, normal);
    }
  }
  return null;
}

function named(start: number, length: number, certainty: number, { text }: Normal): PersonName {
  return { start, end: start + length, name: text.slice(start, start + length), certainty };
}
