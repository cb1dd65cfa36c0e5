import { mkdirSync } from 'node:fs';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';
const FOLDER = '.output/pictures';
const DRAFT =
  '全市干部要深刻领悟“两个确力”的意义，推动高质量的发展。\n做好“六稳”工作，即稳就业、稳金融、稳外资、稳投资、稳预期。\n晋中市政协副主席任秀红出席，市政协副主席张谨花参加。\n下一步要坚持“动态清零”总方针，优化营商环镜。';
const A = [
  '全市要深刻领悟“两个确立”的决定性意义，坚持稳中求进工作总基调。',
  '抓好春耕生产。各县应当备足种子和农机，力争播种面积达到120万亩。',
  '抓好民生实事。鼓励社会力量参与，严禁弄虚作假。',
  '这一段两篇都有，没有改动，折叠起来。',
];
const B = [
  A[2]!,
  A[0]!.replace('领悟', '认识'),
  A[1]!.replace('应当', '必须').replace('120', '130'),
  A[3]!,
  '新的一段，谈数字经济。',
];
for (const [language, colorScheme, width, height] of [
  ['zh', 'light', 1200, 800],
  ['en', 'dark', 400, 800],
  ['zh', 'dark', 600, 400],
] as const)
  test(`shots ${language} ${colorScheme} ${width}`, async ({ site }) => {
    test.slow();
    mkdirSync(FOLDER, { recursive: true });
    const browser = await ChromiumWithExtension.launch(site, { language, colorScheme, viewport: { width, height } });
    try {
      const tag = `${language}-${colorScheme}-${width}`;
      let page = await browser.openOwn('library.html#/check');
      await page.locator('.check').waitFor();
      await page.screenshot({ path: `${FOLDER}/check-empty-${tag}.png` });
      await page.locator('textarea').fill(DRAFT);
      await page.locator('.text-facts input').fill('2026-06-25');
      await page.locator('.button.is-main').click();
      await page.locator('.finding').first().waitFor();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${FOLDER}/check-found-${tag}.png`, fullPage: width < 700 });
      await page.close();
      page = await browser.openOwn('library.html#/compare');
      await page.locator('.compare').waitFor();
      await writeRows(page, smallLibrary(8, 3, Date.UTC(2026, 5, 1, 4)));
      await page.screenshot({ path: `${FOLDER}/compare-empty-${tag}.png`, fullPage: true });
      await page.locator('textarea').nth(0).fill(A.join('\n'));
      await page.locator('textarea').nth(1).fill(B.join('\n'));
      await page.locator('.button.is-main').click();
      await page.locator('.compare-row').first().waitFor();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${FOLDER}/compare-found-${tag}.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    } finally {
      await browser.close();
    }
  });
