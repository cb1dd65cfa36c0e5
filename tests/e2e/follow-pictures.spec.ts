import { mkdirSync } from 'node:fs';
import { ChromiumWithExtension } from './support/chromium';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { LOOKS } from './support/looks';
import { smallLibrary, writeRows } from './support/library';

const FOLDER = '.output/pictures';
const OF = 'of=liang-ge-queli,lianzhangzhi,liu-wen';

/** Views, and what is there when they have been drawn. */
const VIEWS = [
  ['follow-none', '', '.follow-top a'],
  ['follow-time', `?${OF}`, '.chart svg'],
  ['follow-share', `?${OF}&measure=share&by=week`, '.chart svg'],
  ['follow-passages', `?${OF}&show=passages&order=left`, '.kwic li'],
  ['follow-where', `?${OF}&show=where`, 'td'],
  ['follow-forms', `?${OF}&show=forms`, 'td'],
  ['follow-with', `?of=lianzhangzhi&show=with`, 'td'],
  ['follow-offices', '?of=lin-wu&show=offices', '.follow h2, .follow p'],
  ['follow-changes', '?show=changes', 'td'],
] as const;

for (const [language, colorScheme] of LOOKS) {
  test(`pictures of following: ${language}, ${colorScheme}; accessible, wide and narrow`, async ({ site }) => {
    test.slow();
    mkdirSync(FOLDER, { recursive: true });
    const browser = await ChromiumWithExtension.launch(site, {
      language,
      colorScheme,
      viewport: { width: 1200, height: 860 },
    });
    try {
      const page = await browser.openOwn('library.html#/follow');
      await page.waitForSelector('.shelf-empty');
      await writeRows(page, smallLibrary(60, 1, Date.UTC(2026, 5, 1, 4)));
      await page.reload();
      await expect(page.locator('.follow-top a').first()).toBeVisible({ timeout: 20_000 });
      for (const [name, address, drawn] of VIEWS) {
        await page.goto(`${page.url().split('#')[0]}#/follow${address}`);
        await expect(page.locator(drawn).first()).toBeVisible({ timeout: 20_000 });
        await page.waitForTimeout(300);
        await page.screenshot({ path: `${FOLDER}/${name}-${language}-${colorScheme}.png`, fullPage: true });
        await expectAccessible(page);
        await page.setViewportSize({ width: 400, height: 800 });
        await page.waitForTimeout(200);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(
          0,
        );
        await page.screenshot({ path: `${FOLDER}/${name}-narrow-${language}-${colorScheme}.png`, fullPage: true });
        await page.setViewportSize({ width: 1200, height: 860 });
      }
    } finally {
      await browser.close();
    }
  });
}
