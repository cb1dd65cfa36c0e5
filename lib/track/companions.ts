import type { FollowedKey } from '../model';
import { placesOf, sightingOf, type CountedArticle } from './counted';

/** Something that stands together with what is followed. */
export interface Companion {
  readonly of: FollowedKey;
  /** Articles, or paragraphs, that have both. */
  readonly together: number;
  /** Articles, or paragraphs, that have this one at all. */
  readonly all: number;
}

export interface Companions {
  /** Articles, or paragraphs, that have what is followed: the denominator. */
  readonly all: number;
  /** The most frequent first. */
  readonly companions: readonly Companion[];
}

/**
 * What stands in the same articles, or in the same paragraphs. Of articles that were only read the sentences are known
 * with their paragraphs: `paragraphOf` tells which.
 */
export function companionsOf(
  articles: readonly CountedArticle[],
  of: FollowedKey,
  per: 'article' | 'paragraph',
  paragraphOf: (article: CountedArticle, number: number) => number = (_, number) => number,
): Companions {
  const together = new Map<FollowedKey, number>();
  const alone = new Map<FollowedKey, number>();
  let all = 0;
  for (const article of articles) {
    const own = unitsOf(article, of, per, paragraphOf);
    all += own.size;
    for (const sighting of article.found) {
      if (sighting.of === of) continue;
      const units = unitsOf(article, sighting.of, per, paragraphOf);
      increase(alone, sighting.of, units.size);
      increase(together, sighting.of, [...units].filter((unit) => own.has(unit)).length);
    }
  }
  const companions = [...together]
    .filter(([, count]) => count > 0)
    .map(([other, count]) => ({ of: other, together: count, all: alone.get(other)! }))
    .sort((a, b) => b.together - a.together || (a.of < b.of ? -1 : 1));
  return { all, companions };
}

const WHOLE: ReadonlySet<number> = new Set([0]);
const NOWHERE: ReadonlySet<number> = new Set();

/** The article, or those of its paragraphs, in which something stands. */
function unitsOf(
  article: CountedArticle,
  of: FollowedKey,
  per: 'article' | 'paragraph',
  paragraphOf: (article: CountedArticle, number: number) => number,
): ReadonlySet<number> {
  const sighting = sightingOf(article, of);
  if (sighting === null) return NOWHERE;
  if (per === 'article') return WHOLE;
  return new Set(placesOf(sighting).map(({ paragraph }) => paragraphOf(article, paragraph)));
}

function increase(counts: Map<FollowedKey, number>, key: FollowedKey, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
