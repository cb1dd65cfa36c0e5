import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnnotatedArticle } from '../export/format';
import type { AnnotationId, SavedArticleId } from '../model';
import { annotate, deleteAnnotation } from './annotations';
import { openDatabase, type Database } from './database';
import { allArticles, chosenArticles } from './exporting';
import { draft, page } from './fixtures';
import { deleteArticle } from './trash';

/** More than are read at a time. */
const ARTICLES = 120;
const articleId = (number: number) => `article-${String(number).padStart(4, '0')}` as SavedArticleId;
const noteId = (number: number, which: 'a' | 'b') => `annotation-${number}-${which}` as AnnotationId;

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
  for (let number = 0; number < ARTICLES; number++) {
    const own = page(`http://www.gov.cn/${number}.htm`, { fingerprints: [] });
    for (const which of ['b', 'a'] as const) {
      const as = { now: which === 'a' ? 1 : 2, newId: articleId(number) };
      await annotate(database, own, draft(noteId(number, which)), as);
    }
  }
});
afterEach(() => database.delete());

async function read(articles: AsyncIterable<AnnotatedArticle>): Promise<[SavedArticleId, AnnotationId[]][]> {
  const all: [SavedArticleId, AnnotationId[]][] = [];
  for await (const { article, annotations } of articles) all.push([article.id, annotations.map(({ id }) => id)]);
  return all;
}

test('everything comes once, with its notes in their order, that in the trash too', async () => {
  await deleteArticle(database, articleId(7), 10);
  const all = await read(allArticles(database));
  expect(all.map(([id]) => id)).toEqual(Array.from({ length: ARTICLES }, (_, number) => articleId(number)));
  expect(all[7]).toEqual([articleId(7), [noteId(7, 'a'), noteId(7, 'b')]]);
});

test('what was chosen comes in the order given, with the notes that were chosen; nothing of the trash', async () => {
  await deleteArticle(database, articleId(3), 10);
  await deleteAnnotation(database, noteId(60, 'b'), 10);
  const chosen = [
    { id: articleId(110), notes: [noteId(110, 'b')] },
    { id: articleId(3), notes: null },
    { id: articleId(60), notes: null },
    { id: articleId(999), notes: null },
    { id: articleId(2), notes: [] },
  ];
  expect(await read(chosenArticles(database, chosen))).toEqual([
    [articleId(110), [noteId(110, 'b')]],
    [articleId(60), [noteId(60, 'a')]],
    [articleId(2), []],
  ]);
});

test('who stops early reads no further and breaks nothing', async () => {
  for await (const { article } of allArticles(database)) if (article.id === articleId(1)) break;
  expect(await read(allArticles(database))).toHaveLength(ARTICLES);
});
