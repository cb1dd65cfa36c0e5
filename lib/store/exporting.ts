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
  for (let from = 0; from < chosen.length; from += AT_ONCE) {
    const some = chosen.slice(from, from + AT_ONCE);
    const rows = await annotated(
      database,
      some.map(({ id }) => id),
    );
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
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    yield* (await annotated(database, ids.slice(from, from + AT_ONCE))).values();
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
