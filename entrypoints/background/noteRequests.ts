/** What requests about notes look like: they come from content scripts too, which stand beside anybody's page. */
import * as v from 'valibot';
import type { NotesProtocol } from '../../lib/messages';
import {
  AUTHOR_ROLES,
  COLOURS,
  FACTS,
  type AnnotationId,
  type Day,
  type EntryId,
  type FieldRule,
  type SavedArticleId,
} from '../../lib/model';
import { partialDate } from '../../lib/text/dates';

/** UTF-16 units. Far above what a reader writes or a page holds, far below what fills a disk. */
const LONGEST = { word: 200, address: 8_000, note: 4_000_000, paragraph: 1_000_000, page: 20_000_000 };
const MOST = { paragraphs: 50_000, tags: 200, entries: 2_000, runs: 200, pages: 1_000, atOnce: 1_000 };

const upTo = (length: number) => v.pipe(v.string(), v.maxLength(length));
const id = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const annotationId = v.pipe(
  id,
  v.transform((each) => each as AnnotationId),
);
const savedArticleId = v.pipe(
  id,
  v.transform((each) => each as SavedArticleId),
);
const entryId = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(LONGEST.word),
  v.transform((each) => each as EntryId),
);
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((each) => partialDate(each) !== null),
  v.transform((each) => each as Day),
);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const passage = { before: upTo(LONGEST.word), quote: upTo(LONGEST.paragraph), after: upTo(LONGEST.word) };
const tell = v.strictObject({
  side: v.picklist(['before', 'after']),
  far: v.pipe(v.number(), v.safeInteger()),
  own: upTo(LONGEST.word),
  theirs: upTo(LONGEST.word),
});
const anchor = v.pipe(
  v.strictObject({
    ...passage,
    start: offset,
    end: offset,
    length: offset,
    same: v.strictObject({ count: offset, index: offset }),
    rivals: v.pipe(v.array(v.strictObject({ ...passage, tell: v.exactOptional(tell) })), v.maxLength(MOST.runs)),
    sample: v.pipe(v.array(upTo(LONGEST.word)), v.maxLength(MOST.runs)),
  }),
  v.check(({ start, end, length }) => start <= end && end <= length),
);

const words = v.nullable(upTo(LONGEST.address));
const facts = {
  title: words,
  subtitle: words,
  publishedAt: v.nullable(day),
  source: words,
  authors: v.pipe(
    v.array(
      v.strictObject({ name: v.pipe(upTo(LONGEST.word), v.nonEmpty()), role: v.nullable(v.picklist(AUTHOR_ROLES)) }),
    ),
    v.maxLength(MOST.tags),
  ),
  editor: words,
  pageNumber: v.nullable(upTo(LONGEST.word)),
  site: words,
  issuingBody: words,
  documentNumber: v.nullable(upTo(LONGEST.word)),
};
const rule = v.nullable(
  v.pipe(
    upTo(LONGEST.word),
    v.transform((each) => each as FieldRule),
  ),
);
const article = v.pipe(
  v.strictObject({
    url: upTo(LONGEST.address),
    canonical: v.nullable(upTo(LONGEST.address)),
    ...facts,
    foundBy: v.strictObject({
      title: rule,
      subtitle: rule,
      publishedAt: rule,
      source: rule,
      authors: rule,
      editor: rule,
      pageNumber: rule,
      site: rule,
      issuingBody: rule,
      documentNumber: rule,
    }),
    paragraphs: v.pipe(
      v.array(upTo(LONGEST.paragraph)),
      v.maxLength(MOST.paragraphs),
      v.check((all) => all.reduce((sum, { length }) => sum + length, 0) <= LONGEST.page),
    ),
    body: v.pipe(v.array(offset), v.maxLength(MOST.paragraphs)),
  }),
  v.check(({ paragraphs, body }) =>
    body.every((at, index) => at < paragraphs.length && (index === 0 || at > body[index - 1]!)),
  ),
);

