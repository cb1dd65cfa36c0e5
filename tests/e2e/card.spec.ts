import { paintedInPage, placeOf } from './support/articles';
import { ARTICLES, expect, test } from './support/fixtures';
import { command } from './support/worker';

const NOTICE = ARTICLES.get('gov-notice')!.expected.url;
const marked = (page: import('@playwright/test').Page) =>
  expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.official ?? '')).not.toBe('');

test('hovering a formulation tells what it is, what it counts, where it is attested', async ({ open, card, rest }) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  await rest(page, '“六稳”“六保”');
  const text = await probe.waitFor('六稳');
  expect(text).toContain('提法');
  expect(text).toContain('liù wěn');
  expect(text).toMatch(/官方英译|通行英译|本库试译/);
  expect(text).toContain('本库文献');
  expect(text).toContain('2022-05-13');
  expect(text).toContain('来源');
  expect(text).toContain('本文第 1 处，共 1 处');
  // Its parts open inside the card, with a way back.
  await probe.press('六稳');
  expect(await probe.waitFor('所含 6 项')).toContain('稳就业');
  await probe.press('← 返回');
  await probe.waitFor('本文第 1 处');
});

test('hovering an official tells the office on the day of the article and its basis', async ({ open, card, rest }) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  await rest(page, '林武');
  const text = await probe.waitFor('林武');
  expect(text).toContain('截至 2022-05-16（本文日期）');
  expect(text).toContain('省委书记');
  expect(text).toContain('最近见于 2022-05-13（此后本库无记录）');
  expect(text).toContain('本文写作“省委书记”');
  expect(text).not.toMatch(/现任|曾任/);
});

test('the same office in another year is another person', async ({ open, card, rest }) => {
  const page = await open('people-gb2312');
  await marked(page);
  const probe = await card(page);
  await rest(page, '蓝佛安');
  const text = await probe.waitFor('蓝佛安');
  expect(text).toContain('山西省委书记');
  expect(text).toContain('最近见于 2023-05-25');
  expect(text).toContain('本文第 1 处，共 2 处');
});

test('a pointer that only passes opens nothing', async ({ open, card }) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  const place = (await page.evaluate(placeOf, { text: '林武', nth: 0 }))!;
  await page.mouse.move(place.x - 200, place.y);
  await page.mouse.move(place.x + 200, place.y, { steps: 8 });
  await page.waitForTimeout(600);
  expect(await probe.text()).toBeNull();
});

test('the card lies beside the marked line, never on it, wherever that is', async ({ open, card, rest }) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  for (const height of [800, 520, 380]) {
    await page.setViewportSize({ width: 1000, height });
    for (const text of ['林武', '“三无三可”', '三个一批', '灰犀牛']) {
      await page.evaluate((words) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.nodeValue!.includes(words)) {
            node.parentElement!.scrollIntoView({ block: 'center' });
            return;
          }
        }
      }, text);
      await page.waitForTimeout(50);
      await rest(page, text);
      await probe.waitFor(text.replace(/[“”]/g, '').slice(0, 2));
      const line = (await page.evaluate(placeOf, { text, nth: 0 }))!;
      const box = (await probe.box())!;
      expect(box.top >= line.bottom || box.bottom <= line.top, `${text} at ${height}`).toBe(true);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(1000);
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
      await probe.waitForNone();
    }
  }
});

test('it stays while the pointer is in it, and goes when the pointer leaves or the page scrolls', async ({
  open,
  card,
  rest,
}) => {
  const page = await open('gov-notice');
  await page.setViewportSize({ width: 1000, height: 500 });
  await marked(page);
  const probe = await card(page);
  await rest(page, '林武');
  await probe.waitFor('林武');
  const box = (await probe.box())!;
  await page.mouse.move((box.left + box.right) / 2, box.top + 40, { steps: 4 });
  await page.waitForTimeout(700);
  expect(await probe.text()).toContain('林武');
  await page.mouse.move(box.right + 60, box.bottom + 60);
  await probe.waitForNone();

  await rest(page, '林武');
  await probe.waitFor('林武');
  await page.mouse.wheel(0, 120);
  await probe.waitForNone();
});

