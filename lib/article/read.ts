import type { Article, Day, FieldRule } from '../model';
import { firstDay } from '../text/dates';
import { dateBeside, headingOf, textAfter } from './heading';

/** One way to find a field; the first of a list that finds something wins, and its name is kept. */
interface Rule {
  readonly name: FieldRule;
  readonly find: (page: Page) => string | null;
}

interface Page {
  readonly document: Document;
  readonly url: string;
  readonly heading: Element | null;
}

/**
 * Titles of sites after the title of the article: 标题--时政--人民网, 标题_新闻中心_长江网, 标题 - 晋中日报.
 * After a hyphen without spaces only what is named like a site: 中国-中亚峰会 is one name.
 */
const SUFFIX =
  /\s*(?:--|[_|｜]\s*|\s-\s)[^-_|｜—]{1,20}$|-[^-_|｜—\s]{0,16}(?:网|网站|报|新闻|频道|客户端|门户|在线|中心)$/;
/** UTF-16 units that a title keeps when suffixes are cut. */
const SHORTEST_TITLE = 6;
const LONGEST_TITLE = 120;
/** 能源来源 and 资金来源 are other words; a date may stand right before. */
const SOURCE =
  /(?:(?<!\p{Script=Han})|(?<=\d日))(?:(?:文章|信息|稿件|新闻)?来源|稿源)\s*[：:]\s*([^\s|｜（()）　]{2,20})/u;

const TITLE: readonly Rule[] = [
  meta('ArticleTitle'),
  element('#articleTitle'),
  element('.article h1, article h1, .detail-title, #activity-name, .art_tit'),
  withoutSite(meta('og:title')),
  element('h1'),
  withoutSite({ name: 'title', find: ({ document }) => document.title }),
];

/** The day of the printed paper first, then what is written for machines, then what stands beside the heading. */
const PUBLISHED: readonly Rule[] = [
  { name: 'founder-date', find: founderDate },
  meta('PubDate'),
  meta('publishdate'),
  meta('article:published_time'),
  element('#pubtime_baidu, #articleTime, #publish_time'),
  { name: 'date line', find: ({ heading }) => (heading === null ? null : dateBeside(heading)) },
  element('.header-time, .newstime, .pubtime, .pages-date'),
  {
    name: 'time[datetime]',
    find: ({ document }) => document.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
  },
  { name: 'url', find: ({ url }) => dateInPath(url) },
];

const SOURCES: readonly Rule[] = [
  meta('ContentSource'),
  meta('source'),
  element('#source_baidu, #articleSource, #js_name'),
  { name: 'source line', find: ({ heading }) => (heading === null ? null : sourceIn(textAfter(heading))) },
  meta('og:site_name'),
];

/** What the page says about itself. Reads attributes and text only; never changes the page. */
export function readArticle(document: Document, url: string): Article {
  const title = first(TITLE, { document, url, heading: null }, cleanTitle);
  const page = { document, url, heading: headingOf(document, title.value) };
  const published = first(PUBLISHED, page, firstDay);
  const source = first(SOURCES, page, cleanSource);
  return {
    title: title.value,
    publishedAt: published.value as Day | null,
    source: source.value,
    url,
    foundBy: { title: title.by, publishedAt: published.by, source: source.by },
  };
}

function first(
  rules: readonly Rule[],
  page: Page,
  accept: (found: string) => string | null,
): { readonly value: string | null; readonly by: FieldRule | null } {
  for (const { name, find } of rules) {
    const found = find(page)?.trim();
    const value = found ? accept(found) : null;
    if (value !== null) return { value, by: name };
  }
  return { value: null, by: null };
}

/** `<meta name>` or `<meta property>`, whatever the case (sites write contentSource too). */
function meta(name: string): Rule {
  const selector = `meta[name="${name}" i], meta[property="${name}" i]`;
  return {
    name: `meta ${name}`,
    find: ({ document }) => document.querySelector(selector)?.getAttribute('content') ?? null,
  };
}

function element(selector: string): Rule {
  return {
    name: `element ${selector}`,
    find: ({ document }) => document.querySelector(selector)?.textContent ?? null,
  };
}

/** For titles of pages: the site names itself there, in a heading it does not. */
function withoutSite({ name, find }: Rule): Rule {
  return { name, find: (page) => cutSite(find(page)?.trim() ?? '') };
}

function cutSite(title: string): string {
  const cut = title.replace(SUFFIX, '');
  return cut === title || cut.length < SHORTEST_TITLE ? title : cutSite(cut);
}

/** Founder e-papers keep the paper's date in a comment before the article. */
function founderDate({ document }: Page): string | null {
  const comments = document.createNodeIterator(document.body, NodeFilter.SHOW_COMMENT);
  for (let read = 0; read < 40; read++) {
    const comment = comments.nextNode();
    if (comment === null) return null;
    const found = /<founder-date>([^<]+)/.exec(comment.nodeValue ?? '');
    if (found) return found[1] ?? null;
  }
  return null;
}

function sourceIn(text: string): string | null {
  return SOURCE.exec(text)?.[1] ?? null;
}

/** 2026-06/25, 202606/25, 2026/0625, t20260625_: the date that many sites file an article under. */
function dateInPath(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/, '');
  const found = /(?<!\d)((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

function cleanTitle(title: string): string | null {
  const clean = title.replace(/\s+/g, ' ').trim();
  return clean === '' || clean.length > LONGEST_TITLE ? null : clean;
}

/** Numbers and empty words are not sources. */
function cleanSource(source: string): string | null {
  const clean = source.replace(/^(来源|稿源)\s*[：:]\s*/, '').trim();
  return /\p{Script=Han}/u.test(clean) && clean.length <= 30 ? clean : null;
}
