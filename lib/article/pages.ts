/** Pages of a printed paper, and the pages of an article that goes over several. */
import type { Lines } from './lines';
import type { Page } from './rules';

/** More is the number of an article. */
const MOST_PAGES = 30;
/** UTF-16 units. */
const LINE = 60;
const LATER_PAGE = /^(?<stem>[^?#]*\w)[_-](?<page>\d{1,2})(?<end>\.s?html?)$/;
const PAGER = /上一页|首页\s*\d|createPageHTML|第\s*\d+\s*页|余下全文/;
const PAGE = /第\s*([A-Z]?\s*\d{1,3})\s*版|(?<![\p{L}\p{N}])([A-Z]\d{1,2}|0\d)\s*版/gu;

/** `01` is `1`, `A03` is `A3`; null for what is no page number. */
export function pageNumber(written: string): string | null {
  const found = /^(?:第\s*)?([A-Za-z]?)\s*0*([1-9]\d{0,2})(?:\s*版.*)?$/.exec(written.trim());
  return found && found[1]!.toUpperCase() + found[2]!;
}

/** The page number on the line nearest to the title that has one; lists of all pages have several. */
export function pageBeside({ before, after }: Lines): string | null {
  for (const line of [...before.slice(-6).toReversed(), ...after.slice(0, 6)]) {
    if (line.length > LINE) continue;
    const found = new Set(Array.from(line.matchAll(PAGE), (each) => each[1] ?? each[2]!));
    const [only] = found;
    if (found.size === 1) return pageNumber(only!);
  }
  return null;
}

/** The first page of an article of which this is a later one: the page must link to it, or have a pager. */
export function firstPage({ document, url }: Page): string | null {
  const groups = LATER_PAGE.exec(url)?.groups;
  if (groups === undefined || Number(groups.page) < 1 || Number(groups.page) > MOST_PAGES) return null;
  const address = groups.stem! + groups.end!;
  const leadsThere = Array.from(document.querySelectorAll('a[href], link[rel~="prev"], link[rel~="first"]')).some(
    (link) => absolute(link.getAttribute('href')!, url) === address,
  );
  return leadsThere || PAGER.test(document.body.textContent) ? address : null;
}

function absolute(href: string, base: string): string | null {
  return URL.canParse(href, base) ? new URL(href, base).href : null;
}
