import { useCallback, useEffect, useRef, useState } from 'react';
import type { Listed } from '../../../lib/library/rows';
import { serveNotices } from '../../../lib/messages';
import type { SavedArticleId, StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import type { ListOf, ShelfProtocol } from './protocol';
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

type Found = ReturnType<ShelfProtocol['find']>;
const NONE = new Uint32Array();

/** Rows asked for at once, aligned: scrolling a little asks for nothing. */
const PAGE = 40;

export interface Rows {
  readonly rowAt: (index: number) => Listed | null;
  readonly onShown: (first: number, last: number) => void;
}

/** The rows of a list as they come into view. A row that was there stays until its newer self has come. */
export function useRows({ shelf, version }: ShelfState, of: ListOf, found: Found | null): Rows {
  const numbers = found?.numbers ?? NONE;
  const rows = useRef(new Map<number, { readonly row: Listed | null; readonly version: number }>());
  const asked = useRef(new Set<string>());
  const shown = useRef({ first: 0, last: -1 });
  const [, setArrived] = useState(0);
  const latest = useRef({ of, numbers, version });
  latest.current = { of, numbers, version };

  const bring = useCallback(
    (first: number, last: number) => {
      shown.current = { first, last };
      const now = latest.current;
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
        const wanted = [...now.numbers.subarray(page * PAGE, (page + 1) * PAGE)].filter(
          (number) => rows.current.get(number)?.version !== now.version,
        );
        const key = `${now.version} ${wanted.join()}`;
        if (wanted.length === 0 || asked.current.has(key)) continue;
        asked.current.add(key);
        void shelf
          .ask('rows', { of: now.of, numbers: wanted })
          .then((answer) => {
            if (latest.current.of !== now.of) return;
            wanted.forEach((number, index) => rows.current.set(number, { row: answer[index]!, version: now.version }));
            setArrived((count) => count + 1);
          })
          .catch((error: unknown) => report('reading rows', error))
          .finally(() => asked.current.delete(key));
      }
    },
    [shelf],
  );
  const seeded = useRef<Found | null>(null);
  if (seeded.current !== found) {
    seeded.current = found;
    found?.first.forEach((row, index) => rows.current.set(numbers[index]!, { row, version }));
  }
  useEffect(() => {
    bring(shown.current.first, shown.current.last);
  }, [bring, numbers, version]);
  useEffect(() => {
    rows.current.clear();
  }, [of]);
  return {
    rowAt: (index) => {
      const number = numbers[index];
      return number === undefined ? null : (rows.current.get(number)?.row ?? null);
    },
    onShown: bring,
  };
}
