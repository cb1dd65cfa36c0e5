/** Files come into the library: undone later, stopped midway, dropped, by keyboard alone, far too many. */
import type { Page } from '@playwright/test';
import { zh } from '../../lib/words/zh';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { smallLibrary, writeRows } from './support/library';
import { ask, done } from './support/notes';

const ROWS = smallLibrary(20, 5, Date.UTC(2026, 5, 1, 4));
const { exchange: words, files } = zh;

let browser: ChromiumWithExtension;
let page: Page;

test.beforeEach(async ({ site }) => {
  browser = await ChromiumWithExtension.launch(site);
  await browser.context.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    Object.assign(globalThis, { __name: (value: unknown) => value });
  });
  page = await browser.openOwn('library.html');
  await page.waitForSelector('.shelf-empty');
});
test.afterEach(() => browser.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const told = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
const fileOf = (rows: typeof ROWS) => ({
  name: 'notes.json',
  mimeType: '',
  buffer: Buffer.from(
    JSON.stringify({
      ...{ pangzhu: 'notes', schema: 1, version: '0.1.0', writtenAt: '' },
      articles: rows.articles.map((article) => ({
        article: { ...article, foundBy: {} },
        annotations: rows.annotations.filter(({ articleId }) => articleId === article.id),
      })),
    }),
  ),
});

async function goTo(view: 'import' | 'notes' | 'backups'): Promise<void> {
  await page.goto(page.url().replace(/#.*|$/, `#/${view}`));
  await page.reload();
}

/** How many rows each table has, past our own code. */
function counts(): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('pangzhu');
      request.addEventListener('success', () => resolve(request.result));
    });
    const found: Record<string, number> = {};
    for (const table of ['articles', 'annotations', 'imports']) {
      const request = opened.transaction(table).objectStore(table).count();
      found[table] = await new Promise((resolve) => {
        request.addEventListener('success', () => resolve(request.result));
      });
    }
    opened.close();
    return found;
  });
}

test('an import is undone after the page was closed, but for what was changed since', async () => {
  await goTo('import');
  await page.locator('input[type=file]').setInputFiles(fileOf(ROWS));
  await button(words.doImport).click();
  await told(words.imported(120));
  await page.close();
  page = await browser.openOwn('library.html#/notes');
  await page.waitForSelector('.shelf[data-read="1"]', { state: 'attached' });
  // The reader writes something into one of them.
  const change = { id: ROWS.annotations[0]!.id, revision: 1, change: { note: '读者写的' } };
  done(await ask(page, 'changeAnnotation', change));
  await goTo('import');
  await page.getByRole('region', { name: words.past }).getByRole('button', { name: 'notes.json' }).click();
  await told(words.undoneBut(2));
  expect(await counts()).toEqual({ articles: 1, annotations: 1, imports: 0 });
  await button(words.another).click();
  await expect(page.getByRole('region', { name: words.past })).toBeHidden();
});

test('an import that is cancelled midway leaves nothing changed', async () => {
  await writeRows(page, { articles: ROWS.articles.slice(0, 1), annotations: ROWS.annotations.slice(0, 5) });
  const before = await counts();
  await goTo('import');
  await page.locator('input[type=file]').setInputFiles(fileOf(smallLibrary(1000, 8, Date.UTC(2026, 5, 1, 4))));
  await button(words.doImport).click();
  await expect
    .poll(async () => (await counts()).articles!, { intervals: [20], timeout: 40_000 })
    .toBeGreaterThan(before.articles!);
  await button(words.cancel).click();
  await told(words.importStopped(0));
  expect(await counts()).toEqual(before);
});

test('a file is dropped', async () => {
  await goTo('import');
  const { buffer, name } = fileOf(ROWS);
  const dropped = await page.evaluateHandle(
    ([content, fileName]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], fileName!));
      return transfer;
    },
    [buffer.toString('utf8'), name],
  );
  const place = page.locator('.exchange-drop');
  await place.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(place).toHaveClass(/is-over/);
  await place.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText(words.counts(20, 100))).toBeVisible();
  await button(words.doImport).click();
  await told(words.imported(120));
});

test('one record that does not fit is named; the others are taken', async () => {
  await goTo('import');
  const [, second, ...others] = ROWS.annotations;
  const annotations = [{ ...second!, colour: 'plaid' as 'pink' }, ...others];
  await page.locator('input[type=file]').setInputFiles(fileOf({ ...ROWS, annotations }));
  const problem = files.problem('notes.json', files.at.record(1), files.faults.invalid('annotations[0].colour'));
  await expect(page.locator('.exchange-problems')).toHaveText(problem);
  await button(words.doImport).click();
  await told(words.imported(118));
});

test('ten million records are given up in a sentence; nothing is changed, and the page goes on', async () => {
  await writeRows(page, ROWS);
  const before = await counts();
  await goTo('import');
  await page.waitForSelector('.exchange-drop');
  await page.evaluate(() => {
    // Made in the page: a test cannot hand over so much.
    const many = Array.from({ length: 100 }, () => '{"id":"x"},'.repeat(100_000));
    const file = new File(['{"pangzhu":"notes","schema":1,"articles":[', ...many, '{}]}'], 'many.json');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    document
      .querySelector('.exchange-drop')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('.exchange-problems')).toContainText(files.faults['too-many']('10000000'), {
    timeout: 40_000,
  });
  await expect(button(words.doImport)).toBeHidden();
  expect(await counts()).toEqual(before);
  await goTo('notes');
  await expect(page.getByText('共 100 条批注')).toBeVisible();
});

test('exporting by keyboard alone: opened, format, template, written, closed', async () => {
  await writeRows(page, ROWS);
  await page.reload();
  await page.waitForSelector('.shelf[data-read="1"]', { state: 'attached' });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const press = async (key: string) => page.keyboard.press(key);
  /** Tab until what has the focus fits. */
  const tabTo = async (isThere: () => Promise<boolean>) => {
    for (let count = 0; count < 80; count++) {
      await press('Tab');
      if (await isThere()) return;
    }
    throw new Error('The Tab key does not lead there.');
  };
  await tabTo(async () => (await focused()) === words.exportFound);
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const markdown = dialog.getByRole('radio', { name: files.formats.markdown.join(' '), exact: true });
  await expect(markdown).toBeChecked();
  await tabTo(() => markdown.evaluate((each) => each === document.activeElement));
  // The arrows go through all formats, over the groups.
  await press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: files.formats.html.join(' '), exact: true })).toBeChecked();
  await press('ArrowUp');
  await expect(markdown).toBeChecked();
  await tabTo(async () => (await focused()) === words.template);
  await press('Enter');
  const field = dialog.getByLabel(words.templateField);
  await tabTo(() => field.evaluate((each) => each === document.activeElement));
  await press('Control+a');
  await page.keyboard.type('# {{title}}');
  await expect(dialog.getByLabel(words.templatePreview, { exact: true })).toContainText(
    `# ${ROWS.articles.at(-1)!.title}`,
  );
  const waiting = page.waitForEvent('download');
  await tabTo(async () => (await focused()) === words.start);
  await press('Enter');
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.md$/);
  // The focus stays in the dialog, on its button.
  await expect(button(words.start)).toBeFocused();
  await press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(words.exportFound)).toBeFocused();
});
