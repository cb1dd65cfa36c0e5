import { askedWorker, type AskedWorker } from '../askedWorker';
import type { FollowNews, FollowProtocol } from './protocol';

export type Follow = AskedWorker<FollowProtocol, FollowNews>;

let opened: Follow | null = null;

/** The worker that counts and answers; one for the page. */
export function openedFollow(): Follow {
  return (opened ??= askedWorker(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })));
}
