/** What a worker is asked, by name. */
type Protocol<P> = { readonly [N in keyof P]: (request: never) => unknown };

type Telling<News> =
  | { readonly news: News }
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly error: string };

export interface AskedWorker<P extends Protocol<P>, News> {
  ask<N extends keyof P>(name: N, request: Parameters<P[N]>[0]): Promise<ReturnType<P[N]>>;
  onNews(heard: (news: News) => void, signal: AbortSignal): void;
}

/** Questions to a worker, each with its answer, and what it tells by itself. */
export function askedWorker<P extends Protocol<P>, News>(worker: Worker): AskedWorker<P, News> {
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(news: News) => void>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Telling<News>>) => {
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
        const number = asked++;
        open.set(number, { resolve: resolve as (answer: unknown) => void, reject });
        worker.postMessage({ number, name, request }, { transfer: [] });
      }),
    onNews: (heard, signal) => {
      listeners.add(heard);
      signal.addEventListener('abort', () => listeners.delete(heard));
    },
  };
}
