import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import type { CardProbe } from './support/card';
import { expect, test } from './support/fixtures';
import { command } from './support/worker';

/** Page and card in one window: neither disturbs the other. */
const URL = 'http://www.gov.cn/apart.html';
const TERM = '“六稳”“六保”';
const TEXT = `<p>扎实做好${TERM}工作。</p>`;

const pageWith = (body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>测试页面</title><body>${body}`,
});
const marked = (page: Page) => expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('formulation');

async function middleOf(card: CardProbe, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const { left, right, top, bottom } = (await card.box(selector))!;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

test.describe('Escape', () => {
  test('closes the card under the pointer, and the page hears nothing of it', async ({ open, card, rest, site }) => {
    site.serve(
      URL,
      pageWith(
        `${TEXT}<script>window.keys = []; for (const type of ['keydown', 'keyup']) addEventListener(type, ({ key }) => keys.push(type + key), true);</script>`,
      ),
    );
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await page.keyboard.press('Escape');
    await probe.waitForNone(300);
    expect(await page.evaluate('keys')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('keys')).toEqual(['keydownEscape', 'keyupEscape']);
  });

  test('closes the card first, the page’s dialog only then', async ({ open, card, rest, site }) => {
    site.serve(
      URL,
      pageWith(`<dialog id="d" style="width: 600px; height: 300px">${TEXT}</dialog><script>d.showModal();</script>`),
    );
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await page.keyboard.press('Escape');
    await probe.waitForNone(300);
    expect(await page.evaluate('d.open')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('d.open')).toBe(false);
  });

  test('closes the message that a mark is gone', async ({ open, card, rest, site }) => {
    // Of its own: there it is not marked any more.
    site.serve('http://wrong.gov.cn/', pageWith(TEXT));
    const page = await open('http://wrong.gov.cn/');
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await probe.press('此处不对');
    await probe.waitFor('本站不再');
    await page.keyboard.press('Escape');
    await probe.waitForNone(300);
  });
});

test('what is pressed, pointed at and focused in the card does not reach the page, not even its capturing listeners', async ({
  open,
  card,
  rest,
  site,
  browserWithExtension,
}) => {
  site.serve(
    URL,
    pageWith(`<input id="field">${TEXT}<script>
      window.heard = new Set();
      const types = new Set();
      for (const on of [window, document, HTMLElement.prototype]) for (const key in on) if (key.startsWith('on')) types.add(key.slice(2));
      for (const more of ['focusin', 'focusout', 'touchstart', 'touchend']) types.add(more);
      for (const type of types) for (const on of [window, document]) for (const capture of [true, false])
        on.addEventListener(type, ({ target }) => target.popover === 'manual' && heard.add(type), { capture });
      document.addEventListener('focusin', ({ target }) => target.popover && field.focus());
    </script>`),
  );
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  const { x, y } = await middleOf(probe, '.card-pinyin');
  await page.mouse.dblclick(x, y);
  await page.mouse.click(x, y, { button: 'right' });
  await page.mouse.move(x + 20, y + 3, { steps: 3 });
  await page.mouse.wheel(0, 5);
  await probe.press('复制');
  await probe.waitFor('已复制');
  await probe.press('为何标注');
  await probe.press('关闭');
  await probe.waitForNone();
  expect(await page.evaluate('[...heard]')).toEqual([]);

  // A focus trap of the page has no hold on it.
  await page.focus('#field');
  await command(browserWithExtension, 'next-mention', URL);
  await probe.waitFor('六稳');
  await page.keyboard.press('Tab');
  expect(await probe.focusedText()).toBe('固定');
  await page.keyboard.press('Enter');
  await probe.waitFor('取消固定');
  expect(await page.evaluate('[...heard]')).toEqual([]);
});

test('a key that came up in another window is not kept from the page the next time', async ({
  open,
  card,
  site,
  browserWithExtension,
}) => {
  site.serve(
    URL,
    pageWith(
      `<input id="field">${TEXT}<script>window.keys = []; addEventListener('keydown', ({ key }) => keys.push(key));</script>`,
    ),
  );
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  await command(browserWithExtension, 'next-mention', URL);
  await probe.waitFor('六稳');
  const session = await page.context().newCDPSession(page);
  const control = { key: 'Control', code: 'ControlLeft', windowsVirtualKeyCode: 17 } as const;
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...control });
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await page.focus('#field');
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...control });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...control });
  expect(await page.evaluate('keys')).toEqual(['Control']);
});

test('select all and copy take the page, not the card; text of the card can be selected', async ({
  open,
  card,
  rest,
  site,
}) => {
  site.serve(URL, pageWith(`${TEXT}<p id="empty" style="margin-top: 620px">好</p><textarea id="area"></textarea>`));
  const page = await open(URL);
  await marked(page);
  const copied = async () => {
    await page.mouse.click(900, 700);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.focus('#area');
    await page.keyboard.press('Control+V');
    const text = await page.evaluate(() => document.querySelector('textarea')!.value);
    await page.evaluate(() => (document.querySelector('textarea')!.value = ''));
    return text;
  };
  const plain = await copied();
  const probe = await card(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  expect(plain).toContain('扎实做好');
  expect(await copied()).toBe(plain);

  // Selected with the mouse, up to outside the card, which stays.
  const { left, top, bottom } = (await probe.box('.card-pinyin'))!;
  await probe.press('取消固定');
  await probe.waitFor('固定');
  await page.mouse.move(left + 1, (top + bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(left + 60, (top + bottom) / 2, { steps: 3 });
  await page.mouse.move(left - 60, (top + bottom) / 2, { steps: 3 });
  await page.waitForTimeout(500);
  expect(await probe.text()).toContain('六稳');
  await page.mouse.move(left + 60, (top + bottom) / 2, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.press('Control+C');
  await page.focus('#area');
  await page.keyboard.press('Control+V');
  expect(await page.evaluate(() => document.querySelector('textarea')!.value)).toMatch(/^liù/);
});

test('the wheel at the end of the card does not scroll the page on', async ({ open, card, rest, site }) => {
  site.serve(URL, pageWith(`${TEXT}<div style="height: 3000px"></div>`));
  const page = await open(URL);
  await page.setViewportSize({ width: 1000, height: 450 });
  await marked(page);
  const probe = await card(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  const { x, y } = await middleOf(probe, '.card-body');
  await page.mouse.move(x, y, { steps: 5 });
  for (let turn = 0; turn < 15; turn++) {
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(300);
  expect(await page.evaluate('scrollY')).toBe(0);
  expect(await probe.text()).toContain('六稳');
});

test('the page’s own styles do not reach into the card', async ({ open, card, rest, site }) => {
  const looks = async (css: string) => {
    site.serve(URL, pageWith(`<style>${css}</style>${TEXT}`));
    const page = await open(URL);
    await marked(page);
    const probe = await card(page);
    await rest(page, TERM);
    await probe.waitFor('六稳');
    await page.waitForTimeout(150);
    const { left, right, top, bottom } = (await probe.box())!;
    const size = { width: right - left, height: bottom - top };
    const picture = await page.screenshot({ clip: { x: left, y: top, ...size } });
    await page.close();
    return { size, picture: picture.toString('base64') };
  };
  const plain = await looks('p { padding: 40px; }');
  for (const css of [
    '* { --ink: #fff; --ground: #f00; --font: cursive; letter-spacing: 5px; visibility: visible; }',
    'div { display: none !important; all: unset !important; } [popover] { display: none !important; opacity: 0 !important; }',
    '::backdrop { display: block !important; background: red !important; } div { user-select: all !important; }',
    'html { direction: rtl; } p { direction: ltr; }',
  ]) {
    const { size, picture } = await looks(`p { padding: 40px; } ${css}`);
    expect(size, css).toEqual(plain.size);
    expect(picture === plain.picture, css).toBe(true);
  }
});

test('nothing of ours is printed', async ({ open, card, rest, site }) => {
  site.serve(URL, pageWith(TEXT));
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await probe.press('固定');
  await probe.waitFor('取消固定');
  await page.mouse.move(5, 700);
  await page.emulateMedia({ media: 'print' });
  const ours = await page.screenshot();
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.querySelector('[popover]')!.remove();
  });
  expect(Buffer.compare(ours, await page.screenshot())).toBe(0);
});

test('an opened card is no reason to read the page again', async ({ open, card, rest, site }) => {
  site.serve(URL, pageWith(TEXT));
  const page = await open(URL);
  await marked(page);
  const probe = await card(page);
  const readings = await readingsOf(page);
  await rest(page, TERM);
  await probe.waitFor('六稳');
  await page.mouse.move(900, 700);
  await probe.waitForNone();
  await page.waitForTimeout(400);
  expect(await readings()).toBe(0);
  await page.evaluate(() => document.body.append('再来一句话。'));
  await expect.poll(readings).toBe(1);
});

/** Counts the readings from now on, in the content script's own world: each begins to watch the document anew. */
async function readingsOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    const { type } = auxData as { readonly type: string };
    if (type === 'isolated' && !name.includes('playwright')) worlds.push(id);
  });
  await session.send('Runtime.enable');
  const run = async (expression: string) =>
    (await session.send('Runtime.evaluate', { expression, contextId: worlds.at(-1)! })).result.value as number;
  await run(`readings = 0; (() => {
    const { observe } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (node, options) {
      if (node === document) readings++;
      return observe.call(this, node, options);
    };
  })()`);
  return () => run('readings');
}
