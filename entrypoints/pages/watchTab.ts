import { browser } from 'wxt/browser';
import { askPage, serveWatcher, tellPage, whenFrameEnds, type FrameState } from '../../lib/messages';

/** By the browser's number of the frame; the top one is 0. */
export type Frames = ReadonlyMap<number, FrameState>;

export interface Watched {
  readonly frames: Frames;
  /** The top frame was asked: what has not answered by now does not read. */
  readonly isAsked: boolean;
  /** Grows each time the notes of the top frame have something new to tell. */
  readonly found: number;
}

export const NOTHING_YET: Watched = { frames: new Map(), isAsked: false, found: 0 };

/** Follows the frames of a tab: those that are there, those that come later, those that go. */
export function watchTab(tabId: number, change: (to: (before: Watched) => Watched) => void, signal: AbortSignal): void {
  change(() => NOTHING_YET);
  const followed = new Set<number>();
  const follow = (frameId: number) => {
    if (followed.has(frameId)) return;
    followed.add(frameId);
    const ended = () => {
      followed.delete(frameId);
      change((before) => without(before, frameId));
    };
    whenFrameEnds(tabId, frameId, ended, signal);
  };
  const askAll = async () => {
    void tellPage(tabId, 'watch', null);
    await askPage(tabId, 'watch', null).catch(() => null);
    if (!signal.aborted) change((before) => ({ ...before, isAsked: true }));
  };
  serveWatcher(
    {
      frameState: (state, { tab, frameId = 0 }) => {
        if (tab?.id !== tabId) return null;
        follow(frameId);
        change((before) => ({ ...before, frames: new Map(before.frames).set(frameId, state) }));
        return null;
      },
      notesFound: (_, { tab, frameId }) => {
        if (tab?.id === tabId && frameId === 0) change((before) => ({ ...before, found: before.found + 1 }));
        return null;
      },
      frameBegan: (frame) => {
        if (frame.tabId === tabId) void askPage(tabId, 'watch', null, frame.frameId).catch(() => null);
        return null;
      },
    },
    signal,
  );
  eachTimeComplete(tabId, () => void askAll(), signal);
  void askAll();
}

/** Without its top frame a tab is about to show another document. */
function without({ frames, isAsked, found }: Watched, frameId: number): Watched {
  const others = new Map(frames);
  others.delete(frameId);
  return { frames: others, isAsked: isAsked && frameId !== 0, found };
}

/** Calls `complete` each time the tab has loaded. */
function eachTimeComplete(tabId: number, complete: () => void, signal: AbortSignal): void {
  const updated = (id: number, change: { readonly status?: string | undefined }) => {
    if (id === tabId && change.status === 'complete') complete();
  };
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(updated));
}
