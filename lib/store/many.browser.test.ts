import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Annotation, AnnotationId } from '../model';
import { annotate } from './annotations';
import { openDatabase, type Database } from './database';
import { draft, expectCompleteLog, page } from './fixtures';
import { changeAnnotations, deleteAnnotations, restoreAnnotations } from './many';
import { annotationsAfter, articlesAfter, countRows, rowsChangedLast, rowsOf } from './reading';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
  for (let each = 0; each < 5; each++) {
    await annotate(database, page(), draft(`annotation-${each}`), { now: each, newId: 'article-0001' });
  }
});
afterEach(() => database.delete());

const id = (each: number) => `annotation-${each}` as AnnotationId;
const all = () => database.annotations.toArray();
const deleted = (rows: readonly Annotation[]) =>
  rows.filter(({ deletedAt }) => deletedAt !== null).map((row) => row.id);

test('many are changed, deleted and brought back, each with its record; what is not there is left out', async () => {
  const changes = [0, 1, 9].map((each) => ({ id: id(each), revision: 1, change: { tags: ['要点'] } }));
  const changed = await changeAnnotations(database, changes, 10);
  expect(changed.map(({ annotation, article }) => [annotation.id, annotation.revision, article.id])).toEqual([
    [id(0), 2, 'article-0001'],
    [id(1), 2, 'article-0001'],
  ]);
  await deleteAnnotations(database, [id(1), id(2), id(9)], 11);
  expect(deleted(await all())).toEqual([id(1), id(2)]);
  await restoreAnnotations(database, [id(1), id(2)], 12);
  expect(deleted(await all())).toEqual([]);
  await expectCompleteLog(database);
});

test('when one of them fails, none was changed', async () => {
  const broken = { id: id(1), revision: 1, change: { note: (() => '') as unknown as string } };
  const changes = [{ id: id(0), revision: 1, change: { note: '记' } }, broken];
  await expect(changeAnnotations(database, changes, 10)).rejects.toThrow();
  expect((await all()).map(({ note }) => note)).not.toContain('记');
  await expectCompleteLog(database);
});

test('everything is read in parts, in the order of ids; what was changed last with its articles', async () => {
  expect(await countRows(database)).toEqual({ articles: 1, annotations: 5 });
  const first = await annotationsAfter(database, null, 3);
  const rest = await annotationsAfter(database, first.at(-1)!.id, 3);
  expect([...first, ...rest].map((row) => row.id)).toEqual([0, 1, 2, 3, 4].map(id));
  expect((await articlesAfter(database, null, 9)).map((row) => row.id)).toEqual(['article-0001']);
  await deleteAnnotations(database, [id(3)], 10);
  const last = await rowsChangedLast(database, 1);
  expect(last.annotations.map((row) => row.id)).toEqual([id(3)]);
  expect(last.articles.map((row) => row.id)).toEqual(['article-0001']);
  const rows = await rowsOf(database, [last.articles[0]!.id]);
  expect([rows.articles.length, rows.annotations.length]).toEqual([1, 5]);
});
