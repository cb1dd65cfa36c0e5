import type { Exception, SavedArticleId } from '../../lib/model';
import type { Lexicon } from '../../lib/reference/lexicon';
import { report } from '../../lib/report';
import type { Database } from '../../lib/store/database';
import { articlesOf } from '../../lib/store/reading';
import { isCounted } from '../../lib/store/sightings';
import { basisOf } from '../../lib/track/counting';
import { countArticle } from '../pages/countArticle';
import { sightingsChannel } from '../pages/sightingsChannel';

/** ms. What is saved is counted once the page has its answer. */
const AFTER = 300;
/** Articles that wait to be counted here; more (an import) are left to the library, which shows how far it is. */
const MOST_WAITING = 100;
/** UTF-16 units. A longer text would hold up the pages that ask for their marks; the library counts it. */
const LONGEST = 300_000;

interface Counting {
  readonly open: () => Promise<Database>;
  readonly lexicon: () => Promise<Lexicon>;
  readonly exceptions: () => Promise<readonly Exception[]>;
}

/** Counts what stands in articles that were saved or changed, one after the other. Returns how to say which. */
export function countingSoon({ open, lexicon, exceptions }: Counting): (id: SavedArticleId) => void {
  const waiting = new Set<SavedArticleId>();
  let isAtIt = false;

  const countAll = async () => {
    if (isAtIt) return;
    isAtIt = true;
    try {
      const channel = sightingsChannel();
      for (const id of waiting) {
        waiting.delete(id);
        if (await countOne(id)) channel.tell([id]);
      }
      channel.close();
    } catch (error) {
      report('counting', error);
    } finally {
      isAtIt = false;
    }
  };

  const countOne = async (id: SavedArticleId): Promise<boolean> => {
    const database = await open();
    const words = await lexicon();
    if (await isCounted(database, id, basisOf(words))) return false;
    const [article] = await articlesOf(database, [id]);
    if (article === undefined || article.deletedAt !== null) return false;
    if (article.paragraphs.reduce((sum, { length }) => sum + length, 0) > LONGEST) return false;
    return countArticle(database, article, { lexicon: words, exceptions: await exceptions() });
  };

  return (id) => {
    if (waiting.size >= MOST_WAITING) return;
    waiting.add(id);
    setTimeout(() => void countAll(), AFTER);
  };
}
