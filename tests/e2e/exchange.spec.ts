import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { FORMATS } from '../../lib/export/formats';
import { FORMAT_IDS } from '../../lib/model';
import { wordsOf } from '../../lib/words/words';
import { zh, type Words } from '../../lib/words/zh';
import { expectAccessible } from './support/axe';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';

const ROWS = smallLibrary(40, 8, Date.UTC(2026, 5, 1, 4));
const { exchange: words } = zh;
const files: Words['files'] = zh.files;

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
const contents = async (download: Download) => readFile(await download.path());

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

/** What is in the database, past our own code: rows by table, in the order of their ids. */
async function rowsNow(): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('pangzhu');
      request.addEventListener('success', () => resolve(request.result));
    });
    const rows: Record<string, unknown> = {};
    for (const table of ['articles', 'annotations', 'exceptions', 'choices']) {
      const request = opened.transaction(table).objectStore(table).getAll();
      rows[table] = await new Promise((resolve) => {
        request.addEventListener('success', () => resolve(request.result));
      });
    }
    opened.close();
    return rows;
  });
}

async function exported(id: keyof typeof FORMATS): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  await page.goto(page.url().replace(/#.*|$/, '#/notes'));
  await whole();
  await button(words.exportFound).click();
  await page.getByRole('radio', { name: files.formats[id].join(' '), exact: true }).check();
  const waiting = page.waitForEvent('download');
  await button(words.start).click();
  const download = await waiting;
  await button(words.close).click();
  return { name: download.suggestedFilename(), mimeType: '', buffer: await contents(download) };
}

async function choose(...chosen: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.goto(page.url().replace(/#.*|$/, '#/import'));
  await page.reload();
  await page.locator('input[type=file]').setInputFiles(chosen);
}

async function wipe(): Promise<void> {
  await page.goto(page.url().replace(/library\.html.*/, 'welcome.html'));
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('pangzhu');
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(request.error));
      }),
  );
  await page.goto(page.url().replace('welcome.html', 'library.html'));
  await page.waitForSelector('.shelf-empty');
}

const told = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
const takes = async (rows: number) => {
  await button(words.doImport).click();
  await told(words.imported(rows));
};

test('a backup brings back every row after the database was lost; a second time it adds nothing', async ({ site }) => {
  await filled(site);
  const before = await rowsNow();
  const backup = await exported('backup');
  await wipe();
  expect(await rowsNow()).toEqual({ articles: [], annotations: [], exceptions: [], choices: [] });
  await choose(backup);
  await expect(page.getByText(words.counts(40, 320))).toBeVisible();
  await takes(360);
  expect(await rowsNow()).toEqual(before);
  await choose(backup);
  await told(words.nothingNew);
  await expect(button(words.doImport)).toBeHidden();
  // The library that is open has heard of it.
  await page.goto(page.url().replace('#/import', '#/notes'));
  await expect(page.getByText('共 320 条批注')).toBeVisible();
});

test('an import is undone: the rows are as before', async ({ site }) => {
  await filled(site);
  const json = await exported('json');
  const [first, second] = ROWS.annotations;
  // One is gone for good, one was changed later in the file.
  const given = JSON.parse(json.buffer.toString('utf8')) as { articles: { annotations: Record<string, unknown>[] }[] };
  const changed = given.articles.flatMap(({ annotations }) => annotations).find(({ id }) => id === second!.id)!;
  Object.assign(changed, { note: '文件里后来改的', updatedAt: Number(changed.updatedAt) + 1000 });
  await page.evaluate(async (id) => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('pangzhu');
      request.addEventListener('success', () => resolve(request.result));
    });
    opened.transaction('annotations', 'readwrite').objectStore('annotations').delete(id);
    opened.close();
  }, first!.id);
  const before = (await rowsNow()) as { annotations: { id: string; revision: number }[] };
  await choose({ ...json, buffer: Buffer.from(JSON.stringify(given)) });
  await expect(page.getByText(words.counts(0, 1))).toHaveCount(2);
  await takes(2);
  expect(((await rowsNow()) as typeof before).annotations).toHaveLength(320);
  await button(words.undo).click();
  await told(words.undone);
  const after = (await rowsNow()) as typeof before;
  // Only a revision is never given twice.
  const withoutRevision = ({ annotations, ...others }: typeof before) => ({
    ...others,
    annotations: annotations.map(({ revision: _, ...each }) => each),
  });
  expect(withoutRevision(after)).toEqual(withoutRevision(before));
});

