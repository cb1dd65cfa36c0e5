import type { Written } from '../../components/notes/NoteEditor';
import type { Reprint } from '../../lib/messages';
import type { Anchor, Annotation, AnnotationId, Draft, EntryId, StoreFailureReason } from '../../lib/model';

/** A stretch of the text as it was when it was chosen: the page may be another when it is saved. */
export interface Passage {
  readonly anchor: Anchor;
  readonly paragraph: string;
  /** The entries that it mentions. */
  readonly entries: readonly EntryId[];
}

/** What a note is on: an annotation that is there, or one to be made (`passage` null: on the whole article). */
export type Target =
  { readonly annotation: Annotation } | { readonly id: AnnotationId; readonly passage: Passage | null };

export interface Editing {
  readonly is: 'editor';
  readonly target: Target;
  /** With what it opened. */
  readonly initial: Written;
  readonly failure: StoreFailureReason | null;
  readonly isSaving: boolean;
}

/** What stands beside the text, one thing at a time. */
export type Shown =
  | { readonly is: 'toolbar'; readonly passage: Passage; readonly byTouch: boolean }
  | { readonly is: 'card'; readonly id: AnnotationId; readonly pinned: boolean }
  | Editing
  /** Notes on the same text at another address. */
  | { readonly is: 'reprint'; readonly reprint: Reprint }
  | { readonly is: 'unsaved'; readonly draft: Draft }
  | { readonly is: 'reattaching'; readonly id: AnnotationId }
  | { readonly is: 'deleted'; readonly id: AnnotationId }
  /** What was written to it is in the trash with it: it was deleted meanwhile. */
  | { readonly is: 'in-trash'; readonly id: AnnotationId }
  | { readonly is: 'copied'; readonly wasCopied: boolean }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason };
