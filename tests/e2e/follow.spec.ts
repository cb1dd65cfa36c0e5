import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';
import type { Site } from './support/site';

const ROWS = smallLibrary(60, 1, Date.UTC(2026, 5, 1, 4));

let browser: ChromiumWithExtension;

async function filled(site: Site, options: Parameters<typeof ChromiumWithExtension.launch>[1] = {}): Promise<Page> {
  browser = await ChromiumWithExtension.launch(site, options);
  const page = await browser.openOwn('library.html#/follow');
  await page.waitForSelector('.shelf-empty');
  await writeRows(page, ROWS);
  return page;
}

async function look(page: Page, address: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/follow${address}`);
  await page.reload();
}

test.afterEach(() => browser.close());

test('what is kept is counted; a chosen formulation leads from a line over time to its passages and into the article', async ({
  site,
}) => {
  const page = await filled(site);
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
