import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryId } from '../model';
import { openDatabase, type Database } from './database';
import { addException, listExceptions, removeException } from './exceptions';

const HERE = { site: 'www.shanxi.gov.cn', form: '省委', entryId: 'shanxi-shengwei' as EntryId };
let database: Database;

beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.close());

test('the same is kept once, whatever id it is given', async () => {
  expect(await addException(database, { id: 'a', ...HERE }, 1)).toBe('a');
  expect(await addException(database, { id: 'b', ...HERE }, 2)).toBe('a');
  expect(await listExceptions(database)).toHaveLength(1);
});

test('what was undone is not in force, and comes back when it is said again', async () => {
  const id = await addException(database, { id: 'a', ...HERE }, 1);
  await removeException(database, id, 2);
  expect(await listExceptions(database)).toEqual([]);
  expect(await addException(database, { id: 'b', ...HERE }, 3)).toBe(id);
  expect((await listExceptions(database)).map((each) => each.id)).toEqual([id]);
});

test('another form, entry or site is another exception; the newest stands first', async () => {
  await addException(database, { id: 'a', ...HERE }, 1);
  await addException(database, { id: 'b', ...HERE, site: 'www.people.com.cn' }, 2);
  await addException(database, { id: 'c', ...HERE, form: '我省' }, 3);
  expect((await listExceptions(database)).map((each) => each.id)).toEqual(['c', 'b', 'a']);
});
