/** Counts what was not counted yet, one article after the other, in one tab at a time. Stopped, it goes on where it was. */
import type { SavedArticleId } from '../../../lib/model';
import { report } from '../../../lib/report';
import type { Database } from '../../../lib/store/database';
import { articlesOf } from '../../../lib/store/reading';
import { uncounted } from '../../../lib/store/sightings';
import { countArticle, type CountingBy } from '../../pages/countArticle';
import type { Counting } from './protocol';

const LOCK = 'pangzhu counting';
/** Articles read at once. */
const AT_ONCE = 20;
/** ms between two tellings how far it is, and after which answers are made anew. */
const TELL_EVERY = 250;
const RENEW_EVERY = 2500;

export interface Told {
  readonly counting: (state: Counting) => void;
  readonly counted: (ids: readonly SavedArticleId[]) => void;
}

/** Ends when everything is counted, or when the signal says so. */
export async function countAll(
  database: Database,
  basis: string,
  by: () => Promise<CountingBy>,
  told: Told,
  signal: AbortSignal,
): Promise<void> {
  told.counting({ is: 'elsewhere' });
  await navigator.locks
    .request(LOCK, { signal }, () => countUnderLock(database, basis, by, told, signal))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
}

async function countUnderLock(
  database: Database,
  basis: string,
  by: () => Promise<CountingBy>,
  told: Told,
  signal: AbortSignal,
): Promise<void> {
  const ids = await uncounted(database, basis);
  let fresh: SavedArticleId[] = [];
  let [last, renewed] = [performance.now(), performance.now()];
  const tell = (done: number) => {
    last = performance.now();
    if (!signal.aborted) {
      told.counting(done === ids.length ? { is: 'whole' } : { is: 'counting', done, total: ids.length });
    }
    const isOver = signal.aborted || done === ids.length;
    if (fresh.length === 0 || (!isOver && last - renewed < RENEW_EVERY)) return;
    renewed = last;
    told.counted(fresh);
    fresh = [];
  };
  tell(0);
  if (ids.length === 0) return;
  const counted = await by();
  for (let done = 0; done < ids.length; done += AT_ONCE) {
    const some = ids.slice(done, done + AT_ONCE);
    for (const article of await articlesOf(database, some)) {
      if (signal.aborted) return tell(done);
      try {
        if (await countArticle(database, article, counted)) fresh.push(article.id);
      } catch (error) {
        // One that cannot be counted keeps no other from it.
        report(`counting ${article.id}`, error);
      }
    }
    if (performance.now() - last > TELL_EVERY) tell(Math.min(ids.length, done + AT_ONCE));
  }
  tell(ids.length);
}
