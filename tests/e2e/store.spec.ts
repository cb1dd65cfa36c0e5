import type { Page } from '@playwright/test';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import {
  annotationDraft,
  articleDraft,
  ask,
  askFrom,
  done,
  halfWrites,
  PARAGRAPHS,
  tablesInPage,
} from './support/notes';
import { describe } from '../../lib/anchor/locate';
import { fingerprintsOf } from '../../lib/identity/fingerprint';
import type { NotesProtocol } from '../../lib/messages';
import type { Site } from './support/site';

const HERE = 'http://www.gov.cn/zhengce/content_5690000.htm';
const ELSEWHERE = 'http://sx.people.com.cn/n2/2022/0516/c189130-40432109.html';
const BODY = `<!doctype html><meta charset="utf-8"><title>题</title>${PARAGRAPHS.map((each) => `<p>${each}</p>`).join('')}`;

let browser: ChromiumWithExtension;
let own: Page;

async function open(url: string, site: Site): Promise<Page> {
  site.serve(url, { body: BODY });
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

test.beforeEach(async ({ site }) => {
  browser = await ChromiumWithExtension.launch(site);
  own = await browser.openOwn('library.html');
});
test.afterEach(() => browser.close());

test('a page reads and writes its own notes, and no other’s', async ({ site }) => {
  await open(HERE, site);
  await open(ELSEWHERE, site);
  const made = await askFrom(own, HERE, 'annotate', {
    article: articleDraft(HERE),
    annotation: annotationDraft('annotation-1', '注'),
  });
  expect(made).toMatchObject({
    is: 'done',
    value: { annotation: { revision: 1 }, article: { key: 'gov.cn/zhengce/content_5690000.htm' } },
  });
  const notes = { url: HERE, fingerprints: [] };
  expect(await askFrom(own, HERE, 'notesFor', notes)).toMatchObject({
    is: 'done',
    value: { annotations: [{ note: '注' }] },
  });

  const id = 'annotation-1';
  const refused = (why: string) => ({ is: 'refused', why });
  const from = (name: keyof NotesProtocol, request: unknown) => askFrom(own, ELSEWHERE, name, request);
  expect(await from('notesFor', notes)).toEqual(refused('not-yours'));
  expect(await from('saveArticle', { article: articleDraft(HERE) })).toEqual(refused('not-yours'));
  expect(await from('annotate', { article: articleDraft(HERE), annotation: annotationDraft('annotation-2') })).toEqual(
    refused('not-yours'),
  );
  expect(await from('annotate', { article: articleDraft(ELSEWHERE), annotation: annotationDraft(id) })).toEqual(
    refused('not-there'),
  );
  expect(await from('changeAnnotation', { id, revision: 1, change: { note: '' } })).toEqual(refused('not-there'));
  expect(await from('deleteAnnotation', { id })).toEqual(refused('not-there'));
  expect(await from('restoreAnnotation', { id })).toEqual(refused('not-there'));
  for (const name of ['trash', 'tags', 'stored'] as const) expect(await from(name, null)).toEqual(refused('not-yours'));
  expect(await from('correctArticle', { id: done(made).article.id, correction: { title: '别' } })).toEqual(
    refused('not-yours'),
  );
  expect(await from('deleteAnnotation', { id, more: 1 })).toEqual(refused('malformed'));
  expect(await from('changeAnnotation', { id, revision: 1, change: { articleId: 'x' } })).toEqual(refused('malformed'));

  // The same text here: the notes of the other page are offered, without its text, to be read only.
  const reprint = await from('notesFor', { url: ELSEWHERE, fingerprints: fingerprintsOf(PARAGRAPHS) });
  expect(reprint).toMatchObject({
    is: 'done',
    value: { article: null, reprints: [{ article: { url: HERE, paragraphs: [] }, annotations: [{ note: '注' }] }] },
  });
  const tables = await own.evaluate(tablesInPage);
  expect([tables.articles.length, tables.annotations.length, halfWrites(tables)]).toEqual([1, 1, []]);
});

test('the library may all: correct, delete, bring back, count; every page hears of it within a second', async ({
  site,
}) => {
  await open(HERE, site);
  const hear = () => {
    const heard: unknown[] = [];
    (globalThis as { heard?: unknown[] }).heard = heard;
    chrome.runtime.onMessage.addListener((message: { to: string; request: unknown }) => {
      if (message.to === 'notice') heard.push({ ...(message.request as object), at: Date.now() });
    });
  };
  await own.evaluate(hear);
  const tab = await own.evaluate(
    async (url) => (await chrome.tabs.query({})).find((each) => each.url === url)!.id!,
    HERE,
  );
  await own.evaluate(async (tabId) => {
    const func = () => {
      chrome.runtime.onMessage.addListener((message: { to: string }) => {
        if (message.to === 'notice') Object.assign(globalThis, { heardAt: Date.now() });
      });
    };
    await chrome.scripting.executeScript({ target: { tabId }, func });
  }, tab);
  const made = await ask(own, 'annotate', {
    article: articleDraft(HERE),
    annotation: annotationDraft('annotation-1', '注'),
  });
  const written = Date.now();
  const { id: articleId, key } = done(made).article;
  const heard = () =>
    own.evaluate(() => (globalThis as unknown as { heard: { articleId: string; keys: string[]; at: number }[] }).heard);
  await expect.poll(heard).toMatchObject([{ articleId, keys: [key] }]);
  expect((await heard())[0]!.at - written).toBeLessThan(1000);
  const inTab = () =>
    own.evaluate(async (tabId) => {
      const func = () => (globalThis as unknown as { heardAt: number }).heardAt;
      const [injected] = await chrome.scripting.executeScript({ target: { tabId }, func });
      return injected!.result!;
    }, tab);
  await expect.poll(inTab).toBeGreaterThan(0);
  expect((await inTab()) - written).toBeLessThan(1000);

  expect(await ask(own, 'correctArticle', { id: articleId, correction: { title: '正题' } })).toMatchObject({
    value: { title: '正题' },
  });
  expect(await ask(own, 'saveArticle', { article: articleDraft(HERE) })).toMatchObject({
    value: { id: articleId, title: '正题' },
  });
  expect(await ask(own, 'deleteAnnotation', { id: 'annotation-1' })).toMatchObject({ is: 'done' });
  expect(await ask(own, 'trash', null)).toMatchObject({
    value: { annotations: [{ id: 'annotation-1' }], articles: [] },
  });
  expect(await ask(own, 'notesFor', { url: HERE, fingerprints: [] })).toMatchObject({ value: { annotations: [] } });
  await ask(own, 'restoreAnnotation', { id: 'annotation-1' });
  await ask(own, 'changeAnnotation', { id: 'annotation-1', revision: 3, change: { tags: ['经济', ' 经济 '] } });
  const anchor = describe(PARAGRAPHS.join('\n').repeat(9), { start: 500, end: 520 });
  expect(await ask(own, 'changeAnnotation', { id: 'annotation-1', revision: 4, change: { anchor } })).toMatchObject({
    value: { annotation: { anchor, revision: 5 }, conflicts: [] },
  });
  expect(await ask(own, 'tags', null)).toMatchObject({ value: [{ tag: '经济', count: 1 }] });
  expect(await ask(own, 'stored', null)).toMatchObject({
    value: { articles: 1, annotations: 1, inTrash: 0, isSafe: true },
  });
});

test('eight tabs change one note at once: every text is kept', async ({ site }) => {
  await open(HERE, site);
  await ask(own, 'annotate', { article: articleDraft(HERE), annotation: annotationDraft('annotation-1', '原') });
  const texts = Array.from({ length: 8 }, (_, n) => `第${n}个标签页写的`);
  await Promise.all(
    texts.map((note) => askFrom(own, HERE, 'changeAnnotation', { id: 'annotation-1', revision: 1, change: { note } })),
  );
  const { annotations } = done(await ask(own, 'notesFor', { url: HERE, fingerprints: [] }));
  expect(new Set(annotations.flatMap(({ note, otherNotes }) => [note, ...otherNotes]))).toEqual(new Set(texts));
});

test('a profile that a newer version has used: each question is answered with that, and nothing is touched', async () => {
  const worker = await browser.worker();
  const version = await worker.evaluate(async () => {
    // The worker itself holds the database open until it is asked to let go.
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('pangzhu', 990);
      request.addEventListener('success', () => resolve(request.result));
    });
    opened.close();
    return opened.version;
  });
  expect(version).toBe(990);
  const failed = { is: 'failed', reason: 'newer' };
  expect(await ask(own, 'stored', null)).toEqual(failed);
  expect(await ask(own, 'notesFor', { url: HERE, fingerprints: [] })).toEqual(failed);
  expect(
    await ask(own, 'annotate', { article: articleDraft(HERE), annotation: annotationDraft('annotation-1') }),
  ).toEqual(failed);
  const after = await own.evaluate(() => indexedDB.databases());
  expect(after).toEqual([{ name: 'pangzhu', version: 990 }]);
});
