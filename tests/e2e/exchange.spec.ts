import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { FORMATS } from '../../lib/export/formats';
import { FORMAT_IDS } from '../../lib/model';
import { zh } from '../../lib/words/zh';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';

const ROWS = smallLibrary(40, 8, Date.UTC(2026, 5, 1, 4));
const { exchange: words, files } = zh;

let browser: ChromiumWithExtension;
let page: Page;

/** A library without a picker for places: what is written is downloaded. */
async function filled(
  site: Parameters<typeof ChromiumWithExtension.launch>[0],
  language: 'zh' | 'en' = 'zh',
  dark = false,
) {
  browser = await ChromiumWithExtension.launch(site, { language, colorScheme: dark ? 'dark' : 'light' });
  await browser.context.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    Object.assign(globalThis, { __name: (value: unknown) => value });
  });
  page = await browser.openOwn('library.html');
  await page.waitForSelector('.shelf-empty');
  await writeRows(page, ROWS);
  await page.reload();
  await whole();
}

const whole = () => page.waitForSelector('.shelf[data-read="1"]', { state: 'attached' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const contents = async (download: Download) => readFile((await download.path())!);

test.afterEach(() => browser.close());

test('what is listed is exported in every format', async ({ site }) => {
  await filled(site);
  await button(words.exportFound).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: words.title(320, 40) })).toBeVisible();
  for (const id of FORMAT_IDS.filter((each) => each !== 'markdown-each')) {
    await dialog.getByRole('radio', { name: files.formats[id].join(' '), exact: true }).check();
    const waiting = page.waitForEvent('download');
    await button(words.start).click();
    const download = await waiting;
    expect(download.suggestedFilename(), id).toMatch(new RegExp(`\\.${FORMATS[id].extension}$`));
    expect((await contents(download)).length, id).toBeGreaterThan(500);
    await expect(dialog.getByRole('status')).toContainText(download.suggestedFilename());
  }
});
