import type { ArticleFacts, SavedArticle } from '../model';

/** What an article says of itself, with the reader's corrections in place of what they correct. */
export function corrected<A extends ArticleFacts>(article: A, saved: SavedArticle | null): A {
  if (saved === null) return article;
  return { ...article, ...Object.fromEntries(saved.corrected.map((fact) => [fact, saved[fact]])) };
}
