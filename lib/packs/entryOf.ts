import type {
  ArticleId,
  Conditions,
  Day,
  Entry,
  Form,
  PartialDate,
  SeedArticle,
  Source,
  SourceId,
  Tenure,
} from '../model';
import { fold } from '../text/normalise';
import type { PackEntry, PackForm, PackSource } from './packEntry';

/** An entry as the lexicon has it, with what it refers to. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly sources: readonly Source[];
  readonly articles: readonly SeedArticle[];
}

/** Ids of sources and articles begin with that of the entry: those of two entries are never one. */
export function entryOf(record: PackEntry): ReadEntry {
  const sources = record.sources.map((source, at) => sourceOf(source, `${record.id}/${at}` as SourceId));
  const { region } = record;
  const common = {
    id: record.id,
    names: {
      zh: record.name,
      traditional: record.traditional || null,
      pinyin: record.pinyin,
      en: record.english === '' ? null : { text: record.english, by: record.englishBy },
      enLong: null,
    },
    forms: formsOf(record),
    scope: region === null ? null : { issuer: null, place: nameOf(region), region },
    attestations: [],
    sources: sources.map(({ id }) => id),
    tier: 1,
    marked: true,
  } as const;
  if (record.kind === 'official') {
    const articles = articlesOf(record);
    return {
      entry: {
        ...common,
        kind: 'official',
        reach: record.alone ? 'national' : 'local',
        attestations: articles.map(({ id }) => ({ article: id, places: [] })),
        tenures: tenuresOf(record, articles),
        caution: null,
      },
      sources,
      articles,
    };
  }
  return {
    entry: {
      ...common,
      kind: record.kind,
      gloss: { ...bothOf(record.gloss), status: 'given' },
      members:
        record.members.length === 0
          ? null
          : { items: record.members.map(bothOf), complete: record.membersComplete, status: 'given' },
      first: null,
      validity: record.from === null && record.to === null ? null : { from: record.from, to: record.to, note: null },
      otherMeanings: [],
      parts: record.parts,
      see: record.see,
    },
    sources,
    articles: [],
  };
}

/** The forms under which an entry of a pack is found, folded. */
export function formsOf({ name, forms }: Pick<PackEntry, 'name' | 'forms'>): Form[] {
  return forms.length === 0 ? [{ text: fold(name), when: null }] : forms.map(formOf);
}

function formOf(form: PackForm): Form {
  const { text, quotedOnly, notBefore, notAfter, onlyBefore, needs, notNear, marked } = form;
  const lists = [notBefore, notAfter, onlyBefore, needs, notNear];
  const isFree = marked && !quotedOnly && lists.every((list) => list.length === 0);
  const when: Conditions = {
    quotedOnly,
    notBefore: notBefore.map(fold),
    notAfter: notAfter.map(fold),
    onlyBefore: onlyBefore.map(fold),
    needs: needs.map(fold),
    needsInQuotes: false,
    notNear: notNear.map(fold),
    afterFullForm: false,
    deictic: false,
    officialOnly: false,
    whole: false,
    marked,
  };
  return { text: fold(text), when: isFree ? null : when };
}

function sourceOf({ title, publisher, date, url, authors, page, accessed }: PackSource, id: SourceId): Source {
  const where = [publisher, authors, page].filter((part) => part !== '').join(' · ');
  return {
    id,
    title,
    publisher: { zh: where, en: where },
    date,
    address: url || null,
    accessed: (accessed ?? date ?? '') as Day,
    type: 'press',
    supports: '',
  };
}

/** The texts that show an office are not kept with it: one article stands for a day. */
function articlesOf({ id, offices, sources }: PackEntry): SeedArticle[] {
  const days = [...new Set(offices.flatMap((office) => shownOn(office)))].sort();
  return days.map((date) => {
    const source = sources.find((each) => each.date === date);
    return {
      id: `${id}/${date}` as ArticleId,
      title: source?.title ?? null,
      label: { zh: date, en: date },
      publisher:
        source === undefined || source.publisher === '' ? null : { zh: source.publisher, en: source.publisher },
      publisherStated: true,
      date,
      dateIs: 'published',
      dateStated: true,
      region: null,
    };
  });
}

/** The days on which an office is known; its bounds are days too. */
function shownOn({ seen, from, to }: PackEntry['offices'][number]): PartialDate[] {
  if (seen.length > 0) return [...seen].sort();
  return [from, to].flatMap((date) => (date === null ? [] : [date]));
}

function tenuresOf({ offices }: PackEntry, articles: readonly SeedArticle[]): Tenure[] {
  return offices.map((office) => ({
    office: office.office,
    body: office.body || null,
    en: office.english,
    organisation: null,
    region: office.region,
    attested: shownOn(office).map((date) => ({ date, article: articles.find((each) => each.date === date)!.id })),
    from: office.from,
    to: office.to,
    change: null,
    before: null,
    note: null,
  }));
}

/** What stands in one language only is shown in both. */
function bothOf({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh: zh || en, en: en || zh };
}

function nameOf({ province, city }: { readonly province: string; readonly city: string | null }) {
  const zh = city === null ? province : `${province}${city}`;
  return { zh, en: zh };
}
