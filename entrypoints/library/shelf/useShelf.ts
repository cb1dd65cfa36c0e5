import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Listed } from '../../../lib/library/rows';
import { serveNotices } from '../../../lib/messages';
import type { SavedArticleId, StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import type { ListOf, ShelfProtocol } from './protocol';
import { RowCache } from './rowCache';
import { openShelf, type Shelf } from './shelf';

let opened: Shelf | null = null;

/** The one data set of the page. */
export function openedShelf(): Shelf {
  return (opened ??= openShelf());
}

/** How far the data set is. */
export interface ShelfState {
  readonly shelf: Shelf;
  /** Grows when answers may be others. */
  readonly version: number;
  /** What is read of it, as a share of 1. */
  readonly share: number;
  readonly failure: StoreFailureReason | null;
}

/** ms. Many notices of one moment are one question. */
const LISTEN_FOR = 60;

/** The data set, live: what is changed anywhere is changed here. One for the page. */
export function useShelf(): ShelfState {
  const shelf = openedShelf();
  const [state, setState] = useState<Omit<ShelfState, 'shelf'>>({ version: 0, share: 0, failure: null });
  useEffect(() => {
    const life = new AbortController();
    shelf.onNews((news) => {
      setState(({ version, share, failure }) => {
        if (news.is === 'reading') return { version, share: news.share, failure };
        if (news.is === 'whole') return { version: version + 1, share: 1, failure };
        if (news.is === 'failed') return { version, share, failure: news.reason };
        return { version: version + 1, share, failure };
      });
    }, life.signal);
    const changed = new Set<SavedArticleId>();
    const ask = () => {
      const ids = [...changed];
      changed.clear();
      void shelf.ask('changed', { ids }).catch((error: unknown) => report('reading what changed', error));
    };
    serveNotices(
      {
        notesChanged: ({ articleId }) => {
          if (articleId !== null) {
            if (changed.size === 0) setTimeout(ask, LISTEN_FOR);
            changed.add(articleId);
          }
          return null;
        },
      },
      life.signal,
    );
    return () => life.abort();
  }, [shelf]);
  return { shelf, ...state };
}

/**
 * The answer to a question, again when the question or the data set changes; meanwhile the last one. While one is on the
 * way only the newest waits: typing fast asks no more than can be answered.
 */
export function useAnswer<N extends keyof ShelfProtocol>(
  { shelf, version }: ShelfState,
  name: N,
  request: Parameters<ShelfProtocol[N]>[0] | null,
): ReturnType<ShelfProtocol[N]> | null {
  const [answer, setAnswer] = useState<ReturnType<ShelfProtocol[N]> | null>(null);
  const waiting = useRef<(() => void) | null>(null);
  const isAsking = useRef(false);
  const key = JSON.stringify(request);
  useEffect(() => {
    let isMeant = true;
    const ask = () => {
      if (!isMeant || request === null) return;
      isAsking.current = true;
      void shelf
        .ask(name, request)
        .then((answered) => isMeant && setAnswer(answered))
        .catch((error: unknown) => report(name, error))
        .finally(() => {
          isAsking.current = false;
          const next = waiting.current;
          waiting.current = null;
          next?.();
        });
    };
    if (isAsking.current) waiting.current = ask;
    else ask();
    return () => {
      isMeant = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question is its key
  }, [shelf, version, name, key]);
  return answer;
}

export interface Rows {
  readonly rowAt: (index: number) => Listed | null;
  readonly onShown: (first: number, last: number) => void;
}

/** The rows of what was found, as they come into view. */
export function useRows(
  { shelf, version }: ShelfState,
  of: ListOf,
  found: ReturnType<ShelfProtocol['find']> | null,
): Rows {
  const [cache] = useState(() => new RowCache(shelf, of));
  useSyncExternalStore(cache.subscribe, cache.snapshot);
  // Before anything of it is painted.
  useLayoutEffect(() => {
    if (found !== null) cache.show(found, version);
  }, [cache, found, version]);
  return { rowAt: (index) => cache.at(found?.numbers[index]), onShown: cache.bring };
}
