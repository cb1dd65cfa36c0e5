import { mkdirSync } from 'node:fs';
import { wordsOf } from '../../lib/words/words';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { LOOKS } from './support/looks';
import { smallLibrary, writeRows } from './support/library';

const FOLDER = '.output/pictures';
const ROWS = smallLibrary(40, 8, Date.UTC(2026, 5, 1, 4));
const WIDTHS = [1200, 400] as const;

for (const [language, colorScheme] of LOOKS) {
  test(`pictures of files in and out: ${language}, ${colorScheme}`, async ({ site }) => {
    test.slow();
    mkdirSync(FOLDER, { recursive: true });
    const browser = await ChromiumWithExtension.launch(site, {
      language,
      colorScheme,
      viewport: { width: 1200, height: 760 },
    });
    const { exchange: words } = wordsOf(language);
    try {
      await browser.context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        Object.assign(globalThis, { __name: (value: unknown) => value });
        Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
      });
      const page = await browser.openOwn('library.html');
      await page.waitForSelector('.shelf-empty');
      await writeRows(page, ROWS);
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const goTo = async (view: string) => {
        await page.goto(`${page.url().split('#')[0]}#/${view}`);
        await page.reload();
      };
      const picture = async (name: string) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 760 });
          await page.waitForTimeout(400);
          await page.screenshot({ path: `${FOLDER}/exchange-${name}-${width}-${language}-${colorScheme}.png` });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            `${name} ${width}`,
          ).toBeLessThanOrEqual(0);
        }
        await page.setViewportSize({ width: 1200, height: 760 });
      };
      await goTo('notes');
      await page.waitForSelector('.shelf[data-read="1"]', { state: 'attached' });
      await button(words.exportFound).click();
      await picture('dialog');
      await page.getByText(words.template, { exact: true }).click();
      await expect(page.getByLabel(words.templatePreview, { exact: true })).toBeVisible();
      await picture('template');
      await page.getByLabel(words.templateField).fill('# {{title}}\n{{nothing}}');
      await expect(page.getByText(words.templateFaults)).toBeVisible();
      await picture('template-faults');
      await page.keyboard.press('Escape');
      await goTo('import');
      const more = smallLibrary(43, 8, Date.UTC(2026, 5, 1, 4));
      const articles = more.articles.slice(34).map((article) => ({
        article: { ...article, key: article.key, foundBy: {} },
        annotations: more.annotations
          .filter(({ articleId }) => articleId === article.id)
          .map((each, index) => ({
            ...each,
            ...(index === 2 ? { note: '文件里后来改的', updatedAt: each.updatedAt + 1e9 } : {}),
            ...(index === 5 && article === more.articles[38] ? { colour: 'plaid' } : {}),
          })),
      }));
      const written = JSON.stringify({ pangzhu: 'notes', schema: 1, version: '0.1.0', writtenAt: '', articles });
      await page.locator('input[type=file]').setInputFiles([
        { name: 'notes.json', mimeType: '', buffer: Buffer.from(written) },
        { name: 'half.json', mimeType: '', buffer: Buffer.from(written.slice(0, 900)) },
      ]);
      await expect(page.getByText(words.rows.added, { exact: true })).toBeVisible();
      await picture('preview');
      await button(words.doImport).click();
      await expect(button(words.undo)).toBeVisible();
      await picture('imported');
      await button(words.another).click();
      await expect(page.getByRole('region', { name: words.past })).toBeVisible();
      await picture('past');
      await goTo('backups');
      await button(words.folderChoose).click();
      await button(words.backUpNow).click();
      await expect(page.getByText(words.verified)).toBeVisible();
      await page.evaluate(() =>
        chrome.storage.local.set({
          'backup:backupEvery': 'daily',
          'backup:backupFailure': { at: Date.now() - 3_600_000, why: 'withdrawn' },
        }),
      );
      await page.reload();
      await expect(page.getByText(words.failedTitle)).toBeVisible();
      await picture('backups');
      await goTo('notes');
      await expect(page.getByText(words.failedShort.withdrawn)).toBeVisible();
      await picture('reminder');
    } finally {
      await browser.close();
    }
  });
}
