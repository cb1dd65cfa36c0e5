import { KEPT_IN_TRASH, type Annotation, type AnnotationId, type SavedArticle, type SavedArticleId } from '../model';
import { renew } from './annotations';
import { change } from './articles';
import { writing, type Recorded } from './changes';
import type { Database } from './database';
import { failing } from './failure';

/** What is in the trash, what was deleted last first, and the articles of the annotations, deleted or not. */
export function trash(
  database: Database,
): Promise<{ articles: SavedArticle[]; annotations: Annotation[]; parents: SavedArticle[] }> {
  return failing(async () => {
    const [articles, annotations] = await Promise.all([
      database.articles.orderBy('deletedAt').toArray(),
      database.annotations.orderBy('deletedAt').toArray(),
    ]);
    const ids = [...new Set(annotations.map(({ articleId }) => articleId))];
    const parents = (await database.articles.bulkGet(ids)).filter((each) => each !== undefined);
    return { articles: articles.toReversed(), annotations: annotations.toReversed(), parents };
  });
}

/** Into the trash, with its annotations. Null when there is no such article. */
export function deleteArticle(database: Database, id: SavedArticleId, now: number): Promise<SavedArticle | null> {
  return writing(database, async () => {
    const before = await database.articles.get(id);
    if (before === undefined || before.deletedAt !== null) return before ?? null;
    for (const each of await database.annotations.where({ articleId: id }).toArray()) {
      if (each.deletedAt === null) await renew(database, each, { ...each, deletedAt: now }, now);
    }
    return change(database, before, { deletedAt: now }, now);
  });
}

/** Out of the trash, with the annotations that went there with it. Null when there is no such article, or no longer. */
export function restoreArticle(database: Database, id: SavedArticleId, now: number): Promise<SavedArticle | null> {
  return writing(database, async () => {
    const before = await database.articles.get(id);
    if (before === undefined || before.deletedAt === null) return before ?? null;
    for (const each of await database.annotations.where({ articleId: id }).toArray()) {
      if (each.deletedAt === before.deletedAt) await renew(database, each, { ...each, deletedAt: null }, now);
    }
    return change(database, before, { deletedAt: null }, now);
  });
}

/** Rows of the trash. */
export interface InTrash {
  readonly articles: readonly SavedArticleId[];
  readonly annotations: readonly AnnotationId[];
}

/**
 * Removes rows for good, an article with all its annotations, and their texts in the records. What is not in the trash
 * is left alone. Returns the articles that it concerned.
 */
export function removeForGood(database: Database, { articles, annotations }: InTrash, now: number) {
  return writing(database, async () => {
    const concerned = new Map<SavedArticleId, SavedArticle>();
    for (const id of articles) {
      const article = await database.articles.get(id);
      if (article === undefined || article.deletedAt === null) continue;
      concerned.set(id, article);
      const within = await database.annotations.where({ articleId: id }).primaryKeys();
      for (const each of within) await remove(database, 'annotations', each, now);
      await remove(database, 'articles', id, now);
    }
    for (const id of annotations) {
      const annotation = await database.annotations.get(id);
      if (annotation === undefined || annotation.deletedAt === null) continue;
      const article = await database.articles.get(annotation.articleId);
      if (article !== undefined) concerned.set(article.id, article);
      await remove(database, 'annotations', id, now);
    }
    return [...concerned.values()];
  });
}

/** Removes for good what has been in the trash for 30 days. Returns how many rows. */
export function purge(database: Database, now: number): Promise<number> {
  return writing(database, async () => {
    let purged = 0;
    for (const table of ['annotations', 'articles', 'ownEntries', 'corrections'] as const) {
      const ids = await database
        .table<{ readonly id: string }, string>(table)
        .where('deletedAt')
        .belowOrEqual(now - KEPT_IN_TRASH)
        .primaryKeys();
      for (const rowId of ids) await remove(database, table, rowId, now);
      purged += ids.length;
    }
    return purged;
  });
}

/** Inside `writing`. One record stays: that it was removed. */
export async function remove(database: Database, table: Recorded, rowId: string, at: number): Promise<void> {
  await database.table(table).delete(rowId);
  if (table === 'articles') await database.sightings.delete(rowId as SavedArticleId);
  await database.changes.where({ table, rowId }).delete();
  await database.changes.add({ at, table, rowId, before: {}, after: { purgedAt: at } });
}
