import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEPT_IN_TRASH, type AnnotationChange, type AnnotationId, type SavedArticleId } from '../model';
import {
  allTags,
  annotate,
  annotationsOf,
  changeAnnotation,
  deleteAnnotation,
  pagesOf,
  restoreAnnotation,
} from './annotations';
import { articleFor } from './articles';
import { changesOf } from './changes';
import { openDatabase, type Database } from './database';
import { draftOf, dropDraftsOf, keepDraft } from './drafts';
import { draft, expectCompleteLog, page } from './fixtures';
import { stored } from './stored';
import { deleteArticle, purge, removeForGood, restoreArticle, trash } from './trash';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

let ids = 0;
const at = (now: number) => ({ now, newId: `article-${++ids}` });
const only = async () => (await database.annotations.toArray())[0]!;

describe('an annotation', () => {
  test('makes the article of its page, once', async () => {
    const first = await annotate(database, page(), draft('annotation-1'), at(1));
    const second = await annotate(
      database,
      page('https://gov.cn/zhengce/content_5690000_2.htm'),
      draft('annotation-2'),
      at(2),
    );
    expect(second!.article.id).toBe(first!.article.id);
    expect(await database.articles.count()).toBe(1);
    expect((await annotationsOf(database, first!.article.id)).map(({ id }) => id)).toEqual([
      'annotation-1',
      'annotation-2',
    ]);
    await expectCompleteLog(database);
  });

  test('sent twice is kept once, and what was changed meanwhile stays', async () => {
    await annotate(database, page(), draft(), at(1));
    await changeAnnotation(database, draft().id, 1, { note: '记' }, 2);
    const again = await annotate(database, page(), draft(), at(3));
    expect(again!.annotation).toMatchObject({ note: '记', revision: 2 });
    expect(await database.changes.count()).toBe(3);
  });

  test('with the id of one of another page is neither kept nor told', async () => {
    await annotate(database, page(), draft(), at(1));
    expect(await annotate(database, page('http://a.cn/12345.html'), draft(), at(2))).toBeNull();
    expect(await database.articles.count()).toBe(1);
  });

  test('of eight that come at once for a new page all are kept, in one article', async () => {
    const all = Array.from({ length: 8 }, (_, n) => annotate(database, page(), draft(`annotation-${n}`), at(n)));
    await Promise.all(all);
    expect([await database.articles.count(), await database.annotations.count()]).toEqual([1, 8]);
  });

  test('is where the text has it', async () => {
    const anchor = {
      before: '',
      quote: '',
      after: '',
      end: 90,
      length: 100,
      same: { count: 1, index: 0 },
      rivals: [],
      sample: [],
    };
    for (const [n, start] of [80, 5, 40].entries()) {
      await annotate(database, page(), draft(`annotation-${n}`, { anchor: { ...anchor, start } }), at(n));
    }
    await annotate(database, page(), draft('annotation-9'), at(9));
    const all = await annotationsOf(database, (await only()).articleId);
    expect(all.map((each) => each.anchor?.start)).toEqual([undefined, 5, 40, 80]);
  });
});

