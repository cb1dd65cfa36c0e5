import type { FollowNews, FollowProtocol, FollowQuestion, FollowTelling } from './protocol';

export interface Follow {
  ask<N extends keyof FollowProtocol>(
    name: N,
    request: Parameters<FollowProtocol[N]>[0],
  ): Promise<ReturnType<FollowProtocol[N]>>;
  onNews(heard: (news: FollowNews) => void, signal: AbortSignal): void;
}

let opened: Follow | null = null;

/** The worker that counts and answers; one for the page. */
export function openedFollow(): Follow {
  return (opened ??= openFollow());
}

function openFollow(): Follow {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(news: FollowNews) => void>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FollowTelling>) => {
    if ('news' in data) {
      for (const heard of listeners) heard(data.news);
      return;
    }
    const question = open.get(data.number);
    open.delete(data.number);
    if ('error' in data) question?.reject(new Error(data.error));
    else question?.resolve(data.answer);
  });
  return {
    ask: (name, request) =>
      new Promise((resolve, reject) => {
        const question: FollowQuestion = { number: asked++, name, request };
        open.set(question.number, { resolve: resolve as (answer: unknown) => void, reject });
        worker.postMessage(question, { transfer: [] });
      }),
    onNews: (heard, signal) => {
      listeners.add(heard);
      signal.addEventListener('abort', () => listeners.delete(heard));
    },
  };
}
