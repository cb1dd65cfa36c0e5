import type { Answered, Asked } from './protocol';

type Result = Exclude<Answered, { is: 'progress' }>;

interface Listening {
  readonly onShare?: (share: number) => void;
  /** Ends the work. */
  readonly signal: AbortSignal;
}

/** Has a worker of its own do one thing. Null: it was ended before. Its code is loaded only now. */
export function askTexts(asked: Asked, { onShare, signal }: Listening): Promise<Result | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<Result | null>();
  const life = new AbortController();
  const end = (result: Result | null) => {
    life.abort();
    worker.terminate();
    resolve(result);
  };
  signal.addEventListener('abort', () => end(null), { signal: life.signal });
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<Answered>) => {
      if (data.is === 'progress') onShare?.(data.share);
      else end(data);
    },
    { signal: life.signal },
  );
  worker.addEventListener('error', () => end({ is: 'failed', why: 'unknown' }), { signal: life.signal });
  worker.postMessage(asked, { transfer: [] });
  return promise;
}
