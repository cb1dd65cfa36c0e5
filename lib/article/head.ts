/**
 * Title and date: what every page is read with, in the always-on script. The rest is in `read.ts`, brought in too where these
 * rules find no date: no rule there is trusted more than one here.
 */
import type { ArticleHead, Day } from '../model';
import { firstDay } from '../text/dates';
import { paperDate } from './address';
import { comment } from './comments';
import { element, ownElement } from './elements';
import { headingOf } from './heading';
import { meta } from './meta';
import { dateLine, paperLine } from './patterns';
import { first, plain, type Page, type Rule } from './rules';
import { ofPage, withoutSite } from './titles';

/** The more trusted first. */
export const TITLE: readonly Rule[] = [
  meta('ArticleTitle'),
  comment('founder-title'),
  element('#articleTitle, #title_baidu'),
  element(
    '.article h1, article h1, .detail-title, #activity-name, .art_tit, .detConTit h2, .font01, .newsdetatit .newstit',
  ),
  ofPage('h1, h2, h3, .title, .BiaoTi'),
  withoutSite(meta('og:title')),
  element('h1'),
  withoutSite({ name: 'title', find: ({ document }) => [document.title] }),
];

/** The day of the printed paper first, then what is written for machines, then what is shown, then the address. */
export const PUBLISHED: readonly Rule[] = [
  comment('founder-date', 'founder-date'),
  paperLine('day'),
  paperDate,
  meta('PubDate'),
  meta('publishdate'),
  meta('firstpublishedtime'),
  comment('date'),
  element('#pubtime_baidu, #articleTime, #pubtime'),
  element('#publish_time'),
  meta('article:published_time'),
  dateLine,
  ownElement('.header-time, .h-time, .newstime, .pubtime, .pub_time, .pages-date, .m-con-time, .info1, .art_info'),
];

/** UTF-16 units. */
const LONGEST_TITLE = 120;
/** There is no news of the People's Republic before it, and no office to tell. */
const EARLIEST = '1949-10-01';
/** ms. The reader's clock may be behind, or in another zone. */
const TOLERANCE = 36 * 60 * 60 * 1000;

/** What the page says about itself. Reads attributes and text only; never changes the page. `now`: ms since the epoch. */
export function readHead(
  document: Document,
  url: string,
  now = Date.now(),
  rules = { title: TITLE, published: PUBLISHED },
): ArticleHead {
  const title = first(rules.title, { document, url, heading: null }, titleFrom);
  const page: Page = { document, url, heading: headingOf(document, title.value) };
  const published = first(rules.published, page, publishedBy(now));
  return {
    title: title.value,
    publishedAt: published.value,
    url,
    foundBy: { title: title.by, publishedAt: published.by },
  };
}

/** The first date of a text, unless nothing can have been published then. */
export function publishedBy(now: number): (found: string) => Day | null {
  const latest = new Date(now + TOLERANCE).toISOString();
  return (found) => {
    const day = firstDay(found);
    return day !== null && day >= EARLIEST && day <= latest ? day : null;
  };
}

function titleFrom(found: string): string | null {
  const title = plain(found);
  return title !== null && title.length <= LONGEST_TITLE ? title : null;
}
