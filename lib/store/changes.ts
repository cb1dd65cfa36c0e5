import { Dexie, type EntityTable } from 'dexie';
import type { Change } from '../model';
import type { Database } from './database';
import { failing } from './failure';

export type Recorded = Change['table'];
type Row = { readonly id: string };
type Fields = Record<string, unknown>;

/** Runs one transaction over rows and their records: all of it happens, or nothing. Dexie follows only `async` functions. */
export function writing<T>(database: Database, act: () => Promise<T>): Promise<T> {
  const { articles, annotations, ownEntries, corrections, changes } = database;
  return failing(() => database.transaction('rw', [articles, annotations, ownEntries, corrections, changes], act));
}

/** Writes a row and the record of its change, inside `writing`. Nothing when nothing is different. */
export async function write<R extends Row>(
  database: Database,
  table: Recorded,
  before: R | null,
  after: R,
  at: number,
): Promise<void> {
  if (Dexie.currentTransaction === null) throw new Error('a row is written in a transaction with its record');
  const fields = before === null ? Object.keys(after) : differing(before, after);
  if (fields.length === 0) return;
  await (database.table(table) as EntityTable<Row, 'id'>).put(after);
  await database.changes.add({
    at,
    table,
    rowId: after.id,
    before: before === null ? null : pick(before, fields),
    after: pick(after, fields),
  });
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
