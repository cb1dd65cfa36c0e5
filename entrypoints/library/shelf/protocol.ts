/** What the library's page and its worker say to each other. */
import type { FacetCounts } from '../../../lib/library/counts';
import type { Group, Grouping } from '../../../lib/library/groups';
import type { EntryNames } from '../../../lib/library/entryNames';
import type { Overview } from '../../../lib/library/overview';
import type { Query } from '../../../lib/library/query';
import type { Listed } from '../../../lib/library/rows';
import type { AnnotatedArticle } from '../../../lib/messages';
import type { SavedArticleId, StoreFailureReason } from '../../../lib/model';
import type { ChosenArticle } from '../../../lib/store/exporting';

export type ListOf = 'notes' | 'articles';

/** Asked by the page. */
export interface ShelfProtocol {
  find(request: { readonly of: ListOf; readonly query: Query }): {
    /** The text that was asked for. */
    readonly text: string;
    readonly numbers: Uint32Array;
    /** Those at the top, so that they need not be asked for; none of articles that were looked through. */
    readonly first: readonly (Listed | null)[];
    /** How many there are in all, found or not. */
    readonly all: number;
  };
  /** The counts for the conditions of what is found; asked for beside it, answered after it. */
  counts(request: { readonly of: ListOf; readonly query: Query }): FacetCounts;
  /** By number, as `find` gave them; null where something is gone meanwhile. */
  rows(request: {
    readonly of: ListOf;
    readonly numbers: readonly number[];
    /** What was looked for: articles come with where they have it. */
    readonly text: string;
  }): readonly (Listed | null)[];
  /** What rows of a list stand for, in its order: articles with all their notes, or notes by their article. */
  chosen(request: { readonly of: ListOf; readonly numbers: ArrayLike<number> }): readonly ChosenArticle[];
  groups(request: { readonly by: Grouping; readonly query: Query }): readonly Group[];
  overview(request: { readonly query: Query }): Overview;
  /** Null when it is gone. */
  article(request: { readonly id: SavedArticleId }): AnnotatedArticle | null;
  /** Reads again what was changed. */
  changed(request: { readonly ids: readonly SavedArticleId[] }): null;
  entries(request: { readonly names: readonly EntryNames[] }): null;
}

/** Told by the worker. */
export type ShelfNews =
  /** Shares of 1. Of rows that were read, answers tell when they are asked again. */
  | { readonly is: 'reading'; readonly share: number }
  | { readonly is: 'whole' }
  /** Answers may be others now. */
  | { readonly is: 'changed' }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason };

export interface Question {
  readonly number: number;
  readonly name: keyof ShelfProtocol;
  readonly request: unknown;
}

export type Telling =
  | { readonly news: ShelfNews }
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly error: string };
