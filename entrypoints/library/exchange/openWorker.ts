import type { Asked } from './protocol';

export interface FileWorker extends Pick<Worker, 'addEventListener' | 'terminate'> {
  readonly ask: (asked: Asked) => void;
}

/** Its code is loaded only now. */
export function openWorker(): FileWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return Object.assign(worker, { ask: (asked: Asked) => worker.postMessage(asked, { transfer: [] }) });
}
