/** The folder for backups, as pages and the background write in it. Only Chromium has such folders. */
import { report } from '../../lib/report';
import type { Database, FolderRow } from '../../lib/store/database';
import { keepBackupFolder } from '../../lib/store/folders';

/** Held by who makes a backup: never two at once. */
export const BACKUP_LOCK = 'pangzhu backup';

/** TypeScript does not know it. */
interface Permitting {
  queryPermission(asked: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

export async function isPermitted(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { queryPermission } = folder as Partial<Permitting>;
  return queryPermission === undefined || (await queryPermission.call(folder, { mode: 'readwrite' })) === 'granted';
}

/** Several on one day do not overwrite each other. */
export function withTime(name: string, at: number): string {
  const time = new Date(at).toTimeString().slice(0, 8).replaceAll(':', '');
  return name.replace(/(?=\.[^.]*$)/, ` ${time}`);
}

/** ms. Chromium lets go of a file a moment after its writing was given up. */
const AGAIN_AFTER = [0, 50, 250, 1000];

/** Removes a file that was begun and not finished; if that cannot be, it stays, empty. */
export async function removeBegun(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (const wait of AGAIN_AFTER) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    const isGone = await folder.removeEntry(name).then(
      () => true,
      (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError',
    );
    if (isGone) return;
  }
}

/** Only what we wrote is removed, and only once a newer one is whole. */
export async function rotate(
  database: Database,
  { handle, files }: FolderRow,
  name: string,
  most: number,
): Promise<void> {
  const all = [...files, name];
  const gone = all.slice(0, Math.max(0, all.length - most));
  for (const each of gone) await handle.removeEntry(each).catch((error: unknown) => report('an old backup', error));
  await keepBackupFolder(database, { handle, files: all.slice(gone.length) });
}
