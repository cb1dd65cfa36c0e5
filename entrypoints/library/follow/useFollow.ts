import { useEffect, useRef, useState } from 'react';
import { serveNotices } from '../../../lib/messages';
import type { Pack, SavedArticleId, StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import { openedFollow, type Follow } from './openFollow';
import type { Counting, FollowProtocol } from './protocol';

export interface FollowState {
  readonly follow: Follow;
  /** Grows when answers may be others. */
  readonly version: number;
  readonly counting: Counting | null;
  readonly failure: StoreFailureReason | null;
}

/** ms. Many notices of one moment are one question. */
const LISTEN_FOR = 100;

/** What is counted, live; counting goes on while the page is open. */
export function useFollow(packs: readonly Pack[] | null): FollowState {
  const follow = openedFollow();
  const [state, setState] = useState<Omit<FollowState, 'follow'>>({ version: 0, counting: null, failure: null });
  useEffect(() => {
    const life = new AbortController();
    follow.onNews((news) => {
      setState(({ version, counting, failure }) => {
        if (news.is === 'counting') return { version, counting: news.counting, failure };
        if (news.is === 'failed') return { version, counting, failure: news.reason };
        return { version: version + 1, counting, failure };
      });
    }, life.signal);
    const changed = new Set<SavedArticleId>();
    const ask = () => {
      const ids = [...changed];
      changed.clear();
      void follow.ask('changed', { ids }).catch((error: unknown) => report('reading what changed', error));
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
  }, [follow]);
  useEffect(() => {
    if (packs !== null) void follow.ask('begin', { packs }).catch((error: unknown) => report('counting', error));
  }, [follow, packs]);
  return { follow, ...state };
}

/** The answer to a question, again when the question or what is counted changes; meanwhile the last one. */
export function useFollowed<N extends keyof FollowProtocol>(
  { follow, version }: FollowState,
  name: N,
  request: Parameters<FollowProtocol[N]>[0] | null,
): ReturnType<FollowProtocol[N]> | null {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: ReturnType<FollowProtocol[N]> } | null>(
    null,
  );
  const latest = useRef(0);
  const key = JSON.stringify(request);
  useEffect(() => {
    if (request === null) return;
    const own = ++latest.current;
    void follow
      .ask(name, request)
      .then((value) => own === latest.current && setAnswer({ key, value }))
      .catch((error: unknown) => report(name, error));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question is its key
  }, [follow, version, name, key]);
  return request === null ? null : (answer?.value ?? null);
}
