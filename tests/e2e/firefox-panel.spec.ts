import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { describe } from '../../lib/anchor/locate';
import { PARAGRAPH_MARK } from '../../lib/text/normalise';
import { paintedInPage } from './support/articles';
import { FirefoxWithExtension } from './support/firefox';
import { expect, test } from './support/fixtures';
import { serveArticle } from './support/notedPage';
import { articleDraft } from './support/notes';

const URL = 'http://www.shanxi.gov.cn/firefox-panel.html';
const BEFORE = [
  '全省工作会议在太原召开',
  '会议指出，今年前五个月的进展比预想的快，后七个月仍不能松劲，各地要把底数摸清。',
  '会议最后作了安排，有关部门的同志参加会议，各地随即开展工作。',
];
const NOW = [BEFORE[0]!, BEFORE[1]!.replace('后七个月', '后六个月'), '会议没有提到别的事情，随即结束。'];

let firefox: FirefoxWithExtension;
test.beforeAll(async ({ site }) => {
  firefox = await FirefoxWithExtension.launch(site);
  serveArticle(site, URL, NOW);
});
test.afterAll(() => firefox.close());

/** Keeps annotations on the page as it was. */
async function keep(quotes: readonly string[]): Promise<void> {
  const text = BEFORE.join(PARAGRAPH_MARK);
  const article = { ...articleDraft(URL), title: BEFORE[0]!, paragraphs: BEFORE, body: [0, 1, 2] };
  const requests = quotes.map((quote, index) => {
    const start = text.indexOf(quote);
    const anchor = describe(text, { start, end: start + quote.length });
    const paragraph = BEFORE.find((each) => each.includes(quote))!;
    const made = { anchor, paragraph, colour: 'green', note: `注${index}`, tags: [], entries: [] };
    return { article, annotation: { id: `firefox-${index}`, ...made } };
  });
  await firefox.welcome.evaluate(async (all) => {
    const { runtime } = (globalThis as unknown as { browser: typeof chrome }).browser;
    for (const request of all) await runtime.sendMessage({ to: 'background', name: 'annotate', request });
  }, requests);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

const text = (panel: Page) => panel.evaluate(() => document.body?.innerText ?? '');
/** Presses a button of the panel that begins so. */
const press = (panel: Page, name: string) =>
  expect
    .poll(() =>
      panel.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find((each) =>
          (each.ariaLabel ?? each.innerText).trim().startsWith(wanted),
        );
        button?.click();
        return button !== undefined;
      }, name),
    )
    .toBe(true);

test('Firefox: the panel’s notes: both wordings, confirmed, written, recoloured, deleted and brought back', async () => {
  await keep(['后七个月仍不能松劲', '有关部门的同志参加会议']);
  const page = await firefox.open(URL);
  await expect.poll(() => page.evaluate(paintedInPage)).toMatchObject({ 'note-changed': '后六个月仍不能松劲' });
  const tab = await firefox.welcome.evaluate(async (url) => {
    const tabs = await (globalThis as unknown as { browser: typeof chrome }).browser.tabs.query({});
    return tabs.find((each) => each.url === url)!.id!;
  }, URL);
  const panel = await firefox.openOwn(`sidepanel.html?tab=${tab}`);
  await press(panel, '批注');
  await expect.poll(() => text(panel)).toContain('页面上没有找到这段文字');
  expect(await text(panel)).toContain('文字有变');
  expect(await violations(panel)).toEqual([]);

  await press(panel, '就是这里');
  await expect.poll(() => text(panel)).not.toContain('文字有变');
  await press(panel, '编辑');
  await expect.poll(() => panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  expect(await violations(panel)).toEqual([]);
  await panel.keyboard.type('，又写一句');
  await panel.keyboard.down('Control');
  await panel.keyboard.press('Enter');
  await panel.keyboard.up('Control');
  await expect.poll(() => panel.evaluate(() => document.querySelector('textarea'))).toBe(null);
  await expect.poll(() => text(panel)).toMatch(/注0，又写一句|，又写一句注0/);
  await press(panel, '颜色：绿');
  await press(panel, '粉');
  await expect.poll(() => page.evaluate(paintedInPage)).toMatchObject({ 'note-pink': '后六个月仍不能松劲' });
  await press(panel, '删除');
  await expect.poll(() => text(panel)).toContain('已移到回收站');
  await expect.poll(() => page.evaluate(paintedInPage)).not.toHaveProperty('note-pink');
  await press(panel, '撤销');
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('note-pink');
  await press(panel, '到文中');
  await firefox.waitForCard(page, '又写一句');
  await panel.close();

  const trash = await firefox.openOwn('library.html#/trash');
  await expect.poll(() => text(trash)).toContain('回收站是空的');
  expect(await violations(trash)).toEqual([]);
  await trash.close();
  await page.close();
});
