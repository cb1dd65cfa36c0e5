import { ownText } from '../identity/ownText';
import type { SavedArticle, SavedArticleId } from '../model';
import { changesOf } from './changes';
import type { Database } from './database';
import { failing } from './failure';

/** What the page of an article said when its text was saved. */
export interface SavedText {
  /** ms since the epoch. */
  readonly at: number;
  readonly paragraphs: readonly string[];
}

/** The texts of an article as they were saved one after the other, the present one last. */
export async function savedTexts(database: Database, id: SavedArticleId): Promise<SavedText[]> {
  const changes = await changesOf(database, 'articles', id);
  const texts: SavedText[] = [];
  let body: SavedArticle['body'] = [];
  for (const { at, after } of changes) {
    const fields = after as Partial<SavedArticle>;
    body = fields.body ?? body;
    if (fields.paragraphs === undefined) continue;
    texts.push({ at: fields.textSavedAt ?? at, paragraphs: ownText({ paragraphs: fields.paragraphs, body }) });
  }
  // Rows that came in from a file may have no record of their making.
  const article = await failing(() => database.articles.get(id));
  if (texts.length > 0 || article === undefined) return texts;
  return [{ at: article.textSavedAt, paragraphs: ownText(article) }];
}
