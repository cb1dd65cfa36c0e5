/** What the library reads of the database: in parts, for there may be much. Rows in the trash come too. */
import type { Annotation, AnnotationId, SavedArticle, SavedArticleId } from '../model';
import type { Database } from './database';
import { failing } from './failure';

/** Articles and annotations; an annotation never without its article. */
export interface StoredRows {
  readonly articles: readonly SavedArticle[];
  readonly annotations: readonly Annotation[];
}

export function countRows(database: Database): Promise<{ readonly articles: number; readonly annotations: number }> {
  return failing(async () => {
    const [articles, annotations] = await Promise.all([database.articles.count(), database.annotations.count()]);
    return { articles, annotations };
  });
}

/** What was changed last, with the articles of it. The records of changes are the only order by time that there is. */
export function rowsChangedLast(database: Database, changes: number): Promise<StoredRows> {
  return failing(async () => {
    // oxlint-disable-next-line unicorn/no-array-reverse -- it is no array
    const records = await database.changes.orderBy('seq').reverse().limit(changes).toArray();
    const idsOf = (table: string) => records.filter((each) => each.table === table).map(({ rowId }) => rowId);
    const annotations = (
      await database.annotations.bulkGet([...new Set(idsOf('annotations'))] as AnnotationId[])
    ).filter((each) => each !== undefined);
    const parents = annotations.map(({ articleId }) => articleId);
    const ids = [...new Set([...(idsOf('articles') as SavedArticleId[]), ...parents])];
    const articles = (await database.articles.bulkGet(ids)).filter((each) => each !== undefined);
    return { articles, annotations };
  });
}

/** The next articles in the order of their ids; from the first when `after` is null. */
export function articlesAfter(
  database: Database,
  after: SavedArticleId | null,
  most: number,
): Promise<readonly SavedArticle[]> {
  const { articles } = database;
  return failing(() =>
    (after === null ? articles.orderBy('id') : articles.where('id').above(after)).limit(most).toArray(),
  );
}

/** The next annotations in the order of their ids. */
export function annotationsAfter(
  database: Database,
  after: AnnotationId | null,
  most: number,
): Promise<readonly Annotation[]> {
  const { annotations } = database;
  return failing(() =>
    (after === null ? annotations.orderBy('id') : annotations.where('id').above(after)).limit(most).toArray(),
  );
}

/** Some articles, those that are there. */
export function articlesOf(database: Database, ids: readonly SavedArticleId[]): Promise<SavedArticle[]> {
  return failing(async () => (await database.articles.bulkGet([...ids])).filter((each) => each !== undefined));
}

/** Some articles, all their annotations. */
export function rowsOf(database: Database, ids: readonly SavedArticleId[]): Promise<StoredRows> {
  return failing(async () => {
    const articles = await articlesOf(database, ids);
    // One question each: for several values at once the rows would come one by one.
    const annotations = await database.transaction('r', database.annotations, () =>
      Promise.all(ids.map((articleId) => database.annotations.where({ articleId }).toArray())),
    );
    return { articles, annotations: annotations.flat() };
  });
}
