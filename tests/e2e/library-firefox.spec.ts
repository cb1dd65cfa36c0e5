import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { violations } from './support/firefoxAxe';
import { FirefoxWithExtension } from './support/firefox';
import { smallLibrary, writeRows } from './support/library';
import { Site } from './support/site';

const ROWS = smallLibrary(20, 5, Date.UTC(2026, 5, 1, 4));

let site: Site;
let firefox: FirefoxWithExtension;
let page: Page;

test.beforeAll(async () => {
  site = await Site.open({});
  firefox = await FirefoxWithExtension.launch(site);
  page = await firefox.openOwn('library.html');
  await expect.poll(text).toContain('这里还没有资料');
  await writeRows(page, ROWS);
  await page.close();
  page = await firefox.openOwn('library.html');
  await expect.poll(text).toContain('共 100 条批注');
});
test.afterAll(async () => {
  await firefox.close();
  await site.close();
});

const text = () => page.evaluate(() => document.body?.innerText ?? '');
const goTo = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);

test('Firefox: annotations are found by characters, pinyin and words of a run, and filtered', async () => {
  expect(await violations(page)).toEqual([]);
  await goTo('#/notes?q=yshj&colour=yellow');
  await expect.poll(text).toMatch(/\d+ 条批注，共 100 条/);
  // The segmenter is brought in: without it the run stands nowhere.
  await goTo('#/articles?q=责任单位居民清单');
  await expect.poll(text, { timeout: 20_000 }).toContain('共 20 篇文章');
  expect(await violations(page)).toEqual([]);
});

test('Firefox: by keyboard: select, delete, undo, edit', async () => {
  await goTo('#/notes');
  await expect.poll(text).toContain('共 100 条批注');
  await page.focus('[role=listbox]');
  for (const key of ['j', 'x', 'j', 'x'] as const) await page.keyboard.press(key);
  await expect.poll(text).toContain('已选 2 条');
  await page.keyboard.press('Delete');
  await expect.poll(text).toContain('共 98 条批注');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await expect.poll(text).toContain('共 100 条批注');
  await page.keyboard.press('e');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('在火狐里写的');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await expect.poll(text).toContain('在火狐里写的');
});

test('Firefox: an article with its notes and mentions; the overview', async () => {
  await goTo('#/article/article-00001');
  await expect.poll(text).toContain('提法');
  expect(await page.evaluate(() => document.querySelectorAll('.reader-text mark').length)).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  await goTo('#/overview');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('.chart svg a').length)).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  for (const view of ['tags', 'people', 'formulations']) {
    await goTo(`#/${view}`);
    await expect.poll(text).toContain('最近');
    expect(await violations(page)).toEqual([]);
  }
});
