import { askBackground, type FromStore, type NotesProtocol } from '../../lib/messages';
import type { AnnotationId, StoreFailureReason } from '../../lib/model';
import { report } from '../../lib/report';

/** ms. A worker that was ended in between is up again by then. */
const AGAIN_AFTER = 400;

type Write = 'annotate' | 'changeAnnotation' | 'deleteAnnotation' | 'restoreAnnotation' | 'keepDraft';

/**
 * Writes; null when it was done. Asked once more when no answer came, since twice the same is once. A worker that does
 * not answer is told like a store that failed.
 */
export async function write<N extends Write>(
  name: N,
  request: Parameters<NotesProtocol[N]>[0],
): Promise<StoreFailureReason | null> {
  const ask = askBackground as (name: N, request: unknown) => Promise<FromStore<unknown>>;
  try {
    const answer = await ask(name, request).catch(async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, AGAIN_AFTER);
      });
      return ask(name, request);
    });
    if (answer.is === 'done') return null;
    return answer.is === 'failed' ? answer.reason : 'failed';
  } catch (error) {
    report('writing a note', error);
    return 'failed';
  }
}

/** 128 random bits; `crypto.randomUUID` is not there on pages over plain http. */
export function newId(): AnnotationId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') as AnnotationId;
}
