/**
 * The records of `seeds/` as people write them: what is usual may be left out.
 * `compile.ts` turns them into a pack. seeds/README.md explains every field.
 */
import * as v from 'valibot';
import type { ArticleId, Day, EntryId, PartialDate, SourceId } from '../model';
import { partialDate as readDate } from '../text/dates';

const text = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.check((s) => s === s.trim(), 'has white space at an end'),
);
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be pinyin in kebab case'));
const entryId = v.pipe(
  slug,
  v.transform((id) => id as EntryId),
);
const sourceId = v.pipe(
  slug,
  v.transform((id) => id as SourceId),
);
const articleId = v.pipe(
  v.string(),
  v.regex(/^[0-9]{3}-A[0-9]+$/, 'must look like 002-A3'),
  v.transform((id) => id as ArticleId),
);
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD'),
  v.check(isCalendarDate, 'is not a date of the calendar'),
  v.transform((date) => date as Day),
);
const partialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check(isCalendarDate, 'is not a date of the calendar'),
  v.transform((date) => date as PartialDate),
);
const bilingual = v.strictObject({ zh: text, en: text });
const status = v.picklist(['attested', 'defined', 'general', 'unknown']);
const region = v.strictObject({ province: text, city: v.optional(v.nullable(text), null) });

function isCalendarDate(date: string): boolean {
  return readDate(date) !== null;
}

const conditions = {
  quotedOnly: v.optional(v.boolean()),
  notBefore: v.optional(v.array(text)),
  notAfter: v.optional(v.array(text)),
  onlyBefore: v.optional(v.array(text)),
  needs: v.optional(v.array(text)),
  needsInQuotes: v.optional(v.boolean()),
  officialOnly: v.optional(v.boolean()),
  whole: v.optional(v.boolean()),
  notNear: v.optional(v.array(text)),
};

const conditionsRecord = v.strictObject(conditions);

const form = v.strictObject({
  text,
  ...conditions,
  afterFullForm: v.optional(v.boolean()),
  deictic: v.optional(v.boolean()),
  marked: v.optional(v.boolean()),
});

const rendering = v.strictObject({ text, by: v.picklist(['official', 'usual', 'ours']) });

const names = v.strictObject({
  zh: text,
  traditional: v.optional(v.nullable(text), null),
  pinyin: text,
  en: v.nullable(rendering),
  enLong: v.optional(v.nullable(v.strictObject({ text, source: sourceId })), null),
});

const common = {
  id: entryId,
  names,
  forms: v.pipe(v.array(form), v.minLength(1, 'needs at least one form')),
  conditions: v.optional(conditionsRecord, {}),
  scope: v.optional(
    v.nullable(
      v.strictObject({
        issuer: v.optional(v.nullable(bilingual), null),
        place: v.optional(v.nullable(bilingual), null),
        region: v.optional(v.nullable(region), null),
      }),
    ),
    null,
  ),
  attestations: v.array(articleId),
  sources: v.array(sourceId),
  tier: v.picklist([1, 2, 3]),
  marked: v.optional(v.boolean(), true),
  /** For people who edit the records; not shown to readers. */
  comment: v.optional(text),
};

const TERM_KINDS = ['formulation', 'programme', 'institution', 'meeting', 'document', 'place', 'event'] as const;

const termRecord = v.strictObject({
  kind: v.picklist(TERM_KINDS),
  ...common,
  gloss: v.strictObject({ zh: text, en: text, status }),
  members: v.optional(
    v.nullable(
      v.strictObject({
        items: v.pipe(v.array(bilingual), v.minLength(1)),
        complete: v.boolean(),
        status,
      }),
    ),
    null,
  ),
  /** True: it enumerates something, and what was looked for and not found. */
  membersUnknown: v.optional(v.boolean(), false),
  first: v.optional(
    v.nullable(
      v.strictObject({
        date: v.nullable(partialDate),
        qualifier: v.nullable(v.picklist(['stated', 'at-the-latest', 'approximate', 'related-wording'])),
        occasion: v.optional(v.nullable(bilingual), null),
        note: v.optional(v.nullable(bilingual), null),
        status,
      }),
    ),
    null,
  ),
  validity: v.optional(
    v.nullable(
      v.strictObject({
        from: v.nullable(partialDate),
        to: v.nullable(partialDate),
        note: v.optional(v.nullable(bilingual), null),
      }),
    ),
    null,
  ),
  otherMeanings: v.optional(v.array(bilingual), []),
  parts: v.optional(v.array(entryId), []),
  see: v.optional(v.nullable(entryId), null),
});

