import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { expectAccessible } from './support/axe';
import { ARTICLES, expect, test } from './support/fixtures';
import { ChromiumWithExtension } from './support/chromium';
import { panelOf } from './support/panel';
import { tabId } from './support/worker';

const NOTICE = ARTICLES.get('gov-notice')!.expected;
const painted = (page: Page) => page.evaluate(paintedInPage);

test('panel: the article as read, its mentions by kind with counts, filter, card, jump', async ({
  open,
  card,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await page.setViewportSize({ width: 900, height: 300 });
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const panel = await panelOf(browser, NOTICE.url);
  await expect(panel.getByRole('heading', { name: NOTICE.title })).toBeVisible();
  await expect(panel.getByText('2022-05-16')).toBeVisible();
  await expect(panel.getByText('据页面元数据 PubDate')).toHaveCount(1);
  await expect(panel.getByText('山西日报', { exact: true }).first()).toBeVisible();
  const groups = panel.locator('.panel-group h2');
  await expect(groups).toContainText(['提法', '行动与工程', '官员', '机构']);
  await expect(panel.getByRole('button', { name: /林武 最近见于|林武/ }).first()).toContainText('省委书记');
  await expectAccessible(panel);

  // Filter by pinyin without tones, by English, by characters.
  const filter = panel.getByRole('searchbox');
  await filter.fill('linwu');
  await expect(panel.getByRole('status')).toContainText('1 条，1 处');
  await filter.fill('zzz');
  await expect(panel.getByRole('status')).toContainText('没有符合的条目');
  await filter.fill('');

  // The card unfolds in the list: the way for screen readers.
  const row = panel.getByRole('button', { name: /^林武/ });
  await row.focus();
  await panel.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(panel.getByText('截至 2022-05-16（本文日期）')).toBeVisible();
  await expectAccessible(panel);

  // And the page goes to the place, with its card.
  const probe = await card(page);
  await panel.getByRole('button', { name: '到“链长制”的下一处' }).click();
  await probe.waitFor('链长制');
  const box = (await probe.box())!;
  expect(box.top).toBeLessThan(300);
  await panel.close();
});

test('panel: says what to do where there is nothing to list', async ({ open, site, browserWithExtension: browser }) => {
  const states: [string, string, RegExp][] = [
    ['http://www.example.org/', '<p>山西要闻一则，高质量发展。</p>', /旁注未在本站运行.*点工具栏上的旁注图标/s],
    ['http://www.gov.cn/empty.html', '<meta charset="utf-8"><p>今天天气很好，适合散步和读书。</p>', /没有本库收录的/],
    ['http://www.gov.cn/english.html', '<p>Weather today is fine.</p>', /本页不是中文/],
  ];
  for (const [url, body, words] of states) {
    site.serve(url, { body });
    await open(url);
    const panel = await panelOf(browser, url);
    await expect(panel.getByRole('main')).toHaveText(words);
    await expectAccessible(panel);
    await panel.close();
  }
});

test('panel: follows frames that are alone, come late, or go', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const inner = (words: string) => ({ body: `<meta charset="utf-8"><p>山西要闻：${words}</p>` });
  const frame = (path: string) => `<iframe src="http://www.gov.cn/${path}" width="600" height="300"></iframe>`;
  site.serve('http://www.gov.cn/one.html', inner('用好“链长制”，再说“链长制”。'));
  site.serve('http://www.gov.cn/two.html', inner('扎实做好“六稳”“六保”工作。'));
  site.serve('http://www.example.org/frames.html', { body: `<p>Frames</p>${frame('one.html')}` });
  const page = await open('http://www.example.org/frames.html');
  const panel = await panelOf(browser, 'http://www.example.org/frames.html');
  const names = panel.locator('.row-name > span:first-child');
  await expect(names).toHaveText(['链长制']);
  await panel.getByRole('button', { name: '到“链长制”的下一处' }).click();
  const first = page.frames().find((each) => each.url().endsWith('one.html'))!;
  await expect.poll(() => first.evaluate(() => CSS.highlights.get('pangzhu-current')?.size)).toBe(1);

  await panel.locator('.row-name').click();
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), frame('two.html'));
  await expect(names).toHaveText(['“六稳”“六保”', '链长制']);
  // What the reader had opened stays open.
  await expect(panel.locator('.card')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('iframe')!.remove());
  await expect(names).toHaveText(['“六稳”“六保”']);

  await page.goto(NOTICE.url);
  await expect(panel.getByRole('heading', { name: NOTICE.title })).toBeVisible();
  await page.goto('http://www.example.org/frames.html');
  await expect(names).toHaveText(['链长制']);
  await panel.close();
});

