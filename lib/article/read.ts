import type { Article, ArticleField, Author, Day, FieldRule, OtherDate } from '../model';
import { filedDate, isPaper, paperPage } from './address';
import { authorsOf, bylineIn, editorIn, editorsOf } from './bylines';
import { betweenComments } from './betweenComments';
import { comment } from './comments';
import { bodyInTitle, documentFields, documentNumber, numberBelow } from './documents';
import { element, ownElement } from './elements';
import { PUBLISHED, publishedBy, readHead, TITLE } from './head';
import { headingOf } from './heading';
import { linesOf, type Lines } from './lines';
import { meta } from './meta';
import { firstPage, pageBeside, pageNumber } from './pages';
import { paperLine, weChatTime } from './patterns';
import { findings, first, plain, type Finding, type Page, type Rule } from './rules';
import { SOURCES, sourceFrom } from './source';
import { jsonLd } from './structured';

type Found<Value> = Finding<Value> | { readonly value: null; readonly by: null };

/** Each list: the more trusted first. */
const ALL_TITLES: readonly Rule[] = [betweenComments('npm:article-title'), ...TITLE];
const ALL_PUBLISHED: readonly Rule[] = [
  ...PUBLISHED,
  weChatTime,
  jsonLd('datePublished'),
  betweenComments('npm:article-date'),
  ownElement('time[datetime]', (time) => time.getAttribute('datetime')),
  filedDate,
];

const AUTHORS: readonly Rule[] = [
  comment('founder-author'),
  betweenComments('npm:article-author'),
  comment('author'),
  meta('Author'),
  meta('article:author'),
  element('#author_baidu, #articleAuthor, #js_author_name, .article-author, .author, .font6, .article .sec'),
];
const AUTHORS_LAST: readonly Rule[] = [jsonLd('author'), meta('og:article:author')];

const EDITORS: readonly Rule[] = [
  meta('Editor'),
  meta('responsibleEditor'),
  element(
    '#editor_baidu, #articleEditor, .editor, .editer, .edit, .m-con-editor, .liability, #articleLiability, .article-editor',
  ),
];

const PAGE_NUMBERS: readonly Rule[] = [
  comment('founder-pagenum'),
  betweenComments('npm:article-page'),
  comment('nodename'),
  paperLine('page'),
  paperPage,
];

const SITES: readonly Rule[] = [meta('SiteName'), meta('og:site_name'), meta('application-name'), jsonLd('publisher')];

/** Headings that stand right beside the title, 引题 above and 副题 below. */
const SMALLER = 'h2, h3, h4, h5, .sub, .pre, .subtitle, .sub-title, .yinti, .futi, .font02, .introtitle';
const ABOVE: readonly Rule[] = [comment('founder-introtitle'), comment('introtitle'), beside('previousElementSibling')];
const BELOW: readonly Rule[] = [
  comment('founder-subtitle'),
  comment('subtitle'),
  beside('nextElementSibling'),
  element('#subtitle, #articleSubtitle'),
];
/** Beside a title too, but no title. */
const NO_TITLE = /记者|通讯员|作者|来源[：:]|(?:19|20)\d{2}[-年]|分享|字体|当前位置/;
/** UTF-16 units. */
const LONGEST_SUBTITLE = 100;
const LONGEST_SITE = 30;

