import type { Page, Rule } from './rules';

/**
 * Titles of sites after the title of the article: 标题--时政--人民网, 标题_新闻中心_长江网, 标题 - 晋中日报.
 * After a hyphen without spaces only what is named like a site: 中国-中亚峰会 is one name.
 */
const SUFFIX =
  /\s*(?:--|[_|｜]\s*|\s-\s)[^-_|｜—]{1,20}$|-[^-_|｜—\s]{0,16}(?:网|网站|报|新闻|频道|客户端|门户|在线|中心|政府|首页)$/;
/** 晋中日报数字报-会议下到果园开. */
const PREFIX = /^(?:打印|[^-_|｜—\s]{0,12}(?:数字报|电子报|电子版|数字版))\s*[-_|｜—:：]+\s*/;
const SITE_NAME = /(?:网|网站|门户|政府|数字报|电子报|频道|客户端)$/;
/** UTF-16 units that a title keeps when suffixes are cut. */
const SHORTEST_TITLE = 4;

/** For titles of pages: the site names itself there, in a heading it does not. */
export function withoutSite({ name, find }: Rule): Rule {
  return { name, find: (page) => Array.from(find(page), (found) => cutSite(found?.trim() ?? '')) };
}

function cutSite(title: string): string {
  const cut = title.replace(SUFFIX, '').replace(PREFIX, '');
  return cut === title || cut.length < SHORTEST_TITLE ? title : cutSite(cut);
}

/** The heading with which the title of the page begins: the first may be the name of the site. */
export function ofPage(selector: string): Rule {
  return {
    name: `element ${selector}`,
    find: ({ document }: Page) => {
      const title = document.title.replace(PREFIX, '').replace(/\s+/g, '');
      return Array.from(document.querySelectorAll(selector), ({ textContent }) => {
        const text = textContent.replace(/\s+/g, '');
        const isOwn =
          title.startsWith(text) &&
          (text.length > SHORTEST_TITLE || /^[-_|｜—–]/.test(title.slice(text.length))) &&
          !SITE_NAME.test(text);
        return isOwn ? textContent : null;
      });
    },
  };
}
