import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { ALL, emptyLibrary, filledLibrary, goTo, ROWS } from './support/openLibrary';
import { annotationDraft, articleDraft, ask, done, halfWrites, tablesInPage } from './support/notes';

let browser: ChromiumWithExtension;
let page: Page;

type Opening = Parameters<typeof filledLibrary>;

async function fresh(site: Opening[0], options: Opening[1]) {
  ({ browser, page } = await emptyLibrary(site, options));
}

async function filled(site: Opening[0], options: Opening[1] = { language: 'zh' }) {
  ({ browser, page } = await filledLibrary(site, options));
}

const rows = () => page.locator('.shelf-row');
const list = () => page.getByRole('listbox');
const status = () => page.getByRole('status').first();
const search = () => page.getByRole('searchbox', { name: '搜索', exact: true });
/** Past our own code: what is in the database. */
const stored = async () =>
  (await page.evaluate(tablesInPage)).annotations.filter(({ deletedAt }) => deletedAt === null);
const selectedCount = () => page.locator('.shelf-row[aria-selected=true]').count();

async function find(text: string): Promise<void> {
  await search().fill(text);
  await expect(page.locator('.shelf')).toHaveAttribute('data-found', text);
}

test.afterEach(() => browser.close());

test('an empty library says what to do; the first note shows by itself', async ({ site }) => {
  await fresh(site, { language: 'zh' });
  await expect(page.getByRole('heading', { name: '这里还没有资料' })).toBeVisible();
  await expectAccessible(page);
  const other = await browser.openOwn('welcome.html');
  const url = 'http://www.gov.cn/live.html';
  done(
    await ask(other, 'annotate', {
      article: articleDraft(url),
      annotation: annotationDraft('note-live-1', '刚写下的'),
    }),
  );
  await expect(rows().filter({ hasText: '刚写下的' })).toBeVisible();
  const { annotation } = done(
    await ask(other, 'annotate', { article: articleDraft(url), annotation: annotationDraft('note-live-2', '第二条') }),
  );
  await expect(rows()).toHaveCount(2);
  done(await ask(other, 'changeAnnotation', { id: annotation.id, revision: 1, change: { note: '改过的第二条' } }));
  await expect(rows().filter({ hasText: '改过的第二条' })).toBeVisible();
  done(await ask(other, 'deleteAnnotation', { id: annotation.id }));
  await expect(rows()).toHaveCount(1);
  // Charts of what there is none of yet say so.
  await page.getByRole('link', { name: '总览', exact: true }).click();
  await expect(page.locator('.chart svg').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '总览' })).toBeVisible();
});

test('search: Chinese, traditional, pinyin, initials, English, mixed, words of a run, text of articles', async ({
  site,
}) => {
  await filled(site);
  await expect(status()).toHaveText(`共 ${ALL} 条批注`);
  for (const query of ['营商环境', '營商環境', 'yingshang', 'yshj', 'ying商 环境', 'March bulletin', '“不是泛指”']) {
    await find(query);
    await expect(rows().first(), query).toBeVisible();
    await expect(status(), query).not.toContainText('0 条批注，');
  }
  await find('営商環境無此句');
  await expect(page.getByText('没有符合条件的内容。')).toBeVisible();

  // By what an entry is called, though no word of the note says it.
  await find('lan fo');
  await expect(rows().filter({ hasText: '蓝佛安' }).first()).toBeVisible();

  // Only in the text of the articles, and there in two places: the segmenter cuts the run.
  await page.getByRole('link', { name: '文章', exact: true }).click();
  await find('倒排工期');
  await expect(status()).toContainText('共 40 篇文章');
  await find('责任单位居民清单');
  await expect(rows().first()).toBeVisible({ timeout: 10_000 });
});

