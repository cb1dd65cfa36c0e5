import type { Page } from './rules';

/** UTF-16 units read of a page, before its heading and from it on. */
const BEFORE = 1_000;
const AFTER = 40_000;
/** What is no part of the article. */
export const NOT_READ =
  'script, style, noscript, textarea, select, nav, aside, footer, [hidden], [class*="related" i], [class*="recommend" i], [class*="comment-" i], [class*="comments" i], [id*="comment" i]';
const BLOCKS =
  'p, div, section, article, header, main, table, tr, td, th, ul, ol, li, dl, dt, dd, h1, h2, h3, h4, h5, h6, br, hr, blockquote, founder-content, center, form';
/** Where the article is over. */
export const OVER =
  /^[\s【[]*(?:相关(?:新闻|阅读|链接|文章|报道)|延伸阅读|推荐阅读|热门(?:推荐|新闻|文章)|上一篇|下一篇|版权所有|主办单位|网友评论|最新评论|精选留言)/;

/** The lines of a page before the title and from it to the end of the article, as an eye parts them. */
export interface Lines {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export function linesOf({ document, heading }: Page): Lines {
  const before: string[] = [];
  const after: string[] = [];
  let line = '';
  let isAfter = heading === null;
  let units = 0;
  const end = () => {
    const text = line.replace(/[ \t\n\r\u00a0\u3000]+/g, ' ').trim();
    line = '';
    if (text === '') return;
    (isAfter ? after : before).push(text);
    if (isAfter) units += text.length;
  };
  const read = (node: Node): void => {
    if (units > AFTER || (isAfter && OVER.test(after.at(-1) ?? ''))) return;
    if (node.nodeType === Node.TEXT_NODE) line += node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element === heading) {
      end();
      isAfter = true;
      return;
    }
    if (element.matches(NOT_READ)) return;
    const isBlock = element.matches(BLOCKS);
    if (isBlock) end();
    for (const child of element.childNodes) read(child);
    if (isBlock) end();
    // Inline parts side by side are drawn apart more often than not.
    else if (element.matches('span, a, em, i, b'))
      line += /\p{Script=Han}$/u.test(line) && element.nextSibling?.nodeType === Node.TEXT_NODE ? '' : ' ';
  };
  read(document.body);
  end();
  return { before: lastOf(before), after };
}

function lastOf(lines: readonly string[]): string[] {
  let units = 0;
  return lines
    .toReversed()
    .filter((line) => (units += line.length) < BEFORE)
    .toReversed();
}
