/** What an export reads: article by article, a few at a time, so that a large library is never held. */
import type { AnnotatedArticle } from '../export/format';
import type { Annotation, AnnotationId, SavedArticleId } from '../model';
import type { Database } from './database';
import { failing } from './failure';
import { rowsOf } from './reading';

/** An article that is to be written, with all its notes (null) or some. */
export interface ChosenArticle {
  readonly id: SavedArticleId;
  readonly notes: readonly AnnotationId[] | null;
}

const AT_ONCE = 50;

/** In the order given; what is gone meanwhile or in the trash is left out. */
export async function* chosenArticles(
  database: Database,
  chosen: readonly ChosenArticle[],
): AsyncGenerator<AnnotatedArticle> {
  for await (const [some, rows] of inBatches(database, chosen, ({ id }) => id)) {
    for (const { id, notes } of some) {
      const row = rows.get(id);
      if (row === undefined || row.article.deletedAt !== null) continue;
      const wanted = notes === null ? null : new Set(notes);
      const isMeant = (each: Annotation) => each.deletedAt === null && (wanted === null || wanted.has(each.id));
      yield { article: row.article, annotations: row.annotations.filter(isMeant) };
    }
  }
}

/** Everything, that in the trash too. */
export async function* allArticles(database: Database): AsyncGenerator<AnnotatedArticle> {
  // Ids only; one article and the next may differ a thousandfold in size.
  const ids = await failing(() => database.articles.orderBy('id').primaryKeys());
  for await (const [, rows] of inBatches(database, ids, (id) => id)) yield* rows.values();
}

/** The next batch is read while one is written. */
async function* inBatches<Item>(
  database: Database,
  items: readonly Item[],
  idOf: (item: Item) => SavedArticleId,
): AsyncGenerator<readonly [readonly Item[], ReadonlyMap<SavedArticleId, AnnotatedArticle>]> {
  const batches = Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) =>
    items.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  const read = (batch: readonly Item[] = []) => {
    const rows = annotated(database, batch.map(idOf));
    // Nobody waits for it when the writing ends early.
    rows.catch(() => undefined);
    return rows;
  };
  let ahead = read(batches[0]);
  for (const [index, batch] of batches.entries()) {
    const rows = await ahead;
    ahead = read(batches[index + 1]);
    yield [batch, rows];
  }
}

async function annotated(
  database: Database,
  ids: readonly SavedArticleId[],
): Promise<ReadonlyMap<SavedArticleId, AnnotatedArticle>> {
  const { articles, annotations } = await rowsOf(database, ids);
  const notes = new Map<SavedArticleId, Annotation[]>(articles.map(({ id }) => [id, []]));
  for (const each of annotations) notes.get(each.articleId)?.push(each);
  return new Map(
    articles.map((article) => [article.id, { article, annotations: notes.get(article.id)!.sort(inOrder) }]),
  );
}

/** That of the text; those on the whole article first. */
function inOrder(a: Annotation, b: Annotation): number {
  return (a.anchor?.start ?? -1) - (b.anchor?.start ?? -1) || a.createdAt - b.createdAt;
}
