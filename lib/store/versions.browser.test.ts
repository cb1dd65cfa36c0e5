import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SavedArticleId } from '../model';
import { openDatabase } from './database';
import { StoreFailure } from './failure';
import { VERSIONS } from './versions';

/** Rows as each version wrote them, by table. Every version has some. */
const WRITTEN: Readonly<Record<number, Readonly<Record<string, readonly object[]>>>> = {
  1: {
    exceptions: [{ id: 'a', site: 'www.gov.cn', form: '省委', entryId: 'shengwei', createdAt: 1, deletedAt: null }],
  },
  2: {
    exceptions: [{ id: 'a', site: 'www.gov.cn', form: '省委', entryId: 'shengwei', createdAt: 1, deletedAt: 2 }],
    articles: [
      {
        id: 'article-1',
        key: 'gov.cn/1.htm',
        url: 'http://www.gov.cn/1.htm',
        title: '题',
        publishedAt: '2022-05-16',
        source: null,
        corrected: ['title'],
        paragraphs: ['段'],
        fingerprints: ['00'],
        savedAt: 1,
        updatedAt: 2,
        deletedAt: null,
      },
    ],
    annotations: [
      {
        id: 'annotation-1',
        articleId: 'article-1',
        anchor: null,
        paragraph: null,
        colour: 'yellow',
        note: '注',
        tags: ['经济'],
        entries: [],
        revision: 3,
        otherNotes: [],
        createdAt: 1,
        updatedAt: 2,
        deletedAt: 3,
      },
    ],
    changes: [{ seq: 7, at: 1, table: 'annotations', rowId: 'annotation-1', before: null, after: { note: '注' } }],
  },
  3: {
    articles: [
      {
        ...{ id: 'article-2', key: 'gov.cn/2.htm', url: 'http://www.gov.cn/2.htm', title: null, publishedAt: null },
        ...{ source: null, corrected: [], paragraphs: ['首页 > 要闻', '会议听取了各市的汇报，作了安排。'] },
        ...{ fingerprints: ['01'], savedAt: 5, updatedAt: 6, deletedAt: 7 },
      },
    ],
    drafts: [{ key: 'gov.cn/2.htm', at: 1, draft: { note: '未写完', annotationId: null } }],
  },
  4: {
    articles: [
      {
        ...{ id: 'article-3', key: 'gov.cn/3.htm', url: 'http://www.gov.cn/3.htm', title: '题', subtitle: null },
        ...{ otherKeys: ['m.gov.cn/3.htm'], canonical: 'gov.cn/3.htm', publishedAt: '2022-05-16', source: null },
        ...{ authors: [{ name: '张三', role: '记者' }], editor: null, pageNumber: '1', site: null, issuingBody: null },
        ...{ documentNumber: null, foundBy: { publishedAt: 'url' }, corrected: ['publishedAt'] },
        ...{ said: { publishedAt: '2022-05-15' }, paragraphs: ['段'], body: [0], fingerprints: ['02'] },
        ...{ savedAt: 5, textSavedAt: 6, updatedAt: 7, deletedAt: null },
      },
    ],
    choices: [{ key: 'gov.cn/3.htm', articleId: 'article-9', choice: 'dismissed' }],
  },
  5: {
    // In place of a handle, which a test cannot get: any object that can be cloned.
    folders: [{ name: 'backups', handle: { kind: 'directory', name: '备份' }, files: ['旁注备份 2026-06-01.ndjson'] }],
  },
  6: {
    imports: [
      {
        ...{ id: 'import-1', part: 0, at: 1, files: ['备份.ndjson'], records: [7], exceptions: [], choices: [] },
        settings: { before: {}, after: { marksVisible: false } },
      },
    ],
  },
  7: {
    ownEntries: [
      {
        id: 'own-1',
        entry: { id: 'own-1', kind: 'event', name: '青禾会' },
        createdAt: 1,
        updatedAt: 2,
        deletedAt: null,
      },
    ],
    corrections: [{ id: 'liu-wen', hidden: true, fields: {}, was: {}, updatedAt: 3, deletedAt: null }],
    packs: [{ id: 'county', content: 'c-1', version: '1', enabled: true, order: 1, previous: null }],
    packEntries: [{ content: 'c-1', block: 0, entries: ['{}'] }],
    packTables: [{ content: 'c-1', termStarts: Uint32Array.of(0) }],
  },
  8: {
    sightings: [
      {
        ...{ articleId: 'article-1', key: 'gov.cn/1.htm', url: 'http://www.gov.cn/1.htm', title: '题', source: null },
        ...{ publishedAt: '2022-05-16', site: 'www.gov.cn', basis: '1 a@1:1', place: null, lists: [] },
        ...{ found: [{ of: 'liu-wen', forms: ['六稳'], places: [0, 0, 2, 0] }], tally: ['liu-wen\n2022-05-16\n1'] },
      },
    ],
    readings: [
      {
        ...{ key: 'gov.cn/4.htm', url: 'http://www.gov.cn/4.htm', title: '题', source: null, publishedAt: null },
        ...{ site: 'www.gov.cn', place: null, readAt: 9, sentences: [{ text: '六稳', paragraph: 0 }], lists: [] },
        ...{ found: [{ of: 'liu-wen', forms: ['六稳'], places: [0, 0, 2, 0] }], tally: ['liu-wen\n~\n1'] },
      },
    ],
  },
};
const TABLES = [
  ...['exceptions', 'articles', 'annotations', 'changes', 'drafts', 'choices', 'folders', 'imports'],
  ...['ownEntries', 'corrections', 'packs', 'packEntries', 'packTables'],
  ...['sightings', 'readings'],
];

