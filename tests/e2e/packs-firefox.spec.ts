import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElementHandle } from 'puppeteer-core';
import { FirefoxWithExtension } from './support/firefox';
import { violations } from './support/firefoxAxe';
import { Site } from './support/site';

test('Firefox: an entry is made with Enter; a table is read and put in force', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pangzhu-packs-'));
  const site = await Site.open({});
  const firefox = await FirefoxWithExtension.launch(site);
  try {
    const page = await firefox.openOwn('library.html');
    const text = () => page.evaluate(() => document.body?.innerText ?? '');
    await expect.poll(text).toContain('这里还没有资料');
    const goTo = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
    await goTo('#/entry/new?form=按月回访&title=甲报&date=2022-05-16');
    await expect.poll(text).toContain('新词条');
    await page.waitForSelector('[name=name]');
    expect(await violations(page)).toEqual([]);
    await page.focus('[name=name]');
    await page.keyboard.press('Enter');
    await expect.poll(text).toContain('据“我的词条”');
    expect(await text()).toContain('甲报');

    await writeFile(join(folder, '县区.csv'), '名称,种类\n青禾工程,提法\n稳,提法\n');
    await goTo('#/packs');
    await page.waitForSelector('input[type=file]');
    const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, '县区.csv'));
    await expect.poll(text).toContain('1 行不能采用');
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => document.querySelector<HTMLElement>('.entry-form-acts .is-main')!.click());
    await expect.poll(text).toContain('已启用，共 1 条');
  } finally {
    await firefox.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