test('pinned it stays through scrolling, until it is closed', async ({ open, card, rest }) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  await rest(page, '林武');
  await probe.waitFor('林武');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  await page.mouse.move(5, 5);
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(600);
  expect(await probe.text()).toContain('林武');
  await probe.press('关闭');
  await probe.waitForNone();
});

test('by keyboard: next, previous, card with focus, Escape gives the focus back', async ({
  open,
  card,
  browserWithExtension,
}) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  await page.locator('.info a').first().focus();
  await command(browserWithExtension, 'next-mention', NOTICE);
  await probe.waitFor('本文第 1 处');
  const first = await probe.text();
  // The card has the focus: Tab goes through its buttons.
  await page.keyboard.press('Tab');
  expect(await probe.focusedText()).toBe('固定');
  await command(browserWithExtension, 'next-mention', NOTICE);
  await expect.poll(() => probe.text()).not.toBe(first);
  await command(browserWithExtension, 'previous-mention', NOTICE);
  await expect.poll(() => probe.text()).toBe(first);
  await page.keyboard.press('Escape');
  await probe.waitForNone();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('大');
});

test('by keyboard it goes round the whole page, marks out of sight included', async ({
  open,
  card,
  browserWithExtension,
}) => {
  const page = await open('people-gb2312');
  await page.setViewportSize({ width: 1000, height: 300 });
  await marked(page);
  const probe = await card(page);
  const { marks, url } = ARTICLES.get('people-gb2312')!.expected;
  const seen = new Set<string>();
  for (let i = 0; i < Object.values(marks).flat().length; i++) {
    await command(browserWithExtension, 'next-mention', url);
    await expect.poll(async () => (await probe.text()) !== null && !seen.has((await probe.text())!)).toBe(true);
    seen.add((await probe.text())!);
  }
  expect(seen.size).toBe(Object.values(marks).flat().length);
});

test('by keyboard it goes on into frames and back', async ({ open, site, browserWithExtension }) => {
  const url = 'http://www.gov.cn/outer.html';
  site.serve('http://www.gov.cn/inner.html', {
    body: '<!doctype html><meta charset="utf-8"><p>山西用好“链长制”。</p>',
  });
  site.serve(url, {
    body: `<!doctype html><meta charset="utf-8"><p>做好“六稳”“六保”工作。</p><iframe src="/inner.html" width="600" height="500"></iframe>`,
  });
  const page = await open(url);
  const inner = page.frames()[1]!;
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await expect.poll(() => inner.evaluate(paintedInPage)).toHaveProperty('programme');
  const cards = () => document.querySelectorAll('[popover=manual]').length;
  const shown = async () => [await page.evaluate(cards), await inner.evaluate(cards)];
  for (const [name, expected] of [
    ['next-mention', [1, 0]],
    ['next-mention', [0, 1]],
    ['next-mention', [1, 0]],
    ['previous-mention', [0, 1]],
    ['previous-mention', [1, 0]],
  ] as const) {
    await command(browserWithExtension, name, url);
    await expect.poll(shown).toEqual(expected);
  }
});

test('the page never sees the keys that are typed in the card', async ({ open, card, browserWithExtension, site }) => {
  site.serve('http://www.gov.cn/keys.html', {
    body: `<!doctype html><meta charset="utf-8"><script>
      window.keys = [];
      for (const type of ['keydown', 'keyup', 'keypress']) {
        window.addEventListener(type, (event) => keys.push(type + ' ' + event.key), true);
        document.addEventListener(type, (event) => keys.push(type + ' ' + event.key));
      }
    </script><p>深刻领悟“两个确立”的决定性意义。</p>`,
  });
  const page = await open('http://www.gov.cn/keys.html');
  const probe = await card(page);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await page.keyboard.press('x');
  expect(await page.evaluate('keys')).toContain('keydown x');
  await command(browserWithExtension, 'next-mention', 'http://www.gov.cn/keys.html');
  await probe.waitFor('两个确立');
  await page.evaluate('keys.length = 0');
  await page.keyboard.press('j');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await probe.waitForNone();
  expect(await page.evaluate<string[]>('keys')).toEqual([]);
});

