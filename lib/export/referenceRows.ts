/** What rows of the reader's reference look like in a backup. */
import * as v from 'valibot';
import type { Correction, OwnEntry } from '../packs/own';
import { correctionRow, ownEntryRow } from '../packs/ownRows';
import { ID, packEntry } from '../packs/packEntry';
import type { PackRow } from '../packs/packRow';
import { isRecord } from './json';

type Checked<Row> = { readonly is: 'row'; readonly row: Row } | { readonly is: 'invalid'; readonly field: string };

const text = v.pipe(v.string(), v.maxLength(20_000));
const both = v.strictObject({ zh: text, en: text });
const count = v.pipe(v.number(), v.finite());
const packRow = v.looseObject({
  id: v.pipe(v.string(), v.maxLength(120), v.regex(ID)),
  content: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  version: text,
  title: both,
  licence: text,
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  entries: count,
  changes: v.array(v.looseObject({ version: text, date: text, zh: text, en: text })),
  importedAt: count,
  enabled: v.boolean(),
  order: count,
  previous: v.null(),
});
const MOST_AT_ONCE = 10_000;

export const checkOwnEntry = (row: unknown): Checked<OwnEntry> => checked(v.safeParse(ownEntryRow, row));
export const checkCorrection = (row: unknown): Checked<Correction> => checked(v.safeParse(correctionRow, row));
export const checkPack = (row: unknown): Checked<PackRow> =>
  checked(v.safeParse(packRow, row)) as unknown as Checked<PackRow>;

/** Each is JSON of an entry: nothing else may come to where entries are read without being looked at. */
export function checkPackEntries(entries: unknown): Checked<readonly string[]> {
  const isEntry = (line: unknown) => {
    try {
      const value: unknown = typeof line === 'string' ? JSON.parse(line) : null;
      return isRecord(value) && v.is(packEntry, value);
    } catch {
      return false;
    }
  };
  return Array.isArray(entries) && entries.length <= MOST_AT_ONCE && entries.every(isEntry)
    ? { is: 'row', row: entries as readonly string[] }
    : { is: 'invalid', field: 'entries' };
}

function checked<Row>(result: v.SafeParseResult<v.GenericSchema<unknown, Row>>): Checked<Row> {
  if (result.success) return { is: 'row', row: result.output };
  return { is: 'invalid', field: v.getDotPath(result.issues[0]) ?? '' };
}
