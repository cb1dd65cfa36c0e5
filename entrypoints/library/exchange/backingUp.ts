/** Backups: written, read back, the oldest in the folder removed. */
import type { Problem } from '../../../lib/export/incoming';
import type { StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import { readSettings, writeBackups, type Settings } from '../../../lib/settings';
import { openDatabase, type FolderRow } from '../../../lib/store/database';
import { backupFolder, keepBackupFolder } from '../../../lib/store/folders';
import { isPermitted } from './folder';
import { openWorker } from './openWorker';
import type { Answered } from './protocol';
import { download, fileFailureOf, intoFile, type FileFailure } from './saving';
import { requestFor, writeOut } from './writing';

export type BackedUp =
  | { readonly is: 'kept'; readonly where: 'folder' | 'download' }
  /** Read back it is not what was written. */
  | { readonly is: 'wrong'; readonly problem: Problem }
  | { readonly is: 'failed'; readonly why: FileFailure | StoreFailureReason }
  | { readonly is: 'cancelled' }
  /** Another page is at it. */
  | { readonly is: 'busy' };

type Progress = (
  step: { readonly is: 'writing'; readonly done: number; readonly total: number } | { readonly is: 'checking' },
) => void;

const LOCK = 'pangzhu backup';

export function backUp(progress: Progress, signal: AbortSignal): Promise<BackedUp> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock): Promise<BackedUp> => {
    if (lock === null) return { is: 'busy' };
    try {
      return await made(await readSettings(), progress, signal);
    } catch (error) {
      report('backing up', error);
      return { is: 'failed', why: fileFailureOf(error) };
    }
  });
}

async function made(settings: Settings, progress: Progress, signal: AbortSignal): Promise<BackedUp> {
  const folder = await backupFolder(await openDatabase());
  const target = folder !== null && (await isPermitted(folder.handle)) ? folder : null;
  const at = Date.now();
  let blob: Blob | null = null;
  let name = '';
  const request = await requestFor(null, { format: 'backup', style: settings.citationStyle, template: null }, settings);
  const written = await writeOut(
    request,
    async (day, mime) => {
      name = withTime(day, at);
      if (target === null) return download(name, mime, (whole) => (blob = whole));
      return intoFile(await target.handle.getFileHandle(name, { create: true }));
    },
    (done, total) => progress({ is: 'writing', done, total }),
    signal,
  );
  if (written.is !== 'written') {
    // A file that was begun is there, and empty.
    await target?.handle.removeEntry(name).catch(() => undefined);
    return written;
  }
  progress({ is: 'checking' });
  const file = target === null ? new File([blob!], name) : await (await target.handle.getFileHandle(name)).getFile();
  const problem = await problemOf(file);
  if (problem !== null) return { is: 'wrong', problem };
  const where = target === null ? 'download' : 'folder';
  if (target !== null) await rotate(target, name, settings.backupsKept);
  await writeBackups({ lastBackup: { at, name, size: written.size, where } });
  return { is: 'kept', where };
}

/** Several on one day do not overwrite each other. */
function withTime(name: string, at: number): string {
  const time = new Date(at).toTimeString().slice(0, 8).replaceAll(':', '');
  return name.replace(/(?=\.[^.]*$)/, ` ${time}`);
}

async function problemOf(file: File): Promise<Problem | null> {
  const worker = openWorker();
  const { promise, resolve, reject } = Promise.withResolvers<Problem | null>();
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if (data.is === 'checked') resolve(data.problem);
    if (data.is === 'failed') reject(new Error(data.reason));
  });
  worker.ask({ is: 'check', file });
  return promise.finally(() => worker.terminate());
}

/** Only what we wrote is removed, and only once a newer one is whole. */
async function rotate({ handle, files }: FolderRow, name: string, most: number): Promise<void> {
  const all = [...files, name];
  const gone = all.slice(0, Math.max(0, all.length - most));
  for (const each of gone) await handle.removeEntry(each).catch((error: unknown) => report('an old backup', error));
  await keepBackupFolder(await openDatabase(), { handle, files: all.slice(gone.length) });
}
