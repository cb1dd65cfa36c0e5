import type { Bilingual, Entry, EntryId, PartialDate, PlaceInArticle, SeedArticle, Source } from '../model';
import type { Lexicon } from './lexicon';
import { officeIn, othersInOffice, relationsOf, type Relation } from './relations';
import { fullOffice, type OfficeOn } from './tenures';

/** The id of the pack that comes with us (seeds/pack.json). */
export const BUNDLED = 'shanxi';

/** Everything that a card says about an entry, complete: showing it asks for nothing more. */
export interface Card {
  readonly entry: Entry;
  readonly attestations: readonly AttestedIn[];
  readonly sources: readonly Source[];
  /** For officials: the office on the day of the article. */
  readonly office: OfficeOn | null;
  /** For officials: others whom the sources show in the same office. */
  readonly sameOffice: readonly OtherInOffice[];
  /** Entries to go to from here. */
  readonly related: readonly Related[];
  /** The pack that it is from; null: the one that comes with us. */
  readonly from: { readonly id: string; readonly title: Bilingual } | null;
  /** As its pack has it, where the reader has corrected it. */
  readonly original: Entry | null;
}

export interface AttestedIn {
  readonly article: SeedArticle;
  readonly places: readonly PlaceInArticle[];
}

export interface Related {
  readonly id: EntryId;
  readonly zh: string;
  readonly en: string | null;
  readonly how: Relation;
}

export interface OtherInOffice {
  readonly id: EntryId;
  readonly zh: string;
  readonly office: string;
  readonly english: string;
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** `day` is that of the article that the reader has open. */
export function cardOf(entry: Entry, lexicon: Lexicon, day: PartialDate | null): Card {
  return {
    entry,
    attestations: entry.attestations.flatMap(({ article: id, places }) => {
      const article = lexicon.articles.get(id);
      return article === undefined ? [] : [{ article, places }];
    }),
    sources: entry.sources.flatMap((id) => lexicon.sources.get(id) ?? []),
    office: entry.kind === 'official' ? officeIn(entry, day, lexicon) : null,
    sameOffice: entry.kind === 'official' ? othersOf(entry, lexicon) : [],
    related: relationsOf(entry, lexicon).map(({ how, entry: { id, names } }) => ({
      how,
      id,
      zh: names.zh,
      en: names.en?.text ?? null,
    })),
    from: fromOf(entry, lexicon),
    original: lexicon.originals.get(entry.id) ?? null,
  };
}

function fromOf({ id }: Entry, { packOf }: Lexicon): Card['from'] {
  const pack = packOf.get(id);
  return pack === undefined || pack.id === BUNDLED ? null : { id: pack.id, title: pack.title };
}

function othersOf(entry: Entry & { readonly kind: 'official' }, lexicon: Lexicon): OtherInOffice[] {
  return othersInOffice(entry, lexicon).map(({ official, tenure, from, to }) => ({
    id: official.id,
    zh: official.names.zh,
    office: fullOffice(tenure),
    english: tenure.en,
    from,
    to,
  }));
}
