import type {
  Annotation,
  AnnotationChange,
  AnnotationDraft,
  AnnotationId,
  EntryId,
  PageKey,
  SavedArticle,
  SavedArticleId,
} from '../model';
import { articleOf, isAt, reviveArticle, type SavedPage, type Writing } from './articles';
import { changesOf, isSame, write, writing } from './changes';
import type { Database } from './database';
import { failing } from './failure';
import { merge, type Merged } from './merge';

/**
 * Keeps an annotation of a page, and the page when it is new. A draft whose id is there already changes nothing;
 * null when that one belongs to another page.
 */
export function annotate(
  database: Database,
  page: SavedPage,
  draft: AnnotationDraft,
  as: Writing,
): Promise<{ readonly article: SavedArticle; readonly annotation: Annotation } | null> {
  return writing(database, async () => {
    const there = await database.annotations.get(draft.id);
    if (there !== undefined) {
      const article = await database.articles.get(there.articleId);
      return article !== undefined && isAt(article, page.key) ? { article, annotation: there } : null;
    }
    const article = await articleOf(database, page, as);
    const annotation: Annotation = {
      ...draft,
      articleId: article.id,
      revision: 1,
      otherNotes: [],
      createdAt: as.now,
      updatedAt: as.now,
      deletedAt: null,
    };
    await write(database, 'annotations', null, annotation, as.now);
    return { article, annotation };
  });
}

/** Applies a change that was made to some revision, now perhaps an older one. Null when there is no such annotation. */
export function changeAnnotation(
  database: Database,
  id: AnnotationId,
  revision: number,
  change: AnnotationChange,
  now: number,
): Promise<Merged | null> {
  return writing(database, async () => {
    const before = await database.annotations.get(id);
    if (before === undefined) return null;
    const all = before.revision > revision ? await changesOf(database, 'annotations', id) : [];
    const { annotation, conflicts } = merge(
      before,
      change,
      all.filter(({ after }) => Number(after.revision) > revision),
    );
    return { annotation: await renew(database, before, annotation, now), conflicts };
  });
}

/** Into the trash. Null when there is no such annotation. */
export function deleteAnnotation(database: Database, id: AnnotationId, now: number): Promise<Annotation | null> {
  return writing(database, async () => {
    const before = await database.annotations.get(id);
    if (before === undefined || before.deletedAt !== null) return before ?? null;
    return renew(database, before, { ...before, deletedAt: now }, now);
  });
}

/** Out of the trash, with its article. Null when there is no such annotation, or no longer. */
export function restoreAnnotation(database: Database, id: AnnotationId, now: number): Promise<Annotation | null> {
  return writing(database, async () => {
    const before = await database.annotations.get(id);
    if (before === undefined) return null;
    await reviveArticle(database, before.articleId, now);
    return renew(database, before, { ...before, deletedAt: null }, now);
  });
}

/** In the order of the text; those on the whole article first. */
export function annotationsOf(database: Database, articleId: SavedArticleId): Promise<Annotation[]> {
  return failing(async () => {
    const all = await database.annotations.where({ articleId }).toArray();
    return all.filter((each) => each.deletedAt === null).sort(inOrder);
  });
}

/** The page that an annotation belongs to, by all its addresses; none when there is no such annotation. */
export function pagesOf(database: Database, id: AnnotationId): Promise<readonly PageKey[]> {
  return failing(async () => {
    const annotation = await database.annotations.get(id);
    const article = annotation && (await database.articles.get(annotation.articleId));
    return article === undefined ? [] : [article.key, ...article.otherKeys];
  });
}

/** Of annotations that are not in the trash; the most used first, then by name. */
export function allTags(database: Database): Promise<{ readonly tag: string; readonly count: number }[]> {
  return failing(async () => {
    const counts = new Map<string, number>();
    const add = (tag: string, by: number) => counts.set(tag, (counts.get(tag) ?? 0) + by);
    // Rows are read only of the trash, which is small.
    await database.transaction('r', database.annotations, async () => {
      await database.annotations.orderBy('tags').eachKey((tag) => add(tag as string, 1));
      await database.annotations.orderBy('deletedAt').each(({ tags }) => new Set(tags).forEach((tag) => add(tag, -1)));
    });
    return [...counts]
      .filter(([, count]) => count > 0)
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
  });
}

/** Inside `writing`: the next revision, if anything is different. */
export async function renew(
  database: Database,
  before: Annotation,
  fields: Annotation,
  now: number,
): Promise<Annotation> {
  if (isSame(before, fields)) return before;
  const after = { ...fields, revision: before.revision + 1, updatedAt: now };
  await write(database, 'annotations', before, after, now);
  return after;
}

function inOrder(a: Annotation, b: Annotation): number {
  return (a.anchor?.start ?? -1) - (b.anchor?.start ?? -1) || a.createdAt - b.createdAt;
}

/** How many annotations, not counting those in the trash, have an entry. */
export function notesOn(database: Database, entry: EntryId): Promise<number> {
  return failing(async () => {
    const ids = await database.annotations.where('entries').equals(entry).primaryKeys();
    if (ids.length === 0) return 0;
    const deleted = new Set(await database.annotations.orderBy('deletedAt').primaryKeys());
    return ids.filter((id) => !deleted.has(id)).length;
  });
}
