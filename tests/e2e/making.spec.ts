import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { CardProbe } from './support/card';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { article, FIRST, ready, rows } from './support/making';
import { select } from './support/select';

const painted = (page: Page) => page.evaluate(paintedInPage);

/** Clicks an item of the context menu, which no test can open, for what is selected. */
async function menu(browser: ChromiumWithExtension, item: string, url: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    async ([menuItemId, address]) => {
      const tab = (await chrome.tabs.query({})).find((each) => each.url === address);
      (chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: unknown): void }).dispatch(
        { menuItemId, frameId: 0 },
        tab,
      );
    },
    [item, url] as const,
  );
}

test('from the context menu: a highlight, then a note', async ({ open, site, browserWithExtension: browser }) => {
  const url = 'http://www.shanxi.gov.cn/making-menu.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  await select(page, '会议通报了上半年');
  await menu(browser, 'highlight', url);
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': '会议通报了上半年' });
  await select(page, '各市情况不一');
  await menu(browser, 'note', url);
  await probe.waitFor('各市情况不一');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('哪几个市？');
  await press('保存');
  await probe.waitForNone();
  expect((await rows(browser)).annotations.map(({ note, anchor }) => [anchor!.quote, note])).toEqual(
    expect.arrayContaining([
      ['会议通报了上半年', ''],
      ['各市情况不一', '哪几个市？'],
    ]),
  );
});

test('a note on a mention, from its card: passage and entry are there', async ({
  open,
  rest,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('formulation');
  const { probe, press } = await ready(page);
  await rest(page, '三个一批');
  await probe.waitFor('三个一批');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('三项');
  await page.keyboard.press('Control+Enter');
  await probe.waitForNone();
  await expect.poll(async () => (await painted(page))['note-yellow'] ?? '').toContain('三个一批');
  const [annotation] = (await rows(browser)).annotations;
  expect(annotation).toMatchObject({ note: '三项', entries: [expect.stringContaining('san-ge-yi-pi')] });
});

test('what was begun is offered after the tab was closed: to write on, or to throw away', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-draft.html';
  site.serve(url, { body: article() });
  const first = await open(url);
  const one = await ready(first);
  await select(first, '会议通报了上半年');
  await one.press('笔记');
  await expect.poll(() => one.probe.focusedText()).not.toBeNull();
  await first.keyboard.type('进度是多少');
  await expect
    .poll(async () => {
      const worker = await browser.worker();
      return worker.evaluate(async () => (await indexedDB.databases()).length);
    })
    .toBeGreaterThan(0);
  await first.waitForTimeout(600);
  await first.close();
  expect((await rows(browser)).annotations).toEqual([]);

  const second = await open(url);
  const two = await ready(second);
  await expect.poll(() => two.probe.html()).toContain('没有保存的笔记');
  await two.press('继续写');
  await expect.poll(() => two.probe.focusedText()).toContain('进度是多少');
  await second.keyboard.press('End');
  await second.keyboard.type('？');
  await two.press('保存');
  await expect.poll(() => painted(second)).toMatchObject({ 'note-yellow': '会议通报了上半年' });
  expect((await rows(browser)).annotations).toMatchObject([{ note: '进度是多少？' }]);

  await select(second, '各市情况不一');
  await two.press('笔记');
  await expect.poll(() => two.probe.focusedText()).not.toBeNull();
  await second.keyboard.type('不要的话');
  await second.keyboard.press('Escape');
  await two.press('丢弃');
  await second.waitForTimeout(600);
  await second.reload();
  await expect.poll(() => painted(second)).toHaveProperty('note-yellow');
  await second.waitForTimeout(500);
  expect((await two.probe.html()) ?? '').not.toContain('没有保存的笔记');
});

test('what is being written in one tab is not offered in another, until the first is closed', async ({
  open,
  site,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-elsewhere.html';
  site.serve(url, { body: article() });
  const first = await open(url);
  const one = await ready(first);
  await select(first, '会议通报了上半年');
  await one.press('笔记');
  await expect.poll(() => one.probe.focusedText()).not.toBeNull();
  await first.keyboard.type('还在写');
  await first.waitForTimeout(600);
  const second = await open(url);
  const two = await ready(second);
  await second.waitForTimeout(800);
  expect((await two.probe.html()) ?? '').not.toContain('没有保存的笔记');
  await first.close();
  await second.reload();
  await expect.poll(() => two.probe.html()).toContain('没有保存的笔记');
});

test('the worker stopped between opening the editor and saving: nothing is lost', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-stopped.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('停过一次');
  await session.send('ServiceWorker.stopAllWorkers');
  await press('保存');
  await probe.waitForNone();
  await select(page, '各市情况不一');
  await session.send('ServiceWorker.stopAllWorkers');
  await press('标为蓝色');
  await expect
    .poll(() => painted(page))
    .toMatchObject({ 'note-yellow': '会议通报了上半年', 'note-blue': '各市情况不一' });
  expect((await rows(browser)).annotations.map(({ note }) => note).toSorted()).toEqual(['', '停过一次']);
});

