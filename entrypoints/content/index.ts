import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground, servePage, tellWatchers, type FrameState, type ListedEntry } from '../../lib/messages';
import type { EntryId } from '../../lib/model';
import { overlayHere } from '../../lib/page/overlay';
import { Cards } from './cards';
import { Reading } from './reading';

/** CSS px. A smaller frame (advertisement, counter) has nothing to read. */
const SMALLEST_FRAME = 120;
const HERE = Symbol.for('pangzhu content');

export default defineUnlistedScript(() => {
  // The same script may be brought in twice (activeTab, a reload of the extension).
  const world = globalThis as { [HERE]?: () => boolean };
  if (world[HERE]?.()) return;
  const life = new AbortController();
  world[HERE] = isAlive;

  /** After an update or reload of the extension this script is an orphan: it goes quiet, the new one takes over. */
  function isAlive(): boolean {
    if (life.signal.aborted) return false;
    let alive = false;
    try {
      alive = browser.runtime?.id !== undefined;
    } catch {
      // Firefox throws where Chromium answers undefined.
    }
    if (!alive) life.abort();
    return alive;
  }

  // A key that went down in the card belongs to it until it is up, though the card may be gone by then.
  const held = new Set<string>();
  const keepKeys = (event: KeyboardEvent) => {
    const overlay = overlayHere();
    const isOurs = overlay?.owns(event.target) ?? false;
    if (!isOurs && !held.has(event.code)) return;
    event.stopImmediatePropagation();
    if (event.type === 'keyup') held.delete(event.code);
    if (event.type === 'keydown' && isOurs) {
      held.add(event.code);
      overlay?.key(event);
    }
  };
  // First in the capture phase, before any listener of the page, since this runs at document_start.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    window.addEventListener(type, keepKeys, { capture: true, signal: life.signal });
  }

  void start(life.signal, isAlive);
});

async function start(signal: AbortSignal, isAlive: () => boolean): Promise<void> {
  // Wakes the worker while the page still loads. What it answers comes again with the first question.
  void askBackground('hello', null).catch(() => undefined);
  await domReady(signal);
  await largeEnough(signal);
  let isWatched = false;
  let cards: Cards | null = null;

  const reading = new Reading(
    () => {
      cards?.marksChanged();
      if (isWatched) void tellWatchers('frameState', frameState(reading));
      if (reading.all().length > 0) cards ??= new Cards(reading, isAlive, signal);
    },
    isAlive,
    signal,
  );

  const again = () => {
    if (!isAlive()) return;
    reading.painter.show();
    if (reading.state === 'unanswered' || (reading.state === 'reading' && !document.hidden)) void reading.read();
  };
  window.addEventListener('focus', again, { signal });
  document.addEventListener('visibilitychange', again, { signal });
  document.addEventListener('scroll', () => isAlive() && reading.painter.show(), {
    signal,
    passive: true,
    capture: true,
  });
  document.documentElement.addEventListener('pointerenter', again, { signal, passive: true });

  servePage(
    {
      watch: () => {
        isWatched = true;
        const state = frameState(reading);
        void tellWatchers('frameState', state);
        return state;
      },
      jump: async ({ entryId, nth, openCard }) => {
        await cards?.jump(entryId, nth, openCard ? 'with-card' : 'without-card');
        return null;
      },
      step: async ({ by }) => {
        await cards?.step(by);
        return null;
      },
      toggleMarks: () => {
        reading.setVisible(!reading.visible);
        return null;
      },
      refresh: async () => {
        await reading.refresh();
        return null;
      },
    },
    signal,
  );

  // A page in the background is read when it is looked at.
  if (!document.hidden) await reading.read();
}

function domReady(signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal });
  });
}

/** Resolves when the frame has room to read in. One from another site has no size at all until its parent is laid out. */
function largeEnough(signal: AbortSignal): Promise<void> {
  const isLarge = () => innerWidth >= SMALLEST_FRAME && innerHeight >= SMALLEST_FRAME;
  if (isLarge()) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('resize', () => isLarge() && resolve(), { signal });
  });
}

function frameState(reading: Reading): FrameState {
  const counts = new Map<EntryId, { count: number; first: number }>();
  const marks = reading.all();
  marks.forEach(({ mention }, index) => {
    const seen = counts.get(mention.entryId);
    if (seen) seen.count++;
    else counts.set(mention.entryId, { count: 1, first: index });
  });
  const entries: ListedEntry[] = [...counts].map(([entryId, { count, first }]) => ({
    entryId,
    count,
    first,
    kind: marks[first]!.mention.kind,
  }));
  return {
    is: reading.state,
    isTop: window === top,
    visible: reading.visible,
    article: reading.article,
    entries,
    cards: reading.allCards(),
  };
}
