import { Dexie, type EntityTable } from 'dexie';
import type { Change, SavedArticle } from '../model';
import type { Database } from './database';
import { failing } from './failure';
import { followArticle } from './sightings';

export type Recorded = Change['table'];
type Row = { readonly id: string };
type Fields = Record<string, unknown>;

/** Runs one transaction over rows and their records: all of it happens, or nothing. Dexie follows only `async` functions. */
export function writing<T>(database: Database, act: () => Promise<T>): Promise<T> {
  const { articles, annotations, ownEntries, corrections, changes, sightings } = database;
  const tables = [articles, annotations, ownEntries, corrections, changes, sightings];
  return failing(() => database.transaction('rw', tables, act));
}

/** One row as it was and as it is to be; null before: it is made. */
export interface Writable {
  readonly table: Recorded;
  readonly before: Row | null;
  readonly after: Row;
}

/** Writes a row and the record of its change, inside `writing`. Nothing when nothing is different. */
export async function write<R extends Row>(
  database: Database,
  table: Recorded,
  before: R | null,
  after: R,
  at: number,
): Promise<void> {
  await writeMany(database, [{ table, before, after }], at);
}

/**
 * Writes rows and their records in their order; what stands twice is as the last leaves it. Returns the `seq` of the
 * records; what is not different has none.
 */
export async function writeMany(database: Database, all: readonly Writable[], at: number): Promise<readonly number[]> {
  if (Dexie.currentTransaction === null) throw new Error('a row is written in a transaction with its record');
  const records = all.flatMap((each) => recordOf(each, at));
  if (records.length === 0) return [];
  for (const table of ['articles', 'annotations', 'ownEntries', 'corrections'] as const) {
    const rows = new Map(all.flatMap((each) => (each.table === table ? [[each.after.id, each.after]] : [])));
    if (rows.size > 0) await (database.table(table) as EntityTable<Row, 'id'>).bulkPut([...rows.values()]);
    if (table === 'articles') await followArticles(database, rows, records);
  }
  return database.changes.bulkAdd(records, { allKeys: true });
}

/** Their sightings go along. */
async function followArticles(
  database: Database,
  rows: ReadonlyMap<string, Row>,
  records: readonly Omit<Change, 'seq'>[],
): Promise<void> {
  for (const [id, row] of rows) {
    const own = records.filter(({ table, rowId }) => table === 'articles' && rowId === id);
    const changed = own.flatMap(({ after }) => Object.keys(after));
    if (changed.length > 0) await followArticle(database, row as unknown as SavedArticle, changed);
  }
}

function recordOf({ table, before, after }: Writable, at: number): Omit<Change, 'seq'>[] {
  const fields = before === null ? Object.keys(after) : differing(before, after);
  if (fields.length === 0) return [];
  const was = before === null ? null : pick(before, fields);
  return [{ at, table, rowId: after.id, before: was, after: pick(after, fields) }];
}

/** The records of a row in their order. */
export function changesOf(database: Database, table: Recorded, rowId: string): Promise<Change[]> {
  return failing(() => database.changes.where({ table, rowId }).sortBy('seq'));
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields of `after` whose values are others than in `before`. */
function differing(before: object, after: object): string[] {
  return Object.keys(after).filter((field) => !isSame((before as Fields)[field], (after as Fields)[field]));
}

function pick(row: object, fields: readonly string[]): Fields {
  return Object.fromEntries(fields.map((field) => [field, (row as Fields)[field]]));
}
