import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';

const DRAFT =
  '全市干部要深刻领悟“两个确力”的意义，推动高质量的发展。\n' +
  '做好“六稳”工作，即稳就业、稳金融、稳外资、稳投资、稳预期。\n' +
  '晋中市政协副主席任秀红出席，市政协副主席张谨花参加。';

test('a draft: findings with sources, by keyboard and one by one; undone, ignored, kept over a reload', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwn('library.html#/check');
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('没有文字。');
  const field = page.getByRole('textbox', { name: '文稿', exact: true });
  await field.fill('No Chinese here.');
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('这里没有中文');
  await field.fill(DRAFT);
  await page.getByRole('textbox', { name: '文稿日期' }).fill('2026-06-25');
  await expectAccessible(page);
  await page.getByRole('button', { name: '核对', exact: true }).click();

  const items = page.locator('.finding');
  await expect(items).toHaveCount(5);
  await expect(page.getByRole('status')).toContainText('查到 5 处');
  await expect(items.nth(0)).toContainText('两个确力');
  await expect(items.nth(2)).toContainText('缺：稳外贸');
  await expect(items.nth(3)).toContainText('本库见任秀红于 2026-06-25 任市政协主席');
  await expect(items.nth(3).locator('.finding-sources li')).not.toHaveCount(0);
  await expectAccessible(page);

  // The first set right, then taken back, by keyboard; the second is ignored.
  await page.keyboard.press('f');
  await expect(page.locator('.check-text')).toContainText('“两个确立”的意义');
  await expect(items).toHaveCount(4);
  await page.keyboard.press('z');
  await expect(items).toHaveCount(5);
  await expect(items.nth(0)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('j');
  await expect(items.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('i');
  await expect(page.getByRole('status')).toContainText('余 4 处，已忽略 1 处');
  for (const _ of [1, 2, 3]) await page.keyboard.press('f');
  await expect(page.locator('.check-text')).toContainText('晋中市政协主席任秀红出席，市政协副主席张谨华参加');
  await expect(page.locator('.check-text')).toContainText('稳金融、稳外贸、稳外资');

  await page.waitForTimeout(400);
  await page.reload();
  await expect(field).toHaveValue(/晋中市政协主席任秀红/);
  await page.close();
});

test('files: GB 18030 and Word are read, what is broken is said and takes nothing away; long work is cancelled', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwn('library.html#/check');
  const field = page.getByRole('textbox', { name: '文稿', exact: true });
  const open = (name: string, buffer: Uint8Array) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(buffer) });
  await open('稿.txt', iconv.encode('推动高质量的发展。', 'gb18030'));
  await expect(field).toHaveValue('推动高质量的发展。');
  await expect(page.getByText('编码：GB18030')).toBeVisible();
  await open('稿.docx', strToU8('不是压缩包'));
  await expect(page.getByRole('alert')).toContainText('不是完好的 .docx');
  await expect(field).toHaveValue('推动高质量的发展。');
  const body =
    '<w:p><w:ins><w:r><w:t>要深刻领悟两个确力</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>';
  await open('稿.docx', zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }));
  await expect(field).toHaveValue('要深刻领悟两个确力');
  await expect(page.getByText('已按全部接受读取')).toBeVisible();

  await open('长.txt', strToU8('全市各级各部门要抓好落实，推动高质量发展取得新成效。\n'.repeat(40_000)));
  await expect(page.getByText('1,080,000 字')).toBeVisible();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('已取消。')).toBeVisible();
  await page.close();
});
