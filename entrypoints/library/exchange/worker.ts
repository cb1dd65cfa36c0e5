/** The worker for files: writes and reads them beside the page, which stays quick and can end it at any time. */
import { checkBackup } from '../../../lib/export/checkBackup';
import { report } from '../../../lib/report';
import { failureOf, StoreFailure } from '../../../lib/store/failure';
import { inSlices } from '../../pages/inSlices';
import { preview, writeFile } from './exporting';
import { Import, undo } from './importing';
import type { Answered, Asked } from './protocol';

let opened: Import | null = null;
let next: (() => void) | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).catch((error: unknown) => {
    report(`files: ${data.is}`, error);
    tell({ is: 'failed', reason: reasonOf(error) });
  });
});

async function answer(asked: Asked): Promise<void> {
  switch (asked.is) {
    case 'export':
      return writeFile(asked.request, tell, send);
    case 'next':
      return next?.();
    case 'preview':
      return tell(await preview(asked.request));
    case 'read':
      opened = new Import(asked.files, tell);
      return opened.look();
    case 'apply':
      return opened?.apply(asked.begun);
    case 'stop':
      return opened?.stop();
    case 'undo':
      return undo(asked.id, tell);
    case 'check':
      return tell({ is: 'checked', problem: await checkBackup(inSlices(asked.file)) });
  }
}

function tell(answered: Answered): void {
  self.postMessage(answered, { transfer: [] });
}

/** Hands over some bytes, and waits until they are written. */
function send(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  next = resolve;
  const answered: Answered = { is: 'chunk', bytes };
  self.postMessage(answered, { transfer: [bytes.buffer] });
  return promise;
}

/** A file that was moved or changed while it was read fails by itself, and nothing is wrong with the store. */
function reasonOf(error: unknown) {
  const isFile = error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
  return isFile && !(error instanceof StoreFailure) ? 'unreadable' : failureOf(error).reason;
}
