import type { EntryId, Exception, SavedArticle } from '../../lib/model';
import type { Lexicon } from '../../lib/reference/lexicon';
import { regionOfSite } from '../../lib/sites';
import type { Database } from '../../lib/store/database';
import { keepSightings } from '../../lib/store/sightings';
import { basisOf, counting } from '../../lib/track/counting';

/** What counting an article needs besides the article. */
export interface CountingBy {
  readonly lexicon: Lexicon;
  /** Those in force. */
  readonly exceptions: readonly Exception[];
}

/** Counts what stands in an article, with a pause after each part, and keeps it. */
export async function countArticle(
  database: Database,
  article: SavedArticle,
  { lexicon, exceptions }: CountingBy,
): Promise<boolean> {
  const { paragraphs, body, publishedAt, url } = article;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const ofSite = exceptions.filter(({ site }) => site === host);
  const isWrong = (form: string, entry: EntryId) => ofSite.some((each) => each.form === form && each.entryId === entry);
  const own = body.length === 0 ? [...paragraphs.keys()] : body;
  const parts = counting({ paragraphs, body: own, date: publishedAt, region: regionOfSite(host), isWrong }, lexicon);
  for (let step = parts.next(); ; step = parts.next()) {
    if (step.done === true) return keepSightings(database, article, step.value, basisOf(lexicon));
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
