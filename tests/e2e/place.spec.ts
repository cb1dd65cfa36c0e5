import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import type { Box, CardProbe } from './support/card';
import { expect, test } from './support/fixtures';
import { command } from './support/worker';

/** Where the card lies, in windows and pages of every kind. */
const URL = 'http://www.gov.cn/place.html';
const TERM = '“六稳”“六保”';
const TEXT = `<p>扎实做好${TERM}工作。</p>`;

const pageWith = (body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>测试页面</title><body>${body}`,
});
const marked = (page: Page) => expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');
const lineOf = async (page: Page) => (await page.evaluate(placeOf, { text: TERM, nth: 0 }))!;

/** CSS px by which the card is off its place right below (or above) the line; null when it covers it. */
async function gapTo(page: Page, probe: CardProbe): Promise<number | null> {
  const [line, box] = [await lineOf(page), await probe.box()];
  if (box === null || (box.top < line.bottom && box.bottom > line.top)) return null;
  return Math.round(box.top >= line.bottom ? box.top - line.bottom : line.top - box.bottom);
}

async function expectInside(page: Page, box: Box): Promise<void> {
  const { clientWidth, clientHeight } = await page.evaluate(() => ({
    clientWidth: innerWidth,
    clientHeight: innerHeight,
  }));
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(clientWidth);
  expect(box.bottom).toBeLessThanOrEqual(clientHeight);
}

for (const [width, height] of [
  [320, 256],
  [640, 240],
  [320, 568],
  [800, 380],
] as const) {
  test(`in a window of ${width} × ${height} it fits beside the line, and all of it can be reached`, async ({
    open,
    card,
    rest,
    site,
  }) => {
    site.serve(
      URL,
      pageWith(`<div style="height: ${height / 2 - 30}px"></div>${TEXT}<div style="height: 2000px"></div>`),
    );
    const page = await open(URL);
    await page.setViewportSize({ width, height });
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await page.waitForTimeout(100);
    expect(await gapTo(page, probe)).toBeLessThan(10);
    await expectInside(page, (await probe.box())!);
    await probe.press('为何标注');
    await probe.press('固定');
    await probe.waitFor('取消固定');
  });
}

for (const css of [
  'html { zoom: 1.5; }',
  'body { zoom: 0.8; }',
  'html { zoom: 1.5; } p { text-align: right; }',
  'html { transform: translate(30px, 20px); }',
  'html { filter: grayscale(1); }',
  'html { writing-mode: vertical-rl; } p { writing-mode: horizontal-tb; }',
  'html { direction: rtl; }',
  'p { transform: scale(1.2); }',
]) {
  test(`it lies beside the line where the page says ${css}`, async ({ open, card, rest, site }) => {
    site.serve(URL, pageWith(`<style>${css}</style><div style="height: 100px"></div>${TEXT}`));
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await page.waitForTimeout(100);
    expect(await gapTo(page, probe)).toBeLessThan(10);
    const [line, box] = [await lineOf(page), (await probe.box())!];
    await expectInside(page, box);
    expect(Math.round(box.right - box.left)).toBe(400);
    expect(box.left < line.right && box.right > line.left, JSON.stringify([line, box])).toBe(true);
  });
}

test('when the page moves under it, it goes with its line; pinned it stays', async ({ open, card, rest, site }) => {
  site.serve(URL, pageWith(`<div id="above" style="height: 40px"></div>${TEXT}<div style="height: 2000px"></div>`));
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await page.evaluate(() => (document.querySelector<HTMLElement>('#above')!.style.height = '90px'));
  await expect.poll(() => gapTo(page, probe)).toBe(6);
  const { left, right, top } = (await probe.box())!;
  await page.mouse.move((left + right) / 2, top + 20, { steps: 5 });
  await probe.press('固定');
  await probe.waitFor('取消固定');
  const before = await probe.box();
  await page.evaluate(() => (document.querySelector<HTMLElement>('#above')!.style.height = '300px'));
  await page.waitForTimeout(300);
  expect(await probe.box()).toEqual(before);
});

test('opened by key it follows its line through a change of the window’s width', async ({
  open,
  card,
  site,
  browserWithExtension,
}) => {
  site.serve(URL, pageWith(`<p style="font-size: 20px">${'普通的文字很多很多。'.repeat(22)}</p>${TEXT}`));
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  await command(browserWithExtension, 'next-mention', URL);
  await probe.waitFor('六稳');
  await page.setViewportSize({ width: 500, height: 800 });
  await expect.poll(() => gapTo(page, probe)).toBe(6);
});

test('a mark that is hidden takes its card with it', async ({ open, card, rest, site }) => {
  site.serve(URL, pageWith(TEXT));
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await page.evaluate(() => (document.querySelector('p')!.style.display = 'none'));
  await probe.waitForNone();
});

test.describe('scrolling', () => {
  const TICKER = `<div id="ticker" style="height: 40px; width: 300px; overflow: hidden">${'<div>滚动新闻一条</div>'.repeat(400)}</div>
    <script>setInterval(() => (ticker.scrollTop += 1), 30);</script>`;

  test('of another box neither stops a card from opening nor closes it', async ({ open, card, rest, site }) => {
    site.serve(URL, pageWith(`${TEXT}<div style="height: 560px"></div>${TICKER}`));
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳', 1500);
    await page.waitForTimeout(500);
    expect(await probe.text()).toContain('六稳');
  });

  test('of the box with the mark in it closes the card', async ({ open, card, rest, site }) => {
    site.serve(
      URL,
      pageWith(`<div id="box" style="height: 200px; overflow: auto">${TEXT}<div style="height: 900px"></div></div>`),
    );
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await page.evaluate('box.scrollTop = 10');
    await probe.waitForNone(200);
  });

  test('to a mark far away ends with the card beside it, whatever else scrolls', async ({
    open,
    card,
    site,
    browserWithExtension,
  }) => {
    site.serve(URL, pageWith(`${TICKER}<div style="height: 3000px"></div>${TEXT}<div style="height: 3000px"></div>`));
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await command(browserWithExtension, 'next-mention', URL);
    await probe.waitFor('六稳');
    await expect.poll(() => gapTo(page, probe)).toBe(6);
    await expectInside(page, (await probe.box())!);
  });
});

test.describe('the next mention comes into sight', () => {
  for (const [where, body] of [
    [
      'below the edge of a box that scrolls',
      `<div style="height: 100px; overflow: auto">${'<p>一段普通的文字。</p>'.repeat(8)}${TEXT}</div>`,
    ],
    [
      'deep in a long paragraph of such a box',
      `<div style="height: 100px; overflow: auto"><p style="width: 300px">${'普通的文字很多很多。'.repeat(99)}${TERM}</p></div>`,
    ],
    [
      'under a header that lies on it',
      `<header style="position: fixed; inset: 0 0 auto; height: 120px; background: #ccc">题</header><div style="height: 400px"></div>${TEXT}<div style="height: 3000px"></div><script>scrollTo(0, 380);</script>`,
    ],
  ] as const) {
    test(where, async ({ open, card, site, browserWithExtension }) => {
      site.serve(URL, pageWith(body));
      const page = await open(URL);
      await marked(page);
      const probe = await card(page);
      await command(browserWithExtension, 'next-mention', URL);
      await probe.waitFor('六稳');
      const { x, y } = await lineOf(page);
      const seen = await page.evaluate(
        ([left, top]) => document.elementFromPoint(left!, top!)?.textContent ?? '',
        [x, y],
      );
      expect(seen).toContain(TERM);
    });
  }

  test('the previous one too, without one to count from', async ({ open, card, site, browserWithExtension }) => {
    site.serve(
      URL,
      pageWith(
        `<p>第一，“两个确立”。</p><div style="height: 1500px"></div><p>第二，“两个维护”。</p><div style="height: 1500px"></div>${TEXT}<div style="height: 1500px"></div>`,
      ),
    );
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await page.evaluate(() => scrollTo(0, 2300));
    await command(browserWithExtension, 'previous-mention', URL);
    await probe.waitFor('两个维护');
  });
});

test.describe('in the page’s own top layer', () => {
  const RICH: Readonly<Record<string, string>> = {
    'a popover stays open': `<div id="layer" popover style="width: 600px">${TEXT}</div><script>layer.showPopover();</script>`,
    'the upper of two dialogs, first in the document': `<dialog id="layer" style="width: 600px; height: 300px">${TEXT}</dialog><dialog id="lower" style="width: 700px; height: 400px">甲</dialog>
      <script>lower.showModal(); layer.showModal();</script>`,
    'a dialog in a shadow root': `<p>山西要闻。</p><news-box><template shadowrootmode="open"><dialog id="layer" style="width: 600px; height: 300px">${TEXT}</dialog></template></news-box>
      <script>layer = document.querySelector('news-box').shadowRoot.querySelector('dialog'); layer.showModal();</script>`,
  };
  for (const [name, body] of Object.entries(RICH)) {
    test(`${name}: the card can be used there`, async ({ open, card, site }) => {
      site.serve(URL, pageWith(body));
      const page = await open(URL);
      await marked(page);
      const probe = await card(page);
      const { x, y } = await page.evaluate(() => {
        const text = (globalThis as unknown as { layer: Element }).layer.querySelector('p')!.firstChild as Text;
        const range = document.createRange();
        range.setStart(text, 5);
        range.setEnd(text, 7);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      });
      await page.mouse.move(x, y + 60);
      await page.mouse.move(x, y, { steps: 5 });
      await page.waitForTimeout(50);
      await page.mouse.move(x + 1, y);
      await probe.waitFor('六稳');
      await probe.press('固定');
      await probe.waitFor('取消固定');
      expect(await page.evaluate('layer.matches(":modal, :popover-open")')).toBe(true);
      // The layer goes, and the card in it.
      await page.evaluate('layer.hidePopover ? (layer.popover ? layer.hidePopover() : layer.close()) : layer.close()');
      await probe.waitForNone();
      expect(await page.evaluate('document.querySelectorAll("[popover=manual]").length')).toBe(0);
    });
  }
});