test('the reader’s selection is left alone', async ({ open, card, rest }) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.TRS_Editor p')!));
  const selected = await page.evaluate(() => getSelection()!.toString());
  await rest(page, '林武');
  await probe.waitFor('林武');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  await probe.press('复制');
  await probe.waitFor('已复制');
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(selected);
});

test('copy puts term, rendering, what it says and sources on the clipboard, on plain http too', async ({
  open,
  card,
  rest,
  browserWithExtension,
}) => {
  const page = await open('gov-notice');
  await marked(page);
  const probe = await card(page);
  await rest(page, '三个一批');
  await probe.waitFor('三个一批');
  await probe.press('复制');
  await probe.waitFor('已复制');
  const own = await browserWithExtension.openOwn('options.html');
  await browserWithExtension.context.grantPermissions(['clipboard-read']).catch(() => undefined);
  await own.evaluate(() => {
    const area = document.createElement('textarea');
    document.body.append(area);
    area.focus();
  });
  await own.keyboard.press('Control+V');
  const pasted = await own.evaluate(() => document.querySelector('textarea')!.value);
  await own.close();
  expect(pasted).toContain('三个一批（sān gè yī pī');
  expect(pasted).toContain('签约一批');
  expect(pasted).toContain('来源：');
  expect(pasted).toContain('2022-05-13');
});

test('“wrong here” takes the mark away on this site, everywhere on the page, and can be undone', async ({
  open,
  card,
  rest,
  browserWithExtension,
}) => {
  const page = await open('people-gb2312');
  await marked(page);
  const probe = await card(page);
  await rest(page, '蓝佛安');
  await probe.waitFor('蓝佛安');
  await probe.press('此处不对');
  await expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.official)).toBe('金湘军金湘军');
  await probe.waitFor('本站不再把“蓝佛安”标为此条');
  // It is remembered.
  await page.reload();
  await expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.official)).toBe('金湘军金湘军');
  // The settings list it and take it back.
  const options = await browserWithExtension.openOwn('options.html');
  await options.getByRole('button', { name: /撤销.*蓝佛安/ }).click();
  await expect(options.getByText('“蓝佛安”在')).toHaveCount(0);
  await options.close();
  await expect
    .poll(() => page.evaluate(paintedInPage).then((painted) => painted.official))
    .toBe('蓝佛安金湘军蓝佛安金湘军');
  // And at once, by the button that says so.
  await rest(page, '蓝佛安');
  await probe.waitFor('蓝佛安');
  await probe.press('此处不对');
  await probe.waitFor('本站不再');
  await probe.press('撤销');
  await probe.waitFor('已恢复');
  await expect
    .poll(() => page.evaluate(paintedInPage).then((painted) => painted.official))
    .toBe('蓝佛安金湘军蓝佛安金湘军');
});

test('over the page’s own dialog and in fullscreen', async ({ open, card, rest, site }) => {
  site.serve('http://www.gov.cn/dialog.html', {
    body: `<!doctype html><meta charset="utf-8"><style>dialog { width: 600px; height: 300px; }</style>
      <p>山西推进高质量发展这个首要任务。</p>
      <dialog id="d"><p>深刻领悟“两个确立”的决定性意义。</p></dialog>
      <div id="full" style="background: white"><p>扎实做好“六稳”“六保”工作。</p></div>
      <script>
        d.showModal();
        document.addEventListener('click', () => document.fullscreenElement || full.requestFullscreen());
      </script>`,
  });
  const page = await open('http://www.gov.cn/dialog.html');
  const probe = await card(page);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await rest(page, '两个确立');
  await probe.waitFor('两个确立');
  // The dialog makes everything outside it inert; the card can be used all the same.
  await probe.press('固定');
  await probe.waitFor('取消固定');
  await probe.press('关闭');
  await probe.waitForNone();

  await page.evaluate(() => (document.querySelector('#d') as HTMLDialogElement).close());
  await page.mouse.click(600, 500);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('full');
  await rest(page, '“六稳”“六保”');
  await probe.waitFor('六稳');
  const box = (await probe.box())!;
  expect(box.bottom - box.top).toBeGreaterThan(100);
  await probe.press('固定');
  await probe.waitFor('取消固定');
});

