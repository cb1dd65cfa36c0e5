import { askBackground, type FromStore, type NotesProtocol } from '../../lib/messages';
import { report } from '../../lib/report';

/** ms. A worker that was ended in between is up again by then. */
const AGAIN_AFTER = 400;

/**
 * Asks about what the reader makes. Asked once more when no answer came, since twice the same is once; a worker that
 * does not answer is told like a store that failed.
 */
export async function askStore<N extends keyof NotesProtocol>(
  name: N,
  request: Parameters<NotesProtocol[N]>[0],
): Promise<ReturnType<NotesProtocol[N]>> {
  const ask = askBackground as (name: N, request: unknown) => Promise<ReturnType<NotesProtocol[N]>>;
  try {
    return await ask(name, request).catch(async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, AGAIN_AFTER);
      });
      return ask(name, request);
    });
  } catch (error) {
    report(name, error);
    const failed: FromStore<never> = { is: 'failed', reason: 'failed' };
    return failed as ReturnType<NotesProtocol[N]>;
  }
}