const tenure = v.strictObject({
  office: text,
  body: v.optional(v.nullable(text), null),
  en: text,
  organisation: v.optional(v.nullable(entryId), null),
  region: v.optional(v.nullable(region), null),
  attested: v.pipe(
    v.array(v.strictObject({ date: partialDate, article: articleId })),
    v.minLength(1, 'needs the text that shows it'),
  ),
  from: v.optional(v.nullable(partialDate), null),
  to: v.optional(v.nullable(partialDate), null),
  change: v.optional(v.nullable(v.picklist(['resigned', 'co-opted'])), null),
  before: v.optional(v.nullable(v.strictObject({ office: text, en: text })), null),
  note: v.optional(v.nullable(bilingual), null),
});

const officialRecord = v.strictObject({
  kind: v.literal('official'),
  ...common,
  reach: v.optional(v.picklist(['national', 'local']), 'local'),
  tenures: v.pipe(v.array(tenure), v.minLength(1)),
  caution: v.optional(v.nullable(bilingual), null),
});

export const entryRecord = v.variant('kind', [termRecord, officialRecord]);

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Article → entry → places: paragraph, start, end. */
export const attestationsRecord = v.record(
  articleId,
  v.record(entryId, v.array(v.strictTuple([v.pipe(offset, v.minValue(1)), offset, offset]))),
);

export const sourceRecord = v.strictObject({
  id: sourceId,
  title: text,
  /** One name for both languages, or one for each. */
  publisher: v.union([text, bilingual]),
  date: v.nullable(partialDate),
  address: v.nullable(text),
  accessed: day,
  type: v.picklist([
    'official',
    'official-text-in-repository',
    'official-reprint',
    'official-in-copy',
    'press',
    'press-in-copy',
    'reference',
  ]),
  supports: text,
  note: v.optional(text),
});

export const documentRecord = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9]{3}$/)),
  file: text,
  publisher: v.nullable(bilingual),
  publisherStated: v.boolean(),
  publisherBasis: text,
  articles: v.pipe(
    v.array(
      v.strictObject({
        id: articleId,
        title: v.nullable(text),
        label: bilingual,
        /** Where it is not that of the document (a reprint). */
        publisher: v.optional(bilingual),
        publisherStated: v.optional(v.boolean()),
        date: partialDate,
        dateIs: v.picklist(['published', 'event']),
        dateStated: v.boolean(),
        dateBasis: text,
        region: v.optional(v.nullable(region), null),
        /** Code points of the file, in reading order, end exclusive. */
        segments: v.array(v.tuple([v.number(), v.number()])),
        complete: v.boolean(),
      }),
    ),
    v.minLength(1),
  ),
});

export const packRecord = v.strictObject({
  id: slug,
  version: text,
  title: bilingual,
  licence: text,
  asOf: day,
  home: v.nullable(region),
  changes: v.array(v.strictObject({ version: text, date: day, zh: text, en: text })),
});

export type FormRecord = v.InferOutput<typeof form>;
export type ConditionsRecord = v.InferOutput<typeof conditionsRecord>;
export type EntryRecord = v.InferOutput<typeof entryRecord>;
export type TermRecord = v.InferOutput<typeof termRecord>;
export type OfficialRecord = v.InferOutput<typeof officialRecord>;
export type SourceRecord = v.InferOutput<typeof sourceRecord>;
export type DocumentRecord = v.InferOutput<typeof documentRecord>;
export type AttestationsRecord = v.InferOutput<typeof attestationsRecord>;
