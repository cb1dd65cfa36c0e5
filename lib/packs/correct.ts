import type { EntryId } from '../model';
import type { Correct } from '../reference/lexicon';
import { corrected, type Correction } from './own';

/** What the reader's corrections make of entries. */
export function correctBy(corrections: readonly Correction[]): Correct {
  const byId = new Map<EntryId, Correction>(
    corrections.filter(({ deletedAt }) => deletedAt === null).map((each) => [each.id, each]),
  );
  return (entry) => {
    const correction = byId.get(entry.id);
    if (correction === undefined) return entry;
    return correction.hidden ? null : corrected(entry, correction);
  };
}
