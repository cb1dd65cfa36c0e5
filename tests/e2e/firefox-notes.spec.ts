import type { Page } from 'puppeteer-core';
import { paintedInPage, placeOf } from './support/articles';
import { expect, test } from './support/fixtures';
import { FirefoxWithExtension } from './support/firefox';

let firefox: FirefoxWithExtension;
test.beforeAll(async ({ site }) => {
  firefox = await FirefoxWithExtension.launch(site);
});
test.afterAll(() => firefox.close());

const painted = (page: Page) => page.evaluate(paintedInPage);

async function select(page: Page, from: string, to: string): Promise<void> {
  const [first, last] = [
    (await page.evaluate(placeOf, { text: from, nth: 0 }))!,
    (await page.evaluate(placeOf, { text: to, nth: 0 }))!,
  ];
  await page.mouse.move(first.left + 1, first.y);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.y, { steps: 8 });
  await page.mouse.up();
}

async function alone(page: Page, ...keys: readonly Parameters<Page['keyboard']['down']>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

test('Firefox: a note is written with keys over two paragraphs, found again, opened by badge and pointer, edited', async ({
  site,
}) => {
  const url = 'http://www.gov.cn/firefox-notes.html';
  site.serve(url, {
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>推进会</title><h1>推进会</h1>
      <p>全省推进会在太原召开，会议通报了上半年各市的进度。</p><p>与会者认为，办法要因地制宜。</p>
      <script>window.heard = []; addEventListener('keydown', ({ key, isTrusted }) => heard.push(key + isTrusted));</script>`,
  });
  const page = await firefox.open(url);
  await new Promise((done) => setTimeout(done, 800));
  await select(page, '上半年', '与会者');
  await expect.poll(() => firefox.cardText(page)).toContain('复制引文');
  await alone(page, 'Alt', 'Shift', 'KeyN');
  await firefox.waitForCard(page, '笔记（Markdown）');
  await page.keyboard.type('两段一起看');
  await page.keyboard.press('Tab');
  await page.keyboard.type('会议');
  await page.keyboard.press('Enter');
  await alone(page, 'Control', 'Enter');
  await expect.poll(() => firefox.cardText(page)).toBe('');
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': '上半年各市的进度。与会者' });
  // What was typed in the editor stayed there.
  const heard = (await page.evaluate('heard')) as string[];
  expect(heard.filter((each) => !/Alt|Shift|Control/.test(each))).toEqual([]);

  await page.reload();
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': '上半年各市的进度。与会者' });
  const place = (await page.evaluate(placeOf, { text: '各市的进度', nth: 0 }))!;
  await page.mouse.move(place.x - 20, place.y);
  await page.mouse.move(place.x, place.y, { steps: 3 });
  await firefox.waitForCard(page, '两段一起看');
  await page.mouse.move(900, 600, { steps: 3 });
  await expect.poll(() => firefox.cardText(page)).toBe('');

  await page.evaluate(() => document.body.focus());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await firefox.waitForCard(page, '两段一起看')).toContain('会议');
  await page.keyboard.press('Escape');
  await expect.poll(() => firefox.cardText(page)).toBe('');
  await page.close();
});