test('conditions combine, have an address, are taken off one by one; a search is kept and found again', async ({
  site,
}) => {
  await filled(site);
  const of = (check: (each: (typeof ROWS.annotations)[number]) => boolean) => ROWS.annotations.filter(check).length;
  const facet = (title: string, value: RegExp) =>
    page.getByRole('group', { name: title, exact: true }).getByRole('checkbox', { name: value });
  await facet('颜色', /^蓝/).check();
  await facet('颜色', /^绿/).check();
  const coloured = of(({ colour }) => colour === 'blue' || colour === 'green');
  await expect(status()).toHaveText(`${coloured} 条批注，共 ${ALL} 条`);
  await facet('标签', /^数字/).check();
  const both = of(({ colour, tags }) => (colour === 'blue' || colour === 'green') && tags.includes('数字'));
  await expect(status()).toHaveText(`${both} 条批注，共 ${ALL} 条`);
  await page.getByLabel('从').first().fill('2026-01-01');
  const late = of(
    ({ colour, tags, createdAt }) =>
      (colour === 'blue' || colour === 'green') && tags.includes('数字') && createdAt >= new Date(2026, 0, 1).getTime(),
  );
  await expect(status()).toHaveText(`${late} 条批注，共 ${ALL} 条`);

  await page.getByRole('button', { name: '已存搜索' }).click();
  await page.getByRole('textbox', { name: '给这次搜索起个名字' }).fill('今年的数字');
  await page.getByRole('button', { name: '存下' }).click();
  await page.getByRole('button', { name: '去掉“绿”' }).click();
  await expect(status()).not.toHaveText(`${late} 条批注，共 ${ALL} 条`);
  await page.getByRole('button', { name: '清除全部条件' }).click();
  await expect(status()).toHaveText(`共 ${ALL} 条批注`);
  await page.getByRole('button', { name: /已存搜索/ }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: '今年的数字' }).click();
  await expect(status()).toHaveText(`${late} 条批注，共 ${ALL} 条`);
  const again = await browser.openOwn(`library.html${new URL(page.url()).hash}`);
  await expect(again.getByRole('status').first()).toHaveText(`${late} 条批注，共 ${ALL} 条`);
  await again.close();
});

test('by keyboard alone: find, move, select, tag, colour, delete, undo, edit, open, back', async ({ site }) => {
  test.slow();
  await filled(site);
  await page.keyboard.press('/');
  await expect(search()).toBeFocused();
  await page.keyboard.type('六稳');
  await expect(page.locator('.shelf')).toHaveAttribute('data-found', '六稳');
  await page.keyboard.press('Enter');
  await expect(list()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  const active = await list().getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-posinset', '2');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await selectedCount()).toBe(3);
  await expectAccessible(page);
  await page.getByRole('combobox', { name: '标签' }).focus();
  await page.keyboard.type('新加的');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已给 3 条加上“新加的”。')).toBeVisible();
  await expect(rows().filter({ hasText: '#新加的' })).toHaveCount(3);
  await list().focus();
  await page.keyboard.press('Control+z');
  await expect(rows().filter({ hasText: '#新加的' })).toHaveCount(0);

  await page.keyboard.press('Delete');
  await expect(page.getByText('已把 3 条移到回收站，保留 30 天。')).toBeVisible();
  expect(await stored()).toHaveLength(ALL - 3);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored()).length).toBe(ALL);
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: '颜色：紫' }).click();
  await expect(page.getByText(/已改 \d+ 条的颜色。/)).toBeVisible();
  await list().focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销。')).toBeVisible();
  const colours = (all: readonly { readonly id: string; readonly colour: string }[]) =>
    Object.fromEntries(all.map(({ id, colour }) => [id, colour]));
  await expect.poll(async () => colours(await stored())).toEqual(colours(ROWS.annotations));
  await page.keyboard.press('Escape');
  expect(await selectedCount()).toBe(0);

  await page.keyboard.press('Home');
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: '笔记（Markdown）' });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill('六稳：在资料库里改的');
  await page.keyboard.press('Control+Enter');
  await expect(rows().filter({ hasText: '在资料库里改的' })).toBeVisible();
  await expect(list()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search()).toHaveValue('六稳');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(halfWrites(await page.evaluate(tablesInPage))).toEqual([]);
});

test('by pointer: a check, a stretch with shift, all; deleting all is undone', async ({ site }) => {
  await filled(site);
  await rows().nth(0).locator('[data-select]').click();
  await rows()
    .nth(3)
    .click({ modifiers: ['Shift'] });
  expect(await selectedCount()).toBe(4);
  await rows()
    .nth(1)
    .click({ modifiers: ['Control'] });
  expect(await selectedCount()).toBe(3);
  await page.getByRole('button', { name: `选择全部 ${ALL} 条` }).click();
  await expect(page.getByText(`已选 ${ALL} 条`)).toBeVisible();
  await page.getByRole('region', { name: '对所选内容的操作' }).getByRole('button', { name: '删除' }).click();
  await expect(page.getByText(`已把 ${ALL} 条移到回收站，保留 30 天。`)).toBeVisible();
  expect(await stored()).toHaveLength(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await stored()).length).toBe(ALL);
  await expect(status()).toHaveText(`共 ${ALL} 条批注`);

  await page.getByRole('link', { name: '文章', exact: true }).click();
  await list().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(page.getByText('已把 1 篇文章连同批注移到回收站，保留 30 天。')).toBeVisible();
  await expect(status()).toHaveText('共 39 篇文章');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(status()).toHaveText('共 40 篇文章');
});

