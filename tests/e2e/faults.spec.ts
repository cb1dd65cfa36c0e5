import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { CardProbe } from './support/card';
import { CHROME_BUILD, ChromiumWithExtension } from './support/chromium';
import { ARTICLES, expect, test } from './support/fixtures';
import { frameState } from './support/worker';

const painted = (page: Page) => page.evaluate(paintedInPage);
/** Before everything else in the worker: it hears messages and says nothing. */
const MUTE = `globalThis.mute = true;
const listen = chrome.runtime.onMessage.addListener.bind(chrome.runtime.onMessage);
chrome.runtime.onMessage.addListener = (heard) => listen((...message) => (globalThis.mute ? false : heard(...message)));`;
const HEAD =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>测试</title><meta name="PubDate" content="2022-05-20">';

/** Everything that a page could hold against us. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) heard.push(message.text());
  });
  return heard;
}

test('a hostile page: marks come back, cards open once it lets them, no error on either side', async ({
  open,
  card,
  rest,
  browserWithExtension,
}) => {
  const { expected } = ARTICLES.get('hostile')!;
  const page = await open('about:blank');
  const heard = complaints(page);
  await page.goto(expected.url);
  await expect.poll(() => frameState(browserWithExtension, expected.url).then((state) => state?.is)).toBe('read');
  // It throws our highlights away and our card out, over and over.
  await rest(page, '林武');
  await page.waitForTimeout(1500);
  expect(await page.evaluate('window.pageErrors')).toEqual([]);
  await page.evaluate('window.truce = true');
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 10);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('pangzhu-official'))).toBe(true);
  await rest(page, '林武');
  const probe = await card(page);
  expect(await probe.waitFor('林武')).toContain('省委书记');
  expect(heard.filter((words) => !words.includes('404'))).toEqual([]);
});

test('a stopped worker wakes for the next page', async ({ open, browserWithExtension }) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.reload();
  await expect.poll(() => painted(page)).toHaveProperty('official');
  // Playwright keeps no hold on the new worker; the settings are put back by a page.
  const own = await browserWithExtension.openOwn('options.html');
  await own.evaluate(() => chrome.storage.local.set({ language: 'zh' }));
  await own.close();
});

test.describe('with a browser of its own', () => {
  test('a page from the browser’s memory asks again what has changed meanwhile', async ({ site }) => {
    const url = 'http://www.gov.cn/left.html';
    site.serve(url, {
      body: `${HEAD}<p>山西抓好“六稳”“六保”。</p><script>addEventListener('pageshow', ({ persisted }) => (window.fromMemory = persisted));</script>`,
    });
    const browser = await ChromiumWithExtension.launch(site, { backForwardCache: true });
    try {
      const page = await browser.context.newPage();
      await page.goto(url);
      await expect.poll(() => painted(page)).toHaveProperty('formulation');
      await page.goto(ARTICLES.get('gov-notice')!.expected.url);
      await expect.poll(() => painted(page)).toHaveProperty('official');
      const worker = await browser.worker();
      await worker.evaluate(() => chrome.storage.local.set({ 'site:www.gov.cn': 'off' }));
      await page.waitForTimeout(500);
      await page.goBack({ waitUntil: 'commit' });
      await expect.poll(() => page.evaluate('window.fromMemory')).toBe(true);
      await expect.poll(() => painted(page)).toEqual({});
    } finally {
      await browser.close();
    }
  });

  test('a background that does not answer: no marks, no errors, tried again on focus', async ({ site }) => {
    const build = await mkdtemp(join(tmpdir(), 'pangzhu-mute-'));
    await cp(CHROME_BUILD, build, { recursive: true });
    const script = join(build, 'background.js');
    await writeFile(script, `${MUTE}\n${await readFile(script, 'utf8')}`);
    const browser = await ChromiumWithExtension.launch(site, { build });
    try {
      const page = await browser.context.newPage();
      const heard = complaints(page);
      await page.goto(ARTICLES.get('gov-notice')!.expected.url);
      await page.waitForTimeout(800);
      expect(await painted(page)).toEqual({});
      expect(heard.filter((words) => !words.includes('404'))).toEqual([]);
      const worker = await browser.worker();
      await worker.evaluate('mute = false');
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await expect.poll(() => painted(page)).toHaveProperty('official');
    } finally {
      await browser.close();
      await rm(build, { recursive: true, force: true });
    }
  });

  test('reloaded under an open page: the old script goes quiet, the new one takes over', async ({ site }) => {
    const browser = await ChromiumWithExtension.launch(site);
    try {
      const page = await browser.context.newPage();
      const heard = complaints(page);
      await page.goto(ARTICLES.get('gov-notice')!.expected.url);
      await expect.poll(() => painted(page)).toHaveProperty('official');
      const before = await painted(page);
      const worker = await browser.worker();
      const gone = new Promise((resolve) => worker.once('close', resolve));
      await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
      await gone;
      await expect.poll(() => browser.context.serviceWorkers().length, { timeout: 15_000 }).toBeGreaterThan(0);
      // The old script hears of it at the next move of the pointer and steps back.
      await page.mouse.move(30, 30);
      await page.mouse.move(60, 60);
      await page.waitForTimeout(600);
      await page.mouse.move(90, 90);
      await expect.poll(() => painted(page)).toEqual(before);
      const place = await page.evaluate(() => {
        const text = document.querySelector('.TRS_Editor b')!.firstChild as Text;
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      });
      await page.mouse.move(place.x, place.y + 90);
      await page.mouse.move(place.x, place.y, { steps: 5 });
      await page.waitForTimeout(60);
      await page.mouse.move(place.x + 1, place.y);
      const probe = await CardProbe.of(page);
      await probe.waitFor('林武');
      expect(await page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length)).toBe(1);
      expect(heard.filter((words) => !words.includes('404'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

/** Counts the turns that the page gets, from the very beginning. */
const HEARTBEAT = `<script>window.beats = []; const channel = new MessageChannel();
  channel.port1.onmessage = () => { beats.push(performance.now()); if (beats.length < 1e6) setTimeout(() => channel.port2.postMessage(0), 4); };
  channel.port2.postMessage(0);</script>`;