test('no room on the disk: the note stays in the editor, is told of and can be copied, and is saved when there is', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-full.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  const worker = await browser.worker();
  const fill = (full: boolean) =>
    worker.evaluate((isFull) => {
      const { prototype } = IDBObjectStore as unknown as { prototype: Record<string, unknown> };
      for (const name of ['add', 'put']) {
        prototype[`${name}Before`] ??= prototype[name];
        prototype[name] = isFull
          ? () => {
              throw new DOMException('no room', 'QuotaExceededError');
            }
          : prototype[`${name}Before`];
      }
    }, full);
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('要留下的话');
  await fill(true);
  await press('保存');
  await probe.waitFor('磁盘空间不足，没有保存。请先复制下来。');
  await press('复制笔记');
  await expect.poll(() => probe.html()).toContain('要留下的话');
  expect((await rows(browser)).annotations).toEqual([]);
  await fill(false);
  await press('保存');
  await probe.waitForNone();
  expect((await rows(browser)).annotations).toMatchObject([{ note: '要留下的话' }]);

  // A highlight that could not be written turns into an editor that can.
  await fill(true);
  await select(page, '各市情况不一');
  await press('标为蓝色');
  await probe.waitFor('磁盘空间不足');
  await fill(false);
  await press('保存');
  await expect.poll(() => painted(page)).toMatchObject({ 'note-blue': '各市情况不一' });
});

test('two tabs write one note: both texts are kept and shown', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-both.html';
  site.serve(url, { body: article() });
  const [one, two] = [await open(url), await open(url)];
  await one.bringToFront();
  const first = await ready(one);
  await select(one, '会议通报了上半年');
  await first.press('标为黄色');
  await expect.poll(() => painted(one)).toHaveProperty('note-yellow');
  const write = async (page: Page, { probe, press }: Awaited<ReturnType<typeof ready>>, text: string) => {
    await page.bringToFront();
    const place = (await page.evaluate(placeOf, { text: '通报了', nth: 0 }))!;
    await page.mouse.click(place.x, place.y);
    await press('写笔记');
    await expect.poll(() => probe.focusedText()).not.toBeNull();
    await page.keyboard.type(text);
  };
  await write(one, first, '甲写的');
  await two.bringToFront();
  const second = await ready(two);
  await expect.poll(() => painted(two)).toHaveProperty('note-yellow');
  await write(two, second, '乙写的');
  await second.press('保存');
  await second.probe.waitForNone();
  await one.bringToFront();
  await first.press('保存');
  await first.probe.waitFor('别处同时写下的另一份');
  const [annotation] = (await rows(browser)).annotations;
  expect([annotation!.note, ...annotation!.otherNotes].toSorted()).toEqual(['乙写的', '甲写的']);
  // What is stored stands in the field, one's own text beside it.
  expect(await first.probe.html()).toMatch(/甲写的<\/pre>.*乙写的<\/textarea>/);
  await first.press('接在后面');
  await expect.poll(() => first.probe.text()).not.toContain('另一份');
  await first.press('保存');
  await first.probe.waitForNone();
  expect((await rows(browser)).annotations).toMatchObject([{ note: '乙写的\n\n甲写的', otherNotes: [] }]);
});

test('a note of a million characters, tags with quotes and emoji: kept as they are, completed, shown', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-long.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  const long = '一行里有尖括号<b>、引号"和&，共二十来个字。\n'.repeat(35_000);
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const own = await browser.openOwn('options.html');
  await own.evaluate((text) => navigator.clipboard.writeText(text), long);
  await own.close();
  await page.bringToFront();
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Tab');
  for (const tag of ['“引号”"', '🧭 出行', "it's"]) {
    await page.keyboard.type(tag);
    await page.keyboard.press('Enter');
  }
  await press('保存');
  await probe.waitForNone(20_000);
  const [annotation] = (await rows(browser)).annotations;
  expect(annotation!.note).toBe(long);
  expect(annotation!.tags).toEqual(['“引号”"', '🧭 出行', "it's"]);
  const place = (await page.evaluate(placeOf, { text: '通报了', nth: 0 }))!;
  await page.mouse.click(place.x, place.y);
  await probe.waitFor('🧭 出行', 10_000);
  await page.keyboard.press('Escape');
  await probe.waitForNone();

  await select(page, '各市情况不一');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.type('🧭');
  await expect.poll(() => probe.html()).toContain('value="🧭 出行"');
});

test('a page that rewrites itself meanwhile: the note is on what was selected', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-rewritten.html';
  site.serve(url, {
    body: article(
      `<script>let n = 0; setInterval(() => {
        for (const p of document.querySelectorAll('p')) p.replaceWith(Object.assign(document.createElement('p'), { textContent: p.textContent }));
        document.querySelector('h1').textContent = '推进会' + ++n;
        document.querySelectorAll('[popover]').forEach((each) => each.remove());
      }, 1200);</script>`,
    ),
  });
  const page = await open(url);
  const { probe, press } = await ready(page);
  await expect(async () => {
    await select(page, '会议通报了上半年');
    await probe.press('笔记');
  }).toPass({ timeout: 10_000 });
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('写', { delay: 100 });
  await page.waitForTimeout(1500);
  await expect.poll(() => probe.html(), { timeout: 3000 }).toContain('textarea');
  await press('保存');
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': '会议通报了上半年' });
  expect((await rows(browser)).annotations).toMatchObject([{ anchor: { quote: '会议通报了上半年' }, note: '写' }]);
});

