import type { Day, Pack } from '../model';
import { entryOf } from './entryOf';
import type { PackEntry } from './packEntry';

/** What a pack is called. */
export type NamedPack = Pick<Pack, 'id' | 'version' | 'title' | 'licence'>;

/** Entries as people write them, as a pack of the lexicon. */
export function packOf(named: NamedPack, entries: readonly PackEntry[]): Pack {
  const read = entries.map(entryOf);
  return {
    schema: 1,
    ...named,
    asOf: '' as Day,
    changes: [],
    home: null,
    entries: read.map(({ entry }) => entry),
    sources: read.flatMap(({ sources }) => sources),
    articles: read.flatMap(({ articles }) => articles),
  };
}
