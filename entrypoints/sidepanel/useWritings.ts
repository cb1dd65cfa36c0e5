import { useEffect, useRef, useState } from 'react';
import type { Written } from '../../components/notes/NoteEditor';
import type { AnnotationId } from '../../lib/model';
import { keepDraft, save, type Trouble, type Writing } from './writing';

/** ms after the last key until what is written is kept. */
const KEEP_AFTER = 300;

/** An editor of the panel. */
export interface OpenWriting extends Writing {
  /** With what it opened. */
  readonly initial: Written;
  /** Closed with a text that is not saved. */
  readonly isLeft: boolean;
  readonly isSaving: boolean;
  readonly trouble: Trouble | null;
}

/** How saving ended: `other` somebody wrote another text meanwhile, both are shown · `in-trash` saved, but it is there. */
export type Saved = 'saved' | 'other' | 'in-trash' | 'failed';

export interface Writings {
  readonly all: ReadonlyMap<AnnotationId, OpenWriting>;
  readonly open: (writing: Writing, initial: Written) => void;
  /** What stands in it now. */
  readonly written: (writing: OpenWriting) => Written;
  readonly type: (id: AnnotationId, written: Written) => void;
  readonly save: (id: AnnotationId, written: Written, otherNotes: readonly string[]) => Promise<Saved>;
  /** Closes it; a text that is not saved is kept aside. */
  readonly leave: (id: AnnotationId) => void;
  readonly discard: (id: AnnotationId) => void;
}

/** The editors of the panel, over all tabs: what is written in one outlives a look at another tab. */
export function useWritings(): Writings {
  const [all, setAll] = useState<ReadonlyMap<AnnotationId, OpenWriting>>(new Map());
  // Not a state: nothing is drawn anew for a key.
  const [typed] = useState(() => new Map<AnnotationId, Written>());
  const unkept = useRef(new Map<AnnotationId, ReturnType<typeof setTimeout>>());
  const current = useRef(all);
  current.current = all;

  const set = (id: AnnotationId, writing: OpenWriting | null) =>
    setAll((before) => {
      const after = new Map(before);
      if (writing === null) after.delete(id);
      else after.set(id, writing);
      return after;
    });
  const keep = (id: AnnotationId) => {
    const [writing, written] = [current.current.get(id), typed.get(id)];
    clearTimeout(unkept.current.get(id));
    unkept.current.delete(id);
    if (writing !== undefined && written !== undefined) void keepDraft(writing, written);
  };
  const forget = (id: AnnotationId) => {
    const writing = current.current.get(id);
    clearTimeout(unkept.current.get(id));
    unkept.current.delete(id);
    if (writing !== undefined && typed.delete(id)) void keepDraft(writing, null);
    set(id, null);
  };
  useEffect(() => {
    const keepAll = () => {
      for (const id of unkept.current.keys()) keep(id);
    };
    window.addEventListener('pagehide', keepAll);
    return () => window.removeEventListener('pagehide', keepAll);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it uses stays the same
  }, []);

  return {
    all,
    open: (writing, initial) => {
      set(writing.id, { ...writing, initial, isLeft: false, isSaving: false, trouble: null });
    },
    written: ({ id, initial }) => typed.get(id) ?? initial,
    type: (id, written) => {
      typed.set(id, written);
      clearTimeout(unkept.current.get(id));
      unkept.current.set(
        id,
        setTimeout(() => keep(id), KEEP_AFTER),
      );
    },
    save: async (id, written, otherNotes) => {
      const writing = all.get(id);
      if (writing === undefined) return 'failed';
      typed.set(id, written);
      set(id, { ...writing, isLeft: false, isSaving: true, trouble: null });
      const kept = await save(writing, written, otherNotes);
      if (typeof kept === 'string') {
        set(id, { ...writing, isSaving: false, trouble: kept });
        return 'failed';
      }
      forget(id);
      if (kept.deletedAt !== null) return 'in-trash';
      if (kept.otherNotes.every((each) => otherNotes.includes(each))) return 'saved';
      set(id, { ...writing, annotation: kept, initial: kept, isLeft: false, isSaving: false, trouble: null });
      return 'other';
    },
    leave: (id) => {
      const writing = all.get(id);
      if (writing === undefined || !typed.has(id)) return forget(id);
      keep(id);
      set(id, { ...writing, isLeft: true });
    },
    discard: forget,
  };
}
