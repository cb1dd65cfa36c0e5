import { browser } from 'wxt/browser';
import { askBackground } from '../../../lib/messages';
import { report } from '../../../lib/report';
import { languageOf, settingRows, type Settings } from '../../../lib/settings';
import type { StoreFailureReason } from '../../../lib/model';
import { openWorker } from './openWorker';
import type { Answered, ExportRequest } from './protocol';
import { fileFailureOf, type FileFailure } from '../../pages/fileFailure';
import type { Sink } from './saving';

export type Written =
  | { readonly is: 'written'; readonly name: string; readonly size: number }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly why: FileFailure | StoreFailureReason };

/** What the formats need beside the rows. */
export async function requestFor(
  of: ExportRequest['of'],
  choice: Pick<ExportRequest, 'format' | 'style' | 'template'>,
  settings: Settings,
): Promise<ExportRequest> {
  const [reference, rows] = await Promise.all([askBackground('packs', null), settingRows()]);
  return {
    ...choice,
    of: choice.format === 'backup' ? null : of,
    language: languageOf(settings),
    colourNames: settings.colourNames,
    reference,
    version: browser.runtime.getManifest().version,
    settings: rows,
  };
}

/** Writes a file piece by piece. Cancelled by the signal, or by a reader who picks no place for it. */
export async function writeOut(
  request: ExportRequest,
  sinkFor: (name: string, mime: string) => Promise<Sink | null>,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Written> {
  const worker = openWorker();
  const { promise, resolve } = Promise.withResolvers<Written>();
  let sink: Sink | null = null;
  let name = '';
  let size = 0;
  const take = async (answered: Answered) => {
    switch (answered.is) {
      case 'file':
        name = answered.name;
        sink = await sinkFor(answered.name, answered.mime);
        if (sink === null) resolve({ is: 'cancelled' });
        return;
      case 'chunk':
        await sink!.write(answered.bytes);
        size += answered.bytes.length;
        worker.ask({ is: 'next' });
        return;
      case 'progress':
        return progress(answered.done, answered.total);
      case 'done':
        await sink!.close();
        return resolve({ is: 'written', name, size });
      // Of imports.
      case 'previewed':
      case 'faults':
      case 'read':
      case 'changed':
      case 'undone':
      case 'checked':
        return;
      case 'failed':
        return resolve({ is: 'failed', why: answered.reason === 'unreadable' ? 'failed' : answered.reason });
    }
  };
  // One after the other: the first piece waits until there is a place for it.
  let last = Promise.resolve();
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    last = last
      .then(() => take(data))
      .catch((error: unknown) => {
        report('writing a file', error);
        resolve({ is: 'failed', why: fileFailureOf(error) });
      });
  });
  worker.addEventListener('error', () => resolve({ is: 'failed', why: 'failed' }));
  signal.addEventListener('abort', () => resolve({ is: 'cancelled' }));
  worker.ask({ is: 'export', request });
  const written = await promise;
  worker.terminate();
  if (written.is !== 'written') await (sink as Sink | null)?.abort().catch(() => undefined);
  return written;
}
