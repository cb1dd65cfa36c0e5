/** What the library's page and the worker for files say to each other. A worker serves one export, or one import. */
import type { CitationStyle } from '../../../lib/cite/citationStyle';
import type { WholeReference } from '../../../lib/messages';
import type { Problem } from '../../../lib/export/incoming';
import type { ColourNames, FormatId, Language, PageKey, SavedArticleId, StoreFailureReason } from '../../../lib/model';
import type { ChosenArticle } from '../../../lib/store/exporting';
import type { BegunImport } from '../../../lib/store/imports';

export interface ExportRequest {
  readonly format: FormatId;
  /** Null: everything, that in the trash too. */
  readonly of: readonly ChosenArticle[] | null;
  readonly language: Language;
  readonly style: CitationStyle;
  /** Null: the one that comes with us. */
  readonly template: string | null;
  readonly colourNames: ColourNames;
  readonly reference: WholeReference;
  readonly version: string;
  /** Rows of the settings; only a backup takes them. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What importing would do. */
export interface Preview {
  readonly articles: { readonly added: number; readonly changed: number };
  readonly annotations: { readonly added: number; readonly changed: number; readonly skipped: number };
  readonly exceptions: number;
  readonly choices: number;
  readonly readings: number;
  /** Own entries, corrections and packs. */
  readonly reference: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly problems: number;
  /** The first of them; those that refuse a whole file come first. */
  readonly shown: readonly Problem[];
  /** Files of which nothing is taken. */
  readonly refused: number;
  readonly first: { readonly [How in 'added' | 'changed' | 'skipped']: readonly ListedRow[] };
}

/** One article or note of a preview. */
export interface ListedRow {
  readonly is: 'article' | 'note';
  /** Null: untitled. Of a note its quote, else itself. */
  readonly text: string | null;
}

export interface ChangedArticle {
  readonly id: SavedArticleId;
  readonly keys: readonly PageKey[];
}

export type Asked =
  | { readonly is: 'export'; readonly request: ExportRequest }
  /** The last chunk is written. */
  | { readonly is: 'next' }
  | { readonly is: 'preview'; readonly request: ExportRequest }
  | { readonly is: 'read'; readonly files: readonly File[] }
  | { readonly is: 'apply'; readonly begun: BegunImport }
  /** What was written is undone. */
  | { readonly is: 'stop' }
  | { readonly is: 'undo'; readonly id: string }
  /** Reads a backup to its end: whether it is whole. */
  | { readonly is: 'check'; readonly file: File };

export type Answered =
  | { readonly is: 'file'; readonly name: string; readonly mime: string }
  | { readonly is: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Of an export articles, of an import rows or bytes, of undoing one its parts. */
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | { readonly is: 'previewed'; readonly text: string }
  | { readonly is: 'faults'; readonly sentences: readonly string[] }
  | { readonly is: 'read'; readonly preview: Preview }
  | { readonly is: 'changed'; readonly articles: readonly ChangedArticle[] }
  /** Of an import that was stopped, the rows that could not be undone. */
  | { readonly is: 'done'; readonly rows: number; readonly isStopped: boolean }
  | { readonly is: 'undone'; readonly stayed: number }
  | { readonly is: 'checked'; readonly problem: Problem | null }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason | 'unreadable' };
