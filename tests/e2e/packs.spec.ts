import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { forgetReference } from './support/reference';

const painted = (page: Page, kind: string) => page.evaluate(paintedInPage).then((all) => all[kind] ?? '');

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pangzhu-packs-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** A file as somebody sends it. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const pack = (version: string, entries: readonly object[]) =>
  JSON.stringify({
    pangzhu: 'pack',
    schema: 1,
    id: 'county-words',
    version,
    title: { zh: '县区词表', en: 'County words' },
    licence: 'CC0-1.0',
    changes: [{ version, date: '2026-01-02', zh: `第 ${version} 版`, en: `Version ${version}` }],
    entries,
  });

test('a pack: looked at row by row, put in force, switched off, moved, updated, rolled back, removed', async ({
  open,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page, 'official')).toContain('林武');
  const library = await browser.openOwn('library.html#/packs');
  const choose = (path: string) => library.locator('input[type=file]').setInputFiles(path);

  await choose(
    await file(
      'county.json',
      pack('1', [
        { id: 'a', kind: 'programme', name: '按月回访', gloss: '每月一次的回访', sources: [{ title: '甲报' }] },
        { id: 'b', kind: 'programme', name: '六稳', gloss: '别处的六稳' },
        { id: 'a', kind: 'programme', name: '又一条' },
        { id: 'c', kind: 'programme', name: '稳' },
      ]),
    ),
  );
  await expect(library.getByText('2 行不能采用')).toBeVisible();
  await expect(library.getByText('第 4 行：“稳”只有一个字，会处处标出。')).toBeVisible();
  await expect(library.getByText(/“六稳”：此处是“六稳”，“山西新闻用语/)).toBeVisible();
  await expectAccessible(library);
  await library.getByRole('button', { name: '导入并启用' }).click();
  await expect(library.getByText('已启用，共 2 条。打开的网页即时生效。')).toBeVisible();
  await expect.poll(() => painted(page, 'programme')).toContain('按月回访');

  const row = library.locator('.pack-list li').filter({ hasText: '县区词表' });
  await row.getByRole('checkbox').click();
  await expect(row.getByRole('checkbox')).not.toBeChecked();
  await expect.poll(() => painted(page, 'programme')).not.toContain('按月回访');
  await row.getByRole('checkbox').click();
  await expect.poll(() => painted(page, 'programme')).toContain('按月回访');

  const up = row.getByRole('button', { name: '上移“县区词表”' });
  await up.focus();
  await library.keyboard.press('Enter');
  await expect(library.locator('.pack-list li').first()).toContainText('县区词表');
  await expect(row.getByRole('button', { name: '下移“县区词表”' })).toBeFocused();

  await library.getByRole('button', { name: '另选文件' }).click();
  await choose(
    await file('county2.json', pack('2', [{ id: 'a', kind: 'programme', name: '按月回访', gloss: '新的说明' }])),
  );
  await expect(library.getByText('1 → 2')).toBeVisible();
  await expect(library.getByText('改动 1 条：')).toBeVisible();
  await expect(library.getByText('不再有 1 条：')).toBeVisible();
  await library.getByRole('button', { name: '更新', exact: true }).click();
  await expect(row).toContainText('版本 2');

  await row.getByRole('link', { name: '县区词表' }).click();
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('县区词表');
  await expectAccessible(library);
  await library.getByRole('button', { name: /^退回版本 1/ }).click();
  await expect(
    library
      .getByText('每月')
      .or(library.getByRole('link', { name: '六稳' }))
      .first(),
  ).toBeVisible();
  await library.getByRole('button', { name: '移除' }).click();
  await library.getByRole('button', { name: '移除' }).last().click();
  await expect(library.locator('.pack-list li')).toHaveCount(1);
  await expect.poll(() => painted(page, 'programme')).not.toContain('按月回访');
  await library.close();
  await forgetReference(browser);
});

test('a pack of 200,000 entries says how far it is, and stops when it is told to', async ({
  browserWithExtension: browser,
}) => {
  const entries = Array.from({ length: 200_000 }, (_, at) => ({ id: `w${at}`, kind: 'document', name: `词条${at}号` }));
  const path = await file('large.json', pack('1', entries));
  const library = await browser.openOwn('library.html#/packs');
  await library.locator('input[type=file]').setInputFiles(path);
  await expect(library.getByText(/第 [1-9]\d* 行，共 200000 行/)).toBeVisible();
  await library.getByRole('button', { name: '取消' }).click();
  await expect(library.getByText('选择文件')).toBeVisible();
  const left = () =>
    library.evaluate(async () => {
      const base = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('pangzhu');
        request.addEventListener('success', () => done(request.result));
      });
      const count = base.transaction('packEntries').objectStore('packEntries').count();
      await new Promise((done) => count.addEventListener('success', done));
      base.close();
      return count.result;
    });
  await expect.poll(left).toBe(0);
  await library.close();
});

test('of a pack too large to be read whole, what a page mentions is marked and can be looked up', async ({
  open,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await expect.poll(() => painted(page, 'official')).toContain('林武');
  const entries = Array.from({ length: 6_000 }, (_, at) => ({ id: `w${at}`, kind: 'document', name: `词条${at}号` }));
  const wanted = { id: 'here', kind: 'programme', name: '按月回访', gloss: '大包里的一条' };
  const library = await browser.openOwn('library.html#/packs');
  const path = await file('larger.json', pack('1', [...entries, wanted]));
  await library.locator('input[type=file]').setInputFiles(path);
  await library.getByRole('button', { name: '导入并启用' }).click({ timeout: 30_000 });
  await expect.poll(() => painted(page, 'programme')).toContain('按月回访');
  await library.goto(`${library.url().split('#')[0]}#/entry/here`);
  await expect(library.getByText('大包里的一条')).toBeVisible();
  await library.close();
  await forgetReference(browser);
});
