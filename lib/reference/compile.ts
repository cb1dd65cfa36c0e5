import * as v from 'valibot';
import { compareDates } from '../text/dates';
import { fold } from '../text/normalise';
import type {
  ArticleId,
  Attestation,
  Conditions,
  Entry,
  EntryId,
  Form,
  Official,
  Pack,
  PartialDate,
  SeedArticle,
  Source,
  Term,
} from '../model';
import {
  attestationsRecord,
  documentRecord,
  entryRecord,
  packRecord,
  sourceRecord,
  type AttestationsRecord,
  type ConditionsRecord,
  type DocumentRecord,
  type EntryRecord,
  type FormRecord,
  type OfficialRecord,
  type SourceRecord,
  type TermRecord,
} from './records';

/** A record as read from a file; `from` names it in error sentences (`seeds/formulations/liu-wen.json`). */
export interface RawRecord {
  readonly from: string;
  readonly value: unknown;
}

export interface RawSeeds {
  readonly pack: RawRecord;
  readonly entries: readonly RawRecord[];
  readonly sources: RawRecord;
  readonly documents: RawRecord;
  /** Where entries stand, as `npm run attest` has written it. */
  readonly attestations: RawRecord;
}

/** Says every fault of the records at once, one sentence a line: file, field, what is wrong. */
export class BrokenSeeds extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The reference cannot be built; mend these records:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'BrokenSeeds';
  }
}

/** Builds the pack. Throws `BrokenSeeds` when a record is wrong or points to nothing. */
export function compile(raw: RawSeeds): Pack {
  const faults: string[] = [];
  const check = <S extends v.GenericSchema>(schema: S, record: RawRecord): v.InferOutput<S> | null => {
    const result = v.safeParse(schema, record.value);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      faults.push(`${record.from}: ${v.getDotPath(issue) ?? 'the record'}: ${issue.message}`);
    }
    return null;
  };

  const head = check(packRecord, raw.pack);
  const sources = check(v.array(sourceRecord), raw.sources) ?? [];
  const documents = check(v.array(documentRecord), raw.documents) ?? [];
  const places = check(attestationsRecord, raw.attestations) ?? {};
  const entries: { record: EntryRecord; from: string }[] = [];
  for (const file of raw.entries) {
    const record = check(entryRecord, file);
    if (record) entries.push({ record, from: file.from });
  }
  faults.push(...danglingReferences(entries, sources, documents));
  faults.push(...unlistedPlaces(entries, places, raw.attestations.from));
  if (!head || faults.length > 0) throw new BrokenSeeds(faults);

  return {
    schema: 1,
    ...head,
    home: head.home && { province: head.home.province, city: head.home.city },
    entries: entries.map(({ record }) => entryOf(record, places)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    sources: sources.map(sourceOf),
    articles: documents.flatMap(articlesOf),
  };
}

function danglingReferences(
  entries: readonly { record: EntryRecord; from: string }[],
  sources: readonly SourceRecord[],
  documents: readonly DocumentRecord[],
): string[] {
  const faults: string[] = [];
  const sourceIds = new Set<string>(sources.map((source) => source.id));
  const articleIds = new Set<string>(documents.flatMap((document) => document.articles.map((article) => article.id)));
  const entryIds = new Set<string>();
  for (const { record, from } of entries) {
    if (entryIds.has(record.id)) faults.push(`${from}: id: ${record.id} is taken by another record`);
    entryIds.add(record.id);
    if (!from.endsWith(`/${record.id}.json`)) faults.push(`${from}: id: ${record.id} is not the name of the file`);
  }
  for (const { record, from } of entries) {
    const missing = (field: string, ids: readonly string[], known: ReadonlySet<string>) => {
      for (const id of ids) if (!known.has(id)) faults.push(`${from}: ${field}: nothing has the id ${id}`);
    };
    missing('sources', record.sources, sourceIds);
    missing('attestations', record.attestations, articleIds);
    if (record.names.enLong) missing('names.enLong.source', [record.names.enLong.source], sourceIds);
    if (record.attestations.length === 0 && record.sources.length === 0) {
      faults.push(`${from}: attestations: an entry needs an attestation or a source`);
    }
    if (record.kind === 'official') {
      for (const tenure of record.tenures) {
        missing('tenures.organisation', tenure.organisation ? [tenure.organisation] : [], entryIds);
        missing(
          'tenures.attested',
          tenure.attested.map((seen) => seen.article),
          articleIds,
        );
        if (isAfter(tenure.from, tenure.to)) faults.push(`${from}: tenures: ${tenure.office} ends before it begins`);
      }
    } else {
      missing('parts', record.parts, entryIds);
      missing('see', record.see ? [record.see] : [], entryIds);
      if (record.validity && isAfter(record.validity.from, record.validity.to)) {
        faults.push(`${from}: validity: ends before it begins`);
      }
      if (record.members && record.membersUnknown) faults.push(`${from}: membersUnknown: but members are given`);
    }
  }
  return faults;
}