test('what is cut off, altered, too much or hostile is told in a sentence, and nothing is changed', async ({
  site,
}) => {
  await filled(site);
  const backup = await exported('backup');
  const json = await exported('json');
  const before = await rowsNow();
  const text = backup.buffer.toString('utf8');
  const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(content) });
  const bad: [ReturnType<typeof file>, string][] = [
    [file('half.ndjson', backup.buffer.subarray(0, backup.buffer.length / 2)), files.faults['cut-off']()],
    [file('edited.ndjson', text.replace('第一次', '第二次')), files.faults.altered()],
    [file('newer.ndjson', text.replace('"schema":1', '"schema":9')), files.faults.newer('9')],
    [file('page.html', '<script>alert(1)</script>'), files.faults['unknown-format']()],
    [file('empty.json', ''), files.faults.empty()],
    [
      file('proto.json', json.buffer.toString('utf8').replace('"annotations"', '"__proto__":{"a":1},"annotations"')),
      files.faults['forbidden-key']('__proto__'),
    ],
    [file('deep.json', `{"pangzhu":"notes","schema":1,"articles":${'['.repeat(9000)}`), ''],
    [file('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254])), files.faults['unknown-format']()],
    [file('broken.zip', zipSync({ 'a.json': json.buffer }).subarray(0, 900)), files.faults['damaged-archive']()],
    [file('bomb.zip', bomb()), '解压后过大'],
    [file('paths.zip', Buffer.from(zipSync({ '../../etc/passwd.json': strToU8('{') }))), 'passwd.json'],
  ];
  for (const [each, sentence] of bad) {
    await choose(each);
    const problem = page.locator('.exchange-problems');
    await expect(problem).toContainText(each.name, { timeout: 30_000 });
    await expect(problem).toContainText(sentence);
    await expect(button(words.doImport)).toBeHidden();
  }
  expect(await rowsNow()).toEqual(before);
});

function bomb(): Buffer {
  return Buffer.from(zipSync({ 'a.json': new Uint8Array(120 * 1024 ** 2) }));
}

test('a backup is made by hand and, when it is due, by itself; the reader is reminded of an old one', async ({
  site,
}) => {
  await filled(site);
  await expect(page.getByText(words.old(null))).toBeVisible({ timeout: 10_000 });
  await page.getByRole('link', { name: words.toBackups }).click();
  await expect(page.getByText(words.never)).toBeVisible();
  let waiting = page.waitForEvent('download');
  await button(words.backUpNow).click();
  const first = await waiting;
  expect(first.suggestedFilename()).toMatch(/^旁注备份 \d{4}-\d\d-\d\d \d{6}\.ndjson$/);
  await told(words.downloaded);
  await expect(page.getByText(first.suggestedFilename())).toBeVisible();
  await page.getByRole('combobox', { name: words.every }).selectOption('daily');
  await page.evaluate(async () => {
    const row = 'backup:lastBackup';
    const { [row]: last } = await chrome.storage.local.get(row);
    await chrome.storage.local.set({ [row]: { ...(last as object), at: Date.now() - 90_000_000 } });
  });
  waiting = page.waitForEvent('download');
  await page.goto(page.url().replace('#/backups', '#/notes'));
  await page.reload();
  await waiting;
});

