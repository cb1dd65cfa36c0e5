/** What the reader adds to the reference: entries of their own, and corrections of entries that are there. */
import type { Entry, EntryId, Gloss, Members, Names, Pack, Tenure } from '../model';
import { packOf, type NamedPack } from './packOf';
import type { PackEntry } from './packEntry';

export interface OwnEntry {
  readonly id: EntryId;
  readonly entry: PackEntry;
  /** ms since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Set when it was deleted; kept for 30 days. */
  readonly deletedAt: number | null;
}

/** What can be corrected of an entry. */
export interface CorrectedFields {
  readonly names?: Names;
  readonly gloss?: Gloss;
  readonly members?: Members | null;
  readonly tenures?: readonly Tenure[];
}

/** The reader's word on an entry of another pack. It holds in every version of that pack. */
export interface Correction {
  /** That of the entry. */
  readonly id: EntryId;
  /** The entry is not marked and not listed. */
  readonly hidden: boolean;
  readonly fields: CorrectedFields;
  /** What stood there when it was corrected. */
  readonly was: CorrectedFields;
  /** ms since the epoch. */
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

export const CORRECTABLE = [
  'names',
  'gloss',
  'members',
  'tenures',
] as const satisfies readonly (keyof CorrectedFields)[];

/** Fields as an entry has them; those that its kind does not have are left out. */
export function fieldsOf(entry: Entry): CorrectedFields {
  return entry.kind === 'official'
    ? { names: entry.names, tenures: entry.tenures }
    : { names: entry.names, gloss: entry.gloss, members: entry.members };
}

/** The entry as corrected. Fields of another kind are left alone. */
export function corrected(entry: Entry, { fields }: Correction): Entry {
  const possible = fieldsOf(entry);
  const taken = Object.entries(fields).filter(([field]) => field in possible);
  if (taken.length === 0) return entry;
  return Object.assign({ ...entry }, Object.fromEntries(taken));
}

/** Fields that the pack has changed since they were corrected. */
export function changedSince(entry: Entry, { fields, was }: Correction): (keyof CorrectedFields)[] {
  const now = fieldsOf(entry);
  return CORRECTABLE.filter(
    (field) => fields[field] !== undefined && JSON.stringify(now[field]) !== JSON.stringify(was[field]),
  );
}

/** The pack of the reader's own entries. */
export const OWN_PACK: NamedPack = { id: 'own', version: '', title: { zh: '我的词条', en: 'My entries' }, licence: '' };

/** Its version tells of every change of an own entry or of a correction. */
export function ownPack(entries: readonly OwnEntry[], corrections: readonly Correction[]): Pack {
  const last = [...entries, ...corrections].reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0);
  return packOf(
    { ...OWN_PACK, version: String(last) },
    entries.filter(({ deletedAt }) => deletedAt === null).map(({ entry }) => entry),
  );
}
