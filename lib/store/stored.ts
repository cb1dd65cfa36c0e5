import type { Database } from './database';
import { failing } from './failure';

interface Stored {
  readonly articles: number;
  readonly annotations: number;
  readonly inTrash: number;
  /** The browser's estimate for all that the extension keeps. */
  readonly bytes: number;
  readonly quota: number | null;
  /** By `persist()`; an extension with `unlimitedStorage` is safe without. */
  readonly isPersisted: boolean;
}

export function stored(database: Database): Promise<Stored> {
  return failing(async () => {
    const [allArticles, allAnnotations, deletedArticles, deletedAnnotations, estimate, isPersisted] = await Promise.all(
      [
        database.articles.count(),
        database.annotations.count(),
        database.articles.orderBy('deletedAt').count(),
        database.annotations.orderBy('deletedAt').count(),
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ],
    );
    return {
      articles: allArticles - deletedArticles,
      annotations: allAnnotations - deletedAnnotations,
      inTrash: deletedArticles + deletedAnnotations,
      bytes: estimate.usage ?? 0,
      quota: estimate.quota ?? null,
      isPersisted,
    };
  });
}
