/** What every format of packs gives: a head, and rows that are read one by one, since there may be 200,000. */
import * as v from 'valibot';
import { isRecord } from '../export/json';
import type { Bilingual, PackChange } from '../model';
import type { FileFault, RowFault } from '../packs/faults';
import { formFault, packEntry, type PackEntry } from '../packs/packEntry';

export interface PackHead {
  readonly id: string;
  readonly version: string;
  readonly title: Bilingual;
  /** Empty: not stated. */
  readonly licence: string;
  /** Newest first. */
  readonly changes: readonly PackChange[];
}

export interface PackContent extends PackHead {
  readonly entries: readonly PackEntry[];
}

export interface RowProblem {
  /** From 1, as the file counts: lines of a table with its header, entries of a list. */
  readonly row: number;
  readonly why: RowFault;
  /** The field or the words that are wrong. */
  readonly what: string;
}

export type Row =
  { readonly is: 'entry'; readonly entry: PackEntry } | { readonly is: 'problem'; readonly problem: RowProblem };

export interface Refused {
  readonly is: 'refused';
  readonly why: FileFault;
  readonly what: string;
}

export interface OpenedPack {
  readonly is: 'opened';
  readonly format: 'json' | 'csv' | 'yomitan';
  readonly head: PackHead;
  /** How many rows there are. */
  readonly total: number;
  readonly rows: Iterable<Row>;
  /** It was not UTF-8 and was read as GB 18030. */
  readonly wasGb18030: boolean;
}

export function refused(why: FileFault, what = ''): Refused {
  return { is: 'refused', why, what };
}

/** A record as an entry, or what is wrong with it. */
export function rowOf(record: unknown, row: number): Row {
  const parsed = v.safeParse(packEntry, record);
  if (parsed.success) return { is: 'entry', entry: parsed.output };
  return { is: 'problem', problem: { row, ...faultOf(record, v.getDotPath(parsed.issues[0]) ?? '') } };
}

function faultOf(record: unknown, path: string): Pick<RowProblem, 'why' | 'what'> {
  if (!isRecord(record)) return { why: 'invalid', what: '' };
  if (path === 'kind') return { why: 'kind', what: typeof record.kind === 'string' ? record.kind : '' };
  if (path === 'name' || typeof record.name !== 'string') return { why: 'no-name', what: '' };
  const forms: readonly unknown[] =
    Array.isArray(record.forms) && record.forms.length > 0 ? record.forms : [record.name];
  for (const form of forms) {
    const text = isRecord(form) ? form.text : form;
    const fault = typeof text === 'string' ? formFault(text) : null;
    if (fault !== null) return { why: `form-${fault}`, what: String(text) };
  }
  return { why: 'invalid', what: path };
}

/** Of rows with one id the first is taken. `first` is the number of the first row. */
export function* withoutTwice(rows: Iterable<Row>, first: number): Generator<Row> {
  const ids = new Set<string>();
  let number = first - 1;
  for (const row of rows) {
    number++;
    if (row.is === 'problem' || !ids.has(row.entry.id)) {
      if (row.is === 'entry') ids.add(row.entry.id);
      yield row;
    } else yield { is: 'problem', problem: { row: number, why: 'duplicate-id', what: row.entry.id } };
  }
}