test('panel: counts where the page went, back from the first to the last, and forgets it when mentions go', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.gov.cn/three.html';
  const paragraph = '<p>山西用好“链长制”。</p>';
  site.serve(url, { body: `<meta charset="utf-8">${paragraph.repeat(3)}` });
  const page = await open(url);
  const panel = await panelOf(browser, url);
  const count = panel.locator('.row-count');
  await expect(count).toHaveText('33 处');
  await panel.getByRole('button', { name: '到“链长制”的上一处' }).click();
  await expect(count).toHaveText('3/3本文第 3 处，共 3 处');
  await panel.getByRole('button', { name: '到“链长制”的下一处' }).click();
  await expect(count).toHaveText('1/3本文第 1 处，共 3 处');
  await panel.getByRole('button', { name: '到“链长制”的上一处' }).click();
  await page.evaluate(() => document.querySelector('p')!.remove());
  await expect(count).toHaveText('22 处');
  await expectAccessible(panel);
  await panel.close();
});

test('panel: a site that is off can be switched on there, hidden marks shown', async ({
  open,
  browserWithExtension: browser,
}) => {
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'site:www.shanxi.gov.cn': 'off' }));
  const page = await open('gov-notice');
  const panel = await panelOf(browser, NOTICE.url);
  await expect(panel.getByText('本站已关闭标注')).toBeVisible();
  await expectAccessible(panel);
  await panel.getByRole('button', { name: '打开' }).click();
  await expect.poll(() => painted(page)).toHaveProperty('official');
  await expect(panel.getByRole('heading', { name: NOTICE.title })).toBeVisible();
  await worker.evaluate(() => chrome.storage.local.set({ marksVisible: false }));
  await expect.poll(() => painted(page)).toEqual({});
  await panel.getByRole('button', { name: '显示标注' }).click();
  await expect.poll(() => painted(page)).toHaveProperty('official');
  await panel.close();
});

test('popup: on and off for this site, marks, counts', async ({ open, browserWithExtension: browser }) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, NOTICE.url)}`);
  const site = popup.getByRole('switch', { name: /www\.shanxi\.gov\.cn/ });
  await expect(site).toBeChecked();
  await expect(popup.locator('.popup-counts')).toContainText('官员1');
  await expectAccessible(popup);
  await site.click();
  await expect(site).not.toBeChecked();
  await expect.poll(() => painted(page)).toEqual({});
  await expectAccessible(popup);
  await site.click();
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const marks = popup.getByRole('switch', { name: /显示标注/ });
  await marks.focus();
  await popup.keyboard.press('Space');
  await expect.poll(() => painted(page)).toEqual({});
  await popup.close();
});

test('popup: switches a site on whose parent domain the reader had switched off', async ({
  open,
  browserWithExtension: browser,
}) => {
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'site:shanxi.gov.cn': 'off' }));
  const page = await open('gov-notice');
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, NOTICE.url)}`);
  const site = popup.getByRole('switch', { name: /www\.shanxi\.gov\.cn/ });
  await expect(site).not.toBeChecked();
  await site.click();
  await expect(site).toBeChecked();
  await expect.poll(() => painted(page)).toHaveProperty('official');
  // And leaves no row behind where none is needed.
  await worker.evaluate(() => chrome.storage.local.remove('site:shanxi.gov.cn'));
  await site.click();
  await expect(site).not.toBeChecked();
  await site.click();
  await expect(site).toBeChecked();
  expect(await worker.evaluate(() => chrome.storage.local.get('site:www.shanxi.gov.cn'))).toEqual({});
  await popup.close();
});

