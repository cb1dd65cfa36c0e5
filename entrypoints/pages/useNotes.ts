import { useEffect, useMemo, useRef, useState } from 'react';
import type { NotesState } from '../../components/panel/NoteList';
import { listedNotes } from '../../components/panel/listedNotes';
import type { StoreFailureReason } from '../../lib/model';
import { askStore } from './askStore';
import type { ReadFrame } from './usePage';
import { watchNotes, type NotesByFrame } from './watchNotes';

export interface NotesOfTab {
  readonly state: NotesState;
  /** Asks again what could not be read. */
  readonly again: () => void;
}

const NOTHING_TOLD = { tabId: null, notes: new Map() } as const;

/** The notes of a tab's page as its frames show them, live. */
export function useNotes(tabId: number | null, frames: readonly ReadFrame[]): NotesOfTab {
  const [told, setTold] = useState<{ readonly tabId: number | null; readonly notes: NotesByFrame }>(NOTHING_TOLD);
  const byFrame = told.tabId === tabId ? told.notes : NOTHING_TOLD.notes;
  const asking = useRef<() => void>(() => undefined);
  const frameIds = frames.map(({ frameId }) => frameId).join(' ');
  useEffect(() => {
    if (tabId === null) return;
    const life = new AbortController();
    const ids = frameIds === '' ? [] : frameIds.split(' ').map(Number);
    const change = (to: (before: NotesByFrame) => NotesByFrame) =>
      setTold((before) => ({ tabId, notes: to(before.tabId === tabId ? before.notes : NOTHING_TOLD.notes) }));
    asking.current = watchNotes(tabId, ids, change, life.signal).again;
    return () => life.abort();
  }, [tabId, frameIds]);

  const isAsked = frames.length > 0 && frames.every(({ frameId }) => byFrame.has(frameId));
  const { notes, reattaching, failure } = useMemo(() => together(byFrame), [byFrame]);
  const [tries, setTries] = useState(0);
  const [isFirstUse, storeFailure] = useStored(isAsked && notes.length === 0 && failure === null ? tries : null);
  const again = () => {
    asking.current();
    setTries(tries + 1);
  };
  return { state: stateOf(), again };

  function stateOf(): NotesState {
    const why = failure ?? storeFailure;
    if (why !== null) return { is: 'failed', reason: why };
    if (notes.length === 0 && (!isAsked || isFirstUse === null)) return { is: 'loading' };
    return { is: 'listed', notes, reattaching, isFirstUse: isFirstUse === true };
  }
}

function together(byFrame: NotesByFrame) {
  const answers = [...byFrame];
  const failed = answers.find(([, { is }]) => is !== 'done')?.[1];
  const done = answers.flatMap(([frameId, answer]) => (answer.is === 'done' ? [{ frameId, ...answer.value }] : []));
  const notes = listedNotes(done);
  const reattaching = done.find((each) => each.reattaching !== null)?.reattaching ?? null;
  return { notes, reattaching, failure: failed === undefined ? null : reasonOf(failed) };
}

/** Whether the reader has nothing at all yet, and why that cannot be said. Asked with each other number; null: not asked. */
function useStored(wanted: number | null): [boolean | null, StoreFailureReason | null] {
  const [isFirstUse, setFirstUse] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<StoreFailureReason | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    let isCurrent = true;
    void askStore('stored', null).then((answer) => {
      if (!isCurrent) return;
      setFailure(answer.is === 'done' ? null : reasonOf(answer));
      if (answer.is === 'done') setFirstUse(answer.value.annotations + answer.value.inTrash === 0);
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return wanted !== null ? [isFirstUse, failure] : [null, null];
}

function reasonOf(answer: { readonly is: string; readonly reason?: StoreFailureReason }): StoreFailureReason {
  return answer.reason ?? 'failed';
}
