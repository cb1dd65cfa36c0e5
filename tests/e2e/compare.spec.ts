import { readFileSync } from 'node:fs';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';

const FIRST = [
  '全市要深刻领悟“两个确立”的决定性意义，坚持稳中求进工作总基调。',
  '抓好春耕生产。各县应当备足种子和农机，力争播种面积达到120万亩。',
  '抓好民生实事。鼓励社会力量参与，严禁弄虚作假。',
  '这一段两篇都有，没有改动，折叠起来。',
];
const SECOND = [
  FIRST[2]!,
  FIRST[0]!.replace('领悟', '认识'),
  FIRST[1]!.replace('应当', '必须').replace('120', '130'),
  FIRST[3]!,
  '新的一段，谈数字经济。',
];

test('two texts: a summary, paragraphs, sentences and words, by keyboard, saved as files, kept over a reload', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwn('library.html#/compare');
  await page.getByRole('button', { name: '比较', exact: true }).click();
  await expect(page.getByText('第一篇还没有文字。')).toBeVisible();
  const fields = page.getByRole('textbox');
  await fields.nth(0).fill(FIRST.join('\n'));
  await fields.nth(1).fill(SECOND.join('\n'));
  await expectAccessible(page);
  await page.getByRole('button', { name: '比较', exact: true }).click();

  const summary = page.getByRole('region', { name: '概要' });
  await expect(summary).toContainText('段落：相同 1，改动 2，移动 1，新增 1，删去 0。');
  await expect(summary.getByRole('row', { name: /改了写法/ })).toContainText('深刻认识“两个确立”的决定性意义');
  await expect(summary.getByRole('row', { name: /新增/ })).toContainText('数字经济');
  await expect(summary.getByRole('row', { name: /^应当 .*必须/ })).toBeVisible();
  await expect(summary.getByRole('row', { name: /^120万亩 .*130万亩/ })).toBeVisible();
  await expect(page.locator('.compare-text del').first()).toContainText('领悟');
  await expect(page.getByRole('region', { name: '移来：第 3 段，今第 1 段' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('.compare-row').nth(1)).toHaveClass(/is-current/);

  for (const [button, ending, part] of [
    ['导出 Markdown', 'md', '~~领悟~~**认识**'],
    ['导出网页（HTML）', 'html', '<del>领悟</del><ins>认识</ins>'],
    ['导出概要（CSV）', 'csv', '120万亩,130万亩'],
  ] as const) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`比较.${ending}`);
    expect(readFileSync(await download.path(), 'utf8')).toContain(part);
  }
  await page.reload();
  await expect(fields.nth(1)).toHaveValue(SECOND.join('\n'));
  await page.close();
});

test('a saved article against a text: its citation, and where its notes stand', async ({
  browserWithExtension: browser,
}) => {
  const rows = smallLibrary(8, 3, Date.UTC(2026, 5, 1, 4));
  const [article] = rows.articles;
  const page = await browser.openOwn('library.html');
  await expect(page.locator('.shelf-empty')).toBeVisible();
  await writeRows(page, rows);
  await page.goto(`${page.url().split('#')[0]}#/compare?a=${article!.id}`);
  await page.reload();
  await expect(page.getByText(article!.title!).first()).toBeVisible();
  const [first = '', ...rest] = article!.paragraphs;
  await page
    .getByRole('textbox')
    .last()
    .fill([...rest, `${first}又添一句，推动数字经济发展。`].join('\n'));
  await page.getByRole('button', { name: '比较', exact: true }).click();
  await expect(page.locator('.compare-names dd').first()).toContainText('[EB/OL]');
  await expect(page.getByRole('row', { name: /原样仍在|文字有改动/ })).not.toHaveCount(0);
  await expectAccessible(page);

  // Another one is found by its words.
  await page.getByRole('button', { name: '另作比较' }).click();
  await page.getByRole('button', { name: '另选' }).click();
  await page.getByRole('searchbox').fill('能源革命');
  await page.locator('.compare-found button').first().click();
  await expect(page.locator('.compare-side').first()).toContainText('能源革命');
  await page.close();
});
