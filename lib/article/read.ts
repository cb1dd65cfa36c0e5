import type { Article, Day } from '../model';
import { firstDay } from '../text/dates';

/** One way to find a field; the first of a list that finds something wins, and its name is kept. */
interface Rule {
  readonly name: string;
  readonly find: (page: Page) => string | null;
}

interface Page {
  readonly document: Document;
  readonly url: string;
}

/** Titles of sites after the title of the article: 标题--时政--人民网, 标题_新闻中心_长江网. */
const SUFFIX = /\s*(?:--|——|[-_|｜]\s*)[^-_|｜—]{1,20}$/;
const SOURCE = /(?:来源|稿源|文章来源)\s*[：:]\s*([^\s|｜（()）　]{2,20})/;
/** UTF-16 units of visible text around the headline in which a date line is looked for. */
const DATE_LINE = 400;
const LONGEST_TITLE = 120;

const TITLE: readonly Rule[] = [
  meta('ArticleTitle'),
  element('#articleTitle'),
  element('.article h1, article h1, .detail-title, #activity-name, .art_tit'),
  meta('og:title'),
  element('h1'),
  { name: 'title', find: ({ document }) => document.title },
];

const PUBLISHED: readonly Rule[] = [
  meta('PubDate'),
  meta('publishdate'),
  meta('article:published_time'),
  element('#pubtime_baidu, #articleTime, .header-time, .newstime, #publish_time, .pubtime, .pages-date'),
  { name: 'founder-date', find: founderDate },
  {
    name: 'time[datetime]',
    find: ({ document }) => document.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
  },
  { name: 'date line', find: dateLine },
  { name: 'url', find: ({ url }) => dateInPath(url) },
];

const SOURCES: readonly Rule[] = [
  meta('ContentSource'),
  meta('source'),
  element('#source_baidu, #articleSource, #js_name'),
  { name: '来源：', find: ({ document }) => SOURCE.exec(headText(document))?.[1] ?? null },
  meta('og:site_name'),
];

/** What the page says about itself. Reads attributes and text only; never changes the page. */
export function readArticle(document: Document, url: string): Article {
  const page = { document, url };
  const title = first(TITLE, page, cleanTitle);
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
): { readonly value: string | null; readonly by: string | null } {
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
  return { name: selector, find: ({ document }) => document.querySelector(selector)?.textContent ?? null };
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

function dateLine({ document }: Page): string | null {
  return headText(document);
}

/** The visible text after the first heading, or at the top of the body. */
function headText(document: Document): string {
  const heading = document.querySelector('h1, h2, .article h1');
  const around = heading?.parentElement ?? document.body;
  const text = around?.textContent ?? '';
  const from = Math.max(0, text.indexOf(heading?.textContent ?? ''));
  return text.slice(from, from + DATE_LINE);
}

/** 2026-06/25, 202606/25, 2026/0625, t20260625_: the date that many sites file an article under. */
function dateInPath(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/, '');
  const found = /(?<!\d)((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

function cleanTitle(title: string): string | null {
  let clean = title.replace(/\s+/g, ' ').trim();
  for (let cut = clean.replace(SUFFIX, ''); cut !== clean && cut.length >= 6; cut = clean.replace(SUFFIX, ''))
    clean = cut;
  return clean === '' || clean.length > LONGEST_TITLE ? null : clean;
}

/** Numbers and empty words are not sources. */
function cleanSource(source: string): string | null {
  const clean = source.replace(/^(来源|稿源)\s*[：:]\s*/, '').trim();
  return /\p{Script=Han}/u.test(clean) && clean.length <= 30 ? clean : null;
}