let name: string;
beforeEach(() => {
  name = `test ${crypto.randomUUID()}`;
});
afterEach(() => Dexie.delete(name));

async function open(version: number): Promise<Dexie> {
  const old = new Dexie(name);
  for (const each of VERSIONS) if (each.version <= version) old.version(each.version).stores(each.stores);
  return old.open();
}

test('versions only ever grow', () => {
  expect(VERSIONS.map(({ version }) => version)).toEqual(VERSIONS.map((_, index) => index + 1));
});

describe.each(VERSIONS)('a database of version $version', ({ version }) => {
  test('opens today with all that was in it, and has the tables of today', async () => {
    const old = await open(version);
    for (const [table, rows] of Object.entries(WRITTEN[version]!)) await old.table(table).bulkAdd(rows);
    old.close();
    const database = await openDatabase(name);
    expect(database.verno).toBe(VERSIONS.at(-1)!.version);
    for (const [table, rows] of Object.entries(WRITTEN[version]!)) {
      const now = await database.table(table).toArray();
      // What a later version fills in comes on top, with a record of its own.
      expect(table === 'changes' ? now.slice(0, rows.length) : now, table).toMatchObject(rows);
    }
    for (const table of TABLES.filter((each) => each !== 'changes')) {
      expect(await database.table(table).count(), table).toBe(WRITTEN[version]![table]?.length ?? 0);
    }
    database.close();
  });
});

test('an article of version 3 gets all fields of today, and a record that says so', async () => {
  const old = await open(3);
  for (const [table, rows] of Object.entries(WRITTEN[3]!)) await old.table(table).bulkAdd(rows);
  old.close();
  const database = await openDatabase(name);
  const article = await database.articles.get('article-2' as SavedArticleId);
  expect(article).toMatchObject({
    ...{ otherKeys: [], authors: [], said: {}, textSavedAt: 5, updatedAt: 6, deletedAt: 7 },
    // Only what says something in sentences is taken for the article itself.
    body: [1],
  });
  expect(await database.changes.toArray()).toMatchObject([{ table: 'articles', rowId: 'article-2', at: 6 }]);
  database.close();
});

test('a database of a newer version is refused and stays as it is', async () => {
  const newer = new Dexie(name);
  // It has given up a table of ours and has one that we do not know.
  newer.version(99).stores({ annotations: 'id, score', atlas: 'id' });
  await newer.open();
  await newer.table('atlas').add({ id: 'a' });
  newer.close();
  const before = (await indexedDB.databases()).find((each) => each.name === name);

  const failure: unknown = await openDatabase(name).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreFailure);
  expect(failure).toMatchObject({ reason: 'newer' });

  expect((await indexedDB.databases()).find((each) => each.name === name)).toEqual(before);
  const again = await new Dexie(name).open();
  expect(again.tables.map((table) => table.name).sort()).toEqual(['annotations', 'atlas']);
  expect(await again.table('atlas').toArray()).toEqual([{ id: 'a' }]);
  again.close();
});

test('a page with an older version that does not let go: said after a while, and well again when it has', async () => {
  const request = indexedDB.open(name, 10);
  const held = await new Promise<IDBDatabase>((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
  });
  await expect(openDatabase(name)).rejects.toMatchObject({ reason: 'blocked' });
  held.close();
  const database = await openDatabase(name);
  expect(database.isOpen()).toBe(true);
  database.close();
});