describe('a change', () => {
  const tags = ['甲', '乙'];
  beforeEach(async () => {
    await annotate(database, page(), draft('annotation-1', { note: '原', tags }), at(1));
  });
  const change = (revision: number, what: AnnotationChange) =>
    changeAnnotation(database, draft().id, revision, what, revision + 1);

  test.each<[string, AnnotationChange, AnnotationChange, object, string[]]>([
    ['other fields are joined', { colour: 'blue' }, { note: '新' }, { colour: 'blue', note: '新', otherNotes: [] }, []],
    ['two notes are both kept', { note: '此' }, { note: '彼' }, { note: '此', otherNotes: ['彼'] }, ['note']],
    ['an emptied note leaves the other', { note: '此' }, { note: '' }, { note: '此', otherNotes: [] }, ['note']],
    ['the same note twice is no conflict', { note: '同' }, { note: '同' }, { note: '同', otherNotes: [] }, []],
    ['tags are joined', { tags: ['甲', '乙', '丙'] }, { tags: ['乙', '丁'] }, { tags: ['乙', '丙', '丁'] }, []],
    ['the later colour counts', { colour: 'blue' }, { colour: 'pink' }, { colour: 'pink' }, ['colour']],
    [
      'one field of several is in conflict',
      { note: '此' },
      { note: '彼', colour: 'pink' },
      { note: '此', otherNotes: ['彼'], colour: 'pink' },
      ['note'],
    ],
  ])('on both sides: %s', async (_, here, there, expected, conflicts) => {
    await change(1, here);
    const merged = await change(1, there);
    expect(merged!.annotation).toMatchObject(expected);
    expect(merged!.conflicts).toEqual(conflicts);
    expect(await only()).toEqual(merged!.annotation);
    await expectCompleteLog(database);
  });

  test('grows the revision by one, and nothing is written where nothing changes', async () => {
    expect((await change(1, { note: '新' }))!.annotation.revision).toBe(2);
    const before = await database.changes.count();
    expect((await change(2, { note: '新', tags }))!.annotation).toMatchObject({ revision: 2, updatedAt: 2 });
    expect(await database.changes.count()).toBe(before);
  });

  test('of what an older change did not touch is no conflict, however old the asker’s revision', async () => {
    await change(1, { note: '二' });
    await change(2, { colour: 'blue' });
    const merged = await change(2, { note: '三' });
    expect(merged).toMatchObject({ annotation: { note: '三', otherNotes: [] }, conflicts: [] });
  });

  test('of a note kept aside is a change like others', async () => {
    await change(1, { note: '此' });
    await change(1, { note: '彼' });
    expect((await change(3, { otherNotes: [] }))!.annotation.otherNotes).toEqual([]);
  });

  test('of what is not there is null', async () => {
    expect(await changeAnnotation(database, 'annotation-9' as AnnotationId, 1, { note: '' }, 2)).toBeNull();
    expect(await deleteAnnotation(database, 'annotation-9' as AnnotationId, 2)).toBeNull();
    expect(await restoreAnnotation(database, 'annotation-9' as AnnotationId, 2)).toBeNull();
    expect(await pagesOf(database, 'annotation-9' as AnnotationId)).toEqual([]);
  });
});

describe('deleted', () => {
  beforeEach(async () => {
    await annotate(database, page(), draft('annotation-1', { note: '秘密', tags: ['甲'] }), at(1));
    await annotate(database, page(), draft('annotation-2', { tags: ['甲', '乙'] }), at(2));
    await deleteAnnotation(database, draft().id, 100);
  });

  test('it is in the trash and nowhere else, and comes back whole', async () => {
    const { articleId, note } = await only();
    expect((await annotationsOf(database, articleId)).map(({ id }) => id)).toEqual(['annotation-2']);
    expect((await trash(database)).annotations.map(({ id }) => id)).toEqual(['annotation-1']);
    expect(await allTags(database)).toEqual([
      { tag: '乙', count: 1 },
      { tag: '甲', count: 1 },
    ]);
    await restoreAnnotation(database, draft().id, 200);
    expect(await only()).toMatchObject({ note, deletedAt: null, revision: 3 });
    expect(await allTags(database)).toEqual([
      { tag: '甲', count: 2 },
      { tag: '乙', count: 1 },
    ]);
    await expectCompleteLog(database);
  });

  test('twice is once', async () => {
    expect(await deleteAnnotation(database, draft().id, 300)).toMatchObject({ deletedAt: 100, revision: 2 });
  });

  test('after 30 days it is gone, with its words, and one record says so', async () => {
    expect(await purge(database, 100 + KEPT_IN_TRASH - 1)).toBe(0);
    expect(await purge(database, 100 + KEPT_IN_TRASH)).toBe(1);
    expect(await restoreAnnotation(database, draft().id, 300)).toBeNull();
    const records = await changesOf(database, 'annotations', 'annotation-1');
    expect(records).toMatchObject([{ before: {}, after: { purgedAt: 100 + KEPT_IN_TRASH } }]);
    expect(JSON.stringify(await database.changes.toArray())).not.toContain('秘密');
    expect(await database.annotations.count()).toBe(1);
  });

  test('it does not count as stored', async () => {
    expect(await stored(database)).toMatchObject({ articles: 1, annotations: 1, inTrash: 1 });
    expect((await stored(database)).bytes).toBeGreaterThan(0);
  });
});

