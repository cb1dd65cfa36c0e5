import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../identity/fingerprint';
import { pageKey } from '../identity/pageKey';
import {
  KEPT_IN_TRASH,
  type AnnotationChange,
  type AnnotationDraft,
  type AnnotationId,
  type Day,
  type SavedArticleId,
} from '../model';
import {
  allTags,
  annotate,
  annotationsOf,
  changeAnnotation,
  deleteAnnotation,
  pagesOf,
  restoreAnnotation,
} from './annotations';
import { articleFor, correctArticle, correctedDate, saveArticle, uncorrectArticle, type SavedPage } from './articles';
import { changesOf } from './changes';
import { chooseReprint, choicesOn } from './choices';
import { openDatabase, type Database } from './database';
import { draftOf, dropDraftsOf, keepDraft } from './drafts';
import { stored } from './stored';
import { deleteArticle, purge, removeForGood, restoreArticle, trash } from './trash';

const TEXT = [
  '山西省委书记林武强调，要扎实做好“六稳”工作，全面落实“六保”任务。',
  '会议指出，要深刻领悟“两个确立”的决定性意义，增强政治自觉。',
  '全省各级各部门要用好“链长制”，推动产业链供应链协同发展。',
  '要统筹发展和安全，坚决守住不发生系统性风险的底线要求。',
  '与会同志还就今年下半年的重点工作安排进行了充分讨论交流。',
  '会议还审议通过了关于进一步优化营商环境的若干具体意见。',
  '省直各有关部门的主要负责同志参加了此次会议并作了发言。',
  '会议以电视电话会议的形式召开，各市县区设立了分会场。',
];

const NO_FACTS = {
  ...{ subtitle: null, authors: [], editor: null, pageNumber: null },
  ...{ site: null, issuingBody: null, documentNumber: null },
};

function page(url = 'http://www.gov.cn/zhengce/content_5690000.htm', more: Partial<SavedPage> = {}): SavedPage {
  const paragraphs = more.paragraphs ?? TEXT;
  return {
    url,
    key: pageKey(url)!,
    canonical: null,
    ...NO_FACTS,
    title: '山西：做好六稳六保',
    publishedAt: '2022-05-16' as Day,
    source: '山西日报',
    foundBy: { ...NO_FACTS, title: 'title', publishedAt: 'date line', source: 'source line', authors: null },
    paragraphs,
    body: [...paragraphs.keys()],
    fingerprints: fingerprintsOf(paragraphs),
    ...more,
  };
}

function draft(id = 'annotation-1', more: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return {
    id: id as AnnotationId,
    ...{ anchor: null, paragraph: null, colour: 'yellow', note: '', tags: [], entries: [] },
    ...more,
  };
}

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

let ids = 0;
const at = (now: number) => ({ now, newId: `article-${++ids}` });
const only = async () => (await database.annotations.toArray())[0]!;

/** Every row is what its records tell: nothing was written beside the log, and nothing of it is missing. */
async function expectCompleteLog(): Promise<void> {
  for (const table of ['articles', 'annotations'] as const) {
    for (const row of await database.table<{ id: string }, string>(table).toArray()) {
      const records = await changesOf(database, table, row.id);
      expect(records[0]!.before).toBeNull();
      expect(Object.assign({}, ...records.map(({ after }) => after))).toEqual(row);
      const told: Record<string, unknown> = {};
      for (const { before, after } of records) {
        for (const [field, value] of Object.entries(before ?? {})) expect(told[field]).toEqual(value);
        Object.assign(told, after);
      }
    }
  }
}

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
    await expectCompleteLog();
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
    await expectCompleteLog();
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
    await expectCompleteLog();
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
    await expectCompleteLog();
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
    await keepDraft(database, page().key, { ...draft(), annotationId: draft().id }, 60);
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