/** Everything that a page says about itself. Reads attributes and text only. `now`: ms since the epoch. */
export function readArticle(document: Document, url: string, now = Date.now()): Article {
  const head = readHead(document, url, now, { title: ALL_TITLES, published: ALL_PUBLISHED });
  const page: Page = { document, url, heading: headingOf(document, head.title) };
  const lines = linesOf(page);
  const fields = documentFields(lines);

  const source = or(first(SOURCES, page, sourceFrom), () =>
    found('document table', fields.source && sourceFrom(fields.source)),
  );

  const subtitle = subtitleOf(page, head.title);
  const authors = writers(page, lines);
  const editor = or(first(EDITORS, page, editorsOf), () => found('editor line', editorIn(lines.after)));
  const pageNo = or(first(PAGE_NUMBERS, page, pageIn), () =>
    found('paper line', isPaper(url) ? pageBeside(lines) : null),
  );
  const site = first(SITES, page, siteFrom);
  const number = or(found('document table', fields.documentNumber && documentNumber(fields.documentNumber)), () =>
    found('document line', numberBelow(head.title, lines)),
  );
  const body = or(found('document table', fields.issuingBody && plain(fields.issuingBody)), () =>
    found('title', number.value === null ? null : bodyInTitle(head.title)),
  );
  const pageOf = found('page link', firstPage(page));

  const foundBy: Record<ArticleField, FieldRule | null> = {
    ...head.foundBy,
    source: source.by,
    subtitle: subtitle.by,
    authors: authors.by,
    editor: editor.by,
    pageNumber: pageNo.by,
    site: site.by,
    issuingBody: body.by,
    documentNumber: number.by,
    pageOf: pageOf.by,
  };
  return {
    ...head,
    source: source.value,
    subtitle: subtitle.value,
    authors: authors.value ?? [],
    editor: editor.value,
    pageNumber: pageNo.value,
    site: site.value,
    issuingBody: body.value,
    documentNumber: number.value,
    pageOf: pageOf.value,
    otherDates: otherDates(page, head.publishedAt, now),
    foundBy,
  };
}

/** Fields of their own first, then the bylines of the text, then what is written for search engines. */
function writers(page: Page, { after }: Lines): Found<readonly Author[]> {
  // Some sites name the editor as the author too.
  const editors = new Set([...findings(EDITORS, page, editorsOf)].flatMap(({ value }) => value.split('、')));
  const accept = (written: string) => someOf(authorsOf(written).filter(({ name }) => !editors.has(name)));
  return or(
    or(first(AUTHORS, page, accept), () => found('byline', someOf(bylineIn(after)))),
    () => first(AUTHORS_LAST, page, accept),
  );
}

function subtitleOf(page: Page, title: string | null): Found<string> {
  const accept = (written: string) => {
    const text = plain(written);
    return text === null || text === title || text.length > LONGEST_SUBTITLE || NO_TITLE.test(text) ? null : text;
  };
  const [above, below] = [first(ABOVE, page, accept), first(BELOW, page, accept)];
  // One rule may find both where the elements have the same name: 引题 and 副题 are set alike.
  const parts = new Set([above.value, below.value].filter((part) => part !== null));
  return found(above.by ?? below.by ?? 'title', [...parts].join(' ') || null);
}

/** What other rules of publication than the one that counts find, each day once. */
function otherDates(page: Page, publishedAt: Day | null, now: number): OtherDate[] {
  const others = new Map<Day, FieldRule>();
  for (const { value, by } of findings(ALL_PUBLISHED, page, publishedBy(now))) {
    if (value !== publishedAt && !others.has(value)) others.set(value, by);
  }
  return Array.from(others, ([day, by]) => ({ day, by }));
}

function pageIn(written: string): string | null {
  return pageNumber(/第?\s*([A-Z]?\s*\d{1,3})\s*版/.exec(written)?.[1] ?? written);
}

function siteFrom(written: string): string | null {
  const name = plain(written);
  return name !== null && /\p{L}/u.test(name) && name.length <= LONGEST_SITE ? name : null;
}

function someOf<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}

function found<Value>(by: FieldRule, value: Value | null | undefined | ''): Found<Value> {
  return value === null || value === undefined || value === '' ? { value: null, by: null } : { value, by };
}

function or<Value>(one: Found<Value>, other: () => Found<Value>): Found<Value> {
  return one.value === null ? other() : one;
}

function beside(side: 'previousElementSibling' | 'nextElementSibling'): Rule {
  return {
    name: 'element beside the title',
    find: ({ heading }) => {
      const sibling = heading?.[side];
      return sibling?.matches(SMALLER) ? [sibling.textContent] : [];
    },
  };
}