describe('a deleted article', () => {
  const kept = async () => (await annotationsOf(database, article)).map(({ id }) => id);
  let article: SavedArticleId;
  beforeEach(async () => {
    article = (await annotate(database, page(), draft(), at(1)))!.article.id;
    await annotate(database, page(), draft('annotation-2'), at(2));
    await annotate(database, page(), draft('annotation-3'), at(3));
    await deleteAnnotation(database, draft().id, 50);
    await deleteArticle(database, article, 100);
  });

  test('is in the trash with its annotations; those come back that went with it', async () => {
    expect((await articleFor(database, { ...page(), fingerprints: [] }, 1)).article).toBeNull();
    const { articles, annotations, parents } = await trash(database);
    expect([articles.length, annotations.length, parents.map(({ id }) => id)]).toEqual([1, 3, [article]]);
    expect(await deleteArticle(database, article, 200)).toMatchObject({ deletedAt: 100 });
    expect(await restoreArticle(database, article, 300)).toMatchObject({ deletedAt: null });
    expect(await kept()).toEqual(['annotation-2', 'annotation-3']);
    await expectCompleteLog(database);
  });

  test('comes back with one of its annotations; the others stay in the trash', async () => {
    await restoreAnnotation(database, 'annotation-2' as AnnotationId, 200);
    expect(await kept()).toEqual(['annotation-2']);
    expect((await trash(database)).articles).toEqual([]);
    expect(await restoreArticle(database, article, 300)).toMatchObject({ deletedAt: null });
    expect(await kept()).toEqual(['annotation-2']);
  });

  test('removed for good takes all its annotations along, and the texts in the records', async () => {
    expect(await removeForGood(database, { articles: [article], annotations: [] }, 200)).toHaveLength(1);
    expect([await database.articles.count(), await database.annotations.count()]).toEqual([0, 0]);
    const records = await database.changes.toArray();
    expect(records.map(({ after }) => after.purgedAt)).toEqual(Array(4).fill(200));
    expect([await restoreArticle(database, article, 300), await deleteArticle(database, article, 300)]).toEqual([
      null,
      null,
    ]);
  });
});

describe('removing for good', () => {
  test('takes one annotation with its words and what was being written on it, and nothing that is not in the trash', async () => {
    const { article } = (await annotate(database, page(), draft('annotation-1', { note: '秘密' }), at(1)))!;
    await annotate(database, page(), draft('annotation-2'), at(2));
    await deleteAnnotation(database, draft().id, 50);
    await keepDraft(database, page().key, { ...draft(), annotationId: draft().id }, 7, 60);
    const both = [draft().id, 'annotation-2' as AnnotationId];
    const concerned = await removeForGood(database, { articles: [article.id], annotations: both }, 100);
    expect(concerned.map(({ id }) => id)).toEqual([article.id]);
    expect(await database.annotations.toCollection().primaryKeys()).toEqual(['annotation-2']);
    expect(JSON.stringify(await database.changes.toArray())).not.toContain('秘密');
    expect(await draftOf(database, page().key)).not.toBeNull();
    await dropDraftsOf(database, both);
    expect(await draftOf(database, page().key)).toBeNull();
  });
});

describe('what fails', () => {
  const usage = () => Promise.all([database.articles.count(), database.annotations.count(), database.changes.count()]);

  test('without room: said as such, and nothing of it is kept', async () => {
    await annotate(database, page(), draft(), at(1));
    const before = await usage();
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    database.changes.hook('creating', full);
    await expect(annotate(database, page('http://a.cn/1'), draft('annotation-2'), at(2))).rejects.toMatchObject({
      reason: 'full',
    });
    expect(await usage()).toEqual(before);
    database.changes.hook('creating').unsubscribe(full);
    await annotate(database, page(), draft('annotation-2'), at(3));
    expect(await database.annotations.count()).toBe(2);
  });

  test('in the middle of a transaction: neither row nor record', async () => {
    database.changes.hook('creating', (_, change) => {
      if (change.table === 'annotations') throw new Error('the disk is gone');
    });
    await expect(annotate(database, page(), draft(), at(1))).rejects.toMatchObject({
      name: 'StoreFailure',
      reason: 'failed',
    });
    expect(await usage()).toEqual([0, 0, 0]);
  });

  test('after the database was closed', async () => {
    database.close();
    await expect(annotate(database, page(), draft(), at(1))).rejects.toMatchObject({ reason: 'failed' });
    await database.open();
  });
});
