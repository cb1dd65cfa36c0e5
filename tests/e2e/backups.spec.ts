/** Backups by themselves: in the background on time, and what is told when they cannot be made. */
import type { Page } from '@playwright/test';
import { zh } from '../../lib/words/zh';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';

const { exchange: words } = zh;
/** As the background names it. */
const ALARM = 'backup';

let browser: ChromiumWithExtension;
let page: Page;

test.beforeEach(async ({ site }) => {
  browser = await ChromiumWithExtension.launch(site);
  await browser.context.addInitScript(() => {
    Object.assign(globalThis, { __name: (value: unknown) => value });
    // The private file system of the origin in place of a folder that only a person can pick.
    Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  page = await browser.openOwn('library.html');
  await page.waitForSelector('.shelf-empty');
  await writeRows(page, smallLibrary(20, 5, Date.UTC(2026, 5, 1, 4)));
});
test.afterEach(() => browser.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const reminder = () => page.getByRole('region', { name: words.backups });

/** A day and more ago, so that one is due. */
async function makeDue(): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() =>
    chrome.storage.local.set({
      'backup:backupEvery': 'daily',
      'backup:lastBackup': { at: Date.now() - 90_000_000, name: 'before.ndjson', size: 1, where: 'download' },
    }),
  );
  // Set up by the background: one that is rung before would be set anew.
  await expect.poll(alarm).toMatchObject({ periodInMinutes: 60 });
}

/** As when the hour has passed. */
async function ring(): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((name) => chrome.alarms.create(name, { when: Date.now() + 50 }), ALARM);
}

const badge = async () => (await browser.worker()).evaluate(() => chrome.action.getBadgeText({}));
const alarm = async () => (await browser.worker()).evaluate((name) => chrome.alarms.get(name), ALARM);
const stored = async (row: string) =>
  (await browser.worker()).evaluate(
    async (name) => (await chrome.storage.local.get<Record<string, unknown>>(name))[name],
    `backup:${row}`,
  );

/** What the folder holds, with the number of lines. */
async function inFolder(): Promise<[string, number][]> {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    const found: [string, number][] = [];
    for await (const each of folder.values()) {
      const text = await (await each.getFile()).text();
      found.push([each.name, text.trim().split('\n').length]);
    }
    return found;
  });
}

/** The browser takes back what it permitted, in the background; in pages it asks anew, and is allowed. */
async function withdraw(): Promise<void> {
  const take = () => {
    let state: PermissionState = 'prompt';
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state),
      requestPermission: () => Promise.resolve((state = 'granted')),
    });
  };
  await (await browser.worker()).evaluate(take);
  await browser.context.addInitScript(take);
}

async function chooseFolder(): Promise<void> {
  await page.goto(page.url().replace(/#.*|$/, '#/backups'));
  await page.reload();
  await button(words.folderChoose).click();
  await expect(page.getByLabel(words.kept)).toBeVisible();
}

test('with a folder it is written in the background, without any page', async () => {
  await chooseFolder();
  await page.goto('about:blank');
  await makeDue();
  await ring();
  // A head, the end, and a line for each row and setting.
  await expect.poll(async () => (await inFolder())[0]?.[1] ?? 0).toBeGreaterThan(120);
  const [[name]] = (await inFolder()) as [[string, number]];
  expect(name).toMatch(/^旁注备份 \d{4}-\d\d-\d\d \d{6}\.ndjson$/);
  await expect.poll(() => stored('lastBackup')).toMatchObject({ name, where: 'folder' });
  expect(await badge()).toBe('');
  // It is fresh: nothing more is made.
  await ring();
  await page.waitForTimeout(500);
  expect(await inFolder()).toHaveLength(1);
});

test('without a folder the icon reminds; the library makes it, and the icon is as before', async () => {
  await page.goto('about:blank');
  await makeDue();
  await ring();
  await expect.poll(badge).toBe('!');
  expect(await (await browser.worker()).evaluate(() => chrome.action.getTitle({}))).toBe(words.reminders.due);
  page = await browser.openOwn('library.html');
  await page.waitForEvent('download');
  await expect.poll(badge).toBe('');
});

test('a permission that was withdrawn is told, with a button that asks for it and backs up', async () => {
  await chooseFolder();
  await page.goto('about:blank');
  await withdraw();
  await makeDue();
  await ring();
  await expect.poll(badge).toBe('!');
  await expect.poll(() => stored('backupFailure')).toMatchObject({ why: 'withdrawn' });
  page = await browser.openOwn('library.html');
  let downloads = 0;
  page.on('download', () => downloads++);
  await expect(reminder()).toContainText(words.failedShort.withdrawn);
  // By itself it goes nowhere else.
  await page.waitForTimeout(5000);
  expect(downloads).toBe(0);
  await reminder().getByRole('link', { name: words.toBackups }).click();
  await expect(page.getByRole('region', { name: words.failedTitle })).toContainText(words.failures.withdrawn);
  await page.goBack();
  await reminder().getByRole('button', { name: words.allowAgain }).click();
  await expect(reminder()).toBeHidden();
  expect((await inFolder())[0]![1]).toBeGreaterThan(120);
  await expect.poll(badge).toBe('');
  expect(await stored('backupFailure')).toBeNull();
});

test('a full disk in the background is told with its reason, and leaves no file', async () => {
  await chooseFolder();
  await page.goto('about:blank');
  await (
    await browser.worker()
  ).evaluate(() => {
    Object.assign(FileSystemWritableFileStream.prototype, {
      write: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    });
  });
  await makeDue();
  await ring();
  await expect.poll(() => stored('backupFailure')).toMatchObject({ why: 'no-room' });
  expect(await inFolder()).toEqual([]);
  await expect.poll(badge).toBe('!');
});

test('switched off, nothing is asked any more', async () => {
  await makeDue();
  await expect.poll(alarm).toBeTruthy();
  await (await browser.worker()).evaluate(() => chrome.storage.local.set({ 'backup:backupEvery': 'off' }));
  await expect.poll(alarm).toBeFalsy();
});