test('an article is read where the page is gone: its text, notes in place, mentions as of its date, a note edited', async ({
  site,
}) => {
  await filled(site);
  await goTo(page, 'article/article-00001?note=note-1-200');
  const text = page.locator('.reader-text');
  await expect(text).toContainText('记者在');
  const marks = text.locator('mark');
  await expect(marks.first()).toBeVisible();
  const own = ROWS.annotations.filter(({ articleId }) => articleId === 'article-00001');
  await expect(page.locator('.reader-item')).toHaveCount(own.length);
  // The text is drawn again when its mentions are known.
  const quotes = () =>
    marks.evaluateAll((all) => {
      const byNote = new Map<string, string>();
      for (const mark of all) {
        const id = (mark as HTMLElement).dataset.note!;
        byNote.set(id, (byNote.get(id) ?? '') + mark.textContent);
      }
      return Object.fromEntries(byNote);
    });
  const expected = own.flatMap(({ id, anchor }) => (anchor === null ? [] : [[id, anchor.quote] as const]));
  await expect.poll(quotes).toEqual(Object.fromEntries(expected));
  await expect(page.locator('.reader-item.is-current')).toHaveCount(1);
  await page.getByRole('button', { name: /^提法 六稳 / }).click();
  await expect(page.getByRole('dialog').locator('.card-members li')).toHaveCount(6);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page
    .locator('.reader-item')
    .first()
    .getByRole('button', { name: /编辑|写笔记/ })
    .click();
  await page.getByRole('textbox', { name: '笔记（Markdown）' }).fill('在文章旁边写的');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('.reader-item').first()).toContainText('在文章旁边写的');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.reader-item').first()).not.toContainText('在文章旁边写的');
});

test('in an article keys act on the note that has the focus, which is marked; a deletion names it and is undone', async ({
  site,
}) => {
  await filled(site);
  await goTo(page, 'article/article-00001');
  const items = page.locator('.reader-item');
  await expect(items.first()).toBeVisible();
  const count = await items.count();
  await page.keyboard.press('Delete');
  await expect(items).toHaveCount(count);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(items.nth(1)).toBeFocused();
  await expect(items.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(items.nth(1)).toContainText('当前');
  await expectAccessible(page);
  await items.nth(2).getByRole('button', { name: '删除' }).focus();
  await expect(page.locator('[aria-current=true].reader-item')).toHaveCount(1);
  const id = (await items.nth(2).getAttribute('data-item'))!;
  const next = (await items.nth(3).getAttribute('data-item'))!;
  await expect(items.nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Delete');
  await expect(page.getByText(/^“.+”已移到回收站，保留 30 天。/)).toBeVisible();
  await expect(page.locator(`[data-item="${id}"]`)).toHaveCount(0);
  await expect(page.locator(`[data-item="${next}"]`)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.locator(`[data-item="${id}"]`)).toHaveCount(1);
});

test('overview: every bar is a door, the same as a table', async ({ site }) => {
  await filled(site);
  await page.getByRole('link', { name: '总览', exact: true }).click();
  const chart = page.locator('.chart').filter({ hasText: '批注最多的人物' });
  await expect(chart.locator('svg a').first()).toBeVisible();
  await expectAccessible(page);
  await chart.getByText('以表格查看').click();
  const first = chart.getByRole('row').nth(1);
  const count = (await first.getByRole('link').textContent())!;
  await chart.locator('svg a').first().click();
  await expect(status()).toHaveText(`${count} 条批注，共 ${ALL} 条`);
  await page.goBack();
  await chart.getByText('以表格查看').click();
  await first.getByRole('link').click();
  await expect(status()).toHaveText(`${count} 条批注，共 ${ALL} 条`);
});

test('tags, people, formulations lead to their annotations', async ({ site }) => {
  await filled(site);
  for (const [view, name, asked] of [
    ['标签', '#数字', 'shuzi'],
    ['人物', '林武', 'linwu'],
    ['提法', '六稳', 'lw'],
  ] as const) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await search().fill(asked);
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
    const count = (await row.locator('th + td').textContent())!;
    await expectAccessible(page);
    await row.getByRole('link', { name, exact: true }).click();
    await expect(status()).toHaveText(`${count} 条批注，共 ${ALL} 条`);
  }
});

test('in English, in the dark, on 800 px and with much zoom nothing is cut off', async ({ site }) => {
  test.slow();
  await filled(site, { language: 'en', colorScheme: 'dark' });
  for (const [width, height] of [
    [1200, 800],
    [800, 700],
    [600, 400],
    [400, 700],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const view of [
      'overview',
      'notes',
      'articles',
      'tags',
      'people',
      'formulations',
      'sources',
      'article/article-00002',
    ]) {
      await goTo(page, view);
      await page.locator('.shelf-row, .overview svg, .shelf-groups, .reader-item').first().waitFor();
      await expectAccessible(page);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isWide, `${view} ${width}`).toBe(false);
    }
  }
});