test('a note has a badge in the margin: reached by Tab, opened by Enter, closed by Escape', async ({ open, site }) => {
  const url = 'http://www.shanxi.gov.cn/making-badge.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('徽标');
  await press('保存');
  await probe.waitForNone();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await probe.waitFor('徽标');
  await page.keyboard.press('Escape');
  await probe.waitForNone();
});

test('a badge covers no words beside its passage: in a table, in a narrow window without margins', async ({
  open,
  site,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-badge-table.html';
  const cells = '<td>会议通报了上半年</td><td>各市各部门的进展</td><td>今后的安排</td>';
  site.serve(url, {
    body: `<style>body{margin:0} table{width:60%} p{margin:0;line-height:2}</style><table><tr>${cells}</tr></table>
      <p>${'省里今天召开会议，研究下半年的工作，各市各部门都参加了。'.repeat(6)}</p>`,
  });
  const page = await open(url);
  const { probe, press } = await ready(page);
  for (const passage of ['会议通报了上半年', '研究下半年的工作']) {
    await select(page, passage);
    await press('笔记');
    await expect.poll(() => probe.focusedText()).not.toBeNull();
    await page.keyboard.type('徽标');
    await press('保存');
    await probe.waitForNone();
  }
  for (const width of [1000, 420]) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(() => page.evaluate(shownOfBadges)).toBeGreaterThan(0);
    expect(await page.evaluate(coveredByBadges)).toBe('');
  }
});

test('with keys alone: select, note, tag, save; highlight; delete and undo', async ({ open, site }) => {
  const url = 'http://www.shanxi.gov.cn/making-keys.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe } = await ready(page);
  await page.evaluate(() => {
    const text = document.querySelector('p')!.firstChild!;
    getSelection()!.setBaseAndExtent(text, 0, text, 0);
  });
  // As caret browsing does: the selection grows by keys.
  for (let i = 0; i < 6; i++) await page.evaluate(() => getSelection()!.modify('extend', 'forward', 'character'));
  await page.keyboard.press('Shift');
  await expect.poll(() => probe.html()).toContain('toolbar');
  await page.keyboard.press('Alt+Shift+N');
  await expect.poll(() => probe.html()).toContain('textarea');
  await page.keyboard.type('键盘');
  await page.keyboard.press('Tab');
  await page.keyboard.type('键');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await probe.waitForNone();
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': FIRST.slice(0, 6) });
});

test('a finger: the toolbar stands at the foot of the window, off the selected line', async ({ site }) => {
  const url = 'http://www.shanxi.gov.cn/making-touch.html';
  site.serve(url, { body: article('<meta name="viewport" content="width=device-width">') });
  const browser = await ChromiumWithExtension.launch(site, { hasTouch: true, viewport: { width: 400, height: 800 } });
  try {
    const page = await browser.context.newPage();
    await page.goto(url);
    const probe = await CardProbe.of(page);
    const place = (await page.evaluate(placeOf, { text: '会议通报了上半年', nth: 0 }))!;
    await page.touchscreen.tap(place.x, place.y);
    // A long press selects a word; headless browsers do not, so the page does, and the finger is lifted.
    await page.evaluate(() => {
      const text = document.querySelector('p')!.firstChild!;
      const at = text.textContent!.indexOf('会议通报了上半年');
      getSelection()!.setBaseAndExtent(text, at, text, at + 8);
    });
    await page.evaluate(() =>
      document
        .querySelector('p')!
        .dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' })),
    );
    await expect.poll(() => probe.html()).toContain('toolbar');
    const box = (await probe.box('.notes-toolbar'))!;
    expect(box.left >= 0 && box.right <= 400 && box.bottom <= 800, JSON.stringify(box)).toBe(true);
    expect(box.top).toBeGreaterThan(600);
    await probe.press('标为粉色');
    await expect.poll(() => painted(page)).toMatchObject({ 'note-pink': '会议通报了上半年' });
  } finally {
    await browser.close();
  }
});

/** Points of the page at which something of ours lies. */
function shownOfBadges(): number {
  let shown = 0;
  for (let x = 1; x < innerWidth; x += 4) {
    for (let y = 1; y < innerHeight; y += 4) {
      const element = document.elementFromPoint(x, y);
      if (element?.parentElement === document.documentElement && element !== document.body) shown++;
    }
  }
  return shown;
}

/** Characters in whose middle something of ours lies. */
function coveredByBadges(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let covered = '';
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (node.parentElement!.tagName === 'STYLE') continue;
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      const element = width === 0 ? null : document.elementFromPoint(left + width / 2, top + height / 2);
      if (element?.parentElement === document.documentElement && element !== document.body) covered += node.data[at]!;
    }
  }
  return covered;
}
