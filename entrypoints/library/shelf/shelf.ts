import { askedWorker, type AskedWorker } from '../askedWorker';
import type { ShelfNews, ShelfProtocol } from './protocol';

export type Shelf = AskedWorker<ShelfProtocol, ShelfNews>;

/** The worker that holds the data set. */
export function openShelf(): Shelf {
  return askedWorker(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}
