/** Tags of the whole library: each act is one transaction over all annotations that have them. The trash is left as it is. */
import { retagged } from '../library/retagged';
import type { Annotation, AnnotationId, PageKey, RecordRange, SavedArticleId } from '../model';
import { changeAnnotation, renew } from './annotations';
import { writing } from './changes';
import type { Database } from './database';

/** What was changed, and where it can be heard of. */
export interface Retagged {
  readonly articles: readonly { readonly id: SavedArticleId; readonly keys: readonly PageKey[] }[];
  /** Null: nothing was. */
  readonly written: RecordRange | null;
}

/** Rows read at once. */
const AT_ONCE = 500;

/** One tag in place of some, which may be there already: so tags are renamed and merged. Null: none in their place. */
export function retag(database: Database, tags: readonly string[], as: string | null, now: number): Promise<Retagged> {
  return told(database, async () => {
    const ids = await database.annotations.where('tags').anyOf(tags).distinct().primaryKeys();
    return inParts(ids, async (some) => {
      const rows = await database.annotations.bulkGet([...some]);
      const kept = rows.filter((row) => row !== undefined && row.deletedAt === null) as Annotation[];
      const articles: SavedArticleId[] = [];
      for (const row of kept) {
        const after = await renew(database, row, { ...row, tags: retagged(row.tags, tags, as) }, now);
        if (after !== row) articles.push(row.articleId);
      }
      return articles;
    });
  });
}

/** Gives the tags back that `retag` changed. What was tagged meanwhile keeps that too. */
export function undoRetag(database: Database, { first, last }: RecordRange, now: number): Promise<Retagged> {
  return told(database, async () => {
    const records = await database.changes.where('seq').between(first, last, true, true).toArray();
    return inParts(
      records.filter(({ table, before }) => table === 'annotations' && before?.tags !== undefined),
      async (some) => {
        const articles: SavedArticleId[] = [];
        for (const { rowId, before, after } of some) {
          const change = { tags: before!.tags as readonly string[] };
          const merged = await changeAnnotation(database, rowId as AnnotationId, Number(after.revision), change, now);
          if (merged !== null) articles.push(merged.annotation.articleId);
        }
        return articles;
      },
    );
  });
}

/** What a transaction wrote, by the numbers of its records: while it runs nobody else writes any. */
function told(database: Database, act: () => Promise<readonly SavedArticleId[]>): Promise<Retagged> {
  return writing(database, async () => {
    const before = await lastRecord(database);
    const ids = [...new Set(await act())];
    const last = await lastRecord(database);
    const articles: Retagged['articles'][number][] = [];
    for (const id of ids) {
      const article = await database.articles.get(id);
      if (article !== undefined) articles.push({ id, keys: [article.key, ...article.otherKeys] });
    }
    return { articles, written: last === before ? null : { first: before + 1, last, count: last - before } };
  });
}

async function lastRecord(database: Database): Promise<number> {
  return ((await database.changes.toCollection().lastKey()) as number | undefined) ?? 0;
}

async function inParts<T, R>(all: readonly T[], act: (some: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) answers.push(...(await act(all.slice(from, from + AT_ONCE))));
  return answers;
}
