import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  askBackground,
  isConnected,
  serveNotices,
  servePage,
  tellWatchers,
  type FrameState,
  type ListedEntry,
} from '../../lib/messages';
import type { CardKey } from '../../lib/model';
import { Annotating } from './annotating';
import { bringReader, wholeArticle } from './article';
import { Cards } from './cards';
import { Reading } from './reading';
import { shieldPage } from './shield';

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
    if (!isConnected()) life.abort();
    return !life.signal.aborted;
  }

  shieldPage(life.signal);
  void start(life.signal, isAlive);
});

async function start(signal: AbortSignal, isAlive: () => boolean): Promise<void> {
  // Wakes the worker while the page still loads. What it answers comes again with the first question.
  void askBackground('hello', null).catch(() => undefined);
  await domReady(signal);
  await largeEnough(signal);
  let watchers = 0;
  let cards: Cards | null = null;

  const reading = new Reading(
    () => {
      cards?.marksChanged();
      if (watchers > 0) void tell();
      if (reading.all().length > 0)
        cards ??= new Cards(reading, (mark) => void annotating.noteOn(mark), isAlive, signal);
      if (!reading.isUnderWay) void annotating.read();
    },
    isAlive,
    signal,
  );

  const annotating = new Annotating(reading, isAlive, signal);
  serveNotices(
    {
      notesChanged: () => {
        void annotating.refresh();
        return null;
      },
    },
    signal,
  );

  /** Until nobody listens any more; who asked meanwhile may not have heard this one. */
  async function tell(): Promise<void> {
    const asked = watchers;
    const wasHeard = await tellWatchers('frameState', frameState(reading));
    if (!wasHeard && asked === watchers) watchers = 0;
  }

  const again = () => {
    if (!isAlive()) return;
    reading.painter.show();
    if (reading.state === 'unanswered' || (reading.state === 'reading' && !document.hidden)) void reading.read();
  };
  window.addEventListener('focus', again, { signal });
  // Back from the browser's memory, where no message reaches a page.
  window.addEventListener('pageshow', ({ persisted }) => persisted && isAlive() && void reading.refresh(), { signal });
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
        watchers++;
        void tell();
        void bringReader().then((isNew) => (isNew ? tell() : undefined));
        return frameState(reading);
      },
      jump: ({ key, nth }) => {
        cards?.jump(key, nth);
        return null;
      },
      step: ({ by, from }) => cards?.step(by, from) ?? 'none',
      leave: () => {
        cards?.leave();
        return null;
      },
      refresh: async () => {
        await reading.refresh();
        return null;
      },
      bringNotes: async () => {
        await annotating.ready();
        return null;
      },
      annotate: (request) => {
        void annotating.annotate(request.with);
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
  const counts = new Map<CardKey, number>();
  for (const { mention } of reading.all()) counts.set(mention.key, (counts.get(mention.key) ?? 0) + 1);
  const entries: ListedEntry[] = [...counts].map(([key, count]) => ({ key, count }));
  return {
    is: reading.state,
    visible: reading.visible,
    article: wholeArticle(reading.article),
    entries,
    cards: reading.allCards(),
  };
}
