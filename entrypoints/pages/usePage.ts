import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { PanelRow, PanelState } from '../../components/panel/Panel';
import { askPage, serveWatcher, tellPage, type FrameState } from '../../lib/messages';
import type { EntryId } from '../../lib/model';

/** The tab that the panel shows: the one named in its address (`?tab=`), else the active one of its window. */
export function useTab(): number | null {
  const [tabId, setTabId] = useState<number | null>(namedTab());
  useEffect(() => {
    if (namedTab() !== null) return;
    const life = new AbortController();
    const look = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (!life.signal.aborted) setTabId(tab?.id ?? null);
    };
    const activated = () => void look();
    browser.tabs.onActivated.addListener(activated);
    void look();
    life.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(activated));
    return () => life.abort();
  }, []);
  return tabId;
}

function namedTab(): number | null {
  const named = new URLSearchParams(location.search).get('tab');
  return named === null ? null : Number(named);
}

type Frames = ReadonlyMap<number, FrameState>;

export interface Page {
  readonly state: PanelState;
  readonly jump: (id: EntryId, nth: number) => void;
  /** The host of the top frame, once it has answered. */
  readonly host: string | null;
}

/** What the frames of a tab show, as it changes. */
export function usePage(tabId: number | null): Page {
  const [frames, setFrames] = useState<Frames | 'loading' | 'not-here'>('loading');

  useEffect(() => {
    if (tabId === null) return;
    const life = new AbortController();
    const watch = async () => {
      setFrames('loading');
      void tellPage(tabId, 'watch', null);
      const top = await askPage(tabId, 'watch', null).catch(() => null);
      if (top === null && !life.signal.aborted) setFrames((known) => (known === 'loading' ? 'not-here' : known));
    };
    serveWatcher(
      {
        frameState: (state, sender) => {
          if (sender.tab?.id !== tabId) return null;
          const frameId = sender.frameId ?? 0;
          setFrames((known) => {
            const others = typeof known === 'string' ? [] : [...known].filter(([id]) => id !== frameId);
            return new Map([...others, [frameId, state]]);
          });
          return null;
        },
      },
      life.signal,
    );
    const updated = (id: number, change: { readonly status?: string | undefined }) => {
      if (id === tabId && change.status === 'complete') void watch();
    };
    browser.tabs.onUpdated.addListener(updated);
    life.signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(updated));
    void watch();
    return () => life.abort();
  }, [tabId]);

  const jump = (id: EntryId, nth: number) => {
    if (tabId === null || typeof frames === 'string') return;
    let rest = nth;
    for (const [frameId, frame] of inOrder(frames)) {
      const count = frame.entries.find((entry) => entry.entryId === id)?.count ?? 0;
      if (rest < count) {
        void askPage(tabId, 'jump', { entryId: id, nth: rest, openCard: true }, frameId).catch(() => undefined);
        return;
      }
      rest -= count;
    }
  };
  return {
    state: tabId === null ? { is: 'no-page' } : panelState(frames),
    jump,
    host: typeof frames === 'string' ? null : hostOf(frames.get(0)?.article.url ?? ''),
  };
}

function panelState(frames: Frames | 'loading' | 'not-here'): PanelState {
  if (typeof frames === 'string') return { is: frames };
  const top = frames.get(0);
  const read = inOrder(frames).filter(([, frame]) => frame.is === 'read');
  if (top === undefined) return { is: 'loading' };
  if (read.length === 0) return { is: top.is === 'reading' || top.is === 'read' ? 'loading' : top.is };
  return { is: 'read', article: top.article, visible: top.visible, rows: rowsOf(read.map(([, frame]) => frame)) };
}

/** Entries of all frames, in the order of their first mention. */
function rowsOf(frames: readonly FrameState[]): PanelRow[] {
  const rows = new Map<EntryId, PanelRow>();
  for (const { entries, cards } of frames) {
    for (const { entryId, count } of entries) {
      const card = cards[entryId];
      if (card === undefined) continue;
      const before = rows.get(entryId)?.count ?? 0;
      rows.set(entryId, { card, count: before + count });
    }
  }
  return [...rows.values()];
}

function inOrder(frames: Frames): [number, FrameState][] {
  return [...frames].sort(([a], [b]) => a - b);
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
