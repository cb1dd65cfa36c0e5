/** Whose text it is. */
import { isPaper } from './address';
import { element } from './elements';
import { comment } from './comments';
import { textAfter, textBefore } from './heading';
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
    heading === null
      ? []
      : [textAfter(heading), textBefore(heading)].flatMap((text) =>
          Array.from(text.matchAll(SOURCE), ([, found]) => found),
        ),
};

/** 晋中日报数字报-会议下到果园开; on a page of a paper also 光明日报 - 古桥今用. */
const paperName: Rule = {
  name: 'title',
  find: ({ document, url }) => {
    const pattern = isPaper(url)
      ? /^(\p{Script=Han}{1,8}?报)\s*(?:[-_|—]|数字|电子|$)/u
      : /(\p{Script=Han}{1,8}?报)(?:数字|电子)[报版]/u;
    return [pattern.exec(document.title.trim())?.[1]];
  },
};

/** The more trusted first. */
export const SOURCES: readonly Rule[] = [
  meta('ContentSource'),
  meta('source'),
  comment('sourcename'),
  element('#source_baidu, #articleSource, #js_name, .m-con-source, .h-time #source, #source'),
  sourceLine,
  paperLine('paper'),
  paperName,
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
