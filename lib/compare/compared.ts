import type { CardKey, NoteOnPage } from '../model';
import type { ParagraphRow } from './compare';
import type { Summary } from './summary';

/** A text as a comparison names it. */
export interface ComparedText {
  readonly name: string;
  /** Null: a text that was pasted has none. */
  readonly citation: string | null;
  readonly paragraphs: readonly string[];
}

/** Everything that a comparison says, for the page and for files. */
export interface Comparison {
  readonly a: ComparedText;
  readonly b: ComparedText;
  readonly rows: readonly ParagraphRow[];
  readonly summary: Summary;
  /** The notes on the first text as they stand in the second. */
  readonly notes: readonly NoteOnPage[];
  readonly nameOf: (id: CardKey) => string;
}
