import type { MetCounts } from '../../lib/messages';
import type { EntryId } from '../../lib/model';
import { notesOn } from '../../lib/store/annotations';
import type { Database } from '../../lib/store/database';
import { metIn } from '../../lib/store/sightings';

/** How often an entry was met in the reader's own articles: counts, and nothing of the articles themselves. */
export async function met(database: Database, id: EntryId): Promise<MetCounts> {
  const [all, notes] = await Promise.all([metIn(database, id), notesOn(database, id)]);
  const dates = all.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return {
    articles: all.length,
    places: all.reduce((sum, { places }) => sum + places, 0),
    month: dates[0]?.slice(0, 7) ?? null,
    notes,
  };
}
