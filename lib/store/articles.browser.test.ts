import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../identity/fingerprint';
import type { Day, SavedArticleId } from '../model';
import { articleFor, correctArticle, correctedDate, saveArticle, uncorrectArticle, type SavedPage } from './articles';
import { changesOf } from './changes';
import { chooseReprint, choicesOn } from './choices';
import { openDatabase, type Database } from './database';
import { expectCompleteLog, page, TEXT } from './fixtures';
import { savedTexts } from './savedTexts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(`test ${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

let ids = 0;
const at = (now: number) => ({ now, newId: `article-${++ids}` });

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
    await expectCompleteLog(database);
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
    await expectCompleteLog(database);
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
    await expectCompleteLog(database);
  });

  test('is known when it is saved, too', async () => {
    const saved = await saveArticle(database, page(), at(1));
    const again = await saveArticle(database, other(MOBILE, { canonical: page().key }), at(2));
    expect(again).toMatchObject({ id: saved.id, otherKeys: [other(MOBILE).key] });
    expect(await database.articles.count()).toBe(1);
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

test('the texts of an article as they were saved, each its own paragraphs, the present one last', async () => {
  const first = await saveArticle(database, page(), at(1));
  const text = [...TEXT.slice(0, 5), '本文于次日改写了后面的部分，并补充会议的其他内容。', ...TEXT.slice(6)];
  await saveArticle(database, page(undefined, { paragraphs: text, fingerprints: fingerprintsOf(text) }), at(5));
  await correctArticle(database, first.id, { title: '正题' }, 6);
  const texts = await savedTexts(database, first.id);
  expect(texts.map(({ at: moment }) => moment)).toEqual([1, 5]);
  expect(texts.map(({ paragraphs }) => paragraphs)).toEqual([TEXT, text]);
  expect(await savedTexts(database, 'nowhere' as SavedArticleId)).toEqual([]);
});
