import type { PartialDate, Reason, Span } from '../model';
import type { Use } from '../reference/lexicon';
import type { Normal } from '../text/normalise';
import type { PlaceOfText } from './place';

/** A place in the text (offsets of the normalised text) where a form of an entry stands, before anything is decided. */
export interface Candidate extends Span {
  readonly use: Use;
}

/** A candidate that has passed its conditions. */
export interface Passed extends Candidate {
  readonly why: readonly Reason[];
  readonly confidence: number;
  readonly statedOffice: string | null;
}

/** What is known about the text as a whole. */
export interface Reading {
  /** The text as given; only the offsets of `normal` lead into it. */
  readonly original: string;
  readonly normal: Normal;
  readonly place: PlaceOfText;
  readonly date: PartialDate | null;
}
