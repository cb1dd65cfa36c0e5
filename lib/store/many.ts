/** The same for many annotations: all of it happens, or nothing. What is gone meanwhile is left out. */
import type { Annotation, AnnotationChange, AnnotationId, SavedArticle } from '../model';
import { changeAnnotation, deleteAnnotation, restoreAnnotation } from './annotations';
import { writing } from './changes';
import type { Database } from './database';

export interface ManyChange {
  readonly id: AnnotationId;
  /** The one that was seen. */
  readonly revision: number;
  readonly change: AnnotationChange;
}

/** As they are now, with the article of each. */
export type Changed = readonly { readonly annotation: Annotation; readonly article: SavedArticle }[];

export function changeAnnotations(database: Database, changes: readonly ManyChange[], now: number): Promise<Changed> {
  return each(database, changes, async ({ id, revision, change }) => {
    const merged = await changeAnnotation(database, id, revision, change, now);
    return merged?.annotation ?? null;
  });
}

export function deleteAnnotations(database: Database, ids: readonly AnnotationId[], now: number): Promise<Changed> {
  return each(database, ids, (id) => deleteAnnotation(database, id, now));
}

export function restoreAnnotations(database: Database, ids: readonly AnnotationId[], now: number): Promise<Changed> {
  return each(database, ids, (id) => restoreAnnotation(database, id, now));
}

function each<T>(database: Database, all: readonly T[], act: (one: T) => Promise<Annotation | null>): Promise<Changed> {
  return writing(database, async () => {
    const changed: { readonly annotation: Annotation; readonly article: SavedArticle }[] = [];
    for (const one of all) {
      const annotation = await act(one);
      const article = annotation === null ? undefined : await database.articles.get(annotation.articleId);
      if (annotation !== null && article !== undefined) changed.push({ annotation, article });
    }
    return changed;
  });
}
