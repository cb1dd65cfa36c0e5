import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Day, EntryId } from '../../lib/model';
import { paintedInPage, placeOf } from './support/articles';
import { expectAccessible } from './support/axe';
import { CardProbe } from './support/card';
import { ChromiumWithExtension } from './support/chromium';
import { ARTICLES, expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';
import { annotationDraft, articleDraft, ask, askFrom, done } from './support/notes';

const ROWS = smallLibrary(60, 1, Date.UTC(2026, 5, 1, 4));

let browser: ChromiumWithExtension;

test.beforeAll(async ({ site }) => {
  browser = await ChromiumWithExtension.launch(site);
});
test.afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
  await browser.resetSettings();
  await browser.forgetNotes();
});
test.afterAll(() => browser.close());

async function filled(rows = ROWS): Promise<Page> {
  const page = await browser.openOwn('library.html#/follow');
  await page.waitForSelector('.shelf-empty');
  await writeRows(page, rows);
  return page;
}

async function look(page: Page, address: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/follow${address}`);
  await page.reload();
}

test('what is kept is counted; a chosen formulation leads from a line over time to its passages and into the article', async () => {
  const page = await filled();
  await expect(page.getByText('还没有可以统计的文章')).toBeVisible();
  await expectAccessible(page);
  await look(page, '');
  await expect(page.getByText(/统计了 60 篇文章；其中 \d+ 篇日期不详，另计/)).toBeVisible();
  await expect(page.getByRole('link', { name: /两个确立 60 \/ 60 篇/ })).toBeVisible();

  const field = page.getByRole('combobox', { name: '追踪哪些条目' });
  await field.fill('liangge queli');
  await expect(page.locator('datalist option').first()).toBeAttached();
  await field.press('Enter');
  await expect(page).toHaveURL(/of=liang-ge-queli/);
  await expect(page.getByText(/60 篇中的 60 篇，共 60 处/)).toBeVisible();
  await expect(page.getByText('最早见于（我的文章）')).toBeVisible();
  await expect(page.locator('.chart-drawn svg path').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByText('以表格查看').click();
  await page.getByRole('link', { name: /两个确立，2026-05：看原文/ }).click();
  await expect(page.getByRole('heading', { name: '原文' })).toBeVisible();
  const lines = page.locator('.kwic li');
  await expect(lines.first()).toContainText('会议强调，要深刻领悟“两个确立”的决定性意义');
  await expect(lines.first()).toContainText(/2026-05-\d\d/);
  await expectAccessible(page);
  await lines.first().getByRole('link').click();
  await expect(page.locator('.reader-passage')).toHaveText('两个确立');
  await expect(page.locator('.reader-passage')).toBeInViewport();
});

test('an article is counted when it is saved; the card says how often, and leads there', async () => {
  const own = await browser.openOwn('welcome.html');
  const paragraphs = ['会议指出，扎实做好“六稳”工作，全面落实“六保”任务。', '再说一遍“六稳”。'];
  const draft = { ...articleDraft('http://www.gov.cn/met-1.html', paragraphs), publishedAt: '2022-03-04' as Day };
  done(
    await ask(own, 'annotate', {
      article: draft,
      annotation: { ...annotationDraft('note-met-1', '注'), entries: ['liu-wen-liu-bao' as EntryId] },
    }),
  );
  const counts = { articles: 1, places: 2, month: '2022-03', notes: 0 };
  await expect.poll(() => ask(own, 'met' as never, { id: 'liu-wen' })).toEqual(counts);

  const page = await browser.context.newPage();
  await page.goto(ARTICLES.get('gov-notice')!.expected.url);
  await expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.formulation ?? '')).not.toBe('');
  // Of what does not stand on it a page learns nothing.
  const metThere = (id: string): Promise<unknown> => askFrom(own, page.url(), 'met' as never, { id });
  expect(await metThere('liu-wen')).toEqual({ articles: 1, places: 2, month: '2022-03', notes: 0 });
  expect(await metThere('xin-zhi-shengchanli')).toBeNull();
  const place = (await page.evaluate(placeOf, { text: '“六稳”“六保”', nth: 0 }))!;
  await page.mouse.move(place.x - 3, place.y);
  await page.mouse.move(place.x + 1, place.y, { steps: 3 });
  const card = await CardProbe.of(page);
  await card.waitFor('你的笔记 1 条');
  await card.press('六稳');
  await card.waitFor('在你的 1 篇文章中见过 2 次，最早见于2022年3月');
  const opened = browser.context.waitForEvent('page');
  await card.press('在你的 1 篇文章中见过 2 次，最早见于2022年3月');
  const library = await opened;
  await expect(library.locator('.follow-totals')).toContainText('1 篇中的 1 篇，共 2 处');
});

test('the log of reading is off, is said plainly, keeps what was opened once it is on, and forgets it when told', async () => {
  const read = async () => {
    const page = await browser.context.newPage();
    await page.goto(ARTICLES.get('gov-notice')!.expected.url);
    await expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.official ?? '')).not.toBe('');
    await page.close();
  };
  const options = await browser.openOwn('options.html');
  await read();
  await expect(options.getByText('没有记录。')).toBeVisible();
  await expect(options.getByText(/不记全文，不记无痕窗口/)).toBeVisible();
  await options.getByRole('switch', { name: '记下我打开的文章' }).check();
  await expect
    .poll(() => options.evaluate(() => chrome.storage.local.get('reading:log')))
    .toEqual({ 'reading:log': true });
  await read();
  await expect(options.getByText(/^记了 1 篇。/)).toBeVisible();
  await expectAccessible(options);

  const library = await browser.openOwn('library.html#/follow?of=lin-wu&show=offices');
  await expect(library.getByText('统计了 1 篇文章（保存 0 篇，只读过 1 篇）')).toBeVisible();
  await expect(library.getByRole('cell', { name: '省委书记', exact: true })).toBeVisible();
  await expect(library.locator('.chart-drawn svg circle')).toHaveCount(1);
  await expectAccessible(library);
  await look(library, '?of=liu-wen-liu-bao&show=passages');
  await expect(library.locator('.kwic li').first()).toContainText('只读过，没有保存');

  // A site that is not remembered, then nothing at all.
  await options.getByRole('button', { name: /^不再记 / }).click();
  await expect(options.getByRole('button', { name: /^恢复 / })).toBeVisible();
  await options.getByRole('button', { name: '删除全部记录' }).click();
  await options.getByRole('button', { name: '删除', exact: true }).click();
  await expect(options.getByText('删除了 1 篇的记录。')).toBeVisible();
  await read();
  await options.reload();
  await expect(options.getByText('没有记录。')).toBeVisible();
  await expect(library.getByText('还没有可以统计的文章')).toBeVisible();
});

test('what is shown is saved as a table and as pictures', async () => {
  const page = await filled();
  await look(page, '?of=liang-ge-queli,lianzhangzhi');
  await expect(page.locator('.chart-drawn svg').first()).toBeVisible();
  const saved = async (name: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = await saved('CSV 表格');
  expect(csv.name).toBe('追踪-两个确立-链长制.csv');
  expect(csv.bytes.toString('utf8').startsWith('\ufeff')).toBe(true);
  const lines = csv.bytes.toString('utf8').trim().split('\r\n');
  expect(lines[0]).toBe('时间,全部文章,两个确立 · 篇数,两个确立 · 次数,链长制 · 篇数,链长制 · 次数');
  expect(lines.at(-1)).toMatch(/^2026-05,\d+,\d+,\d+,\d+,\d+$/);
  const svg = (await saved('SVG 图')).bytes.toString('utf8');
  expect(svg).toContain('链长制');
  expect(svg).not.toContain('var(--');
  expect(svg).not.toContain('<a ');
  const png = await saved('PNG 图');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('two tabs count once and show the same; the trash counts no longer', async () => {
  const page = await filled();
  const other = await browser.openOwn('library.html#/follow');
  await look(page, '');
  for (const each of [page, other]) await expect(each.getByText(/^统计了 60 篇文章/)).toBeVisible();
  done(await ask(page, 'deleteArticle', { id: ROWS.articles[0]!.id }));
  for (const each of [page, other]) await expect(each.getByText(/^统计了 59 篇文章/)).toBeVisible();
  done(await ask(page, 'restoreArticle', { id: ROWS.articles[0]!.id }));
  for (const each of [page, other]) await expect(each.getByText(/^统计了 60 篇文章/)).toBeVisible();
});

test('counting can be paused, and goes on where it was', async () => {
  const page = await filled(smallLibrary(800, 0, Date.UTC(2026, 5, 1, 4)));
  await look(page, '');
  await page.getByRole('button', { name: '暂停' }).click();
  await expect(page.getByText(/^统计已暂停，还有 [1-9]\d* 篇没有统计。$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByText(/^统计了 800 篇文章/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: '暂停' })).toHaveCount(0);
});

test('by keyboard alone: what is followed is chosen, a view, a passage, and the way into the article', async () => {
  const page = await filled();
  await look(page, '');
  const field = page.getByRole('combobox', { name: '追踪哪些条目' });
  await expect(page.locator('.follow-top a').first()).toBeVisible();
  await field.focus();
  await page.keyboard.type('链长制');
  await expect(page.locator('datalist option').first()).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/of=lianzhangzhi/);
  await page.getByRole('link', { name: '原文', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.kwic li').first()).toBeVisible();
  await page.locator('.kwic a').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.reader-passage')).toContainText('链长制');
  await page.goBack();
  await expect(page.locator('.kwic li').first()).toBeVisible();
});
