import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIBRARY } from '../../tests/export/library';
import type { AnnotatedArticle } from '../export/format';
import type { Incoming } from '../export/incoming';
import { plan, type Step } from '../export/plan';
import type { Annotation, Exception, SavedArticle } from '../model';
import { annotate, changeAnnotation, deleteAnnotation, restoreAnnotation } from './annotations';
import { openDatabase, type Database } from './database';
import { draft, expectCompleteLog } from './fixtures';
import { addBeside, missingBeside, storedFor, takeSteps } from './importing';
import { doneImports, keepSettings, settingsOf, takeBackPart } from './imports';
import { deleteArticle, removeForGood } from './trash';

const [first, second] = LIBRARY as [AnnotatedArticle, AnnotatedArticle];
const [note, other] = first.annotations as [Annotation, Annotation];
const WRONG = {
  ...{ id: 'exception-1', site: 'www.gov.cn', form: '省委', entryId: 'shengwei', createdAt: 1, deletedAt: null },
} as unknown as Exception;

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

async function planned(all: readonly AnnotatedArticle[]): Promise<Step[]> {
  const steps: Step[] = [];
  for await (const each of plan(incoming(all), storedFor(database), 'all')) if (each.is === 'step') steps.push(each);
  return steps;
}

async function* incoming(all: readonly AnnotatedArticle[]): AsyncGenerator<Incoming> {
  for (const each of all) yield { is: 'article', ...each };
}

/** Takes the articles, each in a transaction of its own. */
async function take(id: string, at: number, ...all: readonly AnnotatedArticle[]): Promise<void> {
  for (const step of await planned(all)) await takeSteps(database, { id, at, files: [`${id}.json`] }, [step], at);
}

/** How many rows stayed. */
async function takeBack(id: string): Promise<number> {
  let stayed = 0;
  for (let part = await takeBackPart(database, id, 99); part !== null; part = await takeBackPart(database, id, 99)) {
    stayed += part.stayed;
  }
  return stayed;
}

const reopened = async () => {
  const { name } = database;
  database.close();
  database = await openDatabase(name);
};
const rows = async () => ({
  articles: await database.articles.toArray(),
  // A revision is never given twice.
  annotations: (await database.annotations.toArray()).map(({ revision: _, ...each }) => each),
});
const edited = (change: Partial<Annotation>, article: Partial<SavedArticle> = {}): AnnotatedArticle => ({
  article: { ...first.article, ...article },
  annotations: [{ ...note, ...change, updatedAt: note.updatedAt + 1000 }],
});

test('an import is undone after a restart: what was added is gone, what was changed is as it was', async () => {
  await take('before', 1, { ...first, annotations: [note] });
  const before = await rows();
  await take(
    'files',
    2,
    edited({ note: '改过' }, { title: '新题', updatedAt: first.article.updatedAt + 1000 }),
    second,
  );
  expect((await rows()).articles).toHaveLength(2);
  await reopened();
  expect(await takeBack('files')).toBe(0);
  expect(await rows()).toEqual(before);
  await expectCompleteLog(database);
});

test('imports are listed with their files and rows, the newest first, until they are undone', async () => {
  await take('one', 1, first);
  await take('two', 2, second);
  expect(await doneImports(database)).toEqual([
    { id: 'two', at: 2, files: ['two.json'], rows: 1 + second.annotations.length },
    { id: 'one', at: 1, files: ['one.json'], rows: 1 + first.annotations.length },
  ]);
  await takeBack('two');
  expect((await doneImports(database)).map(({ id }) => id)).toEqual(['one']);
});

test('ten are kept', async () => {
  for (let number = 0; number < 12; number++) await keepSettings(database, begun(number), { before: {}, after: {} });
  const ids = (await doneImports(database)).map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([10, 'import 11', 'import 2']);

  function begun(number: number) {
    return { id: `import ${number}`, at: number, files: [] };
  }
});

test('what the reader has changed since is left alone and counted', async () => {
  await take('files', 1, first);
  const revision = (await database.annotations.get(note.id))!.revision;
  await changeAnnotation(database, note.id, revision, { note: '读者写的' }, 5);
  // The note, and the article, which still has it.
  expect(await takeBack('files')).toBe(2);
  expect(await database.annotations.toArray()).toMatchObject([{ id: note.id, note: '读者写的' }]);
  expect(await database.articles.count()).toBe(1);
});