function isAfter(from: PartialDate | null, to: PartialDate | null): boolean {
  return from !== null && to !== null && compareDates(from, to) > 0;
}

/** Places of entries that are not there, or in articles that their record does not name. */
function unlistedPlaces(
  entries: readonly { record: EntryRecord; from: string }[],
  places: AttestationsRecord,
  from: string,
): string[] {
  const listed = new Map(entries.map(({ record }) => [record.id as string, new Set<string>(record.attestations)]));
  return Object.entries(places).flatMap(([article, ofEntries]) =>
    Object.keys(ofEntries ?? {}).flatMap((id) =>
      listed.get(id)?.has(article) ? [] : [`${from}: ${article}: ${id} is no entry that names this article`],
    ),
  );
}

function entryOf(record: EntryRecord, places: AttestationsRecord): Entry {
  return record.kind === 'official' ? officialOf(record, places) : termOf(record, places);
}

function attestationOf(article: ArticleId, id: EntryId, places: AttestationsRecord): Attestation {
  const found = places[article]?.[id] ?? [];
  return { article, places: found.map(([paragraph, start, end]) => ({ paragraph, start, end })) };
}

function commonOf(record: EntryRecord, places: AttestationsRecord) {
  return {
    id: record.id,
    names: record.names,
    forms: record.forms.map((form) => formOf(form, record.conditions)),
    scope: record.scope,
    attestations: record.attestations.map((article) => attestationOf(article, record.id, places)),
    sources: record.sources,
    tier: record.tier,
    marked: record.marked,
  };
}

/** The conditions of the entry hold for its forms, unless a form says otherwise. */
function formOf(form: FormRecord, shared: ConditionsRecord): Form {
  const merged = { ...shared, ...form };
  const when: Conditions = {
    quotedOnly: merged.quotedOnly ?? false,
    notBefore: (merged.notBefore ?? []).map(fold),
    notAfter: (merged.notAfter ?? []).map(fold),
    onlyBefore: (merged.onlyBefore ?? []).map(fold),
    needs: (merged.needs ?? []).map(fold),
    needsInQuotes: merged.needsInQuotes ?? false,
    notNear: (merged.notNear ?? []).map(fold),
    afterFullForm: form.afterFullForm ?? false,
    deictic: form.deictic ?? false,
    officialOnly: merged.officialOnly ?? false,
    whole: merged.whole ?? false,
    marked: form.marked ?? true,
  };
  return { text: fold(form.text), when: isFree(when) ? null : when };
}

function isFree({ marked, ...restrictions }: Conditions): boolean {
  return (
    marked &&
    Object.values(restrictions).every((value) => value === false || (Array.isArray(value) && value.length === 0))
  );
}

function termOf(record: TermRecord, places: AttestationsRecord): Term {
  return {
    kind: record.kind,
    ...commonOf(record, places),
    gloss: record.gloss,
    members: record.members ?? (record.membersUnknown ? { items: [], complete: false, status: 'unknown' } : null),
    first: record.first,
    validity: record.validity,
    otherMeanings: record.otherMeanings,
    parts: record.parts,
    see: record.see,
  };
}

function officialOf(record: OfficialRecord, places: AttestationsRecord): Official {
  return {
    kind: record.kind,
    ...commonOf(record, places),
    reach: record.reach,
    tenures: record.tenures,
    caution: record.caution,
  };
}

function sourceOf({ note: _, publisher, ...record }: SourceRecord): Source {
  return { ...record, publisher: typeof publisher === 'string' ? { zh: publisher, en: publisher } : publisher };
}

function articlesOf(document: DocumentRecord): SeedArticle[] {
  return document.articles.map((article) => ({
    id: article.id,
    title: article.title,
    label: article.label,
    publisher: article.publisher ?? document.publisher,
    publisherStated: article.publisherStated ?? document.publisherStated,
    date: article.date,
    dateIs: article.dateIs,
    dateStated: article.dateStated,
    region: article.region,
  }));
}
