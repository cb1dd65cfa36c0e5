import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { forgetReference } from './support/reference';
import { select } from './support/select';

const painted = (page: Page) => page.evaluate(paintedInPage);

test('selected words become an entry in one step, marked in every open tab; edited, deleted, brought back', async ({
  open,
  card,
  rest,
  browserWithExtension: browser,
}) => {
  const other = await open('gov-notice');
  const page = await open('gov-notice');
  await expect.poll(() => painted(page)).toHaveProperty('official');
  expect((await painted(page)).programme ?? '').not.toContain('按月回访');

  const probe = await card(page);
  await select(page, '按月回访');
  const opened = browser.context.waitForEvent('page');
  await expect(() => probe.press('记入词条')).toPass({ timeout: 5000 });
  const library = await opened;
  await expect(library.getByLabel('名称', { exact: true })).toHaveValue('按月回访');
  await expect(library.getByLabel('题名')).toHaveValue('全省优化营商环境工作推进会在太原召开');
  await expect(library.getByLabel('日期', { exact: true })).toHaveValue('2022-05-16');
  await expect(library.getByLabel('来源', { exact: true })).toHaveValue('山西日报');
  await expect(library.getByLabel('名称', { exact: true })).toBeFocused();
  await expectAccessible(library);
  await library.getByLabel('种类').selectOption('programme');
  await library.getByLabel('释义').fill('会后每月回访一次的做法');
  await library.getByLabel('名称', { exact: true }).press('Enter');
  await expect(library).toHaveTitle('按月回访 · 旁注');

  for (const each of [page, other]) {
    await expect.poll(async () => (await painted(each)).programme ?? '').toContain('按月回访');
  }
  await other.bringToFront();
  await rest(other, '按月回访');
  const here = await card(other);
  const text = await here.waitFor('会后每月回访一次的做法');
  expect(text).toContain('我的词条');
  expect(text).toContain('山西日报');

  await library.bringToFront();
  await library.getByRole('link', { name: '修改' }).click();
  await library.getByLabel('释义').fill('改过的释义');
  await library.getByRole('button', { name: '保存' }).click();
  await expect(library.getByText('改过的释义')).toBeVisible();

  await library.getByRole('link', { name: '我的词条' }).first().click();
  await expect(library.getByRole('link', { name: /按月回访 改过的释义/ })).toBeVisible();
  await expectAccessible(library);
  await library.getByRole('checkbox', { name: '选中“按月回访”' }).check();
  await library.getByRole('button', { name: '删除 1 条' }).click();
  await expect.poll(async () => (await painted(page)).programme ?? '').not.toContain('按月回访');
  await library.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await painted(page)).programme ?? '').toContain('按月回访');
  await library.close();
  await forgetReference(browser);
});

test('a correction wins, with the original beside it; hidden it is not marked; both can be taken back', async ({
  open,
  card,
  rest,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await expect.poll(async () => (await painted(page)).programme ?? '').toContain('链长制');
  const library = await browser.openOwn('library.html#/entry/lianzhangzhi');
  const original = await library.locator('.card-body > p:not(.pack-acts)').first().innerText();
  await library.getByRole('button', { name: '改正' }).click();
  await library.getByLabel('释义（中文）').fill('我所理解的链长制');
  await expectAccessible(library);
  await library.getByRole('button', { name: '保存' }).click();
  await expect(library.getByText('我所理解的链长制')).toBeVisible();
  await expect(library.getByText('资料包原文')).toBeVisible();
  expect(original).toContain(await library.locator('.card-original dd').first().innerText());
  await expectAccessible(library);

  await page.bringToFront();
  const probe = await card(page);
  let text = '';
  // Until the page has asked again, it has the card of before.
  await expect(async () => {
    await page.mouse.move(2, 2);
    await rest(page, '链长制');
    text = await probe.waitFor('我所理解的链长制', 1000);
  }).toPass({ timeout: 15_000 });
  expect(text).toContain('你改正过');
  expect(text).toContain('资料包原文');

  await library.bringToFront();
  await library.getByRole('button', { name: '不再标出' }).click();
  await expect.poll(async () => (await painted(page)).programme ?? '').not.toContain('链长制');
  await library.goto(`${library.url().split('#')[0]}#/own`);
  await expect(library.getByText('已隐藏')).toBeVisible();
  await library.getByRole('button', { name: '撤回改正' }).click();
  await expect.poll(async () => (await painted(page)).programme ?? '').toContain('链长制');
  await library.close();
  await forgetReference(browser);
});
