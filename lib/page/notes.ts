import type { AnnotationId, ArticleHead, Language, NoteOnPage } from '../model';
import type { Block } from './blocks';

/**
 * The contract between the content script and the notes, which are injected into the same isolated world when
 * the page has some or the reader selects text.
 */
const NOTES = Symbol.for('pangzhu notes');

/** What the notes need of the page as it was last read. */
export interface NotesPage {
  readonly blocks: readonly Block[];
  readonly article: ArticleHead;
  readonly language: Language;
}

export interface Notes {
  /** The page was read; again, if it was before. */
  read(page: NotesPage): void;
  /** The reader has selected text. */
  select(): void;
  /** Annotations were changed somewhere. */
  refresh(): Promise<void>;
  /** In page order; those without a place last. */
  list(): readonly NoteOnPage[];
  jump(id: AnnotationId): void;
  /** Whether a press lies on a highlight, whose note then opens. */
  press(x: number, y: number): boolean;
}

export function notesHere(): Notes | undefined {
  return (globalThis as { [NOTES]?: Notes })[NOTES];
}

export function setNotes(notes: Notes): void {
  (globalThis as { [NOTES]?: Notes })[NOTES] = notes;
}
