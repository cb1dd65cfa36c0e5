import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { halfWrites, tablesInPage } from './support/notes';
import { filledLibrary, goTo, ROWS } from './support/openLibrary';

let browser: ChromiumWithExtension;
let page: Page;

test.afterEach(() => browser.close());

const rowOf = (name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
const countOf = (name: string) => rowOf(name).locator('th + td').textContent();
const bar = () => page.getByRole('region', { name: '对所选内容的操作' });
const field = () => page.getByRole('combobox', { name: '新名称' });
const tagsNow = async () =>
  Object.fromEntries((await page.evaluate(tablesInPage)).annotations.map((row) => [row.id, row.tags]));
const before = Object.fromEntries(ROWS.annotations.map(({ id, tags }) => [id, tags]));
const having = (tag: string) => ROWS.annotations.filter(({ tags }) => tags.includes(tag)).length;
const choose = (tag: string) => page.getByRole('checkbox', { name: `选择“${tag}”` }).press('Space');
const undone = () => expect.poll(tagsNow).toEqual(before);

test('tags are renamed, merged, deleted, each undone, by keyboard alone', async ({ site }) => {
  ({ browser, page } = await filledLibrary(site, { language: 'zh' }));
  await goTo(page, 'tags');
  await page.getByRole('button', { name: '给“数字”改名' }).press('Enter');
  await expect(field()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('数据');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`已把“数字”改为“数据”，涉及 ${having('数字')} 条。`)).toBeVisible();
  await expect.poll(() => countOf('#数据')).toBe(String(having('数字')));
  await expect(rowOf('#数字')).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await undone();
  await expect(rowOf('#数字')).toHaveCount(1);

  // Onto one that is there: said before it is done.
  await choose('数字');
  await page.keyboard.press('e');
  await page.keyboard.type('要点');
  await expect(bar()).toContainText(`已有“要点”（${having('要点')} 条），将与之合并。`);
  await page.keyboard.press('Enter');
  const either = ROWS.annotations.filter(({ tags }) => tags.includes('数字') || tags.includes('要点')).length;
  await expect.poll(() => countOf('#要点')).toBe(String(either));
  expect(halfWrites(await page.evaluate(tablesInPage))).toEqual([]);
  await page.keyboard.press('Control+z');
  await undone();

  // Several become one of them; what had both has it once.
  for (const tag of ['人事', '引用', '产业']) await choose(tag);
  await expect(bar()).toContainText('已选 3 个标签');
  await field().fill('人事');
  await page.getByRole('button', { name: '合并' }).press('Enter');
  await expect(page.getByText(/已把 3 个标签改为“人事”/)).toBeVisible();
  const all = new Set(Object.values(await tagsNow()).flat());
  expect(all.has('引用') || all.has('产业')).toBe(false);
  await page.keyboard.press('Control+z');
  await undone();

  await choose('待核实');
  await page.keyboard.press('Delete');
  await expect(page.getByText(`已删除“待核实”，涉及 ${having('待核实')} 条。`)).toBeVisible();
  await expect(rowOf('#待核实')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).press('Enter');
  await undone();
  expect(halfWrites(await page.evaluate(tablesInPage))).toEqual([]);
});

test('a tag under which one looks keeps its place when its name changes', async ({ site }) => {
  ({ browser, page } = await filledLibrary(site, { language: 'zh' }));
  await goTo(page, 'tags?tag=数字&kind=note');
  const count = await countOf('#数字');
  await page.getByRole('button', { name: '给“数字”改名' }).click();
  await expect(bar()).toContainText('改动及于整个资料库，不限于所列。');
  await field().fill('数据');
  await field().press('Enter');
  await expect.poll(() => countOf('#数据')).toBe(count);
  await expect(page.getByRole('button', { name: '去掉“#数据”' })).toBeVisible();
});

test('groups within conditions: their counts are what they lead to', async ({ site }) => {
  ({ browser, page } = await filledLibrary(site, { language: 'zh' }));
  for (const view of ['tags', 'people', 'formulations', 'sources']) {
    await goTo(page, `${view}?read-from=2025-12-01`);
    const facet = page.getByRole('group', { name: '网站', exact: true });
    await facet.getByRole('checkbox').first().check();
    const active = page.getByRole('group', { name: '当前条件' });
    await expect(active.getByRole('button', { name: /^去掉/ })).toHaveCount(2);
    await expectAccessible(page);
    const row = page.getByRole('row').nth(1);
    const count = (await row.locator('th + td').textContent())!;
    await row.getByRole('link').first().click();
    await expect(page.getByRole('status').first()).toContainText(new RegExp(`^${count} 条`));
  }
});
