import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { violations } from './support/firefoxAxe';
import { FirefoxWithExtension } from './support/firefox';
import { Site } from './support/site';

let site: Site;
let firefox: FirefoxWithExtension;
let page: Page;

test.beforeAll(async () => {
  site = await Site.open({});
  firefox = await FirefoxWithExtension.launch(site);
  page = await firefox.openOwn('library.html');
});
test.afterAll(async () => {
  await firefox.close();
  await site.close();
});

const text = () => page.evaluate(() => document.body?.innerText ?? '');
/** As if it were pasted. */
const paste = (nth: number, pasted: string) =>
  page.evaluate(
    (index, value) => {
      const field = document.querySelectorAll('textarea')[index]!;
      field.focus();
      document.execCommand('insertText', false, value);
    },
    nth,
    pasted,
  );
const press = () => page.evaluate(() => document.querySelector<HTMLButtonElement>('.button.is-main')!.click());

test('Firefox: a draft is checked, and set right by keyboard', async () => {
  await page.evaluate(() => void (location.hash = '#/check'));
  await expect.poll(text).toContain('文稿日期');
  await paste(0, '要深刻领悟两个确力的意义，优化营商环镜。');
  await press();
  await expect.poll(text, { timeout: 20_000 }).toContain('查到 2 处');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('f');
  await expect.poll(text).toContain('查到 1 处');
  expect(await text()).toContain('两个确立的意义');
});

test('Firefox: two texts are compared', async () => {
  await page.evaluate(() => void (location.hash = '#/compare'));
  await expect.poll(text).toContain('第一篇（先）');
  await paste(0, '各县应当备足种子。\n抓好民生实事。');
  await paste(1, '各县必须备足种子。\n抓好民生实事。');
  await press();
  await expect.poll(text, { timeout: 20_000 }).toContain('相同 1，改动 1');
  expect(await violations(page)).toEqual([]);
});
