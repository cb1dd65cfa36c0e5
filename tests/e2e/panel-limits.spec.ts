import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { expectAccessible } from './support/axe';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { CardProbe } from './support/card';
import { keepHighlights, keepNote, serveArticle } from './support/notedPage';
import { ask, done } from './support/notes';
import { notesPanelOf } from './support/panel';
import { select } from './support/select';

const URL = 'http://www.shanxi.gov.cn/panel-limits.html';
const PARAGRAPHS = [
  '全省工作会议在太原召开',
  '会议指出，今年前五个月的进展比预想的快，后七个月仍不能松劲，各地要把底数摸清。',
];
const QUOTE = '后七个月仍不能松劲';
const NEWER = '资料由更新的版本保存，此版本不能改动。请更新扩展。';
const painted = (page: Page) => page.evaluate(paintedInPage);
const rows = (panel: Page) => panel.locator('.panel-notes > li');
const field = (panel: Page) => panel.getByRole('textbox', { name: '笔记（Markdown）' });

let browser: ChromiumWithExtension;
let own: Page;

test.beforeEach(async ({ site }) => {
  serveArticle(site, URL, PARAGRAPHS);
  browser = await ChromiumWithExtension.launch(site);
  own = await browser.openOwn('library.html');
});
test.afterEach(() => browser.close());

async function open(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(URL);
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  return page;
}

/** As a newer version of the extension would leave it. */
async function makeNewer(): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('pangzhu', 990);
      request.addEventListener('success', () => resolve(request.result));
    });
    opened.close();
  });
}

/** The longest time in ms for which the page did not answer while something was done. */
async function longestPause(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const world = globalThis as unknown as { longest: number; timer: ReturnType<typeof setInterval> };
    let last = performance.now();
    world.longest = 0;
    world.timer = setInterval(() => {
      world.longest = Math.max(world.longest, performance.now() - last);
      last = performance.now();
    }, 10);
  });
  await act();
  return page.evaluate(() => {
    const world = globalThis as unknown as { longest: number; timer: ReturnType<typeof setInterval> };
    clearInterval(world.timer);
    return Math.round(world.longest);
  });
}

function figures(description: string): void {
  test.info().annotations.push({ type: 'figures', description });
}

test('notes of a newer version: one sentence in panel and toolbar, and nothing is changed', async () => {
  await makeNewer();
  const page = await open();
  const panel = await notesPanelOf(browser, URL);
  await expect(panel.getByRole('alert')).toHaveText(NEWER);
  await expect(panel.getByRole('button', { name: /写全文笔记|再试一次/ })).toHaveCount(0);
  await expectAccessible(panel);
  await page.bringToFront();
  const probe = await CardProbe.of(page);
  await select(page, QUOTE);
  await expect.poll(() => probe.html()).toContain(NEWER);
  expect(await probe.html()).not.toMatch(/标为|笔记<\/button>/);
  expect(await probe.html()).toContain('复制引文');
  expect(await painted(page)).not.toHaveProperty('note-yellow');
  expect(await own.evaluate(() => indexedDB.databases())).toEqual([{ name: 'pangzhu', version: 990 }]);
});

