import type { NoteOnPage, ReprintChoice, SavedArticle } from '../model';
import type { TextState } from './textState';

/** A reprint of a page, and its notes as they stand on that page. */
export interface ReprintHere {
  readonly article: SavedArticle;
  /** What the reader decided about it on that page. */
  readonly choice: ReprintChoice | null;
  readonly notes: readonly NoteOnPage[];
}

/** What is kept of a page's article, and how the page stands to it. Articles come without their text. */
export interface PageRecord {
  /** Null when the page was never saved nor annotated. */
  readonly article: SavedArticle | null;
  /** Paragraphs of the article itself, as saved. */
  readonly paragraphs: number;
  /** How the page's text stands to the saved one, once it has come to rest. */
  readonly text: TextState;
  readonly reprints: readonly ReprintHere[];
}
