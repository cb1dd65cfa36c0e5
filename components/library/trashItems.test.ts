import { describe, expect, test } from 'vitest';
import { KEPT_IN_TRASH, type Annotation, type SavedArticle } from '../../lib/model';
import { trashItems } from './trashItems';

const DAY = 24 * 60 * 60 * 1000;
const article = (id: string, deletedAt: number | null) =>
  ({ id, title: `题${id}`, url: `http://a.cn/${id}`, deletedAt }) as SavedArticle;
const annotation = (id: string, articleId: string, deletedAt: number) =>
  ({ id, articleId, anchor: null, colour: 'blue', note: `注${id}`, deletedAt }) as Annotation;
const listed = (trash: Parameters<typeof trashItems>[0]) =>
  trashItems(trash, 1000).map(({ id, title, deletedAt }) => [id, title, deletedAt]);

describe('the trash as a list', () => {
  test('an annotation is told by its article, what was deleted last first', () => {
    const annotations = [annotation('n2', '1', 500), annotation('n1', '2', 400)];
    const parents = [article('1', null), article('2', null)];
    expect(listed({ articles: [], annotations, parents })).toEqual([
      ['n2', '题1', 500],
      ['n1', '题2', 400],
    ]);
  });

  test('an article has those in it that went with it; one deleted before stands by itself', () => {
    const deleted = article('1', 600);
    const annotations = [annotation('n1', '1', 600), annotation('n2', '1', 600), annotation('n3', '1', 100)];
    const trash = { articles: [deleted], annotations, parents: [deleted] };
    expect(listed(trash)).toEqual([
      ['1', '题1', 600],
      ['n3', '题1', 100],
    ]);
    expect(trashItems(trash, 1000)[0]).toMatchObject({ is: 'article', notes: 2 });
  });

  test.each([
    [0, 30],
    [1, 30],
    [DAY, 29],
    [KEPT_IN_TRASH - DAY + 1, 1],
    [KEPT_IN_TRASH - 1, 1],
    [KEPT_IN_TRASH + DAY, 0],
  ])('%d ms after it was deleted %d days are left', (passed, days) => {
    const trash = { articles: [article('1', 0)], annotations: [], parents: [] };
    expect(trashItems(trash, passed)[0]!.daysLeft).toBe(days);
  });
});
