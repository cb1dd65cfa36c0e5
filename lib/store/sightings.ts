/**
 * What stands in which article: counted from its text, never a word of the reader's, so not in the change log. A row for
 * each article that was counted and is not in the trash; written only with the text that it was counted from.
 */
import type {
  FollowedKey,
  PageKey,
  PartialDate,
  Reading,
  SavedArticle,
  SavedArticleId,
  Sighting,
  Sightings,
} from '../model';
import type { Database } from './database';
import { failing } from './failure';

/** What an article says of itself, kept beside its sightings: its text need not be read to count. */
type Head = Pick<SavedArticle, 'key' | 'url' | 'title' | 'source' | 'publishedAt'> & { readonly site: string };

export interface SightingsRow extends Sightings, Head {
  readonly articleId: SavedArticleId;
  /** By which reference it was counted; empty: text or date have changed since. */
  readonly basis: string;
  readonly tally: readonly string[];
}

export interface ReadingRow extends Reading {
  readonly tally: readonly string[];
}

/** The article as it was when it was counted. */
export type CountedFrom = Pick<SavedArticle, 'id' | 'textSavedAt' | 'publishedAt' | 'url'>;

/** Fields of an article of which its sightings depend. */
const COUNTED_FROM: ReadonlySet<string> = new Set(['paragraphs', 'body', 'publishedAt', 'url']);

/** Inside `writing`: the sightings of an article that was changed. */
export async function followArticle(
  database: Database,
  article: SavedArticle,
  changed: readonly string[],
): Promise<void> {
  if (article.deletedAt !== null) return database.sightings.delete(article.id);
  const row = await database.sightings.get(article.id);
  if (row === undefined) return;
  const isOutdated = changed.some((field) => COUNTED_FROM.has(field));
  await database.sightings.put(rowOf(article, row, isOutdated ? '' : row.basis));
}

/** Keeps what was counted, unless the article is gone meanwhile or its text or date are others. Whether it was kept. */
export function keepSightings(
  database: Database,
  from: CountedFrom,
  counted: Sightings,
  basis: string,
): Promise<boolean> {
  return failing(() =>
    database.transaction('rw', database.articles, database.sightings, async () => {
      const article = await database.articles.get(from.id);
      if (article === undefined || article.deletedAt !== null) return false;
      const isSame =
        article.textSavedAt === from.textSavedAt &&
        article.publishedAt === from.publishedAt &&
        article.url === from.url;
      if (isSame) await database.sightings.put(rowOf(article, counted, basis));
      return isSame;
    }),
  );
}

/** Articles that were not counted yet, or by another reference, or before they were changed. */
export function uncounted(database: Database, basis: string): Promise<readonly SavedArticleId[]> {
  return failing(() =>
    database.transaction('r', database.articles, database.sightings, async () => {
      const [all, deleted, counted] = await Promise.all([
        database.articles.toCollection().primaryKeys(),
        database.articles.orderBy('deletedAt').primaryKeys(),
        database.sightings.where({ basis }).primaryKeys(),
      ]);
      const done = new Set([...deleted, ...counted]);
      return all.filter((id) => !done.has(id));
    }),
  );
}

export function isCounted(database: Database, id: SavedArticleId, basis: string): Promise<boolean> {
  return failing(async () => (await database.sightings.get(id))?.basis === basis);
}

/** Of a site what counts has changed: it is counted anew. Returns which articles. */
export function outdateSite(database: Database, site: string): Promise<readonly SavedArticleId[]> {
  return failing(async () => {
    const rows = database.sightings.where({ site });
    await rows.modify({ basis: '' });
    return rows.primaryKeys();
  });
}

/** The next rows in the order of their ids; from the first when `after` is null. */
export function sightingsAfter(
  database: Database,
  after: SavedArticleId | null,
  most: number,
): Promise<readonly SightingsRow[]> {
  const { sightings } = database;
  return failing(() =>
    (after === null ? sightings.orderBy('articleId') : sightings.where('articleId').above(after)).limit(most).toArray(),
  );
}

/** Those that are there. */
export function sightingsOfArticles(
  database: Database,
  ids: readonly SavedArticleId[],
): Promise<readonly SightingsRow[]> {
  return failing(async () => (await database.sightings.bulkGet([...ids])).filter((each) => each !== undefined));
}

function rowOf(article: SavedArticle, { found, lists, place }: Sightings, basis: string): SightingsRow {
  const { id, key, url, title, source, publishedAt } = article;
  return {
    articleId: id,
    key,
    url,
    title,
    source,
    publishedAt,
    site: siteOf(url),
    basis,
    found,
    lists,
    place,
    tally: tallyOf(found, publishedAt),
  };
}

/** Of a date that is not known. After all others. */
const UNDATED = '~';

/** What is followed, when and how often, as one word of the index: counted without reading a row. */
export function tallyOf(found: readonly Sighting[], date: PartialDate | null): string[] {
  return found.map(({ of, places }) => `${of}\n${date ?? UNDATED}\n${places.length / 4}`);
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** What is in an index of `tally` for something followed. */
export interface Met {
  readonly key: PageKey;
  readonly date: PartialDate | null;
  readonly places: number;
}

/** Where something was met: in articles saved and read, each once. */
export function metIn(database: Database, of: FollowedKey): Promise<readonly Met[]> {
  return failing(async () => {
    const range = [`${of}\n`, `${of}\n\uffff`] as const;
    const saved: (Omit<Met, 'key'> & { readonly id: SavedArticleId })[] = [];
    const read: Met[] = [];
    await database.sightings
      .where('tally')
      .between(...range)
      .eachKey((word, { primaryKey }) => saved.push({ id: primaryKey, ...tallied(word as string) }));
    await database.readings
      .where('tally')
      .between(...range)
      .eachKey((word, { primaryKey }) => read.push({ key: primaryKey, ...tallied(word as string) }));
    const kept = new Set<PageKey>();
    if (read.length > 0) {
      await database.sightings
        .where('key')
        .anyOf(read.map(({ key }) => key))
        .eachKey((key) => kept.add(key as PageKey));
    }
    return [
      ...saved.map(({ id, ...rest }) => ({ ...rest, key: id as unknown as PageKey })),
      ...read.filter(({ key }) => !kept.has(key)),
    ];
  });
}

function tallied(word: string): Omit<Met, 'key'> {
  const [, date, places] = word.split('\n');
  return { date: date === UNDATED ? null : (date as PartialDate), places: Number(places) };
}