test('a page of 5 MB of text is marked in the end, and gets its turns meanwhile', async ({ open, site }) => {
  const paragraph = '这里是一段没有任何收录词语的普通文字，只为了把页面撑得很长很长，读者多半不会看完它。'.repeat(20);
  const body = Array.from(
    { length: 2100 },
    (_, i) => `<p>${paragraph}${i % 100 === 0 ? '深刻领悟“两个确立”。' : ''}</p>`,
  ).join('');
  expect(Buffer.byteLength(body)).toBeGreaterThan(5_000_000);
  site.serve('http://www.gov.cn/long.html', { body: `${HEAD}${HEARTBEAT}${body}` });
  const page = await open('http://www.gov.cn/long.html');
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('pangzhu-formulation')?.size ?? 0), { timeout: 30_000 })
    .toBe(21);
  const beats = await page.evaluate('beats.length');
  expect(beats).toBeGreaterThan(20);
});

test('a page of 100,000 nodes is marked in the end', async ({ open, site }) => {
  site.serve('http://www.gov.cn/nodes.html', {
    body: `${HEAD}${HEARTBEAT}<div id="root"></div><script>
      const parts = [];
      for (let i = 0; i < 33000; i++) parts.push('<div><span>第' + i + '项</span>' + (i % 1000 === 0 ? '用好“链长制”' : '') + '</div>');
      root.innerHTML = parts.join('');
    </script>`,
  });
  const page = await open('http://www.gov.cn/nodes.html');
  expect(await page.evaluate(() => document.querySelectorAll('*').length + 33_000)).toBeGreaterThan(99_000);
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('pangzhu-programme')?.size ?? 0), { timeout: 30_000 })
    .toBe(33);
});

test('a page that never rests is read again and again, not all the time', async ({ open, site }) => {
  site.serve('http://www.gov.cn/churn.html', {
    body: `${HEAD}<p id="a">山西抓好“六稳”“六保”。</p><ul id="list"></ul><script>
      let n = 0;
      setInterval(() => {
        list.replaceChildren(...Array.from({ length: 200 }, () => Object.assign(document.createElement('li'), { textContent: '第' + n++ + '条消息，用好“链长制”。' })));
      }, 10);
    </script>`,
  });
  const page = await open('http://www.gov.cn/churn.html');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('pangzhu-formulation')?.size ?? 0)).toBeGreaterThan(0);
  const busy = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let beats = 0;
        const timer = setInterval(() => beats++, 10);
        setTimeout(() => {
          clearInterval(timer);
          resolve(beats);
        }, 2000);
      }),
  );
  // At 10 ms a beat, 200 would be a page that does nothing else.
  expect(busy).toBeGreaterThan(60);
});

test('odd text breaks nothing: lone surrogates, bidi marks, nothing but quotation marks', async ({ open, site }) => {
  site.serve('http://www.gov.cn/odd.html', {
    body: `${HEAD}<p>${'“'.repeat(20_000)}</p><p id="a">山西抓好“六稳”“六保”</p><script>
      a.append(String.fromCharCode(0xd83d), '\\u202e深刻领悟“两个确立”', String.fromCharCode(0xdc00));
    </script>`,
  });
  const page = await open('about:blank');
  const heard = complaints(page);
  await page.goto('http://www.gov.cn/odd.html');
  await expect.poll(() => painted(page)).toMatchObject({ formulation: '“六稳”“六保”两个确立' });
  expect(heard).toEqual([]);
});
