import { read } from '../../../lib/export/backup';
import type { Answered } from './protocol';
import { inSlices } from './slices';

/** Reads a backup back to its end: its sums and every row of it. One with a row that cannot be restored is not whole. */
export async function check(file: File): Promise<Answered> {
  let rows = 0;
  for await (const each of read(inSlices(file))) {
    if (each.is === 'refused' || each.is === 'problem') return { is: 'checked', problem: each.problem, rows };
    rows += each.is === 'article' ? 1 + each.annotations.length : 1;
  }
  return { is: 'checked', problem: null, rows };
}
