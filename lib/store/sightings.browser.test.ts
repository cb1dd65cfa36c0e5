import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOTHING_BESIDE } from '../export/format';
import type { Day, EntryId, PageKey, Reading, SavedArticle, Sightings } from '../model';
import { annotate, deleteAnnotation, notesOn } from './annotations';
import { correctArticle, saveArticle } from './articles';
import { openDatabase, type Database } from './database';
import { draft, page } from './fixtures';
import { addBeside, missingBeside } from './importing';
import { takeBackPart } from './imports';
import { allReadings, countReadings, eraseReadings, keepReading, readingOf, readingsOneByOne } from './readings';
import { keepSightings, metIn, outdateSite, uncounted } from './sightings';
import { deleteArticle, removeForGood, restoreArticle } from './trash';

const LIU_WEN = 'liu-wen' as EntryId;
const BASIS = '1 pack@1:1';
const SIGHTINGS: Sightings = {
  found: [{ of: LIU_WEN, forms: ['六稳'], places: [0, 5, 7, 0, 1, 2, 4, 0] }],
  lists: [],
  place: '山西省',
};

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

let ids = 0;
const at = (now: number) => ({ now, newId: `article-${++ids}` });
const saved = (url?: string): Promise<SavedArticle> => saveArticle(database, page(url), at(1));
const met = async () => (await metIn(database, LIU_WEN)).map(({ date, places }) => [date, places]);

function reading(number: number, more: Partial<Reading> = {}): Reading {
  return {
    ...{ key: `gov.cn/read-${number}` as PageKey, url: `http://www.gov.cn/read-${number}`, title: '题', source: null },
    ...{ publishedAt: '2022-05-01' as Day, site: 'www.gov.cn', place: null, readAt: number, lists: [] },
    ...{
      sentences: [{ text: '六稳。', paragraph: 0 }],
      found: [{ of: LIU_WEN, forms: ['六稳'], places: [0, 0, 2, 0] }],
    },
    ...more,
  };
}

describe('sightings', () => {
  test('what was counted is kept with the article, and no record of it is made', async () => {
    const article = await saved();
    expect(await uncounted(database, BASIS)).toEqual([article.id]);
    expect(await keepSightings(database, article, SIGHTINGS, BASIS)).toBe(true);
    expect(await uncounted(database, BASIS)).toEqual([]);
    expect(await met()).toEqual([['2022-05-16', 2]]);
    expect(await database.changes.count()).toBe(1);
  });

  test('another reference counts all anew', async () => {
    const article = await saved();
    await keepSightings(database, article, SIGHTINGS, BASIS);
    expect(await uncounted(database, '1 pack@2:1')).toEqual([article.id]);
  });

  test('a date that the reader corrects is that of the sightings at once, and they are counted anew', async () => {
    const article = await saved();
    await keepSightings(database, article, SIGHTINGS, BASIS);
    await correctArticle(database, article.id, { publishedAt: '2021-01-02' as Day }, 2);
    expect(await met()).toEqual([['2021-01-02', 2]]);
    expect(await uncounted(database, BASIS)).toEqual([article.id]);
    await correctArticle(database, article.id, { publishedAt: null }, 3);
    expect(await met()).toEqual([[null, 2]]);
  });

  test('a title alone is taken over without counting', async () => {
    const article = await saved();
    await keepSightings(database, article, SIGHTINGS, BASIS);
    await correctArticle(database, article.id, { title: '正题' }, 2);
    expect((await database.sightings.get(article.id))?.title).toBe('正题');
    expect(await uncounted(database, BASIS)).toEqual([]);
  });

  test('an article in the trash does not count, and is counted again once it is back', async () => {
    const article = await saved();
    await keepSightings(database, article, SIGHTINGS, BASIS);
    await deleteArticle(database, article.id, 2);
    expect(await met()).toEqual([]);
    expect(await uncounted(database, BASIS)).toEqual([]);
    expect(await keepSightings(database, article, SIGHTINGS, BASIS)).toBe(false);
    await restoreArticle(database, article.id, 3);
    expect(await uncounted(database, BASIS)).toEqual([article.id]);
    await deleteArticle(database, article.id, 4);
    await removeForGood(database, { articles: [article.id], annotations: [] }, 5);
    expect(await database.sightings.count()).toBe(0);
  });

  test('what was counted of a text or a date that is another meanwhile is thrown away', async () => {
    const article = await saved();
    await correctArticle(database, article.id, { publishedAt: '2021-01-02' as Day }, 2);
    expect(await keepSightings(database, article, SIGHTINGS, BASIS)).toBe(false);
    expect(await met()).toEqual([]);
  });

  test('of a site what counts may change', async () => {
    const [one, other] = [await saved('http://www.gov.cn/1.htm'), await saved('http://www.news.cn/2.htm')];
    for (const each of [one, other]) await keepSightings(database, each, SIGHTINGS, BASIS);
    expect(await outdateSite(database, 'www.gov.cn')).toEqual([one.id]);
    expect(await uncounted(database, BASIS)).toEqual([one.id]);
  });
});