test('popup: a page that no extension may read says so', async ({ open, browserWithExtension: browser }) => {
  await open('about:blank');
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, 'about:blank')}`);
  await expect(popup.getByRole('main')).toContainText('浏览器不允许扩展读取此页');
  await expectAccessible(popup);
  await popup.close();
});

test('popup: a site that is not read yet is offered, once or for good; the settings list it', async ({
  open,
  browserWithExtension: browser,
}) => {
  const { url } = ARTICLES.get('wechat')!.expected;
  const page = await open('wechat');
  await page.waitForTimeout(500);
  expect(await painted(page)).toEqual({});
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, url)}`);
  await expectAccessible(popup);
  await popup.getByRole('button', { name: '只读这一次' }).click();
  await expect.poll(() => painted(page)).toHaveProperty('programme');
  await page.reload();
  await page.waitForTimeout(500);
  expect(await painted(page)).toEqual({});

  // Its permission is given beforehand here; a reader is asked by the browser.
  await popup.getByRole('button', { name: '在 mp.weixin.qq.com 打开' }).click();
  await expect.poll(() => painted(page)).toHaveProperty('programme');
  await page.reload();
  await expect.poll(() => painted(page)).toHaveProperty('programme');
  await expect(popup.getByRole('switch', { name: /mp\.weixin\.qq\.com/ })).toBeChecked();
  await popup.close();

  const options = await browser.openOwn('options.html');
  await options.getByRole('button', { name: '移除 mp.weixin.qq.com' }).click();
  await expect(options.getByRole('button', { name: '移除 mp.weixin.qq.com' })).toHaveCount(0);
  await options.close();
  await page.reload();
  await page.waitForTimeout(500);
  expect(await painted(page)).toEqual({});
});

test('options: every setting holds at once and everywhere', async ({ open, browserWithExtension: browser }) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('institution');
  const options = await browser.openOwn('options.html');
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('旁注设置');
  await expectAccessible(options);
  await options.getByRole('switch', { name: '机构' }).click();
  await expect.poll(() => painted(page).then((now) => Object.keys(now))).not.toContain('institution');
  await options.getByRole('radio', { name: '底色' }).check();
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          getComputedStyle(document.querySelector('.TRS_Editor p')!, '::highlight(pangzhu-official)').backgroundColor,
      ),
    )
    .not.toBe('rgba(0, 0, 0, 0)');
  await options.getByRole('radio', { name: 'English' }).check();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Pangzhu settings');
  await expect(options.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(options);
  await expect(options.getByText(/entries, as of 2026/)).toBeVisible();
  await options.close();
});

test('options: what is called wrong elsewhere appears at once', async ({
  open,
  card,
  rest,
  browserWithExtension: browser,
}) => {
  const options = await browser.openOwn('options.html');
  const undo = options.getByRole('button', { name: /撤销.*林武/ });
  await expect(options.getByRole('heading', { name: '你指为不对的标注' })).toBeVisible();
  await expect(undo).toHaveCount(0);
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const probe = await card(page);
  await rest(page, '林武');
  await probe.waitFor('林武');
  await probe.press('此处不对');
  await expect(undo).toHaveCount(1);
  await probe.press('撤销');
  await expect(undo).toHaveCount(0);
  await options.close();
});

test('first run: the sample article is marked, its cards open, every permission is explained', async ({
  browserWithExtension: browser,
  card,
  rest,
}) => {
  const welcome = await browser.openOwn('welcome.html');
  await expect.poll(() => painted(welcome)).toMatchObject({ official: '蓝佛安金湘军' });
  await expectAccessible(welcome);
  const manifest = JSON.parse(readFileSync('.output/chrome-mv3/manifest.json', 'utf8')) as { permissions: string[] };
  const explained: Record<string, string> = {
    scripting: '脚本',
    storage: '存储',
    unlimitedStorage: '空间紧张时也不清除',
    activeTab: '当前标签页',
    contextMenus: '右键菜单',
    sidePanel: '侧栏',
    alarms: '到了备份的时候',
  };
  for (const permission of manifest.permissions) {
    expect(explained, permission).toHaveProperty(permission);
    await expect(welcome.getByRole('main')).toContainText(explained[permission]!);
  }
  await expect(welcome.locator('kbd')).toHaveText('Alt+Shift+J');
  const probe = await card(welcome);
  await welcome.getByText('金湘军').first().scrollIntoViewIfNeeded();
  await rest(welcome, '金湘军');
  expect(await probe.waitFor('金湘军')).toContain('山西省委副书记、省长');
  await welcome.close();
});

