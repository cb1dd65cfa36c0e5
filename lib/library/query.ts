import type { Colour, Day, EntryId } from '../model';

/** What the reader has kept, each a view on the same. */
export const SHELF_VIEWS = ['overview', 'notes', 'articles', 'tags', 'people', 'formulations', 'sources'] as const;
export type ShelfView = (typeof SHELF_VIEWS)[number];

/** What an annotation is: bare, with a note on a passage, or on a whole article. */
export const NOTE_KINDS = ['highlight', 'note', 'article'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * What an annotation or its article may need to be seen to: `conflict`, a note was written twice at the same time ·
 * `lost`, its words do not stand in the stored text · `untagged`, `unlinked`, without tags, without entries · `undated`,
 * the article has no date.
 */
export const NOTE_STATES = ['conflict', 'lost', 'untagged', 'unlinked', 'undated'] as const;
export type NoteStateFilter = (typeof NOTE_STATES)[number];

/** `relevance`, where nothing is asked for, is as `newest`. */
export const SORTS = ['relevance', 'newest', 'oldest', 'changed', 'published', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** Both ends included; null: open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * What the reader asks of the library. Conditions of different kinds all hold. Of kinds, colours, sources and sites one
 * of those given will do; of tags, entries and states all are there. Empty: no condition.
 */
export interface Query {
  readonly text: string;
  readonly kinds: readonly NoteKind[];
  readonly colours: readonly Colour[];
  readonly sources: readonly string[];
  readonly sites: readonly string[];
  readonly tags: readonly string[];
  readonly entries: readonly EntryId[];
  readonly states: readonly NoteStateFilter[];
  /** When it was annotated; of an article, when it was first saved. */
  readonly read: Period;
  /** When the article was published. */
  readonly published: Period;
  readonly sort: Sort;
}

/** The conditions of which each is a list. */
export type Facet = 'kinds' | 'colours' | 'sources' | 'sites' | 'tags' | 'entries' | 'states';
export const FACETS: readonly Facet[] = ['kinds', 'colours', 'sources', 'sites', 'tags', 'entries', 'states'];

const ALWAYS: Period = { from: null, to: null };

export const NO_QUERY: Query = {
  text: '',
  kinds: [],
  colours: [],
  sources: [],
  sites: [],
  tags: [],
  entries: [],
  states: [],
  read: ALWAYS,
  published: ALWAYS,
  sort: 'relevance',
};

/** Whether anything is asked for at all; the order is no condition. */
export function isUnconditional({ text, read, published, ...lists }: Query): boolean {
  const ends = [read.from, read.to, published.from, published.to];
  return text.trim() === '' && ends.every((end) => end === null) && FACETS.every((facet) => lists[facet].length === 0);
}

/** How many conditions there are besides the text. */
export function conditionCount({ read, published, ...lists }: Query): number {
  const ends = [read.from, read.to, published.from, published.to].filter((end) => end !== null);
  return FACETS.reduce((sum, facet) => sum + lists[facet].length, ends.length);
}