const tag = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST.word));
const written = {
  colour: v.picklist(COLOURS),
  note: upTo(LONGEST.note),
  tags: v.pipe(v.array(tag), v.maxLength(MOST.tags), v.transform(distinct)),
  entries: v.pipe(v.array(entryId), v.maxLength(MOST.entries), v.transform(distinct)),
};
const changeable = {
  anchor: v.nullable(anchor),
  paragraph: v.nullable(upTo(LONGEST.paragraph)),
  page: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST.pages))),
  ...written,
};
const annotation = v.strictObject({ id: annotationId, ...changeable });
const otherNotes = v.pipe(v.array(upTo(LONGEST.note)), v.maxLength(MOST.tags));
const change = some({ ...changeable, otherNotes });

const someIds = v.pipe(v.array(annotationId), v.maxLength(MOST.atOnce));

const noteDraft = v.strictObject({
  seen: v.strictObject({ revision: offset, otherNotes, ...written }),
  written: v.strictObject(written),
});
const draft = v.strictObject({ annotationId: v.nullable(annotationId), ...changeable });

type Request<N extends keyof NotesProtocol> = Parameters<NotesProtocol[N]>[0];

export const REQUESTS: { readonly [N in keyof NotesProtocol]: v.GenericSchema<unknown, Request<N>> } = {
  notesFor: v.strictObject({
    url: upTo(LONGEST.address),
    canonical: v.optional(v.nullable(upTo(LONGEST.address))),
    fingerprints: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))), v.maxLength(MOST.paragraphs)),
  }),
  annotate: v.strictObject({ article, annotation }),
  changeAnnotation: v.strictObject({ id: annotationId, revision: offset, change }),
  deleteAnnotation: v.strictObject({ id: annotationId }),
  restoreAnnotation: v.strictObject({ id: annotationId }),
  changeAnnotations: v.strictObject({
    changes: v.pipe(v.array(v.strictObject({ id: annotationId, revision: offset, change })), v.maxLength(MOST.atOnce)),
  }),
  deleteAnnotations: v.strictObject({ ids: someIds }),
  restoreAnnotations: v.strictObject({ ids: someIds }),
  retag: v.strictObject({
    // As they are stored, wherever they came from.
    tags: v.pipe(v.array(upTo(LONGEST.address)), v.maxLength(MOST.atOnce)),
    as: v.nullable(tag),
  }),
  undoRetag: v.strictObject({ first: offset, last: offset, count: offset }),
  keepNoteDraft: v.strictObject({ id: annotationId, kept: v.nullable(noteDraft) }),
  noteDrafts: v.null(),
  keepDraft: v.strictObject({ url: upTo(LONGEST.address), draft: v.nullable(draft) }),
  saveArticle: v.strictObject({ article }),
  correctArticle: v.strictObject({ id: savedArticleId, correction: some(facts) }),
  uncorrectArticle: v.strictObject({ id: savedArticleId, facts: v.array(v.picklist(FACTS)) }),
  chooseReprint: v.strictObject({
    url: upTo(LONGEST.address),
    articleId: savedArticleId,
    choice: v.nullable(v.picklist(['shown', 'dismissed', 'copied'])),
  }),
  deleteArticle: v.strictObject({ id: savedArticleId }),
  restoreArticle: v.strictObject({ id: savedArticleId }),
  removeForGood: v.strictObject({ articles: v.array(savedArticleId), annotations: v.array(annotationId) }),
  trash: v.null(),
  tags: v.null(),
  tagsLike: v.strictObject({ part: upTo(LONGEST.word) }),
  stored: v.null(),
};

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

/** Some of the fields. One that is there without a value, as Firefox sends it, is not there. */
function some<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.partial(v.strictObject(entries)),
    v.transform(
      (given) =>
        Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
          [K in keyof E]?: v.InferOutput<E[K]>;
        },
    ),
  );
}
