import type { Entry, EntryId, PartialDate, SeedArticle, Source } from '../model';
import type { Lexicon } from './lexicon';
import { officeOn, type OfficeOn } from './tenures';

/** Everything that a card says about an entry, complete: showing it asks for nothing more. */
export interface Card {
  readonly entry: Entry;
  readonly articles: readonly SeedArticle[];
  readonly sources: readonly Source[];
  /** For officials: the office on the day of the article. */
  readonly office: OfficeOn | null;
  /** Entries that this card names: parts, the explaining entry. */
  readonly related: readonly Related[];
}

export interface Related {
  readonly id: EntryId;
  readonly zh: string;
  readonly en: string | null;
}

/** `day` is that of the article that the reader has open. */
export function cardOf(entry: Entry, lexicon: Lexicon, day: PartialDate | null): Card {
  const named = entry.kind === 'official' ? [] : [...entry.parts, ...(entry.see === null ? [] : [entry.see])];
  const relatedIds = [...new Set(named)];
  return {
    entry,
    articles: entry.attestations.flatMap(({ article }) => lexicon.articles.get(article) ?? []),
    sources: entry.sources.flatMap((id) => lexicon.sources.get(id) ?? []),
    office: entry.kind === 'official' ? officeOn(entry, day) : null,
    related: relatedIds.flatMap((id) => relatedOf(lexicon.entries.get(id))),
  };
}

function relatedOf(entry: Entry | undefined): Related[] {
  return entry === undefined ? [] : [{ id: entry.id, zh: entry.names.zh, en: entry.names.en?.text ?? null }];
}
