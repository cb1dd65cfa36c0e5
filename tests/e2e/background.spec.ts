import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { ChromiumWithExtension } from './support/chromium';
import { ARTICLES, expect, test } from './support/fixtures';

const NOTICE = ARTICLES.get('gov-notice')!.expected;
const painted = (page: Page) => page.evaluate(paintedInPage);

/** How the marks of officials are drawn. */
function lineAndTint(page: Page): Promise<{ readonly line: string; readonly tint: string }> {
  return page.evaluate(() => {
    const paragraph = document.querySelector('.TRS_Editor p')!;
    const { textDecorationLine, backgroundColor } = getComputedStyle(paragraph, '::highlight(pangzhu-official)');
    return { line: textDecorationLine, tint: backgroundColor };
  });
}

test('the style of marks changes on open pages though the worker slept and remembers nothing', async ({ site }) => {
  const browser = await ChromiumWithExtension.launch(site);
  try {
    const options = await browser.openOwn('options.html');
    const page = await browser.context.newPage();
    await page.goto(NOTICE.url);
    await expect.poll(() => painted(page)).toHaveProperty('official');
    expect(await lineAndTint(page)).toEqual({ line: 'underline', tint: 'rgba(0, 0, 0, 0)' });
    const session = await page.context().newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await options.getByRole('radio', { name: '底色' }).check();
    await expect.poll(async () => (await lineAndTint(page)).tint).not.toBe('rgba(0, 0, 0, 0)');
    await expect.poll(async () => (await lineAndTint(page)).line).toBe('none');
    // And it is drawn: the pixels behind the upper half of the word are others than without it.
    await page.bringToFront();
    const place = (await page.evaluate(placeOf, { text: '林武', nth: 0 }))!;
    const clip = { x: place.x - 8, y: place.top, width: 16, height: (place.bottom - place.top) / 2 };
    const tinted = await page.screenshot({ clip });
    await page.evaluate(() => CSS.highlights.clear());
    expect(Buffer.compare(tinted, await page.screenshot({ clip }))).not.toBe(0);
  } finally {
    await browser.close();
  }
});

test('sites switched on and off in a hurry: the last word is registered, nothing fails', async ({
  browserWithExtension: browser,
}) => {
  const worker = await browser.worker();
  const { matches, failures } = await worker.evaluate(async () => {
    const failed: string[] = [];
    const warn = console.warn;
    console.warn = (...words) => failed.push(words.join(' '));
    const fail = ({ reason }: PromiseRejectionEvent) => failed.push(String(reason));
    addEventListener('unhandledrejection', fail);
    for (let round = 0; round < 10; round++) {
      void chrome.storage.local.set({ 'site:mp.weixin.qq.com': 'off' });
      void chrome.storage.local.set({ 'site:mp.weixin.qq.com': 'on' });
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
    console.warn = warn;
    removeEventListener('unhandledrejection', fail);
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return { matches: scripts.map((script) => script.matches), failures: failed };
  });
  expect(failures).toEqual([]);
  expect(matches).toEqual([['*://*.mp.weixin.qq.com/*']]);
  await browser.resetSettings();
});

test('what is wrong here is wrong in every tab of the site', async ({ open, card, rest }) => {
  const [page, other] = [await open('gov-notice'), await open('gov-notice')];
  for (const each of [page, other]) {
    await each.bringToFront();
    await expect.poll(() => painted(each)).toHaveProperty('official');
  }
  await page.bringToFront();
  const probe = await card(page);
  await rest(page, '林武');
  await probe.waitFor('林武');
  await probe.press('此处不对');
  await expect.poll(() => painted(page)).not.toHaveProperty('official');
  await expect.poll(() => painted(other)).not.toHaveProperty('official');
  await probe.press('撤销');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  await expect.poll(() => painted(other)).toHaveProperty('official');
});

test('a tab that hangs keeps no other from following the settings', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  site.serve('http://www.gov.cn/hangs.html', { body: '<meta charset="utf-8"><p>山西用好“链长制”。</p>' });
  const hanging = await open('http://www.gov.cn/hangs.html');
  await expect.poll(() => painted(hanging)).toHaveProperty('programme');
  const dialog = hanging.waitForEvent('dialog');
  await hanging.evaluate(() => void setTimeout(() => alert('x')));
  const opened = await dialog;
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('institution');
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'kind:institution': false, markStyle: 'tint' }));
  await expect.poll(() => painted(page)).not.toHaveProperty('institution');
  await expect.poll(async () => (await lineAndTint(page)).line).toBe('none');
  await opened.dismiss();
});
