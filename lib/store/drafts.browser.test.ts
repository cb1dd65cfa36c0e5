import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnnotationId, NoteDraft } from '../model';
import { annotate, deleteAnnotation, restoreAnnotation } from './annotations';
import { openDatabase, type Database } from './database';
import { draftOf, dropDraftsOf, keepDraft, keepNoteDraft, noteDrafts } from './drafts';
import { draft, page } from './fixtures';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
  for (const id of ['annotation-1', 'annotation-2']) {
    await annotate(database, page(), draft(id), { now: 1, newId: 'article-0001' });
  }
});
afterEach(() => database.delete());

const id = (number: number) => `annotation-${number}` as AnnotationId;
const fields = { colour: 'yellow', note: '', tags: [], entries: [] } as const;
const writing = (note: string): NoteDraft => ({
  seen: { ...fields, revision: 1, otherNotes: [] },
  written: { ...fields, note },
});
const told = async () => (await noteDrafts(database)).map(({ annotation, written }) => [annotation.id, written.note]);

test('each annotation has a draft of its own, the latest comes first, beside what is written on the page', async () => {
  await keepDraft(database, page().key, { ...draft(), note: '在页面上', annotationId: id(1) }, 7, 2);
  await keepNoteDraft(database, id(1), writing('一'), 3);
  await keepNoteDraft(database, id(2), writing('二'), 4);
  await keepNoteDraft(database, id(1), writing('一一'), 5);
  expect(await told()).toEqual([
    [id(1), '一一'],
    [id(2), '二'],
  ]);
  await keepNoteDraft(database, id(1), null, 6);
  expect(await told()).toEqual([[id(2), '二']]);
  expect((await draftOf(database, page().key))?.draft.note).toBe('在页面上');
});

test('it has what its writer saw of the annotation', async () => {
  await keepNoteDraft(database, id(1), writing('一'), 3);
  expect((await noteDrafts(database))[0]).toMatchObject({
    seen: { revision: 1, note: '' },
    annotation: { revision: 1 },
  });
});

test('in the trash it waits, and goes with its annotation; without one there is none', async () => {
  await keepNoteDraft(database, id(1), writing('一'), 3);
  await deleteAnnotation(database, id(1), 4);
  expect(await told()).toEqual([]);
  await restoreAnnotation(database, id(1), 5);
  expect(await told()).toEqual([[id(1), '一']]);
  await dropDraftsOf(database, [id(1)]);
  expect(await told()).toEqual([]);
  expect(await keepNoteDraft(database, id(9), writing('九'), 6)).toBe(false);
});
