import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { ARTICLES, expect, test } from './support/fixtures';
import { command, frameState, tabId } from './support/worker';

const painted = (page: Page) => page.evaluate(paintedInPage);
const BASIC = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>测试页面</title>
  <meta name="PubDate" content="2022-05-20"><body>`;

/** The marks in a part of the window change its pixels: in the lower half, where the underlines are, and nowhere else. */
async function expectDrawn(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<void> {
  const half = clip.height / 2;
  const [upper, lower] = [
    { ...clip, height: half },
    { ...clip, y: clip.y + half, height: half },
  ];
  const both = async () => [await page.screenshot({ clip: upper }), await page.screenshot({ clip: lower })] as const;
  const marked = await both();
  await page.evaluate(() => CSS.highlights.clear());
  const plain = await both();
  expect(Buffer.compare(marked[0], plain[0])).toBe(0);
  expect(Buffer.compare(marked[1], plain[1])).not.toBe(0);
}

/** Everything of the page that a reader could take away. */
function outerAndCopied(): { readonly html: string; readonly copied: string } {
  const html = document.documentElement.outerHTML;
  getSelection()!.selectAllChildren(document.body);
  const copied = getSelection()!.toString();
  getSelection()!.removeAllRanges();
  return { html, copied };
}

test('text that comes later is marked, text that changes is marked anew, text that goes is forgotten', async ({
  open,
  site,
}) => {
  site.serve('http://www.gov.cn/late.html', {
    body: `${BASIC}<h1>测试页面</h1><p id="a">山西抓好“六稳”“六保”。</p><div id="more"></div>`,
  });
  const page = await open('http://www.gov.cn/late.html');
  await expect.poll(() => painted(page)).toEqual({ formulation: '“六稳”“六保”' });
  await page.evaluate(() => {
    document.querySelector('#more')!.innerHTML = '<p>深刻领悟“两个<b>确立</b>”</p>';
  });
  await expect.poll(() => painted(page)).toEqual({ formulation: '“六稳”“六保”两个确立' });
  await page.evaluate(() => {
    (document.querySelector('#a')!.firstChild as Text).data = '山西用好“链长制”。';
  });
  await expect.poll(() => painted(page)).toMatchObject({ programme: '链长制', formulation: '两个确立' });
  await page.evaluate(() => document.querySelector('#more')!.remove());
  await expect.poll(() => painted(page).then(({ formulation = '' }) => formulation)).toBe('');
});

test('marks are drawn as lines below their words, each kind its own', async ({ open, site }) => {
  site.serve('http://www.gov.cn/drawn.html', {
    body: `${BASIC}<style>p { font-size: 24px; line-height: 40px; }</style><p>做好“六稳”“六保”。</p><p>用好“链长制”。</p><p>省委书记林武到会。</p><p>普通的一行字。</p>`,
  });
  const page = await open('http://www.gov.cn/drawn.html');
  await expect
    .poll(() => painted(page))
    .toMatchObject({ formulation: '“六稳”“六保”', programme: '链长制', official: '林武' });
  const lineOf = async (text: string) => {
    const { left, right, top } = (await page.evaluate(placeOf, { text, nth: 0 }))!;
    return { x: left, y: top, width: right - left, height: 36 };
  };
  const words = ['六稳', '链长制', '林武'];
  const before = await page.screenshot({ clip: await lineOf('普通的一行字') });
  for (const text of words) {
    await expectDrawn(page, await lineOf(text));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => painted(page)).toHaveProperty('official');
  }
  expect(Buffer.compare(before, await page.screenshot({ clip: await lineOf('普通的一行字') }))).toBe(0);
});

test('late text knows what the article told before', async ({ open, site }) => {
  site.serve('http://www.sxjz.gov.cn/late.html', {
    body: `${BASIC}<p>晋中市委书记刘星到太谷区调研。</p><div id="more"></div>`,
  });
  const page = await open('http://www.sxjz.gov.cn/late.html');
  await expect.poll(() => painted(page)).toMatchObject({ official: '刘星' });
  await page.evaluate(() => {
    document.querySelector('#more')!.innerHTML = '<p>刘星强调，要抓落实。</p>';
  });
  await expect.poll(() => painted(page)).toMatchObject({ official: '刘星刘星' });
});

test('a single-page site: the new article is read with its own date', async ({
  open,
  site,
  card,
  rest,
  browserWithExtension,
}) => {
  const app = (date: string, text: string) =>
    `<h1>山西要闻一则</h1><p><time datetime="${date}">${date}</time></p><p>${text}</p>`;
  site.serve('http://www.shanxi.gov.cn/app/1', {
    body: `<!doctype html><meta charset="utf-8"><title>山西要闻</title><main id="app">${app('2022-05-13', '省委书记林武到会。')}</main>`,
  });
  const page = await open('http://www.shanxi.gov.cn/app/1');
  await expect.poll(() => painted(page)).toMatchObject({ official: '林武' });
  const probe = await card(page);
  await rest(page, '林武');
  expect(await probe.waitFor('林武')).toContain('2022-05-13 的文献如此记载');
  await page.mouse.move(2, 2);
  await probe.waitForNone();
  await page.evaluate(
    (html) => {
      history.pushState({}, '', '/app/2');
      document.querySelector('#app')!.innerHTML = html;
    },
    app('2024-01-01', '省委书记林武的讲话又被提起。'),
  );
  await expect
    .poll(() =>
      frameState(browserWithExtension, 'http://www.shanxi.gov.cn/app/2').then((state) => state?.article.publishedAt),
    )
    .toBe('2024-01-01');
  // Its date is known before its marks are.
  await expect.poll(() => painted(page)).toMatchObject({ official: '林武' });
  await rest(page, '林武');
  expect(await probe.waitFor('林武')).toContain('2023-05-25 的文献所载任此职者为蓝佛安');
});

test('what is folded away is marked when it is shown', async ({ open, site }) => {
  site.serve('http://www.gov.cn/tabs.html', {
    body: `${BASIC}<p>山西抓好“六稳”“六保”。</p><div id="tab" style="display:none"><p>用好“链长制”。</p></div>
      <details><summary>详情</summary><p>践行正确政绩观。</p></details>`,
  });
  const page = await open('http://www.gov.cn/tabs.html');
  await expect.poll(() => painted(page)).toEqual({ formulation: '“六稳”“六保”' });
  await page.evaluate(() => ((document.querySelector('#tab') as HTMLElement).style.display = 'block'));
  await expect.poll(() => painted(page)).toMatchObject({ programme: '链长制' });
  await page.evaluate(() => document.querySelector('details')!.setAttribute('open', ''));
  await expect.poll(() => painted(page)).toMatchObject({ formulation: '“六稳”“六保”正确政绩观' });
});

test('open shadow roots: marked, and the card opens there', async ({ open, site, card }) => {
  site.serve('http://www.gov.cn/shadow.html', {
    body: `${BASIC}<p>山西要闻。</p><news-text><template shadowrootmode="open"><p style="font-size:20px">扎实做好“六稳”“六保”工作。</p></template></news-text>`,
  });
  const page = await open('http://www.gov.cn/shadow.html');
  await expect.poll(() => painted(page)).toEqual({ formulation: '“六稳”“六保”' });
  const place = await page.evaluate(() => {
    const text = document.querySelector('news-text')!.shadowRoot!.querySelector('p')!.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, 5);
    range.setEnd(text, 7);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const probe = await card(page);
  await page.mouse.move(place.x - 30, place.y + 80);
  await page.mouse.move(place.x, place.y, { steps: 5 });
  await probe.waitFor('六稳');
  // What is painted is drawn there too.
  await page.mouse.move(4, 600);
  await probe.waitForNone();
  await expectDrawn(page, { x: place.x - 30, y: place.y - 14, width: 60, height: 30 });
});

test('iframes: of the same site, written in place, and of another permitted site', async ({ open, site }) => {
  site.serve('http://www.people.com.cn/inner.html', { body: `${BASIC}<p>山西用好“链长制”。</p>` });
  site.serve('http://www.gov.cn/inner.html', { body: `${BASIC}<p>扎实做好“六稳”“六保”工作。</p>` });
  site.serve('http://www.gov.cn/frames.html', {
    body: `${BASIC}<p>山西要闻一则。</p>
      <iframe src="/inner.html" width="500" height="200"></iframe>
      <iframe src="http://www.people.com.cn/inner.html" width="500" height="200"></iframe>
      <iframe srcdoc="<p>践行正确政绩观，山西要闻。</p>" width="500" height="200"></iframe>`,
  });
  const page = await open('http://www.gov.cn/frames.html');
  const inFrame = async (address: string) =>
    page
      .frames()
      .find((frame) => frame.url() === address)!
      .evaluate(paintedInPage);
  await expect.poll(() => inFrame('http://www.gov.cn/inner.html')).toEqual({ formulation: '“六稳”“六保”' });
  await expect.poll(() => inFrame('http://www.people.com.cn/inner.html')).toEqual({ programme: '链长制' });
  await expect.poll(() => inFrame('about:srcdoc')).toEqual({ formulation: '正确政绩观' });
});

test('the page is not touched: same DOM, same copied text, no layout shift, no request', async ({ open, site }) => {
  const { expected } = ARTICLES.get('gov-notice')!;
  // The same page under a host that is not read: what it is without us.
  site.serve('http://www.example.org/notice.html', ARTICLES.get('gov-notice')!.served);
  const bare = await open('http://www.example.org/notice.html');
  const before = await bare.evaluate(outerAndCopied);
  site.asked.length = 0;
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  expect(await page.evaluate(outerAndCopied)).toEqual(before);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBe(0);
  const asked = site.asked.filter((url) => !url.endsWith('/favicon.ico'));
  expect(asked).toEqual([expected.url]);
});

test('marks off and on by shortcut; the site off and on by setting', async ({ open, browserWithExtension }) => {
  const { url } = ARTICLES.get('gov-notice')!.expected;
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  await command(browserWithExtension, 'toggle-marks', url);
  await expect.poll(() => painted(page)).toEqual({});
  await command(browserWithExtension, 'toggle-marks', url);
  await expect.poll(() => painted(page)).toHaveProperty('official');

  const worker = await browserWithExtension.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'site:www.shanxi.gov.cn': 'off' }));
  await expect.poll(() => painted(page)).toEqual({});
  await page.reload();
  await page.waitForTimeout(400);
  expect(await painted(page)).toEqual({});
  await worker.evaluate(() => chrome.storage.local.remove('site:www.shanxi.gov.cn'));
  await expect.poll(() => painted(page)).toHaveProperty('official');
});

test('marks that were hidden stay hidden: on this page as it changes, in frames that come later, in other tabs', async ({
  open,
  site,
  card,
  rest,
  browserWithExtension,
}) => {
  const url = 'http://www.gov.cn/hidden.html';
  site.serve('http://www.gov.cn/inner.html', { body: `${BASIC}<p>扎实做好“六稳”“六保”工作。</p>` });
  site.serve(url, { body: `${BASIC}<p>扎实做好“六稳”“六保”工作。</p>` });
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('formulation');
  const probe = await card(page);
  await rest(page, '“六稳”“六保”');
  await probe.waitFor('六稳');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  await command(browserWithExtension, 'toggle-marks', url);
  await expect.poll(() => painted(page)).toEqual({});
  await probe.waitForNone();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p>深刻领悟“两个确立”。</p><iframe src="/inner.html" width="500" height="200"></iframe>',
    );
  });
  await page.waitForTimeout(800);
  expect(await painted(page)).toEqual({});
  expect(await page.frames()[1]!.evaluate(paintedInPage)).toEqual({});
  const other = await open('gov-notice');
  await other.waitForTimeout(500);
  expect(await painted(other)).toEqual({});
  await command(browserWithExtension, 'toggle-marks', url);
  await expect.poll(() => painted(page)).toEqual({ formulation: '“六稳”“六保”两个确立' });
  await expect.poll(() => page.frames()[1]!.evaluate(paintedInPage)).toHaveProperty('formulation');
  await expect.poll(() => painted(other)).toHaveProperty('official');
});

test('a page tells what it shows while somebody looks, and no longer', async ({ open, site, browserWithExtension }) => {
  const url = 'http://www.gov.cn/watched.html';
  site.serve(url, { body: `${BASIC}<p>扎实做好“六稳”“六保”工作。</p><p id="clock">一</p>` });
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('formulation');
  const worker = await browserWithExtension.worker();
  await worker.evaluate(() => {
    const world = globalThis as { told?: number };
    world.told = 0;
    chrome.runtime.onMessage.addListener((message: { name?: string }) => {
      if (message.name === 'frameState') world.told!++;
      return false;
    });
  });
  const told = () => worker.evaluate(() => (globalThis as { told?: number }).told!);
  const change = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await page.evaluate((text) => (document.querySelector('#clock')!.textContent = text), `第${i}秒`);
      await page.waitForTimeout(300);
    }
  };
  await change(2);
  expect(await told()).toBe(0);
  const popup = await browserWithExtension.openOwn(`popup.html?tab=${await tabId(browserWithExtension, url)}`);
  await expect.poll(told).toBeGreaterThan(0);
  await popup.close();
  await page.bringToFront();
  await change(2);
  const after = await told();
  await change(3);
  expect(await told()).toBe(after);
});

test('kinds and common phrases are marked as the reader wishes', async ({ open, browserWithExtension }) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('institution');
  const worker = await browserWithExtension.worker();
  await worker.evaluate(() =>
    chrome.storage.local.set({ 'kind:institution': false, 'kind:place': true, commonPhrases: true }),
  );
  await expect.poll(() => painted(page)).toMatchObject({ place: expect.stringContaining('太原') });
  const now = await painted(page);
  expect(now).not.toHaveProperty('institution');
  expect(now.place).toContain('开发区');
});
