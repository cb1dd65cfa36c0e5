import type { Article, ArticleHead } from '../../lib/model';

const NOTHING_MORE = {
  subtitle: null,
  source: null,
  authors: [],
  editor: null,
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
  pageOf: null,
  otherDates: [],
  foundBy: {
    subtitle: null,
    source: null,
    authors: null,
    editor: null,
    pageNumber: null,
    site: null,
    issuingBody: null,
    documentNumber: null,
    pageOf: null,
  },
} as const;

/** What is known of an article: where its page could not be read whole, no more than its head. */
export function wholeArticle(article: Article | ArticleHead): Article {
  if ('authors' in article) return article;
  return { ...NOTHING_MORE, ...article, foundBy: { ...NOTHING_MORE.foundBy, ...article.foundBy } };
}
