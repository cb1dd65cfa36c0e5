import { useEffect, useRef } from 'react';
import type { Annotation, AnnotationId, NoteDraft } from '../../../lib/model';
import { report } from '../../../lib/report';
import { askStore } from '../../pages/askStore';

/** What was written on an annotation and not saved. */
export type LeftDraft = NoteDraft & { readonly annotation: Annotation };

/** ms after the last key until what is written is kept. */
const KEEP_AFTER = 300;
/** Every library page hears when an editor opens or closes. */
const CHANNEL = 'note drafts';

interface DraftKeeping {
  readonly keep: (written: NoteDraft['written']) => void;
  /** It was saved, or thrown away. */
  readonly forget: () => Promise<void>;
}

/**
 * Keeps what is written on an annotation until it is saved, in case the tab dies. Meanwhile the page holds a lock of the
 * annotation's name: so all pages know that it is being written.
 */
export function useNoteDraft(id: AnnotationId, seen: NoteDraft['seen']): DraftKeeping {
  const waiting = useRef<NoteDraft['written'] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = async () => {
    const written = waiting.current;
    clearTimeout(timer.current);
    waiting.current = null;
    if (written !== null) await askStore('keepNoteDraft', { id, kept: { seen, written } });
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    const released = Promise.withResolvers<void>();
    const life = new AbortController();
    const ended = navigator.locks.request(lockOf(id), () => released.promise);
    ended.catch((error: unknown) => report('the lock of a draft', error));
    tellOthers();
    addEventListener('pagehide', () => void latest.current(), { signal: life.signal });
    return () => {
      life.abort();
      const written = latest.current();
      released.resolve();
      void Promise.all([written, ended]).then(tellOthers);
    };
  }, [id]);
  return {
    keep: (written) => {
      waiting.current = written;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(), KEEP_AFTER);
    },
    forget: async () => {
      clearTimeout(timer.current);
      waiting.current = null;
      await askStore('keepNoteDraft', { id, kept: null });
    },
  };
}

/** Those that nobody is writing on, the latest first. */
export async function draftsLeft(): Promise<readonly LeftDraft[]> {
  const answer = await askStore('noteDrafts', null);
  if (answer.is !== 'done' || answer.value.length === 0) return [];
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  return answer.value.filter(({ annotation }) => !open.has(lockOf(annotation.id)));
}

export async function discardDraft(id: AnnotationId): Promise<void> {
  await askStore('keepNoteDraft', { id, kept: null });
  tellOthers();
}

/** Hears when there may be others. */
export function onDrafts(heard: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', heard, { signal });
  signal.addEventListener('abort', () => channel.close());
}

function tellOthers(): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage(null);
  channel.close();
}

function lockOf(id: AnnotationId): string {
  return `writing ${id}`;
}
