import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BLOCK, mentioned, PackCompiler, withId } from '../packs/compiled';
import { packEntry, writtenEntry, type PackEntry } from '../packs/packEntry';
import type { PackVersion } from '../packs/packRow';
import { normalise } from '../text/normalise';
import { openDatabase, type Database } from './database';
import {
  enablePack,
  entriesAt,
  entriesOf,
  orderPacks,
  packRows,
  removePack,
  rollBack,
  sweepPacks,
  switchTo,
  tablesOf,
  writeEntries,
} from './packs';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const entries = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    v.parse(packEntry, { id: `w${at}`, kind: 'event', name: `第${at}号工程`, gloss: `释义 ${at}` }),
  );

async function write(content: string, all: readonly PackEntry[]): Promise<PackVersion> {
  const compiler = new PackCompiler();
  for (const each of all) compiler.add(each);
  await writeEntries(
    database,
    content,
    0,
    all.map((each) => JSON.stringify(writtenEntry(each))),
  );
  await database.packTables.put({ content, ...compiler.finish() });
  return {
    content,
    version: content,
    title: { zh: '甲', en: 'A' },
    licence: '',
    hash: '',
    entries: all.length,
    changes: [],
    importedAt: 1,
  };
}

const all = async (version: PackVersion) => (await Array.fromAsync(entriesOf(database, version))).flat();

test('entries are read in their order, or only those that a text mentions', async () => {
  const written = entries(BLOCK * 3 + 1);
  const version = await write('one', written);
  expect(await all(version)).toEqual(written);
  const tables = (await tablesOf(database, version))!;
  const { codes } = normalise('建设第3号工程和第４８号工程，以及第99号工程。');
  const numbers = mentioned(tables, codes);
  expect([...(await entriesAt(database, version, numbers)).values()].map(({ name }) => name)).toEqual([
    '第3号工程',
    '第48号工程',
  ]);
  expect(withId(tables, 'w17' as never)).toContain(17);
});

test('a version takes the place of another in one step, and goes back; the one before that is gone', async () => {
  await switchTo(database, 'a', await write('one', entries(3)));
  await switchTo(database, 'a', await write('two', entries(4)));
  expect(await packRows(database)).toMatchObject([{ content: 'two', previous: { content: 'one' } }]);
  await rollBack(database, 'a');
  expect(await packRows(database)).toMatchObject([{ content: 'one', entries: 3, previous: { content: 'two' } }]);
  await switchTo(database, 'a', await write('three', entries(5)));
  expect(await packRows(database)).toMatchObject([{ content: 'three', previous: { content: 'one' } }]);
  expect(await database.packTables.toCollection().primaryKeys()).toEqual(['one', 'three']);
  await removePack(database, 'a');
  expect([await database.packEntries.count(), await database.packTables.count()]).toEqual([0, 0]);
});

test('what was written and never put in force is swept away, and nothing else', async () => {
  const version = await write('kept', entries(40));
  await switchTo(database, 'a', version);
  await write('left', entries(40));
  await write('running', entries(2));
  await sweepPacks(database, new Set(['running']));
  expect(await all(version)).toHaveLength(40);
  expect(await all({ ...version, content: 'left' })).toEqual([]);
  expect(await all({ ...version, content: 'running' })).toHaveLength(2);
});

test('packs keep their order around the one that comes with us; an update changes neither it nor the switch', async () => {
  for (const id of ['a', 'b']) await switchTo(database, id, await write(id, entries(1)));
  await orderPacks(database, ['b', 'shanxi', 'a'], 'shanxi');
  await enablePack(database, 'b', false);
  await switchTo(database, 'b', await write('b2', entries(2)));
  expect((await packRows(database)).map(({ id, order, enabled }) => [id, order, enabled])).toEqual([
    ['b', -1, false],
    ['a', 1, true],
  ]);
});
