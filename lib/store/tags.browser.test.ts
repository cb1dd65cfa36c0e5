import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnnotationId } from '../model';
import { annotate, changeAnnotation, deleteAnnotation } from './annotations';
import { openDatabase, type Database } from './database';
import { draft, expectCompleteLog, page } from './fixtures';
import { retag, undoRetag } from './tags';

const TAGS = [['要点', '数字'], ['数字'], ['要点'], ['人事'], ['数字', '人事']];
const id = (each: number) => `annotation-${each}` as AnnotationId;

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
  for (const [each, tags] of TAGS.entries()) {
    await annotate(database, page(), draft(id(each), { tags }), { now: each, newId: 'article-0001' });
  }
});
afterEach(() => database.delete());

const tagsNow = async () => (await database.annotations.toArray()).map(({ tags }) => tags);

test('a tag takes another name wherever it is, and has the old one again', async () => {
  const { articles, written } = await retag(database, ['数字'], '数据', 10);
  expect(await tagsNow()).toEqual([['要点', '数据'], ['数据'], ['要点'], ['人事'], ['数据', '人事']]);
  expect(articles).toEqual([{ id: 'article-0001', keys: [page().key] }]);
  expect(written?.count).toBe(3);
  await undoRetag(database, written!, 11);
  expect(await tagsNow()).toEqual(TAGS);
  await expectCompleteLog(database);
});

test('renamed onto one that is there, both are one; undone, each note has what it had', async () => {
  const { written } = await retag(database, ['数字', '人事'], '要点', 10);
  expect(await tagsNow()).toEqual([['要点'], ['要点'], ['要点'], ['要点'], ['要点']]);
  await undoRetag(database, written!, 11);
  expect(await tagsNow()).toEqual(TAGS);
});

test('tags go altogether; the trash keeps them', async () => {
  await deleteAnnotation(database, id(4), 9);
  const { written } = await retag(database, ['数字', '人事'], null, 10);
  expect(await tagsNow()).toEqual([['要点'], [], ['要点'], [], ['数字', '人事']]);
  await undoRetag(database, written!, 11);
  expect(await tagsNow()).toEqual(TAGS);
});

test('what was written meanwhile stays, before and after', async () => {
  const { written } = await retag(database, ['数字'], '数据', 10);
  // By somebody who has seen the old tags.
  await changeAnnotation(database, id(1), 1, { tags: ['数字', '引用'] }, 11);
  expect((await tagsNow())[1]).toEqual(['数据', '引用']);
  await undoRetag(database, written!, 12);
  expect((await tagsNow())[1]!.toSorted()).toEqual(['引用', '数字'].toSorted());
  await expectCompleteLog(database);
});

test('when nothing has the tag, nothing is written', async () => {
  expect(await retag(database, ['没有'], '数据', 10)).toEqual({ articles: [], written: null });
  expect(await retag(database, ['数字'], '数字', 10)).toEqual({ articles: [], written: null });
});

test('when one of them cannot be written, none is', async () => {
  const broken = (() => '') as unknown as string;
  await expect(retag(database, ['数字'], broken, 10)).rejects.toThrow();
  expect(await tagsNow()).toEqual(TAGS);
});
