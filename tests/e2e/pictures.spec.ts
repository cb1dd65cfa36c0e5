import { copyFileSync, mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { CardProbe } from './support/card';
import { ChromiumWithExtension } from './support/chromium';
import { ARTICLES, expect, test } from './support/fixtures';
import { LOOKS } from './support/looks';
import { NEWS, newsPage } from './support/news';
import { select } from './support/select';
import type { Site } from './support/site';
import { tabId } from './support/worker';

/** All are for looking at; `npm run pictures` also renews those of the documentation. */
const FOLDER = '.output/pictures';
const SHOWN = new Set([
  'card-official-zh-light',
  'card-formulation-en-dark',
  'panel-zh-light',
  'library-officials-zh-light',
]);
const PASSAGES = ['一场关于企业办事难易的座谈', '一位开饭店的老板说，去年办证跑了五趟'] as const;
const NOTICE = ARTICLES.get('gov-notice')!.expected;

async function restOn(page: Page, text: string): Promise<void> {
  const place = (await page.evaluate(placeOf, { text, nth: 0 }))!;
  await page.mouse.move(place.x - 3, place.y);
  await page.mouse.move(place.x, place.y, { steps: 3 });
  await page.waitForTimeout(60);
  await page.mouse.move(place.x + 1, place.y);
}

/** What a reader sees who highlights, writes a note and reads it again. */
async function pictureNotes(page: Page, probe: CardProbe, save: (page: Page, name: string) => Promise<void>) {
  const press = (name: RegExp) => expect(() => probe.press(name)).toPass({ timeout: 5000 });
  await select(page, PASSAGES[0]);
  await expect.poll(() => probe.html()).toContain('notes-toolbar');
  await save(page, 'notes-toolbar');
  await press(/^(?:标为绿色|Highlight in green)$/);
  await select(page, PASSAGES[1]);
  await press(/^(?:笔记|Note)$/);
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('与 **2021 年** 的说法比较：\n\n- 多了期限\n- 少了责任单位');
  await page.keyboard.press('Tab');
  await page.keyboard.type('营商环境,待核,');
  await save(page, 'notes-editor');
  await press(/^(?:保存|Save)$/);
  await probe.waitForNone();
  await restOn(page, PASSAGES[1].slice(0, 6));
  await probe.waitFor('多了期限');
  await page.waitForTimeout(150);
  await save(page, 'notes-card');
  await page.mouse.move(3, 3);
  await probe.waitForNone();
}

/** An article that was saved and corrected, then edited by its site, and printed again elsewhere. */
async function pictureArticle(
  site: Site,
  browser: ChromiumWithExtension,
  save: (page: Page, name: string) => Promise<void>,
) {
  const [here, there] = [
    'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9300.shtml',
    'http://sx.people.com.cn/n2/2022/0517/c189130-9300104.html',
  ];
  site.serve(here, newsPage());
  site.serve(there, newsPage());
  const page = await browser.context.newPage();
  await page.goto(here);
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('official');
  const probe = await CardProbe.of(page);
  await select(page, '去年办证跑了五趟');
  await expect(() => probe.press(/^(?:标为绿色|Highlight in green)$/)).toPass({ timeout: 5000 });
  const panel = await browser.openOwn(`sidepanel.html?tab=${await tabId(browser, here)}`);
  await panel.setViewportSize({ width: 360, height: 900 });
  await panel.locator('.panel-saved button').last().click();
  await panel.locator('input[name=publishedAt]').fill('2022-05-15');
  await panel.locator('input[name=source]').fill('太原日报');
  await save(panel, 'article-form');
  await panel.locator('.correction-form button[type=submit]').click();
  await panel.locator('.correction').nth(1).waitFor();
  await save(panel, 'article-corrected');
  site.serve(here, newsPage(NEWS.with(2, NEWS[2]!.replace('今年只跑了一趟', '今年跑了两趟')).toSpliced(3, 1)));
  await page.reload();
  await panel.locator('.edits summary').click();
  await save(panel, 'article-edits');
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, here)}`);
  await popup.setViewportSize({ width: 300, height: 420 });
  await popup.locator('.panel-notice').waitFor();
  await save(popup, 'article-popup');
  const reprint = await browser.context.newPage();
  await reprint.goto(there);
  const offer = await CardProbe.of(reprint);
  await offer.waitFor('《企业办事座谈会在太原召开》');
  await save(reprint, 'article-offer');
  const offered = await browser.openOwn(`sidepanel.html?tab=${await tabId(browser, there)}`);
  await offered.setViewportSize({ width: 360, height: 900 });
  await offered.locator('.panel-notice .is-main').waitFor();
  await save(offered, 'article-reprint');
  await offered.locator('.panel-notice .is-main').click();
  await offered.locator('.panel-notice .panel-notes').waitFor();
  await save(offered, 'article-reprint-shown');
  for (const each of [page, panel, popup, reprint, offered]) await each.close();
}

for (const [language, colorScheme] of LOOKS) {
  test(`pictures: ${language}, ${colorScheme}`, async ({ site }) => {
    mkdirSync(FOLDER, { recursive: true });
    const browser = await ChromiumWithExtension.launch(site, {
      language,
      colorScheme,
      viewport: { width: 1200, height: 760 },
    });
    const save = async (page: Page, name: string, fullPage = false) => {
      const file = `${name}-${language}-${colorScheme}`;
      await page.screenshot({ path: `${FOLDER}/${file}.png`, fullPage });
      const docs = process.env.PANGZHU_PICTURES;
      if (docs !== undefined && SHOWN.has(file)) copyFileSync(`${FOLDER}/${file}.png`, `${docs}/${file}.png`);
    };
    try {
      const page = await browser.context.newPage();
      await page.goto(NOTICE.url);
      await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('official');
      const probe = await CardProbe.of(page);
      for (const [name, text] of [
        ['card-official', '林武'],
        ['card-formulation', '三个一批'],
      ] as const) {
        await restOn(page, text);
        await probe.waitFor(text);
        await page.waitForTimeout(150);
        await save(page, name);
        await page.mouse.move(3, 3);
        await probe.waitForNone();
      }
      await pictureNotes(page, probe, save);
      const tab = await tabId(browser, NOTICE.url);
      const panel = await browser.openOwn(`sidepanel.html?tab=${tab}`);
      await panel.setViewportSize({ width: 360, height: 900 });
      await panel.locator('.row-name').nth(2).click();
      await save(panel, 'panel');
      await panel.close();
      for (const [name, place] of [
        ['library-reference', '#/reference?q=liuwen'],
        ['library-entry', '#/entry/liu-wen'],
        ['library-official', '#/entry/lin-wu'],
        ['library-officials', '#/officials?on=2023-05-25'],
        ['library-pack', '#/pack'],
      ] as const) {
        const library = await browser.openOwn(`library.html${place}`);
        await library.getByRole('main').waitFor();
        await save(library, name);
        await library.close();
      }
      const popup = await browser.openOwn(`popup.html?tab=${tab}`);
      await popup.setViewportSize({ width: 300, height: 360 });
      await expect(popup.locator('.popup-counts')).toBeVisible();
      await save(popup, 'popup');
      await popup.close();
      for (const name of ['options', 'welcome']) {
        const own = await browser.openOwn(`${name}.html`);
        await own.setViewportSize({ width: 900, height: 900 });
        await own.waitForTimeout(400);
        await save(own, name, true);
        await own.close();
      }
      await pictureArticle(site, browser, save);
      // Traditional characters on a dark page.
      const dark = await browser.context.newPage();
      await dark.goto(ARTICLES.get('traditional')!.expected.url);
      await expect.poll(() => dark.evaluate(paintedInPage)).toHaveProperty('official');
      await save(dark, 'dark-page');
    } finally {
      await browser.close();
    }
  });
}
