/** What rows look like in our own files. Fields that a later version added are left as they are. */
import * as v from 'valibot';
import { pageKey } from '../identity/pageKey';
import { COLOURS, FACTS, type Annotation, type Exception, type ReprintChoice, type SavedArticle } from '../model';
import { partialDate } from '../text/dates';
import type { ChoiceRow } from './format';

/** UTF-16 units, as in what the store accepts, with room to spare. */
const LONGEST = { word: 1_000, address: 8_000, note: 8_000_000, paragraph: 4_000_000 };
const MOST = { paragraphs: 100_000, tags: 1_000, entries: 10_000, runs: 1_000 };

const upTo = (length: number) => v.pipe(v.string(), v.maxLength(length));
const listOf = <S extends v.GenericSchema>(schema: S, most: number) => v.pipe(v.array(schema), v.maxLength(most));
const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const time = v.pipe(v.number(), v.finite());
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((each) => partialDate(each) !== null),
);

const passage = v.looseObject({
  before: upTo(LONGEST.word),
  quote: upTo(LONGEST.paragraph),
  after: upTo(LONGEST.word),
});
const rival = v.looseObject({
  ...passage.entries,
  tell: v.exactOptional(
    v.looseObject({
      side: v.picklist(['before', 'after']),
      far: v.pipe(v.number(), v.safeInteger()),
      own: upTo(LONGEST.word),
      theirs: upTo(LONGEST.word),
    }),
  ),
});
const anchor = v.pipe(
  v.looseObject({
    ...passage.entries,
    start: offset,
    end: offset,
    length: offset,
    same: v.looseObject({ count: offset, index: offset }),
    rivals: listOf(rival, MOST.runs),
    sample: listOf(upTo(LONGEST.word), MOST.runs),
  }),
  v.check(({ start, end, length }) => start <= end && end <= length),
);

const annotation = v.looseObject({
  id,
  articleId: id,
  anchor: v.nullable(anchor),
  paragraph: v.nullable(upTo(LONGEST.paragraph)),
  colour: v.picklist(COLOURS),
  note: upTo(LONGEST.note),
  tags: listOf(upTo(LONGEST.word), MOST.tags),
  entries: listOf(upTo(LONGEST.word), MOST.entries),
  revision: offset,
  otherNotes: listOf(upTo(LONGEST.note), MOST.tags),
  createdAt: time,
  updatedAt: time,
  deletedAt: v.nullable(time),
});

/** Those that are a line of text. */
const TEXT_FACTS = FACTS.filter((fact) => fact !== 'publishedAt' && fact !== 'authors');

const article = v.looseObject({
  id,
  key: v.pipe(upTo(LONGEST.address), v.nonEmpty()),
  url: v.pipe(
    upTo(LONGEST.address),
    // No javascript: nor data:, which would run when the reader follows it.
    v.check((each) => pageKey(each) !== null),
  ),
  ...Object.fromEntries(TEXT_FACTS.map((fact) => [fact, v.nullable(upTo(LONGEST.address))])),
  publishedAt: v.nullable(day),
  authors: listOf(v.looseObject({ name: upTo(LONGEST.word), role: v.nullable(upTo(LONGEST.word)) }), MOST.entries),
  foundBy: v.record(upTo(LONGEST.word), v.nullable(upTo(LONGEST.word))),
  otherKeys: listOf(upTo(LONGEST.address), MOST.tags),
  canonical: v.nullable(upTo(LONGEST.address)),
  said: v.record(upTo(LONGEST.word), v.unknown()),
  body: listOf(offset, MOST.paragraphs),
  textSavedAt: time,
  corrected: listOf(upTo(LONGEST.word), MOST.tags),
  paragraphs: listOf(upTo(LONGEST.paragraph), MOST.paragraphs),
  fingerprints: listOf(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), MOST.paragraphs),
  savedAt: time,
  updatedAt: time,
  deletedAt: v.nullable(time),
});

const exception = v.looseObject({
  id: v.pipe(upTo(LONGEST.word), v.nonEmpty()),
  site: upTo(LONGEST.word),
  form: upTo(LONGEST.word),
  entryId: upTo(LONGEST.word),
  createdAt: time,
  deletedAt: v.nullable(time),
});

const choice = v.looseObject({
  key: v.pipe(upTo(LONGEST.address), v.nonEmpty()),
  articleId: id,
  choice: v.picklist(['shown', 'dismissed', 'copied'] satisfies ReprintChoice[]),
});

/** A row as it was given, or the first field of it that does not fit. */
export type Checked<Row> =
  { readonly is: 'row'; readonly row: Row } | { readonly is: 'invalid'; readonly field: string };

export const checkArticle = checker<SavedArticle>(article);
export const checkAnnotation = checker<Annotation>(annotation);
export const checkException = checker<Exception>(exception);
export const checkChoice = checker<ChoiceRow>(choice);

/** What was given is handed on itself, so that nothing of it is lost. */
function checker<Row>(schema: v.GenericSchema): (value: unknown) => Checked<Row> {
  return (value) => {
    const { success, issues } = v.safeParse(schema, value, { abortEarly: true });
    if (success) return { is: 'row', row: value as Row };
    return { is: 'invalid', field: (issues && v.getDotPath(issues[0])) ?? '' };
  };
}
