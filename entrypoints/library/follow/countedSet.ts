import type { Reading, SavedArticleId } from '../../../lib/model';
import type { Database } from '../../../lib/store/database';
import { allReadings } from '../../../lib/store/readings';
import { sightingsAfter, sightingsOfArticles, type SightingsRow } from '../../../lib/store/sightings';
import type { CountedArticle } from '../../../lib/track/counted';

const AT_ONCE = 2000;

/** All articles that were counted, in memory: every view is a question to them. */
export class CountedSet {
  private readonly saved = new Map<SavedArticleId, CountedArticle & { readonly key: string }>();
  private read: readonly (CountedArticle & { readonly key: string })[] = [];
  private all: readonly CountedArticle[] | null = null;
  private sentences = new Map<string, readonly number[]>();

  /** Those saved, and those only read: one that is both counts once. */
  get articles(): readonly CountedArticle[] {
    if (this.all !== null) return this.all;
    const kept = new Set([...this.saved.values()].map(({ key }) => key));
    return (this.all = [...this.saved.values(), ...this.read.filter(({ key }) => !kept.has(key))]);
  }

  /** Of an article that was only read the sentences are counted: which paragraph one is of. */
  readonly paragraphOf = ({ id, is }: CountedArticle, number: number): number =>
    is === 'read' ? (this.sentences.get(id)?.[number] ?? number) : number;

  async load(database: Database): Promise<void> {
    this.saved.clear();
    const readings = this.loadReadings(database);
    for (let next: Promise<readonly SightingsRow[]> | null = sightingsAfter(database, null, AT_ONCE); next !== null;) {
      const rows: readonly SightingsRow[] = await next;
      // The next are read while these are put in.
      next = rows.length < AT_ONCE ? null : sightingsAfter(database, rows.at(-1)!.articleId, AT_ONCE);
      for (const row of rows) this.put(row);
    }
    await readings;
  }

  async loadReadings(database: Database): Promise<void> {
    const readings = await allReadings(database);
    this.read = readings.map(readOf);
    this.sentences = new Map(readings.map(({ key, sentences }) => [key, sentences.map(({ paragraph }) => paragraph)]));
    this.all = null;
  }

  /** Reads some again; those gone go. */
  async renew(database: Database, ids: readonly SavedArticleId[]): Promise<void> {
    const rows = await sightingsOfArticles(database, ids);
    for (const id of ids) this.saved.delete(id);
    for (const row of rows) this.put(row);
    this.all = null;
  }

  private put(row: SightingsRow): void {
    const { articleId, key, url, title, source, site, publishedAt, found, lists, place } = row;
    this.saved.set(articleId, {
      id: articleId,
      is: 'saved',
      key,
      url,
      title,
      source,
      site,
      date: publishedAt,
      found,
      lists,
      place,
    });
    this.all = null;
  }
}

function readOf({ key, url, title, source, site, publishedAt, found, lists, place }: Reading) {
  return { id: key, is: 'read', key, url, title, source, site, date: publishedAt, found, lists, place } as const;
}
