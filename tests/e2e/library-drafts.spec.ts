import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { ask, done, tablesInPage } from './support/notes';
import { filledLibrary, goTo } from './support/openLibrary';

let browser: ChromiumWithExtension;
let page: Page;

test.beforeEach(async ({ site }) => {
  ({ browser, page } = await filledLibrary(site, { language: 'zh' }));
});
test.afterEach(() => browser.close());

const ID = 'note-1-100';
const TEXT = '写到一半的话';
const field = (of: Page) => of.getByRole('textbox', { name: '笔记（Markdown）' });
const offer = (of: Page) => of.getByRole('region', { name: '有一条没有保存的笔记。' });
const stored = async (of: Page) => (await of.evaluate(tablesInPage)).annotations.find(({ id }) => id === ID)!;
const drafts = async (of: Page) => done(await ask(of, 'noteDrafts', null)).length;

async function write(of: Page): Promise<void> {
  await goTo(of, `article/article-00001?note=${ID}`);
  await of
    .locator(`[data-item="${ID}"]`)
    .getByRole('button', { name: /编辑|写笔记/ })
    .click();
  await field(of).fill(TEXT);
  await expect.poll(() => drafts(of)).toBe(1);
}

test('a page that is closed while one writes loses nothing: it is offered, resumed, saved', async () => {
  await write(page);
  const other = await browser.openOwn('library.html');
  // While it is being written nobody else is offered it.
  await expect(other.locator('.shelf-row').first()).toBeVisible();
  await expect(offer(other)).toHaveCount(0);
  await page.close();
  await other.reload();
  await expect(offer(other)).toContainText(TEXT);
  await expectAccessible(other);
  await offer(other).getByRole('button', { name: '继续写' }).press('Enter');
  await expect(field(other)).toHaveValue(TEXT);
  await expect(field(other)).toBeFocused();
  await expectAccessible(other);
  await other.keyboard.press('Control+Enter');
  await expect(field(other)).toHaveCount(0);
  expect((await stored(other)).note).toBe(TEXT);
  await expect.poll(() => drafts(other)).toBe(0);
  await expect(offer(other)).toHaveCount(0);
});

test('closed without saving, what was written waits: the editor opens with it, or it is thrown away', async () => {
  await write(page);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click();
  await expect(offer(page)).toContainText(TEXT);
  await page
    .locator(`[data-item="${ID}"]`)
    .getByRole('button', { name: /编辑|写笔记/ })
    .click();
  await expect(field(page)).toHaveValue(TEXT);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click();
  await offer(page).getByRole('button', { name: '丢弃' }).click();
  await expect(offer(page)).toHaveCount(0);
  await expect.poll(() => drafts(page)).toBe(0);
  expect((await stored(page)).note).not.toBe(TEXT);
});

test('what was changed elsewhere before it was resumed stays beside it', async () => {
  await write(page);
  await page.close();
  const other = await browser.openOwn('library.html');
  const { revision } = await stored(other);
  done(await ask(other, 'changeAnnotation', { id: ID, revision, change: { note: '别处写的', colour: 'pink' } }));
  await offer(other).getByRole('button', { name: '继续写' }).click();
  await expect(field(other)).toBeFocused();
  await other.keyboard.press('Control+Enter');
  await expect(field(other)).toHaveCount(0);
  const now = await stored(other);
  expect([now.colour, [now.note, ...now.otherNotes].toSorted()]).toEqual(['pink', [TEXT, '别处写的'].toSorted()]);
});
