import { copyFileSync, mkdirSync } from 'node:fs';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { LOOKS } from './support/looks';
import { smallLibrary, writeRows } from './support/library';

/** All are for looking at; `npm run pictures` also renews those of the documentation. */
const FOLDER = '.output/pictures';
const SHOWN = new Set(['library-notes-zh-light', 'library-overview-en-dark']);

/** Views of the library, and what is there when they have been drawn. */
const VIEWS = [
  ['library-notes', '#/notes', '.shelf-row'],
  ['library-search', '#/notes?q=六稳&colour=yellow', '.shelf-row mark'],
  ['library-articles', '#/articles?q=责任单位', '.shelf-row mark'],
  ['library-tags', '#/tags?site=gov.cn', 'td'],
  ['library-people', '#/people', 'td'],
  ['library-formulations', '#/formulations', 'td'],
  ['library-sources', '#/sources', 'td'],
  ['library-overview', '#/overview', '.chart:last-child svg'],
  ['library-reader', '#/article/article-00007?note=note-7-100', '.reader-mentions button'],
] as const;

for (const [language, colorScheme] of LOOKS) {
  test(`pictures of the library: ${language}, ${colorScheme}`, async ({ site }) => {
    test.slow();
    mkdirSync(FOLDER, { recursive: true });
    const viewport = { width: 1200, height: 760 };
    const browser = await ChromiumWithExtension.launch(site, { language, colorScheme, viewport });
    try {
      const page = await browser.openOwn('library.html');
      await page.waitForSelector('.shelf-empty');
      await page.screenshot({ path: `${FOLDER}/library-empty-${language}-${colorScheme}.png` });
      await writeRows(page, smallLibrary(60, 5, Date.UTC(2026, 5, 1, 4)));
      for (const [name, place, drawn] of VIEWS) {
        await page.goto(`${page.url().split('#')[0]}${place}`);
        await page.reload();
        await expect(page.locator(drawn).first()).toBeVisible({ timeout: 20_000 });
        await page.waitForTimeout(600);
        const file = `${name}-${language}-${colorScheme}.png`;
        await page.screenshot({ path: `${FOLDER}/${file}` });
        const docs = process.env.PANGZHU_PICTURES;
        if (docs !== undefined && SHOWN.has(file.replace('.png', '')))
          copyFileSync(`${FOLDER}/${file}`, `${docs}/${file}`);
      }
    } finally {
      await browser.close();
    }
  });
}