/** Texts and names of controls, outside of what is marked as Chinese, that hold nothing but Chinese. */
function chineseLeftIn(): string[] {
  const left: string[] = [];
  const isOwn = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === 'en';
  const note = (text: string | null) => {
    const plain = (text ?? '').replace(/《.*》/g, '');
    if (/[\u4e00-\u9fff，。；：、（）]/.test(plain) && !/[a-z]/i.test(plain)) left.push(plain);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (isOwn(node.parentElement!)) note(node.nodeValue);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (isOwn(element)) for (const name of ['aria-label', 'title', 'placeholder']) note(element.getAttribute(name));
  }
  return left;
}

test('in English: every surface says everything in English, its title and language too', async ({ site }) => {
  const browser = await ChromiumWithExtension.launch(site, { language: 'en' });
  try {
    const page = await browser.context.newPage();
    await page.goto(NOTICE.url);
    await expect.poll(() => painted(page)).toHaveProperty('official');
    const tab = await tabId(browser, NOTICE.url);
    const surfaces: readonly [path: string, title: string, words: string][] = [
      [`sidepanel.html?tab=${tab}`, 'Pangzhu: this page', 'entries, '],
      [`popup.html?tab=${tab}`, 'Pangzhu', 'Mark on www.shanxi.gov.cn'],
      ['options.html', 'Pangzhu settings', 'What to mark'],
      ['welcome.html', 'Welcome to Pangzhu', 'All done on this computer'],
    ];
    for (const [path, title, words] of surfaces) {
      const own = await browser.openOwn(path);
      await expect(own.getByRole('main')).toContainText(words);
      await expect(own).toHaveTitle(title);
      await expect(own.locator('html')).toHaveAttribute('lang', 'en');
      if (path.startsWith('sidepanel')) {
        for (const name of ['林武', '三个一批'])
          await own.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      }
      // The name of the other language in the settings is written in it.
      expect((await own.evaluate(chineseLeftIn)).filter((text) => text !== '简体中文')).toEqual([]);
      await expectAccessible(own);
      await own.close();
    }
  } finally {
    await browser.close();
  }
});

test('first run: a shortcut that is not set is said to be', async ({ browserWithExtension: browser }) => {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    chrome.commands.getAll = () => Promise.resolve([{ name: 'next-mention', shortcut: '' }]);
  });
  await page.goto(`chrome-extension://${await browser.id()}/welcome.html`);
  await expect(page.locator('kbd')).toHaveText('未设');
  await page.close();
});

test('the hover card itself is accessible, in light and dark, Chinese and English', async ({
  open,
  card,
  rest,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const probe = await card(page);
  const styles = ['components/tokens.css', 'components/card/card.css', 'entrypoints/surfaces/surfaces.css']
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  for (const text of ['林武', '三个一批', '“六稳”“六保”']) {
    await rest(page, text);
    await probe.waitFor(text.replace(/[“”]/g, '').slice(0, 2));
    const html = (await probe.html())!;
    await page.mouse.move(2, 2);
    await probe.waitForNone();
    // A tool that reads the page cannot see into the closed root: what it holds is laid out in the open.
    const copy = await browser.context.newPage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await copy.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await copy.setContent(
        `<!doctype html><html lang="zh-CN"><title>card</title><style>${styles}</style><style>.frame { visibility: visible; position: static; }</style><main><h1 style="color: CanvasText">x</h1><div class="frame">${html}</div></main>`,
      );
      await expectAccessible(copy);
    }
    await copy.close();
  }
});
