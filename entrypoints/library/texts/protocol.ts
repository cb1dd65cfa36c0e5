/** What the library's page and the worker for texts say to each other. A worker does one thing. */
import type { Finding } from '../../../lib/check/finding';
import type { ParagraphRow } from '../../../lib/compare/compare';
import type { Summary } from '../../../lib/compare/summary';
import type { ReadText } from '../../../lib/file/readText';
import type { Annotation, NoteOnPage, Pack, PartialDate, Region, SavedArticleId } from '../../../lib/model';
import type { SavedText } from '../../../lib/store/savedTexts';

/** A text to compare, and when it was published: what a word means may depend on it. */
export interface AskedText {
  readonly paragraphs: readonly string[];
  readonly date: PartialDate | null;
}

export type Asked =
  | { readonly is: 'open'; readonly file: File }
  | {
      readonly is: 'check';
      readonly text: string;
      readonly date: PartialDate | null;
      readonly place: Region | null;
      readonly packs: readonly Pack[];
    }
  | {
      readonly is: 'compare';
      readonly a: AskedText;
      readonly b: AskedText;
      /** On the first text. */
      readonly annotations: readonly Annotation[];
      readonly packs: readonly Pack[];
    }
  /** The texts of an article, as they were saved one after the other. */
  | { readonly is: 'texts'; readonly id: SavedArticleId };

export type Answered =
  /** A share of 1. */
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'opened'; readonly read: ReadText }
  | { readonly is: 'checked'; readonly findings: readonly Finding[] }
  | {
      readonly is: 'compared';
      readonly rows: readonly ParagraphRow[];
      readonly summary: Summary;
      readonly notes: readonly NoteOnPage[];
    }
  | { readonly is: 'texts'; readonly texts: readonly SavedText[] }
  | { readonly is: 'failed'; readonly why: 'unreadable' | 'unknown' };