describe('an article saved again', () => {
  test('keeps its id and the reader’s corrections, and takes what is new', async () => {
    const first = await saveArticle(database, page(), at(1));
    await correctArticle(database, first.id, { title: '正题', source: null }, 2);
    const text = [...TEXT, '本文于次日增加了这一段落，以补充会议的其他内容。'];
    const again = await saveArticle(
      database,
      page(undefined, {
        title: '新题',
        source: '新华社',
        publishedAt: '2022-05-17' as Day,
        paragraphs: text,
        fingerprints: fingerprintsOf(text),
      }),
      at(3),
    );
    expect(again).toMatchObject({ id: first.id, title: '正题', source: null, publishedAt: '2022-05-17', savedAt: 1 });
    expect(again.corrected).toEqual(['title', 'source']);
    expect(again.paragraphs).toHaveLength(TEXT.length + 1);
    await expectCompleteLog();
  });

  test('as it was changes nothing', async () => {
    const first = await saveArticle(database, page(), at(1));
    expect(await saveArticle(database, page(), at(2))).toEqual(first);
    expect(await database.changes.count()).toBe(1);
  });

  test('without its text keeps the text that it had', async () => {
    await saveArticle(database, page(), at(1));
    const again = await saveArticle(
      database,
      page(undefined, { paragraphs: [], fingerprints: [], title: null }),
      at(2),
    );
    expect(again).toMatchObject({ title: '山西：做好六稳六保', paragraphs: TEXT });
  });

  test.each<[string, Partial<SavedPage>]>([
    ['with its beginning only, as before a login', { paragraphs: [...TEXT.slice(0, 2), '登录后可继续阅读全文。'] }],
    ['on another page of it', { url: 'http://www.gov.cn/zhengce/content_5690000_2.htm', paragraphs: ['又一页。'] }],
  ])('%s keeps the text that it had', async (_, more) => {
    const first = await saveArticle(database, page(), at(1));
    const again = await saveArticle(database, { ...page(undefined, more), title: '新题' }, at(2));
    expect(again).toMatchObject({ id: first.id, title: '新题', paragraphs: TEXT, textSavedAt: 1 });
  });

  test('with edits takes the new text; the old one stays in the records', async () => {
    const first = await saveArticle(database, page(), at(1));
    const edited = TEXT.with(0, TEXT[0]!.replace('六稳', '六保'));
    const again = await saveArticle(database, page(undefined, { paragraphs: edited }), at(2));
    expect(again).toMatchObject({ paragraphs: edited, savedAt: 1, textSavedAt: 2 });
    const [, record] = await changesOf(database, 'articles', first.id);
    expect(record!.before).toMatchObject({ paragraphs: TEXT });
  });

  test('corrected where there is none is null', async () => {
    expect(await correctArticle(database, 'article-x' as SavedArticleId, { title: '题' }, 1)).toBeNull();
  });
});

describe('a correction', () => {
  let article: SavedArticleId;
  beforeEach(async () => {
    article = (await saveArticle(database, page(), at(1))).id;
  });

  test('wins over what the page says, which is remembered, and can be taken back', async () => {
    const day = '2022-05-13' as Day;
    await correctArticle(database, article, { publishedAt: day, authors: [{ name: '张三', role: '记者' }] }, 2);
    expect(await correctedDate(database, page().key)).toBe(day);
    const again = await saveArticle(database, page(undefined, { publishedAt: '2022-05-20' as Day }), at(3));
    expect(again).toMatchObject({ publishedAt: day, corrected: ['publishedAt', 'authors'] });
    expect(again.said).toEqual({ publishedAt: '2022-05-20', authors: [] });
    const back = await uncorrectArticle(database, article, ['publishedAt'], 4);
    expect(back).toMatchObject({ publishedAt: '2022-05-20', corrected: ['authors'], said: { authors: [] } });
    expect(await correctedDate(database, page().key)).toBeUndefined();
    await expectCompleteLog();
  });

  test('to nothing is one; to what the page says is none', async () => {
    await correctArticle(database, article, { publishedAt: null }, 2);
    expect(await correctedDate(database, page().key)).toBeNull();
    expect(await correctArticle(database, article, { publishedAt: '2022-05-16' as Day }, 3)).toMatchObject({
      corrected: [],
      said: {},
    });
  });
});

