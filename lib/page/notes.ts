import type { ArticleHead, CardKey, Language, Span } from '../model';
import type { AnyCard } from '../reference/unlistedCard';
import type { Block } from './blocks';
import type { Mark } from './marks';

/**
 * The contract between the content script and the notes, which are injected into the same isolated world when
 * the page has some or the reader selects text.
 */
const NOTES = Symbol.for('pangzhu notes');

/** What the notes need of the page as it was last read. */
export interface NotesPage {
  readonly blocks: readonly Block[];
  readonly shadowRoots: readonly ShadowRoot[];
  readonly article: ArticleHead;
  readonly language: Language;
  readonly marksOf: (block: Block) => readonly Mark[];
  readonly card: (key: CardKey) => AnyCard | undefined;
}

export interface Notes {
  /** False once the extension was updated or reloaded: others take over. */
  isAlive(): boolean;
  end(): void;
  /** The page was read; again, if it was before. */
  read(page: NotesPage): void;
  /** Annotations were changed somewhere. */
  refresh(): Promise<void>;
  /** The reader has selected text, or no longer; a finger needs the toolbar elsewhere. */
  select(byTouch: boolean): void;
  /** Highlights what is selected, or opens a note on it. */
  annotate(what: 'colour' | 'note'): void;
  /** Opens a note on a passage of a block. */
  noteOn(block: Block, span: Span): void;
}

type World = { [NOTES]?: Notes };

export function notesHere(): Notes | undefined {
  const notes = (globalThis as World)[NOTES];
  return notes?.isAlive() === true ? notes : undefined;
}

export function setNotes(notes: Notes): void {
  (globalThis as World)[NOTES]?.end();
  (globalThis as World)[NOTES] = notes;
}
