/** The reader's own entries and corrections. Every write goes with its record; what is deleted stays for 30 days. */
import type { EntryId } from '../model';
import type { Correction, OwnEntry } from '../packs/own';
import type { PackEntry } from '../packs/packEntry';
import { write, writing } from './changes';
import type { Database } from './database';
import { failing } from './failure';

/** All, those in the trash too, what was changed last first. */
export function ownEntries(database: Database): Promise<OwnEntry[]> {
  return failing(async () => (await database.ownEntries.toArray()).sort((a, b) => b.updatedAt - a.updatedAt));
}

export function corrections(database: Database): Promise<Correction[]> {
  return failing(async () => (await database.corrections.toArray()).sort((a, b) => b.updatedAt - a.updatedAt));
}

/** Makes an entry, or changes it; one that was deleted comes back. */
export function keepOwnEntry(database: Database, entry: PackEntry, now: number): Promise<OwnEntry> {
  return writing(database, async () => {
    const before = (await database.ownEntries.get(entry.id)) ?? null;
    const after: OwnEntry = {
      id: entry.id,
      entry,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      deletedAt: null,
    };
    await write(database, 'ownEntries', before, after, now);
    return after;
  });
}

/** Into the trash, or out of it (`deletedAt` null). Returns those that are there. */
export function setOwnDeleted(
  database: Database,
  ids: readonly EntryId[],
  deletedAt: number | null,
  now: number,
): Promise<OwnEntry[]> {
  return writing(database, async () => {
    const changed: OwnEntry[] = [];
    for (const id of ids) {
      const before = await database.ownEntries.get(id);
      if (before === undefined) continue;
      const after = { ...before, deletedAt, updatedAt: now };
      await write(database, 'ownEntries', before, after, now);
      changed.push(after);
    }
    return changed;
  });
}

/** One entry in place of two, in one step: `merged` is kept under its id, the other goes to the trash. */
export function mergeOwn(database: Database, merged: PackEntry, other: EntryId, now: number): Promise<void> {
  return writing(database, async () => {
    const [into, from] = [await database.ownEntries.get(merged.id), await database.ownEntries.get(other)];
    if (into === undefined || from === undefined) return;
    await write(database, 'ownEntries', into, { ...into, entry: merged, updatedAt: now }, now);
    await write(database, 'ownEntries', from, { ...from, deletedAt: now, updatedAt: now }, now);
  });
}

export function keepCorrection(
  database: Database,
  correction: Omit<Correction, 'updatedAt' | 'deletedAt'>,
  now: number,
): Promise<Correction> {
  return writing(database, async () => {
    const before = (await database.corrections.get(correction.id)) ?? null;
    const after: Correction = { ...correction, updatedAt: now, deletedAt: null };
    await write(database, 'corrections', before, after, now);
    return after;
  });
}

/** Takes a correction back, or puts it in force again (`deletedAt` null). */
export function setCorrectionDeleted(
  database: Database,
  id: EntryId,
  deletedAt: number | null,
  now: number,
): Promise<void> {
  return writing(database, async () => {
    const before = await database.corrections.get(id);
    if (before !== undefined)
      await write(database, 'corrections', before, { ...before, deletedAt, updatedAt: now }, now);
  });
}
