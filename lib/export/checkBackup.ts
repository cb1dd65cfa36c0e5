import { read } from './backup';
import type { ImportFile, Problem } from './incoming';

/** Reads a backup back to its end, its sums and every row of it: null, or the first that could not be restored. */
export async function checkBackup(file: ImportFile): Promise<Problem | null> {
  for await (const each of read(file)) if (each.is === 'refused' || each.is === 'problem') return each.problem;
  return null;
}
