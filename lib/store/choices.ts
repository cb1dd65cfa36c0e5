import type { PageKey, ReprintChoice, SavedArticleId } from '../model';
import type { Database } from './database';
import { failing } from './failure';

/** Keeps what the reader decided about the notes of a reprint on a page; null: nothing any more. */
export function chooseReprint(
  database: Database,
  key: PageKey,
  articleId: SavedArticleId,
  choice: ReprintChoice | null,
): Promise<void> {
  return failing(async () => {
    if (choice === null) await database.choices.delete([key, articleId]);
    else await database.choices.put({ key, articleId, choice });
  });
}

/** What the reader decided on a page, by reprint. */
export function choicesOn(database: Database, key: PageKey): Promise<ReadonlyMap<SavedArticleId, ReprintChoice>> {
  return failing(async () => {
    const rows = await database.choices.where({ key }).toArray();
    return new Map(rows.map(({ articleId, choice }) => [articleId, choice]));
  });
}
