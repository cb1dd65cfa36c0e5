import type { Article, ArticleFacts, Day, PartialDate, SavedArticle } from '../model';
import type { CslDate, CslItem, CslName } from './cslItem';

/** An article as it was read or saved; only one that was just read knows that it is a later page. */
export type CitedArticle = ArticleFacts & Pick<SavedArticle, 'url'> & Partial<Pick<Article, 'pageOf'>>;

/** 岚江日报, 岚江日报（海外版）: the name of a paper. */
const PAPER = /报(?:[（(].+[）)])?$/u;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * What is known of an article in the terms of a reference. What has a page number stood in a newspaper, all else is a
 * web page; a document with its number is one too. Unknown fields are left out. The editor is no author.
 */
export function cslItem(article: CitedArticle, accessed: Day | null): CslItem {
  const { title, publishedAt, source, site, pageNumber, documentNumber, pageOf = null } = article;
  const author = authorsOf(article);
  return known({
    id: idOf(article),
    type: pageNumber === null ? 'webpage' : 'article-newspaper',
    title,
    author: author.length === 0 ? null : author,
    'container-title': pageNumber === null ? (source ?? site) : paperOf(source, site),
    issued: dateOf(publishedAt),
    accessed: dateOf(accessed),
    page: pageNumber,
    number: documentNumber,
    URL: pageOf ?? article.url,
    language: languageOf(title),
  });
}

/** Who issued a document answers for it; else the persons named. */
function authorsOf({ authors, issuingBody, documentNumber }: CitedArticle): readonly CslName[] {
  const bodies = (issuingBody ?? '')
    .split(/[、，,；;]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((body) => body.trim());
  const issuers = bodies.filter((body) => body !== '').map((literal) => ({ literal }));
  const persons = authors.map(({ name }) => ({ literal: name }));
  return (documentNumber !== null && issuers.length > 0) || persons.length === 0 ? issuers : persons;
}

/** On the page of a newspaper, 来源 may be the agency that wrote it. */
function paperOf(source: string | null, site: string | null): string | null {
  return [source, site].find((name) => name !== null && PAPER.test(name)) ?? source ?? site;
}

function dateOf(date: PartialDate | null): CslDate | null {
  return date === null ? null : { 'date-parts': [date.split('-').map(Number)] };
}

/** Decides between 等 and et al. */
function languageOf(title: string | null): string | null {
  if (title === null) return null;
  if (HAN.test(title)) return 'zh-CN';
  return LATIN.test(title) ? 'en' : null;
}

/** Host and day: readable as a key in a list of references. */
function idOf({ url, publishedAt }: CitedArticle): string {
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1] ?? 'article';
  return publishedAt === null ? host : `${host}-${publishedAt}`;
}

type Loose<T> = { readonly [key in keyof T]: T[key] | null };

function known(item: Loose<CslItem>): CslItem {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== ''),
  ) as unknown as CslItem;
}
