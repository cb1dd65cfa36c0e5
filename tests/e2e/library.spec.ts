import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { ChromiumWithExtension } from './support/chromium';

test('reference: found by characters, pinyin and English, narrowed by kind, place and year, with an address', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwn('library.html#/reference');
  const search = page.getByRole('searchbox');
  const lines = page.locator('.library-line');
  await expect(page.getByRole('status')).toContainText(/^\d+ 条，共 \d+ 条$/);
  for (const query of ['六稳', 'liù wěn', 'liuwen', 'lw', 'stability on six fronts']) {
    await search.fill(query);
    await expect(lines.filter({ hasText: '六稳' }).first()).toBeVisible();
  }
  await search.fill('');
  await page.getByRole('combobox', { name: '种类' }).selectOption('official');
  await page.getByRole('combobox', { name: '地方' }).selectOption('晋中市');
  await page.getByRole('combobox', { name: '年份' }).selectOption('2026');
  await expect(lines.filter({ hasText: '刘星' })).toBeVisible();
  await expect(lines.filter({ hasText: '林武' })).toHaveCount(0);
  await expectAccessible(page);

  // The address alone leads to the same list.
  const again = await browser.openOwn(`library.html${new URL(page.url()).hash}`);
  await expect(again.locator('.library-line')).toHaveCount(await lines.count());
  await again.close();

  await search.fill('没有这样的词');
  await expect(page.getByText('没有符合的条目。')).toBeVisible();
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect(lines.first()).toBeVisible();
  await page.close();
});

test('an entry: members, places of its attestations, relations that lead on, sources, back by the browser', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwn('library.html#/entry/liu-wen-liu-bao');
  await expect(page).toHaveTitle('“六稳”“六保” · 旁注');
  await expect(page.getByRole('heading', { level: 2 })).toContainText('六稳');
  await expect(page.getByText(/\d+ 处（第 [\d、]+ 段）/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '六稳', exact: true }).click();
  await expect(page).toHaveTitle('六稳 · 旁注');
  await expect(page.locator('.card-members li')).toHaveCount(6);
  await expect(page.getByRole('button', { name: '六保', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveTitle('“六稳”“六保” · 旁注');
  await page.goto(`${page.url().split('#')[0]}#/entry/nowhere`);
  await expect(page.getByText('参考库没有编号为“nowhere”的条目。')).toBeVisible();
  await page.close();
});

test('offices on a day: two secretaries in two years, “unknown” said, a date that is none', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwn('library.html#/officials');
  const shown = page.locator('section').filter({ hasText: '文献所示职务' });
  await page.getByRole('link', { name: '2022-05-13' }).click();
  await expect(shown.getByRole('row', { name: /林武/ })).toContainText('省委书记');
  await expect(shown.getByRole('row', { name: /蓝佛安/ })).toHaveCount(0);
  await page.getByLabel('日期').fill('2023-05-25');
  await expect(shown.getByRole('row', { name: /蓝佛安/ })).toContainText('山西省委书记');
  await expect(shown.getByRole('row', { name: /林武/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel('日期').fill('2022-05-14');
  await expect(
    page
      .locator('section')
      .filter({ hasText: '其时职务本库无记录' })
      .getByRole('row', { name: /王一新/ }),
  ).toContainText('2022-05-13 止');
  await page.getByLabel('日期').fill('2023-02-30');
  await expect(page.getByRole('status')).toContainText('“2023-02-30”不是日期');
  await page.close();
});

test('the pack: version, counts, changes, documents, sources', async ({ browserWithExtension: browser }) => {
  const page = await browser.openOwn('library.html#/pack');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('山西新闻用语（2022—2026）');
  await expect(page.getByText('0.1.0').first()).toBeVisible();
  await page.getByRole('searchbox').fill('gwr-2020');
  await expect(page.locator('#gwr-2020')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^官员 \d+$/ }).click();
  await expect(page.getByRole('combobox', { name: '种类' })).toHaveValue('official');
  await page.close();
});

test('all of it in English, in the dark, on a narrow window', async ({ site }) => {
  const browser = await ChromiumWithExtension.launch(site, { language: 'en', colorScheme: 'dark' });
  try {
    for (const place of ['#/reference?q=liuwen', '#/entry/lin-wu', '#/officials?on=2022-05-13', '#/pack']) {
      const page = await browser.openOwn(`library.html${place}`);
      await page.setViewportSize({ width: 420, height: 800 });
      await page.getByRole('banner').getByRole('button').first().click();
      await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
      await expectAccessible(page);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isWide, place).toBe(false);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test('card, panel and popup lead to the library', async ({ open, rest, card, browserWithExtension: browser }) => {
  const page = await open('gov-notice');
  await rest(page, '林武');
  const probe = await card(page);
  await probe.waitFor('林武');
  const opened = browser.context.waitForEvent('page');
  await probe.press('详情');
  const library = await opened;
  await expect(library).toHaveTitle('林武 · 旁注');
  await library.close();
});