describe('another address', () => {
  const MOBILE = 'http://wap.gov.cn/x/5690000.htm';
  const other = (url: string, more: Partial<SavedPage> = {}) => page(url, more);

  test('that calls the saved one canonical and has its text is the same article from then on', async () => {
    const saved = await saveArticle(database, page(), at(1));
    const { article, reprints } = await articleFor(database, other(MOBILE, { canonical: page().key }), 2);
    expect([article?.id, reprints]).toEqual([saved.id, []]);
    expect(
      (await articleFor(database, { key: other(MOBILE).key, canonical: null, fingerprints: [] }, 3)).article?.id,
    ).toBe(saved.id);
    await expectCompleteLog();
  });

  test.each<[string, SavedPage]>([
    [
      'with another text',
      other(MOBILE, { canonical: page().key, paragraphs: ['完全是另外一篇文章的文字，没有共同之处。'] }),
    ],
    ['on another site', other('http://a.cn/12345.html', { canonical: page().key })],
  ])('%s is not believed', async (_, asked) => {
    await saveArticle(database, page(), at(1));
    expect((await articleFor(database, asked, 2)).article).toBeNull();
  });
});

describe('what was decided about a reprint', () => {
  test('is remembered for that page; a copy is offered in neither place', async () => {
    const [one, two] = [page(), page('http://a.cn/12345.html')];
    const [a, b] = [await saveArticle(database, one, at(1)), await saveArticle(database, two, at(2))];
    await chooseReprint(database, one.key, b.id, 'dismissed');
    expect([...(await choicesOn(database, one.key))]).toEqual([[b.id, 'dismissed']]);
    expect((await choicesOn(database, two.key)).size).toBe(0);
    await chooseReprint(database, one.key, b.id, null);
    expect((await choicesOn(database, one.key)).size).toBe(0);
    await chooseReprint(database, two.key, a.id, 'copied');
    expect((await choicesOn(database, one.key)).get(b.id)).toBe('copied');
  });
});

describe('the article of a page', () => {
  const elsewhere = (url: string, paragraphs: readonly string[]) =>
    page(url, { paragraphs, fingerprints: fingerprintsOf(paragraphs) });
  const OTHER = Array.from({ length: 8 }, (_, n) => `这是另外一篇文章的第${n}段，与前面的会议没有关系。`);
  const found = (asked = page()) => articleFor(database, asked, 9);

  test('is found by its key, and is no reprint of itself', async () => {
    const saved = await saveArticle(database, page(), at(1));
    expect(await found()).toEqual({ article: saved, reprints: [] });
  });

  test.each<[string, string, readonly string[], number]>([
    ['three paragraphs of many', 'http://a.cn/12345.html', [...TEXT.slice(0, 3), ...OTHER], 1],
    ['two paragraphs of many', 'http://a.cn/12345.html', [...TEXT.slice(0, 2), ...OTHER], 0],
    ['half of a short one', 'http://a.cn/12345.html', [TEXT[0]!, OTHER[0]!], 1],
    [
      'another page of the same site with three in common',
      'http://www.gov.cn/12345.htm',
      [...TEXT.slice(0, 3), ...OTHER],
      0,
    ],
    ['the whole text on the same site', 'http://www.gov.cn/12345.htm', TEXT, 1],
  ])('a reprint: %s', async (_, url, paragraphs, count) => {
    await saveArticle(database, elsewhere(url, paragraphs), at(1));
    const { article, reprints } = await found();
    expect([article, reprints.length]).toEqual([null, count]);
  });

  test('what a site prints under all its articles makes no reprint', async () => {
    for (let n = 0; n < 4; n++) {
      const own = OTHER.map((paragraph) => `${paragraph}其${n}`);
      await saveArticle(database, elsewhere(`http://a.cn/1234${n}.html`, [...TEXT.slice(0, 3), ...own]), at(n));
    }
    expect((await found()).reprints).toEqual([]);
  });

  test('the likest comes first', async () => {
    await saveArticle(database, elsewhere('http://a.cn/12345.html', TEXT.slice(0, 4)), at(1));
    await saveArticle(database, elsewhere('http://b.cn/12345.html', TEXT), at(2));
    expect((await found()).reprints.map(({ key }) => key)).toEqual(['b.cn/12345.html', 'a.cn/12345.html']);
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
