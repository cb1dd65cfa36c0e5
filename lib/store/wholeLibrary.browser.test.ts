import { NOTHING_BESIDE } from '../export/format';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contextFor, LIBRARY } from '../../tests/export/library';
import { manyArticles } from '../../tests/export/many';
import { exportFile } from '../export/exportFile';
import type { AnnotatedArticle, ChoiceRow } from '../export/format';
import { READERS } from '../export/formats';
import type { ImportFile, Incoming } from '../export/incoming';
import { plan, type Planned, type Step } from '../export/plan';
import type { EntryId, Exception, PageKey, Reading } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { openDatabase, type Database } from './database';
import { allArticles } from './exporting';
import { expectCompleteLog } from './fixtures';
import { addBeside, besideRows, missingBeside, storedFor, takeSteps } from './importing';
import { addReadings, readingsOneByOne } from './readings';

const NOTES = 10_000;
/** Steps in one transaction. */
const AT_ONCE = 50;
const EXCEPTIONS = [
  { id: 'exception-1', site: 'www.gov.cn', form: '省委', entryId: 'shengwei', createdAt: 1, deletedAt: null },
] as unknown as readonly Exception[];

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

/** A thousand articles with ten notes each, and some whose texts have what breaks formats; all at addresses of their own. */
function library(): AnnotatedArticle[] {
  const many = [...manyArticles(NOTES)].map(({ article, annotations }, number) => {
    const key = `example.cn/many/${number}` as PageKey;
    return { article: { ...article, key, url: `https://${key}`, otherKeys: [] }, annotations };
  });
  const moved = LIBRARY.map(({ article, annotations }, number) => {
    const id = `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}` as typeof article.id;
    const own = annotations.map((each) => ({ ...each, id: `c${each.id.slice(1)}` as typeof each.id, articleId: id }));
    return { article: { ...article, id }, annotations: own };
  });
  return [...many, ...moved];
}

/** More than are read at once. */
const READINGS = Array.from({ length: 450 }, (_, number): Reading => ({
  key: `gov.cn/read-${number}` as PageKey,
  url: `http://www.gov.cn/read-${number}`,
  title: null,
  publishedAt: null,
  source: '山西日报',
  site: 'www.gov.cn',
  place: '山西省',
  readAt: number,
  sentences: [{ text: '扎实做好“六稳”工作。', paragraph: number }],
  found: [{ of: 'liu-wen' as EntryId, forms: ['六稳'], places: [0, 5, 7, 0] }],
  lists: [],
}));

async function fill(all: readonly AnnotatedArticle[]): Promise<void> {
  await database.articles.bulkAdd(all.map(({ article }) => article));
  await database.annotations.bulkAdd(all.flatMap(({ annotations }) => annotations));
  await database.exceptions.bulkAdd([...EXCEPTIONS]);
  await database.choices.bulkAdd([{ key: all[0]!.article.key, articleId: all[1]!.article.id, choice: 'dismissed' }]);
  await addReadings(database, READINGS);
}

async function exported(format: 'json' | 'backup'): Promise<ImportFile> {
  const beside = { ...(await besideRows(database)), readings: readingsOneByOne(database), settings: {} };
  const context = { ...contextFor(buildLexicon([])), beside };
  const { name, chunks } = await exportFile(format, () => allArticles(database), context);
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const file = new Blob(parts);
  return { name, bytes: () => file.stream() };
}

/** As the worker for files does it. */
async function imported(format: 'json' | 'backup', file: ImportFile): Promise<number> {
  const exceptions: Exception[] = [];
  const choices: ChoiceRow[] = [];
  const readings: Reading[] = [];
  const begun = { id: crypto.randomUUID(), at: 1, files: [file.name] };
  let waiting: Step[] = [];
  let rows = 0;
  const flush = async () => {
    for (const { article, annotations } of await takeSteps(database, begun, waiting, 1)) {
      rows += Number(article !== null) + annotations.length;
    }
    waiting = [];
  };
  for await (const each of plan(READERS[format].read(file), storedFor(database), 'all')) {
    expectTaken(each);
    if (each.is === 'exception') exceptions.push(each.exception);
    if (each.is === 'choice') choices.push(each.choice);
    if (each.is === 'reading') readings.push(each.reading);
    if (each.is === 'step') waiting.push(each);
    if (waiting.length >= AT_ONCE) await flush();
  }
  await flush();
  await addBeside(
    database,
    begun,
    await missingBeside(database, { ...NOTHING_BESIDE, packs: [], exceptions, choices, readings }),
    Date.now(),
  );
  return rows;
}

function expectTaken(each: Planned | Incoming): void {
  if (each.is === 'problem' || each.is === 'refused') throw new Error(JSON.stringify(each.problem));
}

async function rowsIn(tables: readonly ('articles' | 'annotations' | 'exceptions' | 'choices' | 'readings')[]) {
  return Promise.all(tables.map((table) => database.table(table).toArray()));
}

test.each([
  ['backup', ['articles', 'annotations', 'exceptions', 'choices', 'readings']],
  ['json', ['articles', 'annotations']],
] as const)('10,000 notes on 1,000 articles: %s, all lost, read back, the same', async (format, tables) => {
  await fill(library());
  const before = await rowsIn(tables);
  expect(before[1]!.length).toBeGreaterThan(NOTES);
  const file = await exported(format);
  for (const table of database.tables) await table.clear();
  expect(await imported(format, file)).toBe(before[0]!.length + before[1]!.length);
  expect(await rowsIn(tables)).toEqual(before);
});

test('what an import writes is all in the log; the same once more writes nothing', async () => {
  await fill(library().slice(-LIBRARY.length));
  const file = await exported('backup');
  for (const table of database.tables) await table.clear();
  await imported('backup', file);
  await expectCompleteLog(database);
  const before = await database.changes.toArray();
  expect(await imported('backup', file)).toBe(0);
  expect(await database.changes.toArray()).toEqual(before);
});
