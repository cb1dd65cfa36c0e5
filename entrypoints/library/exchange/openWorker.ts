import type { Asked } from './protocol';

export interface FileWorker extends Omit<Worker, 'postMessage'> {
  postMessage(asked: Asked): void;
}

/** Its code is loaded only now. */
export function openWorker(): FileWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
