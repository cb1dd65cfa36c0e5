import type { PageKey, ReprintChoice, SavedArticleId } from '../model';
import { rowOf } from './articles';
import type { Database } from './database';
import { failing } from './failure';

/**
 * Keeps what the reader decided about the notes of a reprint on a page; null: nothing any more. Copies are not offered
 * where they were copied from either.
 */
export function chooseReprint(
  database: Database,
  key: PageKey,
  articleId: SavedArticleId,
  choice: ReprintChoice | null,
): Promise<void> {
  return failing(async () => {
    if (choice === null) return database.choices.delete([key, articleId]);
    await database.choices.put({ key, articleId, choice });
    if (choice !== 'copied') return;
    const [here, there] = [await rowOf(database, key), await database.articles.get(articleId)];
    if (here === undefined || there === undefined) return;
    await database.choices.put({ key: there.key, articleId: here.id, choice });
  });
}

/** What the reader decided on a page, by reprint. */
export function choicesOn(database: Database, key: PageKey): Promise<ReadonlyMap<SavedArticleId, ReprintChoice>> {
  return failing(async () => {
    const rows = await database.choices.where({ key }).toArray();
    return new Map(rows.map(({ articleId, choice }) => [articleId, choice]));
  });
}
