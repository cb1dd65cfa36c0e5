/** What other programs' annotations become. The same file read twice gives the same ids. */
import { codePointTable } from '../anchor/prepared';
import { pageKey } from '../identity/pageKey';
import {
  FACTS,
  type Anchor,
  type Annotation,
  type AnnotationId,
  type Colour,
  type Day,
  type EntryId,
  type SavedArticle,
  type SavedArticleId,
} from '../model';
import { partialDate } from '../text/dates';
import { derivedId } from './derivedId';
import type { Incoming, Problem } from './incoming';

/** One annotation as its file has it; what is missing is null or empty. */
export interface Foreign {
  /** What tells it from all others of its origin; null: its words do. */
  readonly id: string | null;
  readonly url: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly publishedAt: string | null;
  /** Null: on the whole page. */
  readonly quote: string | null;
  readonly before: string;
  readonly after: string;
  /** Code points in the text of the page; null where that is not said. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly paragraph: string | null;
  readonly note: string;
  readonly otherNotes: readonly string[];
  readonly tags: readonly string[];
  readonly entries: readonly string[];
  readonly colour: Colour | null;
  /** ms since the epoch; null where that is not said. */
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

export const NOTHING: Foreign = {
  id: null,
  url: '',
  title: null,
  source: null,
  publishedAt: null,
  quote: null,
  before: '',
  after: '',
  position: null,
  paragraph: null,
  note: '',
  otherNotes: [],
  tags: [],
  entries: [],
  colour: null,
  createdAt: null,
  updatedAt: null,
};

/** Where a foreign annotation stands in its file. */
export interface Found {
  readonly at: Problem['at'];
  readonly foreign: Foreign;
}

/** UTF-16 units, as far as the store takes them. */
const LONGEST = {
  address: 8_000,
  title: 8_000,
  source: 200,
  quote: 1_000_000,
  context: 200,
  note: 4_000_000,
  tag: 200,
};
const MOST = { tags: 200, entries: 2_000 };
const ID = /^[\w-]{8,64}$/;

/** Annotations with a page and something to keep, page by page; the others as problems. */
export function* gathered(origin: string, file: string, all: Iterable<Found>): Generator<Incoming> {
  const pages = new Map<string, { readonly article: SavedArticle; readonly annotations: Annotation[] }>();
  const ids = new Set<string>();
  for (const { at, foreign } of all) {
    const problem = (why: Problem['why'], what = ''): Incoming => ({
      is: 'problem',
      problem: { file, at, why, what: what.slice(0, 200) },
    });
    const key = foreign.url.length > LONGEST.address ? null : pageKey(foreign.url);
    if (key === null) {
      yield problem('no-address', foreign.url);
      continue;
    }
    if ((foreign.quote ?? '').trim() === '' && foreign.note.trim() === '') {
      yield problem('no-passage');
      continue;
    }
    if ((foreign.quote ?? '').length > LONGEST.quote || foreign.note.length > LONGEST.note) {
      yield problem('invalid', (foreign.quote ?? '').length > LONGEST.quote ? 'quote' : 'note');
      continue;
    }
    const page = pages.get(key) ?? { article: articleOf(foreign, key), annotations: [] };
    pages.set(key, page);
    const annotation = annotationOf(origin, foreign, page.article.id);
    if (ids.has(annotation.id)) {
      yield problem('twice', foreign.id ?? annotation.id);
      continue;
    }
    ids.add(annotation.id);
    page.annotations.push(annotation);
  }
  for (const page of pages.values()) yield { is: 'article', ...page };
}

/** What no other program says of a page. */
const NO_FACTS = {
  subtitle: null,
  authors: [],
  editor: null,
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
  foundBy: Object.fromEntries(FACTS.map((fact) => [fact, null])) as SavedArticle['foundBy'],
} satisfies Partial<SavedArticle>;

function articleOf({ url, title, source, publishedAt, createdAt }: Foreign, key: SavedArticle['key']): SavedArticle {
  const time = createdAt ?? 0;
  return {
    ...NO_FACTS,
    id: derivedId('page', key) as SavedArticleId,
    key,
    otherKeys: [],
    canonical: null,
    url,
    title: title === null || title.trim() === '' ? null : title.slice(0, LONGEST.title),
    publishedAt: dayOf(publishedAt),
    source: source === null || source.trim() === '' ? null : source.slice(0, LONGEST.source),
    corrected: [],
    said: {},
    paragraphs: [],
    body: [],
    fingerprints: [],
    savedAt: time,
    textSavedAt: time,
    updatedAt: time,
    deletedAt: null,
  };
}

function annotationOf(origin: string, foreign: Foreign, articleId: SavedArticleId): Annotation {
  const { id, url, quote, before, note, tags, createdAt, updatedAt } = foreign;
  const isOurs = id !== null && ID.test(id);
  const derived =
    id === null ? derivedId(origin, url, quote ?? '', before, note, String(createdAt)) : derivedId(origin, id);
  return {
    id: (isOurs ? id : derived) as AnnotationId,
    articleId,
    anchor: anchorOf(foreign),
    paragraph: foreign.paragraph,
    colour: foreign.colour ?? 'yellow',
    note,
    tags: kept(tags, MOST.tags),
    entries: kept(foreign.entries, MOST.entries) as EntryId[],
    revision: 1,
    otherNotes: foreign.otherNotes.slice(0, MOST.tags),
    createdAt: createdAt ?? 0,
    updatedAt: updatedAt ?? createdAt ?? 0,
    deletedAt: null,
  };
}

function anchorOf({ quote, before, after, position }: Foreign): Anchor | null {
  if (quote === null || quote.trim() === '') return null;
  const length = codePointTable(quote).codePointAt(quote.length);
  const isSound = position !== null && position.end - position.start === length;
  const { start, end } = isSound ? position : { start: 0, end: length };
  return {
    before: before.slice(-LONGEST.context),
    quote,
    after: after.slice(0, LONGEST.context),
    start,
    end,
    // Of the text nothing is known but that the passage is in it.
    length: end,
    same: { count: 1, index: 0 },
    rivals: [],
    sample: [],
  };
}

function kept(words: readonly string[], most: number): string[] {
  const plain = words.map((word) => word.trim()).filter((word) => word !== '' && word.length <= LONGEST.tag);
  return [...new Set(plain)].slice(0, most);
}

function dayOf(written: string | null): Day | null {
  return written !== null && /^\d{4}-\d{2}-\d{2}$/.test(written) ? (partialDate(written) as Day | null) : null;
}

/** ms since the epoch of an ISO date-time; null for anything else. */
export function timeOf(written: unknown): number | null {
  if (typeof written !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(written)) return null;
  // Without a zone it is the clock of whoever reads it; taken for UTC, so that it is the same everywhere.
  const zoned =
    /(?:Z|[+-]\d{2}:?\d{2})$/i.test(written) || !/\d:\d/.test(written) ? written : `${written.replace(' ', 'T')}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : time;
}
