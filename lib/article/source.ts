/** Whose text it is. */
import { element } from './elements';
import { comment } from './comments';
import { textAfter } from './heading';
import { meta } from './meta';
import { paperLine } from './patterns';
import type { Rule } from './rules';
import { jsonLd } from './structured';

/** 能源来源 and 资金来源 are other words; a date may stand right before. */
const SOURCE =
  /(?:(?<!\p{Script=Han})|(?<=\d日))(?:(?:文章|信息|稿件|新闻|内容)?来源|稿源)\s*[：:]\s*([^\s|｜（()）【[：:]{2,30}?)(?=[\s|｜（()）【\]]|\[|$|(?:发布时间|发布日期|时间|日期|作者|编辑|责任编辑|责编|浏览|点击|字体|字号|\d{4}[-年]))/gu;

const sourceLine: Rule = {
  name: 'source line',
  find: ({ heading }) =>
    heading === null ? [] : Array.from(textAfter(heading).matchAll(SOURCE), ([, found]) => found),
};

/** The more trusted first. */
export const SOURCES: readonly Rule[] = [
  meta('ContentSource'),
  meta('source'),
  comment('sourcename'),
  paperLine('paper'),
  element('#source_baidu, #articleSource, #js_name, .m-con-source, .h-time #source, #source'),
  sourceLine,
  { name: 'title', find: ({ document }) => [/(\p{Script=Han}{1,8}报)(?:数字|电子)[报版]/u.exec(document.title)?.[1]] },
  jsonLd('publisher'),
  meta('og:site_name'),
];

/** UTF-16 units. */
const LONGEST_SOURCE = 30;

/** Numbers and empty words are not sources. */
export function sourceFrom(found: string): string | null {
  const source = found
    .replace(/^(?:文章|信息|稿件|新闻)?(?:来源|稿源)\s*[：:]\s*/, '')
    .replace(/^《\s*([^》]+?)\s*》.*$/, '$1')
    .replace(/\s+原创稿?$/, '')
    .trim();
  return /\p{Script=Han}/u.test(source) && source.length <= LONGEST_SOURCE && !/[：:]/.test(source) ? source : null;
}
