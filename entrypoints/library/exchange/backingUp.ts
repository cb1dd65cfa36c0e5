/** Backups: written, read back, the oldest in the folder removed. */
import type { Problem } from '../../../lib/export/incoming';
import type { StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import { readSettings, writeBackups, type BackupFailure, type Settings } from '../../../lib/settings';
import { openDatabase } from '../../../lib/store/database';
import { backupFolder } from '../../../lib/store/folders';
import { BACKUP_LOCK, isPermitted, removeBegun, rotate, withTime } from '../../pages/backupFolder';
import { fileFailureOf, isFileFailure, type FileFailure } from '../../pages/fileFailure';
import { askPermission } from './folder';
import { openWorker } from './openWorker';
import type { Answered } from './protocol';
import { download, intoFile } from './saving';
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

/** By hand the folder is asked for again, which only a click may do; by itself nobody is asked. */
export type By = 'hand' | 'itself';

/** What goes wrong is kept too, for the reminder. */
export function backUp(by: By, progress: Progress, signal: AbortSignal): Promise<BackedUp> {
  return navigator.locks.request(BACKUP_LOCK, { ifAvailable: true }, async (lock): Promise<BackedUp> => {
    if (lock === null) return { is: 'busy' };
    const backedUp = await made(await readSettings(), by, progress, signal).catch((error: unknown): BackedUp => {
      report('backing up', error);
      return { is: 'failed', why: fileFailureOf(error) };
    });
    const why = failureIn(backedUp);
    if (why !== null) await writeBackups({ backupFailure: { at: Date.now(), why } });
    return backedUp;
  });
}

function failureIn(backedUp: BackedUp): BackupFailure['why'] | null {
  switch (backedUp.is) {
    case 'wrong':
      return 'wrong';
    case 'failed':
      return isFileFailure(backedUp.why) ? backedUp.why : 'unwritten';
    case 'kept':
    case 'cancelled':
    case 'busy':
      return null;
  }
}

async function made(settings: Settings, by: By, progress: Progress, signal: AbortSignal): Promise<BackedUp> {
  const database = await openDatabase();
  const target = await backupFolder(database);
  if (target !== null && !(await isPermitted(target.handle))) {
    // What is meant for the folder does not silently go elsewhere.
    if (by === 'itself' || !(await askPermission(target.handle))) return { is: 'failed', why: 'withdrawn' };
  }
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
    if (target !== null && name !== '') await removeBegun(target.handle, name);
    return written;
  }
  progress({ is: 'checking' });
  const file = target === null ? new File([blob!], name) : await (await target.handle.getFileHandle(name)).getFile();
  const problem = await problemOf(file);
  if (problem !== null) return { is: 'wrong', problem };
  const where = target === null ? 'download' : 'folder';
  if (target !== null) await rotate(database, target, name, settings.backupsKept);
  await writeBackups({ lastBackup: { at, name, size: written.size, where }, backupFailure: null });
  return { is: 'kept', where };
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
