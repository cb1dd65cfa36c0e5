/** What document pages say: the table with 索引号, 发文机关, 发文字号, and the number under the title. */
import type { Lines } from './lines';

const LABELS = {
  index: [
    '索引号',
    '信息索引号',
    '索引号码',
    '信息分类',
    '主题分类',
    '主题词',
    '公文种类',
    '体裁分类',
    '体裁',
    '效力状态',
    '有效性',
    '组配分类',
    '服务对象',
  ],
  title: ['标题', '名称', '信息名称', '文件名称', '文件标题'],
  issuingBody: [
    '发文机关',
    '发文单位',
    '发布机构',
    '发布机关',
    '制发机关',
    '发文机构',
    '制定机关',
    '公开主体',
    '发布单位',
  ],
  documentNumber: ['发文字号', '文号', '文件编号', '公文字号', '文件字号', '发文文号'],
  source: ['来源', '信息来源'],
  publishedAt: ['发布日期', '发布时间', '公开日期', '公开时间'],
  writtenAt: [
    '成文日期',
    '成文时间',
    '生成日期',
    '印发日期',
    '施行日期',
    '实施日期',
    '生效日期',
    '废止日期',
    '失效日期',
    '有效期',
  ],
} as const;
type Label = keyof typeof LABELS;

const LABEL_OF = new Map<string, Label>(
  Object.entries(LABELS).flatMap(([label, words]) => words.map((word) => [word, label as Label])),
);
/** 索 引 号： with its spaces; the longer first. */
const WORD = new RegExp(
  `(?<![\\p{Script=Han}])(?:${[...LABEL_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.split('').join('\\s*'))
    .join('|')})(?:\\s*[：:]|(?=\\s|$))`,
  'gu',
);
/** A table has at least so many of them; one alone is a word of prose. */
const FEWEST = 3;

const NUMBER = /^(\p{Script=Han}{1,14}?)\s*(?:[〔[［(（【]\s*(\d{4})\s*[〕\]］)）】])\s*(?:第)?\s*(\d{1,5})\s*号$/u;
const NUMBER_INSIDE =
  /(?<!\p{Script=Han})\p{Script=Han}{1,14}[〔[［(（]\s*(?:19|20)\d{2}\s*[〕\]］)）]\s*(?:第)?\s*\d{1,5}\s*号/u;

export type DocumentFields = Readonly<Partial<Record<Label, string>>>;

/** The fields of the table of a document; empty when the page has none. */
export function documentFields({ before, after }: Lines): DocumentFields {
  const text = [...before, ...after.slice(0, 60)].join('\n');
  const labels = [...text.matchAll(WORD)];
  const fields: Partial<Record<Label, string>> = {};
  const seen = new Set<string>();
  labels.forEach((found, index) => {
    const word = found[0].replace(/[\s：:]/g, '');
    seen.add(word);
    const from = found.index + found[0].length;
    const [value = ''] = text
      .slice(from, labels[index + 1]?.index ?? from + 80)
      .trim()
      .split('\n');
    const label = LABEL_OF.get(word)!;
    if (value !== '' && !/^[-—/无]+$/.test(value)) fields[label] ??= value.trim();
  });
  return seen.size < FEWEST ? {} : fields;
}

/** 晋政发〔2022〕12号, whatever brackets it has; null for anything else. */
export function documentNumber(written: string): string | null {
  const found = NUMBER.exec(written.trim());
  return found && `${found[1]}〔${found[2]}〕${Number(found[3])}号`;
}

/** The number of a document in its title or on a line of its own below it. */
export function numberBelow(title: string | null, { after }: Lines): string | null {
  const inTitle = NUMBER_INSIDE.exec(title ?? '')?.[0];
  if (inTitle !== undefined) return documentNumber(inTitle);
  for (const line of after.slice(0, 12)) {
    const found = documentNumber(line.replace(/^[（(]|[）)]$/g, ''));
    if (found !== null) return found;
  }
  return null;
}

/** 国务院办公厅关于印发…的通知: who issues it. */
export function bodyInTitle(title: string | null): string | null {
  return (
    /^(\p{Script=Han}{2,30}?)\s*(?:印发)?关于.+(?:通知|意见|决定|命令|公告|通告|通报|批复|函|办法|议案|报告|纪要|规定|条例|方案)(?:（.*）)?$/u.exec(
      title ?? '',
    )?.[1] ?? null
  );
}
