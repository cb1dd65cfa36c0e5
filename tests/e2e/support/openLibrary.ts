import type { Page } from '@playwright/test';
import { ChromiumWithExtension } from './chromium';
import { smallLibrary, writeRows } from './library';
import type { Site } from './site';

/** What the library of a test has. */
export const ROWS = smallLibrary(40, 5, Date.UTC(2026, 5, 1, 4));
export const ALL = ROWS.annotations.length;

interface OpenLibrary {
  readonly browser: ChromiumWithExtension;
  readonly page: Page;
}
type Options = Parameters<typeof ChromiumWithExtension.launch>[1];

/** The library with nothing in it. */
export async function emptyLibrary(site: Site, options: Options): Promise<OpenLibrary> {
  const browser = await ChromiumWithExtension.launch(site, options);
  const page = await browser.openOwn('library.html');
  await page.waitForSelector('.shelf-empty');
  return { browser, page };
}

/** The library with `ROWS` in it, all of them read. */
export async function filledLibrary(site: Site, options: Options): Promise<OpenLibrary> {
  const opened = await emptyLibrary(site, options);
  await writeRows(opened.page, ROWS);
  await opened.page.reload();
  await opened.page.waitForSelector('.shelf[data-read="1"]', { state: 'attached' });
  return opened;
}

/** Another view of the same page. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/${place}`);
}