test('in a folder backups are read back, the oldest goes, and one is restored', async ({ site }) => {
  await filled(site);
  const before = await rowsNow();
  await page.addInitScript(() => {
    // The private file system of the origin in place of a folder that only a person can pick.
    Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.goto(page.url().replace(/#.*|$/, '#/backups'));
  await page.reload();
  await page.getByRole('button', { name: words.folderChoose }).click();
  await page.getByLabel(words.kept).fill('2');
  const names = () =>
    page.evaluate(async () => {
      const found: string[] = [];
      const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
      for await (const name of folder.keys()) found.push(name);
      return found.sort();
    });
  for (const count of [1, 2, 2]) {
    await page.waitForTimeout(1100);
    const last = (await names()).at(-1);
    await button(words.backUpNow).click();
    await expect.poll(async () => (await names()).at(-1)).not.toBe(last);
    await told(words.verified);
    await expect.poll(async () => (await names()).length).toBe(count);
  }
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('pangzhu');
        request.addEventListener('success', () => {
          const { result } = request;
          const transaction = result.transaction(['articles', 'annotations'], 'readwrite');
          transaction.objectStore('articles').clear();
          transaction.objectStore('annotations').clear();
          transaction.addEventListener('complete', () => {
            result.close();
            resolve(null);
          });
        });
      }),
  );
  await page.locator('.exchange-files').getByRole('button').first().click();
  await takes(360);
  expect(await rowsNow()).toEqual(before);
});

for (const [language, dark] of [
  ['zh', false],
  ['en', true],
] as const) {
  test(`dialog, preview and backups are accessible: ${language}, ${dark ? 'dark' : 'light'}`, async ({ site }) => {
    await filled(site, language, dark);
    const { exchange } = wordsOf(language);
    const picture = async (name: string) => {
      await expectAccessible(page);
      const folder = process.env.PANGZHU_PICTURES;
      if (folder !== undefined) await page.screenshot({ path: `${folder}/exchange-${name}-${language}.png` });
    };
    await button(exchange.exportFound).focus();
    await page.keyboard.press('Enter');
    await page.getByText(exchange.template, { exact: true }).click();
    await page.getByLabel(exchange.templateField).fill('# {{title}}\n{{nothing}}');
    await expect(page.getByText(exchange.templateFaults)).toBeVisible();
    await expect(button(exchange.start)).toBeDisabled();
    await button(exchange.templateReset).click();
    await expect(page.getByLabel(exchange.templatePreview, { exact: true })).toBeVisible();
    await picture('dialog');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button(exchange.exportFound)).toBeFocused();
    const rows = smallLibrary(3, 2, Date.UTC(2026, 6, 1));
    const fresh = rows.articles.map((article, index) => ({
      article: { ...article, id: `${article.id}-new`, key: `${article.key}x`, url: `${article.url}x` },
      annotations: rows.annotations
        .slice(index * 2, index * 2 + 2)
        .map((each) => ({ ...each, id: `${each.id}-new`, articleId: `${article.id}-new` })),
    }));
    const known = { article: ROWS.articles[0], annotations: ROWS.annotations.slice(0, 8) };
    const file = { pangzhu: 'notes', schema: 1, version: '0.1.0', writtenAt: '', articles: [...fresh, known] };
    const written = JSON.stringify(file);
    await choose(
      { name: 'notes.json', mimeType: '', buffer: Buffer.from(written) },
      { name: 'half.json', mimeType: '', buffer: Buffer.from(written.slice(0, 900)) },
    );
    await expect(page.getByText(exchange.rows.added, { exact: true })).toBeVisible();
    await picture('preview');
    // By keyboard alone, from here to the end.
    await button(exchange.doImport).focus();
    await page.keyboard.press('Enter');
    await expect(button(exchange.undo)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told(exchange.undone);
    await page.goto(page.url().replace('#/import', '#/backups'));
    await page.getByRole('button', { name: exchange.backUpNow }).click();
    await told(exchange.downloaded);
    await picture('backups');
  });
}

test('an export that is cancelled leaves no file', async ({ site }) => {
  await filled(site);
  // Writing hangs, as on a slow disk, until it is given up.
  await page.addInitScript(() => {
    const writable = {
      write: () => new Promise(() => {}),
      close: () => Promise.resolve(),
      abort: () => Promise.resolve(void Object.assign(globalThis, { wasAborted: true })),
    };
    Object.assign(globalThis, { showSaveFilePicker: () => Promise.resolve({ createWritable: () => writable }) });
  });
  await page.reload();
  await whole();
  await button(words.exportFound).click();
  await button(words.start).click();
  await expect(page.getByRole('progressbar', { name: words.writingLabel })).toBeVisible();
  await page.waitForTimeout(500);
  await button(words.cancel).click();
  await told(words.cancelled);
  expect(await page.evaluate(() => (globalThis as { wasAborted?: boolean }).wasAborted)).toBe(true);
});

test('a full disk and a refusal are told in sentences', async ({ site }) => {
  await filled(site);
  for (const [name, sentence] of [
    ['QuotaExceededError', words.failures['no-room']],
    ['NotAllowedError', words.failures.denied],
  ] as const) {
    await page.addInitScript((error) => {
      const writable = {
        write: () => Promise.reject(new DOMException('', error)),
        close: () => Promise.resolve(),
        abort: () => Promise.resolve(),
      };
      Object.assign(globalThis, { showSaveFilePicker: () => Promise.resolve({ createWritable: () => writable }) });
    }, name);
    await page.reload();
    await whole();
    await button(words.exportFound).click();
    await button(words.start).click();
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await button(words.close).click();
  }
});