test('when it cannot be saved the text stays, with the reason and a button to copy it', async () => {
  await keepNote(own, URL, PARAGRAPHS, QUOTE, { note: '旧' });
  await open();
  const panel = await notesPanelOf(browser, URL);
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await rows(panel).getByRole('button', { name: '编辑' }).click();
  await field(panel).fill('写了很久的一段');
  await makeNewer();
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText(NEWER);
  await expect(field(panel)).toHaveValue('写了很久的一段');
  await expectAccessible(panel);
  await panel.getByRole('button', { name: '复制笔记' }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe('写了很久的一段');
  // What else is pressed says the same, and the list stays to be read.
  await panel.getByRole('button', { name: '关闭' }).click();
  await expect(rows(panel)).toHaveCount(1);
  await panel.getByRole('button', { name: '继续写' }).click();
  await expect(field(panel)).toHaveValue('写了很久的一段');
});

test('no room on the disk: told of, and saved when there is', async () => {
  await keepNote(own, URL, PARAGRAPHS, QUOTE, { note: '旧' });
  await open();
  const panel = await notesPanelOf(browser, URL);
  const worker = await browser.worker();
  await rows(panel).getByRole('button', { name: '编辑' }).click();
  await field(panel).fill('新');
  await worker.evaluate(() => {
    const { prototype } = IDBObjectStore as unknown as { prototype: Record<string, unknown> };
    prototype.putBefore = prototype.put;
    prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  const full = '磁盘空间不足，没有保存。请先复制下来。';
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText(full);
  await panel.getByRole('button', { name: '关闭' }).click();
  await panel.getByRole('button', { name: '丢弃' }).click();
  await rows(panel).getByRole('button', { name: '删除' }).click();
  await expect(panel.getByRole('alert')).toHaveText(full);
  await expect(rows(panel)).toContainText('旧');
  await worker.evaluate(() => {
    const { prototype } = IDBObjectStore as unknown as { prototype: Record<string, unknown> };
    prototype.put = prototype.putBefore;
  });
  await rows(panel).getByRole('button', { name: '删除' }).click();
  await expect(rows(panel)).toHaveCount(0);
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('the worker stopped while a note is written in the panel: it is saved all the same', async () => {
  await keepNote(own, URL, PARAGRAPHS, QUOTE, { note: '旧' });
  const page = await open();
  const panel = await notesPanelOf(browser, URL);
  await rows(panel).getByRole('button', { name: '编辑' }).click();
  await field(panel).fill('停过一次');
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(rows(panel)).toContainText('停过一次');
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('a note of 1 MB is listed, opened, edited and saved', async () => {
  test.setTimeout(180_000);
  const line = '一段从别处贴来的长文，共有许多行，说到会议与安排。\n';
  const long = line.repeat(Math.ceil(1_000_000 / line.length)).slice(0, 1_000_000);
  await keepNote(own, URL, PARAGRAPHS, QUOTE, { note: long });
  const page = await open();
  await expect.poll(() => painted(page)).toHaveProperty('note-yellow');
  const panel = await notesPanelOf(browser, URL);
  await expect(rows(panel)).toContainText('笔记很长，不排版显示');
  const all = panel.getByRole('button', { name: '显示全部 1,000,000 字' });
  const unfolding = await longestPause(panel, async () => {
    await all.click();
    await expect(panel.getByRole('button', { name: '收起' })).toBeVisible();
  });
  expect(await panel.locator('.long-text').evaluate((each) => each.textContent.length)).toBeGreaterThan(950_000);
  await expectAccessible(panel);
  await panel.getByRole('button', { name: '收起' }).click();
  const opening = await longestPause(panel, async () => {
    await rows(panel).getByRole('button', { name: '编辑' }).click();
    await expect(field(panel)).toBeFocused();
  });
  const typing = await longestPause(panel, async () => {
    await panel.keyboard.press('Control+Home');
    await panel.keyboard.type('添一句');
  });
  const previewing = await longestPause(panel, () => panel.getByRole('button', { name: '预览' }).click());
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(rows(panel).getByRole('button', { name: '编辑' })).toBeVisible({ timeout: 60_000 });
  await expect(rows(panel)).toContainText('添一句', { timeout: 60_000 });
  const { annotations } = done(await ask(own, 'notesFor', { url: URL, fingerprints: [] }));
  expect(annotations[0]!.note).toBe(`添一句${long}`);
  figures(
    `1 MB note, longest pause in ms: shown whole ${unfolding}, opened ${opening}, typed ${typing}, preview ${previewing}`,
  );
});

test('a thousand notes on one page are listed, a hundred at a time', async ({ site }) => {
  const many = Array.from({ length: 1000 }, (_, index) => `第${index}段说到第${index}件要办的事情，也说到何时办成。`);
  const paragraphs = [PARAGRAPHS[0]!, ...many];
  serveArticle(site, URL, paragraphs);
  const quotes = many.map((_, index) => `第${index}件要办的事情`);
  await keepHighlights(own, URL, paragraphs, quotes);
  const page = await open();
  await expect.poll(() => painted(page)).toHaveProperty('note-yellow');
  const panel = await notesPanelOf(browser, URL);
  await expect(panel.getByText('1000 条批注')).toBeVisible();
  await expect(rows(panel)).toHaveCount(100);
  const more = await longestPause(panel, async () => {
    await panel.getByRole('button', { name: '再列出 100 条' }).click();
    await expect(rows(panel)).toHaveCount(200);
  });
  const filtering = await longestPause(panel, async () => {
    await panel.getByRole('searchbox').fill('第777件');
    await expect(rows(panel)).toHaveCount(1);
  });
  const changing = await longestPause(panel, async () => {
    await rows(panel).getByRole('button', { name: '删除' }).click();
    await expect(panel.getByText('没有符合的批注。')).toBeVisible();
  });
  figures(`1000 notes, longest pause in ms: a hundred more ${more}, filtered ${filtering}, one deleted ${changing}`);
});
