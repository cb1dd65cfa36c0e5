import type { Day, Pack } from '../model';
import { entryOf, type ReadEntry } from './entryOf';
import type { PackEntry } from './packEntry';

/** What a pack is called. */
export type NamedPack = Pick<Pack, 'id' | 'version' | 'title' | 'licence'>;

/** Entries as people write them, as a pack of the lexicon. */
export function packOf(named: NamedPack, entries: readonly PackEntry[]): Pack {
  return packOfRead(named, entries.map(entryOf));
}

export function packOfRead(named: NamedPack, read: readonly ReadEntry[]): Pack {
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
