/** Packs that were imported: their rows, and their entries, which are read as they are needed. */
import { BLOCK } from '../packs/compiled';
import { readAgain, type PackEntry, type WrittenEntry } from '../packs/packEntry';
import type { Database } from './database';
import { failing } from './failure';
import type { PackRow, PackVersion } from '../packs/packRow';
import type { PackTables } from './packRows';

/** Entries up to which a pack is read whole and indexed with the others. */
export const SMALL = 5_000;
const NUMBERS = { first: 0, last: Infinity };

/** In the order of their right of way. */
export function packRows(database: Database): Promise<PackRow[]> {
  return failing(async () => (await database.packs.toArray()).sort((a, b) => a.order - b.order));
}

export function tablesOf(database: Database, { content }: PackVersion): Promise<PackTables | null> {
  return failing(async () => (await database.packTables.get(content)) ?? null);
}

/** All entries of a pack, in their order. */
export async function* entriesOf(database: Database, version: PackVersion): AsyncGenerator<readonly PackEntry[]> {
  for await (const lines of blocksOf(database, version)) yield lines.map(entryIn);
}

/** The same as the JSON that they are stored as. */
export async function* blocksOf(database: Database, { content }: PackVersion): AsyncGenerator<readonly string[]> {
  const blocks = 256;
  for (let from = 0; ; from += blocks) {
    const rows = await failing(() =>
      database.packEntries
        .where('[content+block]')
        .between([content, from], [content, from + blocks])
        .toArray(),
    );
    if (rows.length === 0) return;
    yield rows.flatMap(({ entries }) => entries);
  }
}

/** Some entries by their numbers. */
export function entriesAt(
  database: Database,
  { content }: PackVersion,
  numbers: readonly number[],
): Promise<Map<number, PackEntry>> {
  return failing(async () => {
    const blocks = [...new Set(numbers.map((number) => Math.floor(number / BLOCK)))];
    const rows = await database.packEntries.bulkGet(blocks.map((block) => [content, block] as [string, number]));
    const byBlock = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.block, row.entries]])));
    return new Map(
      numbers.flatMap((number) => {
        const text = byBlock.get(Math.floor(number / BLOCK))?.[number % BLOCK];
        return text === undefined ? [] : [[number, entryIn(text)] as const];
      }),
    );
  });
}

function entryIn(text: string): PackEntry {
  return readAgain(JSON.parse(text) as WrittenEntry);
}

/** Writes entries of a version that is not in force yet: a pack is whole or not there. */
export function writeEntries(
  database: Database,
  content: string,
  fromBlock: number,
  entries: readonly string[],
): Promise<void> {
  return failing(async () => {
    const rows = Array.from({ length: Math.ceil(entries.length / BLOCK) }, (_, at) => ({
      content,
      block: fromBlock + at,
      entries: entries.slice(at * BLOCK, (at + 1) * BLOCK),
    }));
    await database.packEntries.bulkPut(rows);
  });
}

/** Puts a version in force, in one step. The one before it can come back; one before that is gone. */
export function switchTo(database: Database, id: string, version: PackVersion): Promise<PackRow> {
  return failing(() =>
    database.transaction('rw', database.packs, database.packEntries, database.packTables, async () => {
      const before = await database.packs.get(id);
      const last = Math.max(0, ...(await database.packs.toArray()).map(({ order }) => order));
      const row: PackRow = {
        id,
        enabled: before?.enabled ?? true,
        order: before?.order ?? last + 1,
        ...version,
        previous: before === undefined ? null : versionOf(before),
      };
      await database.packs.put(row);
      if (before?.previous) await forget(database, before.previous.content);
      return row;
    }),
  );
}

/** A pack of a backup: in its place, and switched on or off, as it was there. */
export async function restorePack(database: Database, row: PackRow): Promise<void> {
  await switchTo(database, row.id, versionOf(row));
  await failing(() => database.packs.update(row.id, { enabled: row.enabled, order: row.order }));
}

/** The previous version comes back, and this one can come back after it. */
export function rollBack(database: Database, id: string): Promise<void> {
  return failing(() =>
    database.transaction('rw', database.packs, async () => {
      const row = await database.packs.get(id);
      if (!row?.previous) return;
      await database.packs.put({ ...row, ...row.previous, previous: versionOf(row) });
    }),
  );
}

export function removePack(database: Database, id: string): Promise<void> {
  return failing(() =>
    database.transaction('rw', database.packs, database.packEntries, database.packTables, async () => {
      const row = await database.packs.get(id);
      if (row === undefined) return;
      await database.packs.delete(id);
      await forget(database, row.content);
      if (row.previous) await forget(database, row.previous.content);
    }),
  );
}

export function enablePack(database: Database, id: string, enabled: boolean): Promise<void> {
  return failing(async () => void (await database.packs.update(id, { enabled })));
}

/** `ids` in the order of their right of way; `bundled` is the pack that comes with us. */
export function orderPacks(database: Database, ids: readonly string[], bundled: string): Promise<void> {
  return failing(() =>
    database.transaction('rw', database.packs, async () => {
      const zero = ids.indexOf(bundled);
      for (const [at, id] of ids.entries()) if (id !== bundled) await database.packs.update(id, { order: at - zero });
    }),
  );
}

/** Removes what imports have left that were cancelled or broke off. What is still being read is not touched. */
export function sweepPacks(database: Database, reading: ReadonlySet<string>): Promise<void> {
  return failing(async () => {
    const rows = await database.packs.toArray();
    const known = new Set(rows.flatMap(({ content, previous }) => [content, previous?.content ?? content]));
    const stored = new Set<string>(await database.packTables.toCollection().primaryKeys());
    // One key a content: the next is looked for behind all blocks of the one before.
    let after: [string, number] = ['', 0];
    for (;;) {
      const next = await database.packEntries.where('[content+block]').above(after).first();
      if (next === undefined) break;
      stored.add(next.content);
      after = [next.content, NUMBERS.last];
    }
    for (const content of stored) if (!known.has(content) && !reading.has(content)) await forget(database, content);
  });
}

async function forget(database: Database, content: string): Promise<void> {
  await database.packEntries
    .where('[content+block]')
    .between([content, NUMBERS.first], [content, NUMBERS.last])
    .delete();
  await database.packTables.delete(content);
}

function versionOf({ content, version, title, licence, hash, entries, changes, importedAt }: PackRow): PackVersion {
  return { content, version, title, licence, hash, entries, changes, importedAt };
}
