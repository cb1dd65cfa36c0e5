import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEPT_IN_TRASH, type EntryId } from '../model';
import { mergeEntries } from '../packs/merge';
import { packEntry, type WrittenEntry } from '../packs/packEntry';
import { NOTHING_BESIDE } from '../export/format';
import { openDatabase, type Database } from './database';
import { expectCompleteLog } from './fixtures';
import { addBeside, besideRows, missingBeside } from './importing';
import { takeBackPart } from './imports';
import {
  corrections,
  keepCorrection,
  keepOwnEntry,
  mergeOwn,
  ownEntries,
  setCorrectionDeleted,
  setOwnDeleted,
} from './own';
import { purge } from './trash';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const entry = (id: string, more: Partial<WrittenEntry> = {}) =>
  v.parse(packEntry, { id, kind: 'event', name: '青禾会', ...more });
const LIU_WEN = 'liu-wen' as EntryId;
const correction = {
  id: LIU_WEN,
  hidden: false,
  fields: { gloss: { zh: '改', en: 'changed', status: 'given' } },
  was: { gloss: { zh: '原', en: 'as it was', status: 'defined' } },
} as const;

describe('an own entry', () => {
  test('is made, changed, deleted and brought back, each with its record', async () => {
    await keepOwnEntry(database, entry('own-1'), 1);
    await keepOwnEntry(database, entry('own-1', { gloss: '一次集会' }), 2);
    await setOwnDeleted(database, ['own-1' as EntryId], 3, 3);
    expect(await ownEntries(database)).toMatchObject([{ createdAt: 1, updatedAt: 3, deletedAt: 3 }]);
    await setOwnDeleted(database, ['own-1' as EntryId], null, 4);
    expect(await ownEntries(database)).toMatchObject([{ entry: { gloss: { zh: '一次集会' } }, deletedAt: null }]);
    expect((await database.changes.toArray()).map(({ table, rowId }) => `${table} ${rowId}`)).toEqual(
      Array.from({ length: 4 }, () => 'ownEntries own-1'),
    );
    await expectCompleteLog(database);
  });

  test('that was deleted is gone after 30 days, with its words in the records', async () => {
    await keepOwnEntry(database, entry('own-1'), 1);
    await setOwnDeleted(database, ['own-1' as EntryId], 2, 2);
    expect(await purge(database, 1 + KEPT_IN_TRASH)).toBe(0);
    expect(await purge(database, 2 + KEPT_IN_TRASH)).toBe(1);
    expect(await ownEntries(database)).toEqual([]);
    expect(JSON.stringify(await database.changes.toArray())).not.toContain('青禾会');
  });

  test('of two there is one: it has what both had, the other is in the trash', async () => {
    const [one, other] = [
      entry('own-1', { english: 'Rally' }),
      entry('own-2', { name: '青禾大会', gloss: '一次集会' }),
    ];
    await keepOwnEntry(database, one, 1);
    await keepOwnEntry(database, other, 2);
    await mergeOwn(database, mergeEntries(one, other), other.id, 3);
    const [now, gone] = (await ownEntries(database)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(now!.entry).toMatchObject({
      name: '青禾会',
      english: 'Rally',
      gloss: { zh: '一次集会' },
      forms: [{ text: '青禾会' }, { text: '青禾大会' }],
    });
    expect(gone!.deletedAt).toBe(3);
    await expectCompleteLog(database);
  });
});

test('a correction is taken back and put in force again', async () => {
  await keepCorrection(database, correction, 1);
  await setCorrectionDeleted(database, LIU_WEN, 2, 2);
  expect(await corrections(database)).toMatchObject([{ deletedAt: 2 }]);
  await setCorrectionDeleted(database, LIU_WEN, null, 3);
  expect(await corrections(database)).toMatchObject([{ deletedAt: null, ...correction }]);
  await expectCompleteLog(database);
});

test('of a backup is taken what is not there or was changed later; undone, all is as it was', async () => {
  await keepOwnEntry(database, entry('own-1'), 5);
  await keepOwnEntry(database, entry('own-2'), 5);
  const row = { ...(await ownEntries(database)).find(({ id }) => id === 'own-1')! };
  const incoming = {
    ...NOTHING_BESIDE,
    packs: [],
    ownEntries: [
      { ...row, entry: entry('own-1', { gloss: '后改' }), updatedAt: 6 },
      { ...row, id: 'own-2' as EntryId, entry: entry('own-2', { gloss: '先改' }), updatedAt: 4 },
      { ...row, id: 'own-3' as EntryId, entry: entry('own-3'), updatedAt: 1 },
    ],
    corrections: [{ ...correction, updatedAt: 1, deletedAt: null }],
  };
  const before = await ownEntries(database);
  const missing = await missingBeside(database, incoming);
  await addBeside(database, { id: 'import-1', at: 7, files: [] }, missing, 7);
  const glosses = (await ownEntries(database)).map(({ id, entry: { gloss } }) => `${id} ${gloss.zh}`);
  expect(glosses.toSorted()).toEqual(['own-1 后改', 'own-2 ', 'own-3 ']);
  expect((await besideRows(database)).corrections).toHaveLength(1);
  // Once more it does nothing.
  expect(await missingBeside(database, incoming)).toMatchObject({ ownEntries: [], corrections: [] });
  await takeBackPart(database, 'import-1', 8);
  const now = (await ownEntries(database)).toSorted(byId);
  expect(now.map(({ entry: { gloss }, deletedAt }) => [gloss.zh, deletedAt])).toEqual(
    before.map(({ entry: { gloss }, deletedAt }) => [gloss.zh, deletedAt]),
  );
  expect(await corrections(database)).toEqual([]);
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
