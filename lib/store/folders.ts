import type { Database, FolderRow } from './database';
import { failing } from './failure';

/** The folder for backups; null when the reader has chosen none. */
export function backupFolder(database: Database): Promise<FolderRow | null> {
  return failing(async () => (await database.folders.get('backups')) ?? null);
}

/** Keeps the folder and what we have written there; null: no longer. */
export function keepBackupFolder(database: Database, row: Omit<FolderRow, 'name'> | null): Promise<void> {
  return failing(async () => {
    if (row === null) await database.folders.delete('backups');
    else await database.folders.put({ ...row, name: 'backups' });
  });
}
