import type { Question, ShelfNews, ShelfProtocol, Telling } from './protocol';

export interface Shelf {
  ask<N extends keyof ShelfProtocol>(
    name: N,
    request: Parameters<ShelfProtocol[N]>[0],
  ): Promise<ReturnType<ShelfProtocol[N]>>;
  onNews(heard: (news: ShelfNews) => void, signal: AbortSignal): void;
}

/** The worker that holds the data set. */
export function openShelf(): Shelf {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(news: ShelfNews) => void>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Telling>) => {
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
        const question: Question = { number: asked++, name, request };
        open.set(question.number, { resolve: resolve as (answer: unknown) => void, reject });
        worker.postMessage(question);
      }),
    onNews: (heard, signal) => {
      listeners.add(heard);
      signal.addEventListener('abort', () => listeners.delete(heard));
    },
  };
}
