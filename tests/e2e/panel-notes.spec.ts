import type { Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { keepNote, serveArticle } from './support/notedPage';
import { ask, done } from './support/notes';
import { notesPanelOf } from './support/panel';
import { select } from './support/select';

const PARAGRAPHS = [
  '全省工作会议在太原召开',
  '会议指出，今年前五个月的进展比预想的快，后七个月仍不能松劲，各地要把底数摸清。',
  '会议要求，对排查出的一千二百个问题逐项建立台账，明确责任单位和完成时限。',
  '会议最后作了安排，有关部门的同志参加会议，各地随即开展工作。',
];
const FIRST = '后七个月仍不能松劲';
const SECOND = '一千二百个问题逐项建立台账';
const LAST = '有关部门的同志参加会议';

let count = 0;
const nextUrl = () => `http://www.shanxi.gov.cn/panel/${process.pid}/notes${count++}.html`;
const painted = (page: Page) => page.evaluate(paintedInPage);
const rows = (panel: Page) => panel.locator('.panel-notes > li');
const row = (panel: Page, text: string) => rows(panel).filter({ hasText: text });
const act = (panel: Page, text: string, name: string | RegExp) => row(panel, text).getByRole('button', { name });

test('all notes in the order of the page, those on the article on top; one leads to its passage', async ({
  open,
  site,
  card,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, PARAGRAPHS, LAST, { colour: 'green' });
  await keepNote(own, url, PARAGRAPHS, FIRST, { note: '要看**后续**', tags: ['待核'], entries: ['liu-wen' as never] });
  await keepNote(own, url, PARAGRAPHS, null, { note: '全篇读后' });
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('note-green');
  const panel = await notesPanelOf(browser, url);
  await expect(rows(panel)).toHaveText([/全文笔记.*全篇读后/s, /后七个月.*#待核.*六稳.*在原处/s, /有关部门.*在原处/s]);
  await expect(panel.getByRole('tab', { name: '批注 3' })).toHaveAttribute('aria-selected', 'true');
  await expect(panel.locator('.note-text strong')).toHaveText('后续');
  await expect(panel.getByRole('search')).toHaveCount(0);
  await expectAccessible(panel);
  const probe = await card(page);
  await act(panel, FIRST, /到文中/).click();
  await probe.waitFor('要看后续');
  // The reader goes on in the list.
  await expect(act(panel, FIRST, /到文中/)).toBeFocused();
  await panel.close();
  await own.close();
});

test('a note is written, edited, recoloured, deleted and brought back, by keys alone', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, PARAGRAPHS, FIRST, { tags: ['待核'] });
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('note-yellow');
  const panel = await notesPanelOf(browser, url);
  await expect(rows(panel)).toHaveCount(1);
  const press = async (...keys: string[]) => {
    for (const key of keys) await panel.keyboard.press(key);
  };
  await panel.getByRole('tab', { name: /^标注/ }).or(panel.getByRole('tab').first()).click();
  await press('ArrowRight', 'Tab', 'Tab', 'Tab');
  await expect(act(panel, FIRST, '写笔记')).toBeFocused();
  await press('Enter');
  await expect(panel.getByRole('textbox', { name: '笔记（Markdown）' })).toBeFocused();
  await panel.keyboard.type('先核对**口径**');
  await press('Tab');
  await expect(panel.getByRole('button', { name: '去掉“待核”' })).toBeFocused();
  await press('Tab');
  await panel.keyboard.type('数字');
  await expectAccessible(panel);
  await press('Control+Enter');
  await expect(row(panel, FIRST)).toContainText('#待核 #数字');
  await expect(panel.locator('.note-text strong')).toHaveText('口径');
  await expect(row(panel, FIRST)).toBeFocused();

  // Its colour.
  await press('Tab', 'Tab');
  await expect(act(panel, FIRST, '颜色：黄')).toBeFocused();
  await press('Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await expect(act(panel, FIRST, /^蓝$/)).toBeFocused();
  await expectAccessible(panel);
  await press('Enter');
  await expect.poll(() => painted(page)).toMatchObject({ 'note-blue': FIRST });
  await expect(act(panel, FIRST, '颜色：蓝')).toBeFocused();

  // Deleted, and brought back.
  await press('Tab', 'Tab', 'Enter');
  await expect(rows(panel)).toHaveCount(0);
  await expect(panel.getByRole('button', { name: '撤销', exact: true })).toBeFocused();
  await expect.poll(() => painted(page)).not.toHaveProperty('note-blue');
  await expectAccessible(panel);
  await press('Enter');
  await expect(row(panel, FIRST)).toBeFocused();
  await expect.poll(() => painted(page)).toMatchObject({ 'note-blue': FIRST });

  // Escape closes the editor, and what was written stays at hand.
  await press('Tab', 'Tab', 'Tab', 'Enter');
  await panel.keyboard.type('又一句');
  await press('Escape');
  await expect(row(panel, FIRST)).toContainText('这里有一条没有保存的笔记');
  await expect(row(panel, FIRST)).toBeFocused();
  await press('Tab', 'Tab', 'Enter');
  await expect(panel.getByRole('textbox', { name: '笔记（Markdown）' })).toHaveValue(/又一句/);
  await panel.close();
  await own.close();
});

test('a note on the whole article, kept when the panel is closed before it is saved', async ({
  open,
  site,
  card,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const page = await open(url);
  const panel = await notesPanelOf(browser, url);
  await expect(panel.getByRole('status').filter({ hasText: '在页面上选中文字' })).toBeVisible();
  await expectAccessible(panel);
  await panel.getByRole('button', { name: '写全文笔记' }).click();
  await panel.keyboard.type('读完再说');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(rows(panel)).toHaveText([/全文笔记.*读完再说/s]);
  await panel.getByRole('button', { name: '写全文笔记' }).click();
  await panel.keyboard.type('没有写完');
  await panel.close();
  await page.reload();
  const probe = await card(page);
  await probe.waitFor('这里有一条没有保存的笔记');
});

test('a changed passage shows both wordings and is confirmed; one that is gone is given another place', async ({
  open,
  site,
  card,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, PARAGRAPHS, FIRST, { note: '甲' });
  await keepNote(own, url, PARAGRAPHS, LAST, { note: '乙', colour: 'pink' });
  const edited = [PARAGRAPHS[0]!, PARAGRAPHS[1]!.replace('后七个月', '后六个月'), PARAGRAPHS[2]!];
  serveArticle(site, url, edited);
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('note-changed');
  const panel = await notesPanelOf(browser, url);
  await expect(rows(panel)).toHaveText([/后六个月.*文字有变/s, /有关部门.*页面上没有找到这段文字/s]);
  await expect(panel.locator('.panel-notes ins')).toContainText('六');
  await expect(panel.locator('.panel-notes del')).toContainText('七');
  await panel.getByText('批注时的上下文').click();
  await expect(row(panel, LAST).locator('mark')).toHaveText([LAST, LAST]);
  await expectAccessible(panel);

  await act(panel, '后六个月', '就是这里，以现文为准').click();
  await expect(row(panel, '后六个月')).toContainText('在原处');
  await expect(row(panel, '后六个月')).toBeFocused();
  await expect(panel.locator('.panel-notes ins')).toHaveCount(0);

  await act(panel, LAST, '重新定位').click();
  await expect(row(panel, LAST)).toContainText('等待在页面中选出');
  await expect(act(panel, LAST, '取消')).toBeFocused();
  await act(panel, LAST, '取消').click();
  await expect(act(panel, LAST, '重新定位')).toBeFocused();
  await act(panel, LAST, '重新定位').click();
  await page.bringToFront();
  const probe = await card(page);
  await probe.waitFor('请在文中选出这条批注现在所属的文字');
  await select(page, SECOND);
  await expect(() => probe.press('移到这里')).toPass({ timeout: 5000 });
  await expect.poll(() => painted(page)).toMatchObject({ 'note-pink': SECOND });
  await expect(rows(panel)).toHaveText([/后六个月/, /逐项建立台账.*在原处/s]);
  const { annotations } = done(await ask(own, 'notesFor', { url, fingerprints: [] }));
  expect(annotations.map(({ anchor, paragraph }) => [anchor?.quote, paragraph])).toEqual([
    ['后六个月仍不能松劲', edited[1]],
    [SECOND, edited[2]],
  ]);
  await panel.close();
  await own.close();
});

test('notes in frames: with an address of their own, without one, each listed once where it stands', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const [url, inner] = [nextUrl(), nextUrl().replace('www', 'news')];
  const innerText = ['框架里的会议', '框架里的一段话，说到道路与桥梁，也说到别的事情。'];
  serveArticle(site, inner, innerText);
  const srcdoc = '<html lang=zh-CN><p>没有地址的框架里，也有一段话说到隧道和渡口。</p>';
  const sized = 'width="700" height="260"';
  site.serve(url, {
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>外</title><h1>外面的会议</h1><p>${PARAGRAPHS[1]}</p><iframe ${sized} src="${inner}"></iframe><iframe ${sized} srcdoc="${srcdoc}"></iframe>`,
  });
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, ['外面的会议', PARAGRAPHS[1]!], FIRST, { note: '外' });
  await keepNote(own, url, ['没有地址的框架里，也有一段话说到隧道和渡口。'], '一段话说到隧道', { note: '无址' });
  await keepNote(own, inner, innerText, '说到道路与桥梁', { note: '内' });
  const page = await open(url);
  await expect.poll(() => page.frames().length).toBe(3);
  const panel = await notesPanelOf(browser, url);
  await expect(rows(panel)).toHaveText([/外.*在原处/s, /内.*在原处/s, /无址.*在原处/s]);
  await act(panel, '隧道', '编辑').click();
  await panel.keyboard.press('End');
  await panel.keyboard.type('，改了');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(row(panel, '无址，改了')).toContainText('在原处');
  await page.evaluate(() => document.querySelector('iframe')!.remove());
  await expect(rows(panel)).toHaveText([/外/, /无址/]);
  await panel.close();
  await own.close();
});

test('two panels and the page write one note: every text is kept, and the reader chooses', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, PARAGRAPHS, FIRST, { note: '起初' });
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('note-yellow');
  const [one, two] = [await notesPanelOf(browser, url), await notesPanelOf(browser, url)];
  for (const [panel, text] of [
    [one, '第一份'],
    [two, '第二份'],
  ] as const) {
    await panel.bringToFront();
    await act(panel, FIRST, '编辑').click();
    await panel.getByRole('textbox', { name: '笔记（Markdown）' }).fill(text);
  }
  await one.bringToFront();
  await one.getByRole('button', { name: '保存', exact: true }).click();
  await expect(row(one, FIRST)).toContainText('第一份');
  await two.bringToFront();
  await two.getByRole('button', { name: '保存', exact: true }).click();
  // Both stand there: what is stored in the field, one's own beside it.
  await expect(two.getByRole('group', { name: '别处同时写下的另一份：' })).toContainText('第二份');
  await expect(two.getByRole('textbox', { name: '笔记（Markdown）' })).toHaveValue('第一份');
  await expect(row(one, FIRST)).toContainText('另有一份同时写下的文字');
  await expectAccessible(two);
  await two.getByRole('button', { name: '换用这份' }).click();
  await expect(two.getByRole('textbox', { name: '笔记（Markdown）' })).toHaveValue('第二份');
  await two.getByRole('button', { name: '接在后面' }).click();
  await two.getByRole('button', { name: '保存', exact: true }).click();
  await expect(row(one, FIRST)).toContainText(/第二份\s*第一份/);
  await expect(row(one, FIRST)).not.toContainText('另有一份');
  const { annotations } = done(await ask(own, 'notesFor', { url, fingerprints: [] }));
  expect(annotations).toMatchObject([{ note: '第二份\n\n第一份', otherNotes: [] }]);
  await one.close();
  await two.close();
  await own.close();
});

test('what is written meanwhile to a note that goes is neither lost nor taken for saved', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const own = await browser.openOwn('library.html');
  const [trashed, gone] = [
    await keepNote(own, url, PARAGRAPHS, FIRST, { note: '会进回收站' }),
    await keepNote(own, url, PARAGRAPHS, LAST, { note: '会彻底删除' }),
  ];
  await open(url);
  const panel = await notesPanelOf(browser, url);
  await act(panel, FIRST, '编辑').click();
  await panel.getByRole('textbox', { name: '笔记（Markdown）' }).fill('写在回收站里');
  await ask(own, 'deleteAnnotation', { id: trashed.id });
  await expect(rows(panel)).toHaveCount(1);
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByText('写下的文字保存在那里')).toBeVisible();
  await panel.getByRole('button', { name: '恢复' }).click();
  await expect(row(panel, FIRST)).toContainText('写在回收站里');

  await act(panel, LAST, '编辑').click();
  await panel.getByRole('textbox', { name: '笔记（Markdown）' }).fill('只在这里');
  await ask(own, 'deleteAnnotation', { id: gone.id });
  await ask(own, 'removeForGood', { articles: [], annotations: [gone.id] });
  await expect(rows(panel)).toHaveCount(1);
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('写下的文字只在这里');
  await expect(panel.getByRole('textbox', { name: '笔记（Markdown）' })).toHaveValue('只在这里');
  await expect(panel.getByRole('button', { name: '复制笔记' })).toBeVisible();
  await panel.close();
  await own.close();
});

test('more than a handful is narrowed by words, colour, tag, state and having a note', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS.slice(0, 3));
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, PARAGRAPHS, null, { note: '全篇', tags: ['综述'] });
  await keepNote(own, url, PARAGRAPHS, '前五个月', { colour: 'green' });
  await keepNote(own, url, PARAGRAPHS, FIRST, { note: '对照去年' });
  await keepNote(own, url, PARAGRAPHS, '一千二百个问题', { note: '数字', tags: ['数字'] });
  await keepNote(own, url, PARAGRAPHS, LAST, { tags: ['数字'] });
  const page = await open(url);
  const panel = await notesPanelOf(browser, url);
  await expect(rows(panel)).toHaveCount(5);
  await expect(panel.getByRole('search')).toHaveCount(0);
  await keepNote(own, url, PARAGRAPHS, '完成时限', { colour: 'green', note: '何时' });
  await expect(panel.getByRole('search')).toBeVisible();
  await expectAccessible(panel);
  const choose = (name: string, option: string) => panel.getByRole('combobox', { name }).selectOption(option);
  const status = panel.locator('.panel-status');
  await choose('颜色', '绿');
  await expect(rows(panel)).toHaveText([/前五个月/, /完成时限/]);
  await expect(status).toHaveText('2 条，共 6 条');
  await panel.getByRole('checkbox', { name: '有笔记的' }).check();
  await expect(rows(panel)).toHaveText([/完成时限/]);
  await panel.getByRole('searchbox').fill('不在');
  await expect(status).toHaveText('没有符合的批注。');
  await panel.getByRole('searchbox').fill('');
  await panel.getByRole('checkbox', { name: '有笔记的' }).uncheck();
  await choose('颜色', '全部颜色');
  await choose('标签', '数字');
  await choose('状态', '本页未找到');
  await expect(rows(panel)).toHaveText([/有关部门/]);
  await panel.close();
  await page.close();
  await own.close();
});

test('what other tabs change shows within a second, and so do the names of colours, in the page too', async ({
  open,
  site,
  card,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const own = await browser.openOwn('library.html');
  const page = await open(url);
  const panel = await notesPanelOf(browser, url);
  await expect(panel.getByText('在页面上选中文字')).toBeVisible();
  const shows = (claim: () => Promise<void>) => expect(claim).toPass({ timeout: 1000, intervals: [20] });
  const note = await keepNote(own, url, PARAGRAPHS, FIRST, { note: '一' });
  await shows(() => expect(rows(panel)).toHaveText([/一/], { timeout: 1 }));
  await ask(own, 'changeAnnotation', { id: note.id, revision: 1, change: { note: '二' } });
  await shows(() => expect(row(panel, FIRST)).toContainText('二', { timeout: 1 }));
  await ask(own, 'deleteAnnotation', { id: note.id });
  await shows(() => expect(rows(panel)).toHaveCount(0, { timeout: 1 }));
  await expect(panel.getByText('本页还没有批注。选中文字即可高亮或写笔记。')).toBeVisible();
  // The page changes under a note.
  await keepNote(own, url, PARAGRAPHS, SECOND);
  await expect(row(panel, SECOND)).toContainText('在原处');
  await page.evaluate(() => {
    document.querySelectorAll('p')[1]!.textContent = '会议要求，对一千三百个问题逐项建立台账，明确责任单位和完成时限。';
  });
  await expect(row(panel, '台账')).toContainText('文字有变');

  await page.bringToFront();
  await select(page, FIRST);
  const probe = await card(page);
  await expect.poll(() => probe.html()).toContain('标为黄色');
  await own.evaluate(() => chrome.storage.local.set({ 'colour:yellow': '要点' }));
  await expect.poll(() => probe.html(), { timeout: 1000 }).toContain('标为“要点”');
  await panel.bringToFront();
  await expect(act(panel, '台账', '颜色：要点')).toBeVisible();
  await panel.close();
  await own.close();
});

test('an article goes to the trash with its notes, and comes back with them', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = nextUrl();
  serveArticle(site, url, PARAGRAPHS);
  const own = await browser.openOwn('library.html');
  await keepNote(own, url, PARAGRAPHS, FIRST, { note: '一' });
  await keepNote(own, url, PARAGRAPHS, LAST, { note: '二' });
  const page = await open(url);
  const panel = await notesPanelOf(browser, url);
  await panel.getByRole('button', { name: '删除本文和全部批注' }).click();
  await expect(rows(panel)).toHaveCount(0);
  await expect(panel.getByText('本文和批注已移到回收站')).toBeVisible();
  await expect(panel.getByRole('button', { name: '撤销', exact: true })).toBeFocused();
  await expect.poll(() => painted(page)).not.toHaveProperty('note-yellow');
  await panel.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(rows(panel)).toHaveText([/一/, /二/]);
  await panel.close();
  await own.close();
});

test('the list goes with the tab from page to page, and is there on a page that is not Chinese', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const [one, two, english] = [nextUrl(), nextUrl(), nextUrl()];
  const sentence = 'The committee has not published the minutes (会议纪要) of its last meeting, nor of the one before.';
  serveArticle(site, one, PARAGRAPHS);
  serveArticle(site, two, PARAGRAPHS);
  serveArticle(site, english, ['Minutes', sentence]);
  const own = await browser.openOwn('library.html');
  await keepNote(own, one, PARAGRAPHS, FIRST, { note: '甲页' });
  await keepNote(own, two, PARAGRAPHS, LAST, { note: '乙页' });
  await keepNote(own, english, [sentence], 'published the minutes (会议纪要)', { note: '丙页' });
  const page = await open(one);
  const panel = await notesPanelOf(browser, one);
  await expect(rows(panel)).toHaveText([/甲页/]);
  await act(panel, FIRST, '编辑').click();
  await panel.getByRole('textbox', { name: '笔记（Markdown）' }).fill('离开前写的');
  await page.goto(two);
  await expect(rows(panel)).toHaveText([/乙页/]);
  // What was being written stays in sight.
  await expect(panel.getByRole('textbox', { name: '笔记（Markdown）' })).toHaveValue('离开前写的');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('textbox', { name: '笔记（Markdown）' })).toHaveCount(0);
  await page.goto(english);
  await expect(panel.getByText('本页不是中文')).toBeVisible();
  await expect(rows(panel)).toHaveText([/丙页.*在原处/s]);
  await page.goto(one);
  await expect(rows(panel)).toHaveText([/离开前写的/]);
  await panel.close();
  await own.close();
});

test('a note on the second page of an article is told on the first, and found on its own', async ({
  open,
  site,
  card,
  browserWithExtension: browser,
}) => {
  const base = `http://www.shanxi.gov.cn/xinwen/2022-05/17/content_${process.pid}9204`;
  serveArticle(site, `${base}.htm`, PARAGRAPHS.slice(0, 2));
  serveArticle(site, `${base}_2.htm`, [PARAGRAPHS[0]!, ...PARAGRAPHS.slice(2)]);
  const second = await open(`${base}_2.htm`);
  await expect.poll(() => second.evaluate(() => document.readyState)).toBe('complete');
  const probe = await card(second);
  await select(second, LAST);
  await expect(() => probe.press('标为蓝色')).toPass({ timeout: 5000 });
  await expect.poll(() => painted(second)).toMatchObject({ 'note-blue': LAST });
  const panel = await notesPanelOf(browser, `${base}_2.htm`);
  await expect(row(panel, LAST)).toContainText('在原处');
  await second.goto(`${base}.htm`);
  await expect(row(panel, LAST)).toContainText('在本文第 2 页');
  await expect(row(panel, LAST)).not.toContainText('没有找到');
  await expect(act(panel, LAST, '重新定位')).toHaveCount(0);
  await panel.close();
});
