import type { FollowedKey, PageKey, SavedArticleId } from '../../../lib/model';
import type { Database } from '../../../lib/store/database';
import { articlesOf } from '../../../lib/store/reading';
import { readingOf } from '../../../lib/store/readings';
import { placesOf, sightingOf, type CountedArticle } from '../../../lib/track/counted';
import { inKwicOrder, kwicLine, type KwicOrder } from '../../../lib/track/kwic';
import type { PassageLine } from './protocol';

/** Articles read at once, and lines that are put in order: of more the newest articles. */
const AT_ONCE = 100;
const MOST_ORDERED = 5_000;

/** Every place of what is followed in its context, read from the stored texts. */
export async function passagesOf(
  database: Database,
  articles: readonly CountedArticle[],
  of: readonly FollowedKey[],
  order: KwicOrder,
  most: number,
) {
  const found = articles
    .map((article) => ({ article, sightings: of.flatMap((each) => sightingOf(article, each) ?? []) }))
    .filter(({ sightings }) => sightings.length > 0)
    .sort((a, b) => newest(a.article, b.article));
  const all = found.reduce(
    (sum, { sightings }) => sum + sightings.reduce((own, { places }) => own + places.length / 4, 0),
    0,
  );
  const lines: PassageLine[] = [];
  // By date no more need be read than are shown.
  const wanted = order === 'date' ? most : MOST_ORDERED;
  for (let from = 0; from < found.length && lines.length < wanted; from += AT_ONCE) {
    const some = found.slice(from, from + AT_ONCE);
    const texts = await textsOf(
      database,
      some.map(({ article }) => article),
    );
    for (const { article, sightings } of some) {
      const paragraphs = texts.get(article.id);
      if (paragraphs === undefined) continue;
      for (const sighting of sightings) {
        for (const place of placesOf(sighting)) {
          const line = kwicLine(article, place, paragraphs[place.paragraph] ?? '');
          lines.push({ ...line, of: sighting.of });
        }
      }
    }
  }
  return { lines: inKwicOrder(lines, order).slice(0, most), all, articles: found.length };
}

async function textsOf(
  database: Database,
  articles: readonly CountedArticle[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const saved = articles.filter(({ is }) => is === 'saved').map(({ id }) => id as SavedArticleId);
  const texts = new Map<string, readonly string[]>(
    (await articlesOf(database, saved)).map(({ id, paragraphs }) => [id, paragraphs]),
  );
  for (const { id } of articles.filter(({ is }) => is === 'read')) {
    const reading = await readingOf(database, id as PageKey);
    if (reading !== null)
      texts.set(
        id,
        reading.sentences.map(({ text }) => text),
      );
  }
  return texts;
}

function newest(a: CountedArticle, b: CountedArticle): number {
  const [one, other] = [a.date ?? '', b.date ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
