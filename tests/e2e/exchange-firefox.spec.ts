import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { zh } from '../../lib/words/zh';
import { FirefoxWithExtension } from './support/firefox';
import { violations } from './support/firefoxAxe';
import { smallLibrary, writeRows } from './support/library';
import { Site } from './support/site';

const ROWS = smallLibrary(20, 5, Date.UTC(2026, 5, 1, 4));
const { exchange: words } = zh;

let site: Site;
let firefox: FirefoxWithExtension;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pangzhu-files-'));
  site = await Site.open({});
  firefox = await FirefoxWithExtension.launch(site);
  page = await firefox.openOwn('library.html');
  await expect.poll(text).toContain('这里还没有资料');
  await writeRows(page, ROWS);
  await page.close();
  page = await firefox.openOwn('library.html');
  await expect.poll(text).toContain('共 100 条批注');
});
test.afterAll(async () => {
  await firefox.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const text = () => page.evaluate(() => document.body?.innerText ?? '');
const goTo = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
const click = (name: string) =>
  page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('button')];
    all.find(({ textContent }) => textContent.trim() === wanted)!.click();
  }, name);

test('Firefox: what is listed is written as a download', async () => {
  await page.evaluate(() => {
    // What would be saved, kept to be looked at: the debugger sees no downloads.
    const made = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { saved: blob });
      return made(blob);
    };
  });
  await click(words.exportFound);
  await expect.poll(text).toContain(words.title(100, 20));
  await page.evaluate((name) => {
    const all = [...document.querySelectorAll<HTMLElement>('label.exchange-format')];
    all.find(({ textContent }) => textContent.startsWith(name))!.click();
  }, 'JSON');
  await click(words.start);
  await expect.poll(text).toContain('已写好');
  const saved = await page.evaluate(() => (globalThis as unknown as { saved: Blob }).saved.text());
  expect((JSON.parse(saved) as { articles: unknown[] }).articles).toHaveLength(20);
  expect(await violations(page)).toEqual([]);
  await click(words.close);
  const changed = saved
    .replaceAll('article-0000', 'article-9999')
    .replaceAll('"note-', '"nota-')
    .replaceAll('.html', '.htm');
  await writeFile(join(folder, 'notes.json'), changed);
});

test('Firefox: a file is looked at, imported and taken back', async () => {
  await goTo('#/import');
  await expect.poll(text).toContain(words.choose);
  const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, 'notes.json'));
  await expect.poll(text).toContain(words.rows.added);
  expect(await violations(page)).toEqual([]);
  await click(words.doImport);
  await expect.poll(text).toContain(words.undo);
  await click(words.undo);
  await expect.poll(text).toContain(words.undone);
  await goTo('#/notes');
  await expect.poll(text).toContain('共 100 条批注');
});

test('Firefox: a backup is a download; folders cannot be had', async () => {
  await goTo('#/backups');
  await expect.poll(text).toContain(words.folderUnsupported);
  await click(words.backUpNow);
  await expect.poll(text).toContain(words.downloaded);
  expect(await violations(page)).toEqual([]);
});
