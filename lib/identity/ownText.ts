import type { SavedArticle } from '../model';

/** The article's own paragraphs; where nothing looks like an article, all of the page. */
export function ownText({ paragraphs, body }: Pick<SavedArticle, 'paragraphs' | 'body'>): readonly string[] {
  return body.length === 0 ? paragraphs : body.map((index) => paragraphs[index]!);
}
