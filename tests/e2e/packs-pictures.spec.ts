import { mkdirSync } from 'node:fs';
import { ChromiumWithExtension } from './support/chromium';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { LOOKS } from './support/looks';

const FOLDER = '.output/pictures';
const OFFER =
  'kind=formulation&form=按月回访&url=http://www.shanxi.gov.cn/a.html&title=全省优化营商环境工作推进会在太原召开&date=2022-05-16&publisher=山西日报';
const CSV = 'id,名称,种类,释义\na,按月回访,提法,每月一次\nb,六稳,,\na,重复,,\nc,稳,,\n';

for (const [language, colorScheme] of LOOKS) {
  test(`pictures of packs: ${language}, ${colorScheme}`, async ({ site }) => {
    mkdirSync(FOLDER, { recursive: true });
    const viewport = { width: 400, height: 860 };
    const browser = await ChromiumWithExtension.launch(site, { language, colorScheme, viewport });
    try {
      const page = await browser.openOwn(`library.html#/entry/new?${OFFER}`);
      const picture = async (name: string) => {
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), name).toBe(false);
        await page.screenshot({ path: `${FOLDER}/packs-${name}-${language}-${colorScheme}.png`, fullPage: true });
      };
      await page.locator('[name=name]').waitFor();
      await picture('form');
      await page.keyboard.press('Enter');
      await page.locator('.library-entry').waitFor();
      await picture('entry');
      await page.goto(`${page.url().split('#')[0]}#/own`);
      await page.locator('.pack-own-line').waitFor();
      await picture('own');
      await page.goto(`${page.url().split('#')[0]}#/packs`);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '县区.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
      await page.locator('.pack-hash').waitFor();
      await picture('preview');
      await page.locator('.button.is-main').click();
      await page.locator('.pack-list li').nth(1).waitFor();
      await picture('list');
      await page.locator('.pack-list a').last().click();
      await page.locator('.pack-entries li').first().waitFor();
      await picture('detail');
      await page.goto(`${page.url().split('#')[0]}#/entry/lin-wu`);
      await page.locator('.pack-acts button').first().click();
      await page.locator('.entry-form').waitFor();
      await picture('correct');
    } finally {
      await browser.close();
    }
  });
}
