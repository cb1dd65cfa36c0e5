import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { expect, test } from './support/fixtures';
import { article, ready, rows } from './support/making';
import { ask, done } from './support/notes';
import { select } from './support/select';

const painted = (page: Page) => page.evaluate(paintedInPage);

test('the same words again are the same highlight: it takes the colour, its note is opened', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-again.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  for (const [name, painting] of [
    ['标为黄色', 'note-yellow'],
    ['标为绿色', 'note-green'],
  ] as const) {
    await select(page, '会议通报了上半年');
    await press(name);
    await expect.poll(() => painted(page)).toEqual({ [painting]: '会议通报了上半年' });
  }
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('一条');
  await press('保存');
  await probe.waitForNone();
  expect((await rows(browser)).annotations).toMatchObject([{ colour: 'green', note: '一条' }]);
});

test('a note deleted elsewhere while it is edited here: what was written is said to be in the trash, and comes back', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/making-gone.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('先写');
  await press('保存');
  await probe.waitForNone();
  const place = (await page.evaluate(placeOf, { text: '通报了', nth: 0 }))!;
  await page.mouse.click(place.x, place.y);
  await press('编辑');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  // The caret stands at the end.
  await page.keyboard.type('，再写');
  const own = await browser.openOwn('options.html');
  done(await ask(own, 'deleteAnnotation', { id: (await rows(browser)).annotations[0]!.id }));
  await own.close();
  await page.bringToFront();
  await press('保存');
  await expect.poll(() => probe.html()).toContain('这条批注已在回收站');
  await press('恢复');
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': '会议通报了上半年' });
  expect((await rows(browser)).annotations).toMatchObject([{ note: '先写，再写', deletedAt: null }]);
});

test('a note leads nowhere that it does not name: scripts, places of this page, pictures', async ({ open, site }) => {
  const url = 'http://www.shanxi.gov.cn/making-links.html';
  site.serve(url, { body: article() });
  const page = await open(url);
  const { probe, press } = await ready(page);
  await select(page, '会议通报了上半年');
  await press('笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type(
    '[坏](javascript:alert(1)) [锚](#x) [相对](a.html) [好](https://example.org/) ![图](http://a.b/c.png)',
  );
  await press('预览');
  await expect.poll(() => probe.html()).toContain('[图]');
  const html = (await probe.html())!;
  expect(html.match(/<a [^>]*>/g)).toEqual([expect.stringContaining('href="https://example.org/"')]);
  expect(html).not.toContain('<img');
  await press('关闭');
});
