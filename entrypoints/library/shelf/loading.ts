import type { DataSet } from '../../../lib/library/dataSet';
import type { AnnotationId, SavedArticleId } from '../../../lib/model';
import type { Database } from '../../../lib/store/database';
import {
  annotationsAfter,
  articlesAfter,
  countRows,
  rowsChangedLast,
  type StoredRows,
} from '../../../lib/store/reading';

/** Records of changes that are looked through for what was changed last: more than a window shows. */
const FIRST_CHANGES = 150;
/** Rows read at once: few enough that a question in between waits no longer than a keystroke. */
const ARTICLES_AT_ONCE = 150;
const ANNOTATIONS_AT_ONCE = 1000;
/** An article with its text costs as much as so many annotations. */
const WEIGHT_OF_ARTICLE = 8;

/** What was changed last: all that is needed to show something. */
export async function loadFirst(set: DataSet, database: Database): Promise<void> {
  putAll(set, await rowsChangedLast(database, FIRST_CHANGES));
}

/** Everything else, with the share that is read. */
export async function loadAll(set: DataSet, database: Database, told: (share: number) => void): Promise<void> {
  const total = await countRows(database);
  const work = Math.max(1, total.articles * WEIGHT_OF_ARTICLE + total.annotations);
  let done = 0;
  for (let after: SavedArticleId | null = null; ;) {
    const rows = await articlesAfter(database, after, ARTICLES_AT_ONCE);
    for (const row of rows) set.putArticle(row);
    done += rows.length * WEIGHT_OF_ARTICLE;
    told(Math.min(1, done / work));
    if (rows.length < ARTICLES_AT_ONCE) break;
    after = rows.at(-1)!.id;
  }
  for (let after: AnnotationId | null = null; ;) {
    const rows = await annotationsAfter(database, after, ANNOTATIONS_AT_ONCE);
    for (const row of rows) set.putNote(row);
    done += rows.length;
    told(Math.min(1, done / work));
    if (rows.length < ANNOTATIONS_AT_ONCE) break;
    after = rows.at(-1)!.id;
  }
  set.settle();
}

export function putAll(set: DataSet, { articles, annotations }: StoredRows): void {
  for (const article of articles) set.putArticle(article);
  for (const annotation of annotations) set.putNote(annotation);
}

/** Puts in the articles as they are now, and takes out what is no longer there. */
export function replaceAll(set: DataSet, ids: readonly SavedArticleId[], rows: StoredRows): void {
  const articles = new Set(rows.articles.map(({ id }) => id));
  const annotations = new Set(rows.annotations.map(({ id }) => id));
  for (const id of ids) {
    for (const note of set.noteIdsOf(id)) if (!annotations.has(note)) set.removeNote(note);
    if (!articles.has(id)) set.removeArticle(id);
  }
  putAll(set, rows);
}
