import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { expect, test } from './support/fixtures';
import { select } from './support/select';

const painted = (page: Page) => page.evaluate(paintedInPage);

/** Clicks on a text of the page. */
async function clickOn(page: Page, text: string): Promise<void> {
  const place = (await page.evaluate(placeOf, { text, nth: 0 }))!;
  await page.mouse.click(place.x, place.y);
}

test('a highlight is made, stays after a reload, gets a note, is deleted', async ({ open, card }) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const probe = await card(page);
  const press = (name: string) => expect(() => probe.press(name)).toPass({ timeout: 5000 });

  await select(page, '一场关于企业办事难易的座谈');
  await press('标为绿色');
  const green = { 'note-green': '一场关于企业办事难易的座谈' };
  await expect.poll(() => painted(page)).toMatchObject(green);
  // Nothing of the page is changed, and nothing stays selected.
  expect(await page.evaluate(() => getSelection()!.toString())).toBe('');

  await page.reload();
  await expect.poll(() => painted(page)).toMatchObject(green);

  await clickOn(page, '企业办事难易');
  await press('写笔记');
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('要**看**后续');
  await press('预览');
  await expect.poll(() => probe.html()).toContain('<strong>看</strong>');
  await press('保存');
  await probe.waitForNone();

  // With a note it opens by itself where the pointer rests.
  const place = (await page.evaluate(placeOf, { text: '企业办事难易', nth: 0 }))!;
  await page.mouse.move(place.x - 30, place.y + 80);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  await page.mouse.move(place.x + 1, place.y);
  await probe.waitFor('要看后续');
  await press('删除');
  await expect.poll(() => painted(page)).not.toHaveProperty('note-green');
  await press('撤销');
  await expect.poll(() => painted(page)).toMatchObject(green);
});

test('a note made in one tab shows in the other, and one that moved with an edit is found', async ({
  open,
  card,
  site,
}) => {
  const url = 'http://www.shanxi.gov.cn/notes.html';
  const body = (text: string) =>
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>笔记</title><h1>全省工作会议</h1><p>${text}</p><p>会议最后作了安排，各地随即开展工作。</p>`;
  const first = '会议指出，今年前五个月的进展比预想的快，后七个月仍不能松劲，各地要把底数摸清。';
  site.serve(url, { body: body(first) });
  const [one, two] = [await open(url), await open(url)];
  await one.bringToFront();
  await expect.poll(() => one.evaluate(() => document.readyState)).toBe('complete');
  const probe = await card(one);
  await select(one, '后七个月仍不能松劲');
  await expect(() => probe.press('标为黄色')).toPass({ timeout: 5000 });
  await expect.poll(() => painted(one)).toMatchObject({ 'note-yellow': '后七个月仍不能松劲' });
  await two.bringToFront();
  await expect.poll(() => painted(two)).toMatchObject({ 'note-yellow': '后七个月仍不能松劲' });

  site.serve(url, { body: body(`编者按：本文有改动。</p><p>${first.replace('后七个月', '后六个月')}`) });
  await two.reload();
  await expect
    .poll(() => painted(two))
    .toMatchObject({
      'note-yellow': '后六个月仍不能松劲',
      'note-changed': '后六个月仍不能松劲',
    });
  site.serve(url, { body: body('会议没有提到别的。') });
  await two.reload();
  await expect.poll(() => two.evaluate(() => document.readyState)).toBe('complete');
  await two.waitForTimeout(500);
  expect(await painted(two)).not.toHaveProperty('note-yellow');
});