test('what was changed and changed back is as the import left it', async () => {
  await take('files', 1, first);
  await deleteAnnotation(database, note.id, 5);
  await restoreAnnotation(database, note.id, 6);
  expect(await takeBack('files')).toBe(0);
});

test('an article that got another note since stays with it', async () => {
  await take('files', 1, { ...first, annotations: [note] });
  const { article } = first;
  await annotate(database, { ...article, canonical: null }, draft('annotation-1'), { now: 5, newId: 'article-9' });
  await takeBack('files');
  expect((await rows()).annotations.map(({ id }) => id)).toEqual(['annotation-1']);
  expect(await database.articles.count()).toBe(1);
});

test('what was removed for good since is no matter', async () => {
  await take('files', 1, first, second);
  await deleteArticle(database, first.article.id, 5);
  await removeForGood(database, { articles: [first.article.id], annotations: [] }, 6);
  expect(await takeBack('files')).toBe(0);
  expect(await rows()).toEqual({ articles: [], annotations: [] });
});

test('two imports of one note are undone one after the other', async () => {
  await take('one', 1, { ...first, annotations: [note, other] });
  const between = await rows();
  await take('two', 2, edited({ note: '后来的' }));
  expect(await takeBack('two')).toBe(0);
  expect(await rows()).toEqual(between);
  expect(await takeBack('one')).toBe(0);
  expect(await rows()).toEqual({ articles: [], annotations: [] });
});

test('the earlier of two is undone but for what the later has changed', async () => {
  await take('one', 1, { ...first, annotations: [note, other] });
  await take('two', 2, edited({ note: '后来的' }));
  expect(await takeBack('one')).toBe(2);
  expect((await rows()).annotations).toMatchObject([{ id: note.id, note: '后来的' }]);
});

test('what was called wrong and what was chosen about reprints is undone too, unless it is other now', async () => {
  const choice = { key: first.article.key, articleId: second.article.id, choice: 'dismissed' } as const;
  const beside = { exceptions: [WRONG, { ...WRONG, id: 'exception-2', form: '我省' }], choices: [choice] };
  const nothing = { exceptions: [], choices: [], readings: [], ownEntries: [], corrections: [], packs: [] };
  await addBeside(database, { id: 'files', at: 1, files: [] }, { ...nothing, ...beside }, 1);
  expect(await missingBeside(database, { ...nothing, ...beside })).toEqual(nothing);
  expect(await doneImports(database)).toMatchObject([{ rows: 3 }]);
  await database.exceptions.update('exception-2', { deletedAt: 7 });
  expect(await takeBack('files')).toBe(1);
  expect((await database.exceptions.toArray()).map(({ id }) => id)).toEqual(['exception-2']);
  expect(await database.choices.count()).toBe(0);
});

test('the settings as they were are kept with the import', async () => {
  await keepSettings(database, { id: 'files', at: 1, files: [] }, { before: {}, after: { markStyle: 'faint' } });
  await reopened();
  expect(await settingsOf(database, 'files')).toEqual({ before: {}, after: { markStyle: 'faint' } });
  expect(await settingsOf(database, 'others')).toBeNull();
});

test('a row that somebody changed after the plan was made is left as it is', async () => {
  await take('one', 1, first);
  const steps = await planned([edited({ note: '文件里的' })]);
  const revision = (await database.annotations.get(note.id))!.revision;
  await changeAnnotation(database, note.id, revision, { note: '读者写的' }, 5);
  const [done] = await takeSteps(database, { id: 'two', at: 2, files: [] }, steps, 6);
  expect(done!.annotations).toEqual([]);
  expect(await database.annotations.get(note.id)).toMatchObject({ note: '读者写的' });
});

test('when one row fails, nothing of its transaction was written, and nothing is there to be undone', async () => {
  const broken = { ...second, article: { ...second.article, title: (() => '') as unknown as string } };
  const steps = await planned([first, broken]);
  await expect(takeSteps(database, { id: 'files', at: 1, files: [] }, steps, 1)).rejects.toThrow();
  expect([await database.articles.count(), await database.changes.count()]).toEqual([0, 0]);
  expect(await doneImports(database)).toEqual([]);
});
