/** The log of reading: what the reader opened while it was switched on. The reader's own, so erased for good at once. */
import type { PageKey, Reading } from '../model';
import type { Database } from './database';
import { failing } from './failure';
import { tallyOf, type ReadingRow } from './sightings';

/** Keeps what was read, in place of what was read at this address before. */
export function keepReading(database: Database, reading: Reading): Promise<void> {
  return failing(async () => {
    await database.readings.put(rowOf(reading));
  });
}

export function readingOf(database: Database, key: PageKey): Promise<Reading | null> {
  return failing(async () => plain((await database.readings.get(key)) ?? null));
}

export function allReadings(database: Database): Promise<readonly Reading[]> {
  return failing(() => database.readings.toArray());
}

/** Inside a transaction or not: all of them, in place of what there is of the same addresses. */
export async function addReadings(database: Database, readings: readonly Reading[]): Promise<void> {
  await database.readings.bulkPut(readings.map(rowOf));
}

const AT_ONCE = 200;

/** The log from its first address to its last, a few at a time. */
export async function* readingsOneByOne(database: Database): AsyncGenerator<Reading> {
  for (let after = ''; ;) {
    const rows = await failing(() => database.readings.where('key').above(after).limit(AT_ONCE).toArray());
    for (const row of rows) yield plain(row)!;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.key;
  }
}

/** What is to be erased: of a site, of a time, or everything. ms since the epoch, the end not included. */
export interface Erasing {
  readonly site: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** Erases; returns how many. */
export function eraseReadings(database: Database, { site, from, to }: Erasing): Promise<number> {
  return failing(() =>
    database.readings
      .where('readAt')
      .between(from ?? -Infinity, to ?? Infinity, true, to === null)
      .filter((each) => site === null || each.site === site)
      .delete(),
  );
}

export interface ReadingCounts {
  readonly all: number;
  readonly sites: readonly { readonly site: string; readonly count: number }[];
  /** ms since the epoch. */
  readonly first: number | null;
  readonly last: number | null;
}

export function countReadings(database: Database): Promise<ReadingCounts> {
  return failing(async () => {
    const sites = new Map<string, number>();
    await database.readings
      .orderBy('site')
      .eachKey((site) => sites.set(site as string, (sites.get(site as string) ?? 0) + 1));
    const times = await database.readings.orderBy('readAt').keys();
    return {
      all: times.length,
      sites: [...sites].map(([site, count]) => ({ site, count })).sort((a, b) => b.count - a.count),
      first: (times[0] as number | undefined) ?? null,
      last: (times.at(-1) as number | undefined) ?? null,
    };
  });
}

function rowOf(reading: Reading): ReadingRow {
  return { ...reading, tally: tallyOf(reading.found, reading.publishedAt) };
}

function plain(row: ReadingRow | null): Reading | null {
  if (row === null) return null;
  const { tally: _, ...reading } = row;
  return reading;
}