test('nothing is left in the page when the card is gone', async ({ open, card, rest }) => {
  const page = await open('gov-notice');
  await marked(page);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const probe = await card(page);
  await rest(page, '林武');
  await probe.waitFor('林武');
  await page.mouse.move(3, 3);
  await probe.waitForNone();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

const TERMS = 'http://www.gov.cn/terms.html';
const TERM = '“六稳”“六保”';
const pageWith = (body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>测试页面</title><body>${body}`,
});

test('what was pressed in one card is not said in the next; pinned it goes on pinned', async ({
  open,
  card,
  rest,
  site,
}) => {
  site.serve(TERMS, pageWith(`<p>做好${TERM}工作。</p>`.repeat(2)));
  const page = await open(TERMS);
  const probe = await card(page);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await rest(page, TERM);
  await probe.waitFor('本文第 1 处');
  await probe.press('复制');
  await probe.waitFor('已复制');
  await probe.press('六稳');
  expect(await probe.waitFor('← 返回')).not.toContain('已复制');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  await probe.press('下一处');
  const next = await probe.waitFor('本文第 2 处');
  expect(next).not.toContain('← 返回');
  expect(next).not.toContain('已复制');
  expect(next).toContain('取消固定');
});

test('opened by key it is not taken over by a pointer that lies on another mark', async ({
  open,
  card,
  site,
  browserWithExtension,
}) => {
  site.serve(TERMS, pageWith(`<p>第一，“两个确立”。</p><div style="height: 660px"></div><p>做好${TERM}工作。</p>`));
  const page = await open(TERMS);
  const probe = await card(page);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await command(browserWithExtension, 'next-mention', TERMS);
  await probe.waitFor('两个确立');
  const { x, y } = (await page.evaluate(placeOf, { text: TERM, nth: 0 }))!;
  await page.mouse.move(x, y);
  await page.waitForTimeout(50);
  await page.mouse.move(x + 1, y);
  await page.waitForTimeout(700);
  expect(await probe.text()).toContain('两个确立');
  // Pinning by key leaves the focus on the button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await probe.waitFor('取消固定');
  expect(await probe.focusedText()).toBe('取消固定');
});

test('the card follows its mark through another reading of the page, and closes when the mark is gone', async ({
  open,
  card,
  rest,
  site,
  browserWithExtension,
}) => {
  site.serve(TERMS, pageWith(`<p>做好${TERM}工作。</p><p id="other">别的话。</p>`));
  const page = await open(TERMS);
  const probe = await card(page);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await probe.press('六稳');
  await probe.waitFor('← 返回');
  const stays = async () => {
    await page.waitForTimeout(500);
    expect(await probe.text()).toContain('← 返回');
    expect(await page.evaluate(() => CSS.highlights.get('pangzhu-current')?.size)).toBe(1);
  };
  // A setting changes: every answer is asked for anew.
  await (await browserWithExtension.worker()).evaluate(() => chrome.storage.local.set({ 'kind:meeting': false }));
  await stays();
  // A framework draws the same text anew.
  await page.evaluate(() => {
    const text = document.querySelector('p')!;
    text.replaceWith(text.cloneNode(true));
  });
  await stays();
  await page.evaluate(() => document.querySelector('p')!.remove());
  await probe.waitForNone();
});

test('a “wrong here” that fails says so', async ({ open, card, rest, site, browserWithExtension }) => {
  site.serve(TERMS, pageWith(`<p>做好${TERM}工作。</p>`));
  const page = await open(TERMS);
  const probe = await card(page);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
  await rest(page, TERM);
  await probe.waitFor('六稳');
  const worker = await browserWithExtension.worker();
  await worker.evaluate(() => {
    const whole = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
    const refuse = () => {
      Object.defineProperties(IDBObjectStore.prototype, whole);
      throw new DOMException('No room.', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
  });
  await probe.press('此处不对');
  expect(await probe.waitFor('没有做成')).not.toContain('撤销');
  await probe.press('关闭');
  await probe.waitForNone();
  expect(await page.evaluate(paintedInPage)).toHaveProperty('formulation');
});
