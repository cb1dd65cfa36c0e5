import { paintedInPage, placeOf } from './support/articles';
import { CardProbe } from './support/card';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';

test('a finger: a tap opens the card, one elsewhere closes it; links stay links', async ({ site }) => {
  site.serve('http://www.gov.cn/touch.html', {
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>触屏</title><p>省委书记林武到会。会议强调“三无三可”，</p><p style="margin-top:14rem">见<a href="#next">三个一批的说明</a>。</p>
      <p style="margin-top:20rem">别处什么也没有。</p>`,
  });
  const browser = await ChromiumWithExtension.launch(site, { hasTouch: true, viewport: { width: 400, height: 800 } });
  try {
    const page = await browser.context.newPage();
    await page.goto('http://www.gov.cn/touch.html');
    await expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.official ?? '')).toContain('林武');
    const card = await CardProbe.of(page);
    const tap = async (text: string) => {
      const { x, y } = (await page.evaluate(placeOf, { text, nth: 0 }))!;
      await page.touchscreen.tap(x, y);
      return y;
    };
    const y = await tap('林武');
    expect(await card.waitFor('林武')).toContain('省委书记');
    const box = (await card.box())!;
    expect(box.left >= 0 && box.right <= 400, JSON.stringify(box)).toBe(true);
    expect(box.top > y || box.bottom < y).toBe(true);
    // A finger that reads in the card, or presses a button of it, does not close it.
    const body = (await card.box('.card-pinyin'))!;
    await page.touchscreen.tap((body.left + body.right) / 2, (body.top + body.bottom) / 2);
    await page.waitForTimeout(700);
    expect(await card.text()).toContain('林武');
    const why = (await card.box('summary'))!;
    await page.touchscreen.tap((why.left + why.right) / 2, (why.top + why.bottom) / 2);
    await page.waitForTimeout(700);
    expect(await card.text()).toContain('林武');
    const pin = (await card.box('.card-bar button'))!;
    await page.touchscreen.tap((pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2);
    await card.waitFor('取消固定');
    await page.touchscreen.tap((pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2);
    await expect.poll(() => card.text()).not.toContain('取消固定');
    await tap('什么也没有');
    await card.waitForNone();
    await tap('三无三可');
    await card.waitFor('三无三可');
    await tap('什么也没有');
    await card.waitForNone();
    await tap('三个一批');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#next');
    expect(await card.text()).toBeNull();
    expect(await page.evaluate(() => getSelection()!.toString())).toBe('');
  } finally {
    await browser.close();
  }
});