describe('the log of reading', () => {
  test('keeps an address once, as it was opened last', async () => {
    await keepReading(database, reading(1));
    await keepReading(database, reading(1, { readAt: 9, title: '新题' }));
    expect(await allReadings(database)).toHaveLength(1);
    expect(await readingOf(database, reading(1).key)).toEqual(reading(1, { readAt: 9, title: '新题' }));
  });

  test('is erased by site, by time, and whole', async () => {
    for (let number = 1; number <= 6; number++) {
      await keepReading(database, reading(number, { site: number % 2 === 0 ? 'a.cn' : 'b.cn' }));
    }
    expect(await countReadings(database)).toMatchObject({
      all: 6,
      first: 1,
      last: 6,
      sites: [{ count: 3 }, { count: 3 }],
    });
    expect(await eraseReadings(database, { site: 'a.cn', from: null, to: null })).toBe(3);
    expect(await eraseReadings(database, { site: null, from: 1, to: 3 })).toBe(1);
    expect((await allReadings(database)).map(({ readAt }) => readAt)).toEqual([3, 5]);
    expect(await eraseReadings(database, { site: null, from: null, to: null })).toBe(2);
    expect(await met()).toEqual([]);
  });

  test('an article that was read and saved counts once', async () => {
    const article = await saved();
    await keepReading(database, reading(1, { key: article.key }));
    await keepReading(database, reading(2));
    expect(await met()).toEqual([
      ['2022-05-01', 1],
      ['2022-05-01', 1],
    ]);
    await keepSightings(database, article, SIGHTINGS, BASIS);
    expect(await met()).toEqual([
      ['2022-05-16', 2],
      ['2022-05-01', 1],
    ]);
  });

  test('is read one by one, and what a backup brings is added and taken out again', async () => {
    const all = Array.from({ length: 450 }, (_, number) => reading(number));
    await keepReading(database, reading(0, { title: '这里的' }));
    const missing = await missingBeside(database, { ...NOTHING_BESIDE, readings: all });
    expect(missing.readings).toHaveLength(449);
    await addBeside(database, { id: 'import-1', at: 1, files: [] }, missing, 1);
    const read: Reading[] = [];
    for await (const each of readingsOneByOne(database)) read.push(each);
    expect(new Set(read.map(({ key }) => key)).size).toBe(450);
    expect(read.find(({ readAt }) => readAt === 0)?.title).toBe('这里的');
    await keepReading(database, reading(7, { readAt: 1_000 }));
    expect(await takeBackPart(database, 'import-1', 2)).toMatchObject({ stayed: 1 });
    expect((await allReadings(database)).map(({ readAt }) => readAt).sort((a, b) => a - b)).toEqual([0, 1_000]);
  });
});

test('notes on an entry are counted without those in the trash', async () => {
  for (const id of ['note-0001', 'note-0002']) {
    await annotate(database, page(), draft(id, { entries: [LIU_WEN] }), at(1));
  }
  expect(await notesOn(database, LIU_WEN)).toBe(2);
  await deleteAnnotation(database, 'note-0001' as never, 2);
  expect(await notesOn(database, LIU_WEN)).toBe(1);
  expect(await notesOn(database, 'liu-bao' as EntryId)).toBe(0);
});
