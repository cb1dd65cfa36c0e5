import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { articlePages, type ArticlePage } from './articles';
import { CardProbe } from './card';
import { CHROME_BUILD, ChromiumWithExtension } from './chromium';
import { Site } from './site';

interface WorkerFixtures {
  readonly site: Site;
  readonly browserWithExtension: ChromiumWithExtension;
}
interface TestFixtures {
  /** Opens a page of tests/articles, or an address. */
  readonly open: (slugOrUrl: string) => Promise<Page>;
  readonly card: (page: Page) => Promise<CardProbe>;
  /** Rests the pointer on a text of the page. */
  readonly rest: (page: Page, text: string, nth?: number) => Promise<void>;
}

export const ARTICLES: ReadonlyMap<string, ArticlePage> = new Map(articlePages().map((page) => [page.slug, page]));

/** One Chromium with the built extension a worker; settings and notes are as new in every test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await Site.open();
      for (const { expected, served } of ARTICLES.values()) site.serve(expected.url, served);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  browserWithExtension: [
    async ({ site }, use) => {
      const build = await buildWithSites(['mp.weixin.qq.com']);
      const browser = await ChromiumWithExtension.launch(site, { build });
      await use(browser);
      await browser.close();
      await rm(build, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  open: async ({ browserWithExtension: browser }, use) => {
    const pages: Page[] = [];
    await use(async (slugOrUrl) => {
      const page = await browser.context.newPage();
      pages.push(page);
      await page.goto(ARTICLES.get(slugOrUrl)?.expected.url ?? slugOrUrl);
      return page;
    });
    for (const page of pages) await page.close();
    await browser.resetSettings();
    await browser.forgetNotes();
  },
  card: async ({}, use) => {
    await use((page) => CardProbe.of(page));
  },
  rest: async ({}, use) => {
    await use(async (page, text, nth = 0) => {
      const { placeOf } = await import('./articles');
      const place = await page.evaluate(placeOf, { text, nth });
      if (place === null) throw new Error(`“${text}” is not on the page.`);
      // Straight to it: on a slow machine the pointer would rest on what lies on the way.
      await page.mouse.move(place.x - 3, place.y);
      await page.mouse.move(place.x, place.y, { steps: 3 });
      await page.waitForTimeout(40);
      await page.mouse.move(place.x + 1, place.y);
    });
  },
});

export { expect } from '@playwright/test';

/** A copy of the build for which the permission of some more sites is already given. */
export async function buildWithSites(hosts: readonly string[], from = CHROME_BUILD): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pangzhu-build-'));
  await cp(from, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...hosts.map((host) => `*://*.${host}/*`));
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}
