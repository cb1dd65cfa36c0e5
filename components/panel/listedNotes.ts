import type { AnnotationId, NoteOnPage, NoteState } from '../../lib/model';

/** A note of a tab, the frame that shows it best, and all that look for it. */
export interface ListedNote extends NoteOnPage {
  readonly frameId: number;
  readonly lookedForIn: readonly number[];
}

/** What a frame tells of the notes of its page, in the order of the page. */
export interface NotesInFrame {
  readonly frameId: number;
  readonly notes: readonly NoteOnPage[];
}

const TRUST: Readonly<Record<NoteState, number>> = { exact: 3, changed: 2, article: 1, orphan: 0 };

/**
 * The notes of all frames, each once: frames of one address all look for its notes, and it stands in one of them.
 * Those on the whole article first, those without a place last.
 */
export function listedNotes(frames: readonly NotesInFrame[]): ListedNote[] {
  const best = new Map<AnnotationId, ListedNote>();
  const ordered = frames.toSorted((a, b) => a.frameId - b.frameId);
  for (const { frameId, notes } of ordered) {
    for (const note of notes) {
      const before = best.get(note.annotation.id);
      const lookedForIn = [...(before?.lookedForIn ?? []), frameId];
      const isBetter = before === undefined || TRUST[note.state] > TRUST[before.state];
      best.set(note.annotation.id, { ...(isBetter ? { ...note, frameId } : before), lookedForIn });
    }
  }
  // Each where its frame has it.
  const placed = ordered.flatMap(({ frameId, notes }) =>
    notes.flatMap(({ annotation: { id } }) => {
      const note = best.get(id)!;
      return note.frameId === frameId ? [note] : [];
    }),
  );
  return placed.toSorted((a, b) => rank(a.state) - rank(b.state));
}

function rank(state: NoteState): number {
  if (state === 'article') return 0;
  return state === 'orphan' ? 2 : 1;
}
