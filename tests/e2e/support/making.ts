import type { Page } from '@playwright/test';
import { CardProbe } from './card';
import type { ChromiumWithExtension } from './chromium';
import { expect } from './fixtures';
import { tablesInPage } from './notes';

export const FIRST = '全省推进会在太原召开，会议通报了上半年各市的进度，并对下半年的工作作出安排。';
const SECOND = '与会者认为，各市情况不一，办法要因地制宜，不能一个调子唱到底。';

export function article(extra = ''): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>推进会</title><h1>推进会</h1><p>${FIRST}</p><p>${SECOND}</p>${extra}`;
}

/** A page that is read, and what presses its buttons once they are there. */
export async function ready(page: Page) {
  const probe = await CardProbe.of(page);
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  return { probe, press: (name: string | RegExp) => expect(() => probe.press(name)).toPass({ timeout: 5000 }) };
}

/** All that is stored. */
export async function rows(browser: ChromiumWithExtension) {
  const own = await browser.openOwn('options.html');
  const tables = await own.evaluate(tablesInPage);
  await own.close();
  return tables;
}
