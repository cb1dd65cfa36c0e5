import { readArticle } from '../../lib/article/read';
import type { Article, ArticleHead } from '../../lib/model';

/** All that the page says of the article now; title and date as they were read with its text. */
export function wholeArticle({ title, publishedAt, url }: ArticleHead): Article {
  return { ...readArticle(document, url), url: document.URL, title, publishedAt };
}
