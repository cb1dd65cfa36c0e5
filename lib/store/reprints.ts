import type { PageKey, SavedArticle } from '../model';

/** An article with those of a page's fingerprints that it has. */
export interface Likeness {
  readonly article: SavedArticle;
  readonly shared: readonly string[];
}

/** Paragraphs in common that make a reprint, or this share of the shorter text. */
const ENOUGH = 3;
const SHARE = 0.5;
/** A paragraph in so many articles of one host is the site's (footers, notices), not the article's. */
const BOILERPLATE = 3;

/** Suffixes under which sites are registered: gov.cn is one, shanxi.gov.cn a site. */
const SUFFIX = /(?:^|\.)(?:(?:com|net|org|edu|ac|gov|mil)\.[a-z]{2}|[^.]+)$/;

/**
 * Whether a page is another address of a saved article whose text it has: one site, and one of both is called the
 * canonical address by the other, or both call the same one so. On another site it is a reprint, whatever it says.
 */
export function isOtherAddress(
  { key, canonical }: { readonly key: PageKey; readonly canonical: PageKey | null },
  article: SavedArticle,
): boolean {
  if (!isSameSite(key, article.key)) return false;
  if (canonical !== null && (canonical === article.canonical || isOneOf(canonical, article))) return true;
  return article.canonical === key;
}

function isOneOf(key: PageKey, { key: own, otherKeys }: SavedArticle): boolean {
  return key === own || otherKeys.includes(key);
}

/** Whether two addresses are under one registered name. */
export function isSameSite(one: PageKey, other: PageKey): boolean {
  return siteOf(one) === siteOf(other);
}

/** The host without what its owner put before the registered name. */
function siteOf(key: PageKey): string {
  const host = hostOf(key);
  const [suffix = ''] = SUFFIX.exec(host) ?? [];
  const name = host.slice(0, host.length - suffix.length);
  return name.slice(name.lastIndexOf('.') + 1) + suffix;
}

/** Those of the candidates that are the same text as the page, the likest first. The page itself is none. */
export function likeness(
  key: PageKey,
  fingerprints: readonly string[],
  candidates: readonly Likeness[],
): SavedArticle[] {
  const boilerplate = boilerplateIn(candidates);
  return candidates
    .filter(({ article }) => !isOneOf(key, article))
    .map(({ article, shared }) => ({ article, count: shared.filter((each) => !boilerplate.has(each)).length }))
    .filter(({ article, count }) => {
      const isHalf = count > 0 && count >= SHARE * Math.min(fingerprints.length, article.fingerprints.length);
      // Other pages of the same site share its frame, at first unrecognised.
      return isHalf || (count >= ENOUGH && hostOf(article.key) !== hostOf(key));
    })
    .sort((a, b) => b.count - a.count)
    .map(({ article }) => article);
}

function boilerplateIn(candidates: readonly Likeness[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { article, shared } of candidates) {
    for (const fingerprint of shared) {
      const place = `${hostOf(article.key)} ${fingerprint}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const common = [...counts].filter(([, count]) => count >= BOILERPLATE);
  return new Set(common.map(([place]) => place.slice(place.indexOf(' ') + 1)));
}

function hostOf(key: PageKey): string {
  return key.slice(0, key.search(/[/?#]|$/));
}
