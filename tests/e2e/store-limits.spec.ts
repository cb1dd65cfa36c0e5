import type { Page } from '@playwright/test';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { annotationDraft, articleDraft, ask, halfWrites, PARAGRAPHS, tablesInPage } from './support/notes';
import type { Site } from './support/site';

const HERE = 'http://www.gov.cn/zhengce/content_5690000.htm';
const BODY = `<!doctype html><meta charset="utf-8"><title>题</title>${PARAGRAPHS.map((each) => `<p>${each}</p>`).join('')}`;

let browser: ChromiumWithExtension;
let own: Page;

async function open(url: string, site: Site): Promise<Page> {
  site.serve(url, { body: BODY });
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

/** Kept in the report of the run. */
function figures(description: string): void {
  test.info().annotations.push({ type: 'figures', description });
}

test.beforeEach(async ({ site }) => {
  browser = await ChromiumWithExtension.launch(site);
  own = await browser.openOwn('library.html');
});
test.afterEach(() => browser.close());

test('eight tabs write at once a hundred times each: nothing is lost, and the log tells it all', async ({ site }) => {
  const urls = Array.from({ length: 8 }, (_, n) =>
    n < 4 ? `${HERE}?t=${n}` : `http://www.gov.cn/zhengce/content_569000${n}.htm`,
  );
  for (const url of urls) await open(url, site);
  // All eight also write to one annotation.
  await ask(own, 'annotate', {
    article: articleDraft(`${HERE}?t=0`),
    annotation: annotationDraft('annotation-shared'),
  });
  const begun = Date.now();
  const answers = await own.evaluate(
    async ({ all, drafts }) => {
      const write = async (draft: string, tabIndex: number) => {
        const said: string[] = [];
        const send = (name: string, request: unknown) =>
          chrome.runtime.sendMessage({ to: 'background', name, request }) as Promise<{ answer: { is: string } }>;
        const article: unknown = JSON.parse(draft);
        const facts = { anchor: null, paragraph: null, colour: 'yellow', note: '', tags: [], entries: [] };
        const waiting: Promise<unknown>[] = [];
        for (let n = 0; n < 50; n++) {
          const id = `annotation-${tabIndex}-${n}`;
          const annotation = { id, ...facts };
          waiting.push(
            send('annotate', { article, annotation })
              .then(({ answer }) => {
                said.push(answer.is);
                return send('changeAnnotation', { id, revision: 1, change: { note: `${tabIndex} ${n}` } });
              })
              .then(({ answer }) => said.push(answer.is)),
          );
        }
        await Promise.all(waiting);
        return said;
      };
      const tabs = await chrome.tabs.query({});
      return Promise.all(
        all.map(async (url, index) => {
          const tab = tabs.find((each) => each.url === url)!;
          const [{ result }] = (await chrome.scripting.executeScript({
            target: { tabId: tab.id! },
            func: write,
            args: [drafts[index]!, index],
          })) as unknown as [{ result: string[] }];
          return result;
        }),
      );
    },
    { all: urls, drafts: urls.map((url) => JSON.stringify(articleDraft(url))) },
  );
  const took = Date.now() - begun;
  expect(answers.flat()).toEqual(Array(800).fill('done'));
  const tables = await own.evaluate(tablesInPage);
  expect(tables.annotations).toHaveLength(401);
  expect(tables.annotations.filter(({ note }) => note !== '')).toHaveLength(400);
  expect(tables.articles).toHaveLength(8);
  expect(tables.changes).toHaveLength(8 + 401 + 400);
  expect(halfWrites(tables)).toEqual([]);
  figures(`eight tabs, 800 writes: ${took} ms`);
});

test('the worker stopped 200 times amid writes: what was answered is there, and nothing is half written', async () => {
  test.setTimeout(120_000);
  const session = await browser.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  // Four writers that never rest; who gets no answer sends the same again.
  await own.evaluate((draft) => {
    const state = {
      stop: false,
      answered: [] as string[],
      noted: [] as string[],
      unanswered: 0,
      odd: [] as string[],
      done: 0,
    };
    Object.assign(globalThis, { state });
    const send = async (name: string, request: unknown): Promise<{ is: string }> => {
      for (;;) {
        try {
          const reply = (await chrome.runtime.sendMessage({ to: 'background', name, request })) as
            { answer: { is: string } } | undefined;
          if (reply !== undefined) return reply.answer;
        } catch {
          // The worker went; the next message wakes another.
        }
        state.unanswered++;
      }
    };
    const writer = async (which: number) => {
      const article = { ...draft, url: `http://www.gov.cn/${which}00000.htm` };
      const facts = { anchor: null, paragraph: null, colour: 'yellow', note: '', tags: [], entries: [] };
      for (let n = 0; !state.stop; n++) {
        const id = `annotation-${which}-${n}`;
        const made = await send('annotate', { article, annotation: { id, ...facts } });
        if (made.is === 'done') state.answered.push(id);
        else state.odd.push(JSON.stringify(made));
        const noted = await send('changeAnnotation', { id, revision: 1, change: { note: id } });
        if (noted.is === 'done') state.noted.push(id);
        else state.odd.push(JSON.stringify(noted));
      }
      state.done++;
    };
    for (let which = 1; which <= 4; which++) void writer(which);
  }, articleDraft(HERE));
  const begun = Date.now();
  for (let stop = 0; stop < 200; stop++) {
    await own.waitForTimeout(Math.random() * 150);
    await session.send('ServiceWorker.stopAllWorkers');
  }
  const took = Date.now() - begun;
  await own.evaluate(() => void ((globalThis as unknown as { state: { stop: boolean } }).state.stop = true));
  const read = () =>
    own.evaluate(
      () =>
        (
          globalThis as unknown as {
            state: { answered: string[]; noted: string[]; unanswered: number; odd: string[]; done: number };
          }
        ).state,
    );
  await expect.poll(async () => (await read()).done, { timeout: 60_000 }).toBe(4);
  const { answered, noted, unanswered, odd } = await read();
  const tables = await own.evaluate(tablesInPage);
  figures(
    `200 stops in ${took} ms: ${answered.length + noted.length} answered, ${unanswered} sent again, odd ${odd.length}`,
  );
  const notes = new Map<string, string>(tables.annotations.map(({ id, note }) => [id, note]));
  expect(answered.filter((id) => !notes.has(id))).toEqual([]);
  expect(noted.filter((id) => notes.get(id) !== id)).toEqual([]);
  expect(tables.annotations.filter(({ otherNotes, revision }) => otherNotes.length > 0 || revision > 2)).toEqual([]);
  expect(halfWrites(tables)).toEqual([]);
  expect(odd).toEqual([]);
  expect(unanswered).toBeGreaterThan(20);
  expect(answered.length).toBeGreaterThan(50);
});
