import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { LOOKS } from './support/looks';
import { keepNote, serveArticle } from './support/notedPage';
import { notesPanelOf, panelOf } from './support/panel';

/** For looking at: the notes in the panel, the trash and the settings in their states. */
const FOLDER = '.output/pictures';
const URL = 'http://www.shanxi.gov.cn/pictures-panel.html';
const BEFORE = [
  '全省重点工程调度会议在太原召开',
  '会议指出，今年前五个月的进展比预想的快，后七个月仍不能松劲，各地要把底数摸清。',
  '会议要求，对排查出的一千二百个问题逐项建立台账，明确责任单位和完成时限，扎实做好“六稳”“六保”工作。',
  '会议还听取了三个市的汇报，就道路、供水和学校三类项目逐一作了研究。',
  '会议最后作了安排，有关部门的同志参加会议，各地随即开展工作。',
];
const NOW = [BEFORE[0]!, BEFORE[1]!, BEFORE[2]!.replace('一千二百个问题逐项', '一千三百个问题逐一'), BEFORE[3]!];

for (const [language, colorScheme] of LOOKS) {
  test(`pictures of the panel’s notes: ${language}, ${colorScheme}`, async ({ site }) => {
    mkdirSync(FOLDER, { recursive: true });
    const browser = await ChromiumWithExtension.launch(site, { language, colorScheme });
    const save = async (page: Page, name: string) => {
      await expectAccessible(page);
      await page.screenshot({ path: `${FOLDER}/${name}-${language}-${colorScheme}.png`, fullPage: true });
    };
    const named = (zh: string, en: string) => (language === 'zh' ? zh : en);
    try {
      serveArticle(site, URL, NOW);
      const own = await browser.openOwn('library.html');
      const page = await browser.context.newPage();
      await page.goto(URL);
      const first = await notesPanelOf(browser, URL);
      await expect(first.locator('.panel-status')).toContainText(named('选中文字', 'Select text'));
      await save(first, 'panel-notes-first');
      await first.close();

      await keepNote(own, URL, BEFORE, '后七个月仍不能松劲', {
        note: '与去年 **同期** 的说法比较：\n\n- 多了“仍”字\n- 少了责任单位',
        tags: ['待核', '口径'],
        entries: ['liu-wen', 'gao-zhiliang-fazhan'] as never,
      });
      const changed = '一千二百个问题逐项建立台账，明确责任单位和完成时限';
      await keepNote(own, URL, BEFORE, changed, { colour: 'green', note: '数字要与公报核对。' });
      await keepNote(own, URL, BEFORE, '道路、供水和学校三类项目', { colour: 'blue' });
      const lost = '有关部门的同志参加会议，各地随即开展工作';
      await keepNote(own, URL, BEFORE, lost, { colour: 'pink', note: '后来的版本没有这一句？' });
      await keepNote(own, URL, BEFORE, null, { colour: 'purple', note: '读完全文后再看附件。' });
      const panel = await notesPanelOf(browser, URL);
      await expect(panel.locator('.panel-notes > li')).toHaveCount(5);
      await panel.locator('.panel-notes details > summary').click();
      await save(panel, 'panel-notes');
      const row = (text: string) => panel.getByRole('listitem', { name: text });
      await row('后七个月')
        .getByRole('button', { name: named('编辑', 'Edit') })
        .click();
      await expect(panel.locator('textarea')).toBeFocused();
      await row('三类项目')
        .getByRole('button', { name: named('颜色', 'Colour') })
        .click();
      await row('有关部门')
        .getByRole('button', { name: named('重新定位', 'Find its place') })
        .click();
      await expect(panel.locator('.panel-waiting')).toBeVisible();
      await save(panel, 'panel-notes-editing');
      await keepNote(own, URL, BEFORE, '三个市的汇报', { tags: ['待核'] });
      await row('三个市')
        .getByRole('button', { name: named('删除', 'Delete') })
        .click();
      await expect(panel.locator('.panel-deleted')).toBeVisible();
      await keepNote(own, URL, BEFORE, '底数摸清', { tags: ['待核'] });
      await expect(panel.getByRole('search')).toBeVisible();
      await save(panel, 'panel-notes-filters');
      await panel.close();
      const mentions = await panelOf(browser, URL);
      await expect(mentions.locator('.row-name')).not.toHaveCount(0);
      await save(mentions, 'panel-mentions');
      await mentions.close();
      for (const [name, path] of [
        ['trash', 'library.html#/trash'],
        ['options-notes', 'options.html'],
      ] as const) {
        const other = await browser.openOwn(path);
        await other.setViewportSize({ width: 900, height: 700 });
        await expect(other.locator('h1')).toBeVisible();
        await other.waitForTimeout(300);
        await save(other, name);
        await other.close();
      }
    } finally {
      await browser.close();
    }
  });
}
