/** What editors do to a few words. Each gives the text back as it was where it finds nothing to change. */
import { between, pick, type Random } from './random';

const WORDS = ['扎实', '有关', '进一步', '认真', '相关', '持续', '全面', '切实', '不断', '当前'];
export const CLAUSES = [
  '与会人员还交换了意见',
  '有关部门作了说明',
  '现场观看了短片',
  '记者在场作了记录',
  '双方约定月底再议',
];
/** Names of this project's texts, and none of them. */
const NAMES = [
  '蓝佛安',
  '金湘军',
  '刘星',
  '王建忠',
  '冯晓雷',
  '任秀红',
  '吴存荣',
  '商黎光',
  '张王杰',
  '田桂梅',
  '林武',
];
const OTHER_NAMES = ['周怀远', '陈立新', '赵一宁', '何平'];
/** Formulations and what looks like them. */
const FORMULATIONS: readonly (readonly [string, string])[] = [
  ['两个确立', '两个维护'],
  ['两个维护', '两个确立'],
  ['四个意识', '四个自信'],
  ['四个自信', '四个意识'],
  ['六稳', '六保'],
  ['六保', '六稳'],
  ['高质量发展', '高水平开放'],
  ['营商环境', '消费环境'],
  ['经营主体', '市场主体'],
  ['主题教育', '学习教育'],
  ['学习教育', '主题教育'],
  ['市委', '省委'],
  ['省委', '市委'],
  ['省政府', '市政府'],
  ['数字经济', '实体经济'],
  ['零容忍', '零事故'],
];

export const HAS_NAME = new RegExp(NAMES.join('|'));
export const HAS_FORMULATION = new RegExp(FORMULATIONS.map(([form]) => form).join('|'));
export const HAS_NUMBER = /\d|[两三四五六十]/;
export const HAS_DATE = /\d+[年月日]/;

const SENTENCE = /[^。！？；\n]*[。！？；]?\n*/g;
export const sentencesOf = (text: string): string[] => text.match(SENTENCE)?.filter(Boolean) ?? [];

/** Replaces, removes or puts in a word at a place that is no edge. */
export function wordChanged(text: string, random: Random): string {
  if (text.length < 4) return text;
  const at = between(1, text.length - 3, random);
  const way = random();
  if (way < 0.4) return text.slice(0, at) + pick(WORDS, random) + text.slice(at + 2);
  if (way < 0.7) return text.slice(0, at) + pick(WORDS, random) + text.slice(at);
  return text.slice(0, at) + text.slice(at + 2);
}

export function nameChanged(text: string, random: Random): string {
  return text.replace(HAS_NAME, pick(OTHER_NAMES, random));
}

export function formulationChanged(text: string): string {
  return text.replace(HAS_FORMULATION, (form) => FORMULATIONS.find(([each]) => each === form)![1]);
}

export function dateChanged(text: string): string {
  return text.replace(/\d+(?=[年月日])/, (digits) => String(Number(digits) > 1 ? Number(digits) - 1 : 2));
}

export function numberChanged(text: string): string {
  const swaps: Readonly<Record<string, string>> = { 两: '四', 三: '五', 四: '六', 五: '七', 六: '八', 十: '百' };
  return text.replace(HAS_NUMBER, (digit) => swaps[digit] ?? String((Number(digit) + 3) % 10));
}

/** Takes the clause between two commas out of a passage. */
export function shortened(text: string): string {
  const clauses = text.split('，');
  return clauses.length < 3 ? text : [...clauses.slice(0, 1), ...clauses.slice(2)].join('，');
}

/** Puts a clause in after a comma. */
export function widened(text: string, random: Random): string {
  const at = text.indexOf('，', 1) + 1;
  return at === 0 || at === text.length ? text : `${text.slice(0, at)}${pick(CLAUSES, random)}，${text.slice(at)}`;
}

/** The `count` sentences at one end written anew. */
export function nearRewritten(text: string, count: number, side: 'end' | 'start', random: Random): string {
  const sentences = sentencesOf(text);
  const from = side === 'end' ? Math.max(0, sentences.length - count) : 0;
  return sentences
    .map((sentence, index) => (index >= from && index < from + count ? `${pick(CLAUSES, random)}。` : sentence))
    .join('');
}
