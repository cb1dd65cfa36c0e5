import { expect, test } from '@playwright/test';
import { violations } from './support/firefoxAxe';
import { FirefoxWithExtension } from './support/firefox';
import { smallLibrary, writeRows } from './support/library';
import { Site } from './support/site';

test('Firefox: articles are counted and drawn; a passage leads into its article', async () => {
  const site = await Site.open({});
  const firefox = await FirefoxWithExtension.launch(site);
  try {
    const first = await firefox.openOwn('library.html#/follow');
    const textOf = (page: typeof first) => page.evaluate(() => document.body?.innerText ?? '');
    await expect.poll(() => textOf(first)).toContain('还没有可以统计的文章');
    await writeRows(first, smallLibrary(20, 1, Date.UTC(2026, 5, 1, 4)));
    await first.close();
    const page = await firefox.openOwn('library.html#/follow?of=liang-ge-queli');
    await expect.poll(() => textOf(page)).toContain('20 篇中的 20 篇，共 20 处');
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('.chart-drawn a').length)).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => void (location.hash = '#/follow?of=liang-ge-queli&show=passages'));
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('.kwic li').length)).toBe(20);
    await page.evaluate(() => document.querySelector<HTMLElement>('.kwic a')!.click());
    const passage = () => page.evaluate(() => document.querySelector('.reader-passage')?.textContent);
    await expect.poll(passage).toBe('两个确立');
  } finally {
    await firefox.close();
    await site.close();
  }
});
