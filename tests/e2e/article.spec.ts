import type { Page } from '@playwright/test';
import { paintedInPage, placeOf } from './support/articles';
import { expectAccessible } from './support/axe';
import type { ChromiumWithExtension } from './support/chromium';
import { expect, test } from './support/fixtures';
import { NEWS, newsPage } from './support/news';
import { tablesInPage } from './support/notes';
import { select } from './support/select';
import { tabId } from './support/worker';

const painted = (page: Page) => page.evaluate(paintedInPage);
/** ms. A text has come to rest, and more. */
const RESTED = 2500;

async function panelOf(browser: ChromiumWithExtension, page: Page): Promise<Page> {
  const panel = await browser.openOwn(`sidepanel.html?tab=${await tabId(browser, page.url())}`);
  await panel.setViewportSize({ width: 380, height: 900 });
  return panel;
}

async function badge(browser: ChromiumWithExtension, page: Page): Promise<string> {
  const id = await tabId(browser, page.url());
  return (await browser.worker()).evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), id);
}

async function savedIn(own: Page) {
  return (await own.evaluate(tablesInPage)).articles;
}

/** Opens an address, saves its article in the panel, and leaves the panel open. */
async function save(open: (url: string) => Promise<Page>, browser: ChromiumWithExtension, url: string) {
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const panel = await panelOf(browser, page);
  await panel.getByRole('button', { name: '保存文章' }).click();
  await expect(panel.getByText(/已于 .* 保存/)).toBeVisible();
  return { page, panel };
}

test('an article is saved by hand with its text and everything it says of itself', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9101.shtml';
  site.serve(url, newsPage());
  const { page, panel } = await save(open, browser, url);
  await expect(panel.getByRole('button', { name: '保存文章' })).toHaveCount(0);
  await expect(panel.getByText(`共 ${NEWS.length} 段`)).toBeVisible();
  const [saved] = await savedIn(panel);
  expect(saved).toMatchObject({
    ...{ url, title: '企业办事座谈会在太原召开', publishedAt: '2022-05-16', source: '山西日报', corrected: [] },
    ...{ site: '山西省人民政府', editor: '王五', authors: [{ name: '张三', role: null }] },
  });
  expect(saved!.foundBy).toMatchObject({ source: 'meta ContentSource', publishedAt: 'meta PubDate' });
  expect(saved!.body.map((index) => saved!.paragraphs[index])).toEqual(NEWS);
  expect(saved!.fingerprints.length).toBeGreaterThan(3);
  // The popup knows it too.
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, page.url())}`);
  await expect(popup.getByText(/已于 .* 保存/)).toBeVisible();
  await popup.close();
  await panel.close();
});

test('the popup saves it as well', async ({ open, site, browserWithExtension: browser }) => {
  const url = 'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9102.shtml';
  site.serve(url, newsPage());
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, url)}`);
  await popup.getByRole('button', { name: '保存文章' }).click();
  await expect(popup.getByText(/已于 .* 保存/)).toBeVisible();
  await expectAccessible(popup);
  await popup.close();
});

test('a correction survives a reload, reaches the office on the card, and is taken back', async ({
  open,
  card,
  rest,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9103.shtml';
  site.serve(url, newsPage());
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  await rest(page, '林武');
  const probe = await card(page);
  expect(await probe.waitFor('林武')).toContain('截至 2022-05-16（本文日期）');
  await page.mouse.move(3, 3);
  await probe.waitForNone();

  const panel = await panelOf(browser, page);
  await panel.getByRole('button', { name: '更正' }).click();
  await panel.getByLabel('日期').fill('2021-13-01');
  await panel.getByLabel('来源').fill('太原日报');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('不是日期');
  await expectAccessible(panel);
  await panel.getByLabel('日期').fill('2021-03-01');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await expect(panel.getByText('页面原为：2022-05-16')).toBeVisible();
  await expect(panel.getByText('页面原为：山西日报')).toBeVisible();
  await expectAccessible(panel);

  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect.poll(() => painted(page)).toHaveProperty('official');
    await expect(async () => {
      await rest(page, '林武');
      const text = await probe.waitFor('林武', 1000);
      expect(text).toContain('截至 2021-03-01（本文日期）');
      expect(text).not.toContain('最近见于 2022-05-13');
    }).toPass({ timeout: 10_000 });
    await page.mouse.move(3, 3);
    await probe.waitForNone();
  }
  await expect(panel.locator('.panel-article').getByText('太原日报')).toBeVisible();
  await panel.getByRole('button', { name: '撤销对“日期”的更正' }).click();
  await expect(panel.getByText('页面原为：2022-05-16')).toHaveCount(0);
  await expect(panel.getByText('页面原为：山西日报')).toBeVisible();
  await expect(async () => {
    await rest(page, '林武');
    expect(await probe.waitFor('林武', 1000)).toContain('截至 2022-05-16（本文日期）');
  }).toPass({ timeout: 10_000 });
  expect(await savedIn(panel)).toMatchObject([{ source: '太原日报', corrected: ['source'] }]);
  await panel.close();
});

test('a reprint offers the notes of the other page, shows, copies and puts them aside', async ({
  open,
  card,
  rest,
  site,
  browserWithExtension: browser,
}) => {
  const [first, second, third] = [
    'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9104.shtml',
    'http://sx.people.com.cn/n2/2022/0517/c189130-9104104.html',
    'http://www.gov.cn/xinwen/2022-05/17/content_9104204.htm',
  ];
  for (const url of [first, second, third]) site.serve(url, newsPage());
  const page = await open(first);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const probe = await card(page);
  await select(page, '去年办证跑了五趟');
  await expect(() => probe.press('笔记')).toPass({ timeout: 5000 });
  await expect.poll(() => probe.focusedText()).not.toBeNull();
  await page.keyboard.type('与去年的说法比较');
  await expect(() => probe.press('保存')).toPass({ timeout: 5000 });
  await expect.poll(() => painted(page)).toMatchObject({ 'note-yellow': '去年办证跑了五趟' });

  const reprint = await open(second);
  const there = await card(reprint);
  expect(await there.waitFor('同一文字有 1 条批注')).toContain('《企业办事座谈会在太原召开》');
  expect(await painted(reprint)).not.toHaveProperty('note-yellow');
  await expect(() => there.press('在此页显示')).toPass({ timeout: 5000 });
  const shown = { 'note-yellow': '去年办证跑了五趟', 'note-elsewhere': '去年办证跑了五趟' };
  await expect.poll(() => painted(reprint)).toMatchObject(shown);
  await rest(reprint, '办证跑了');
  expect(await there.waitFor('与去年的说法比较')).toContain('来自');
  await reprint.reload();
  await expect.poll(() => painted(reprint)).toMatchObject(shown);

  const panel = await panelOf(browser, reprint);
  await expect(panel.getByText('同一文字有 1 条批注')).toBeVisible();
  await expectAccessible(panel);
  await panel.getByRole('button', { name: '复制到此页' }).click();
  await expect.poll(() => painted(reprint)).not.toHaveProperty('note-elsewhere');
  await expect.poll(() => painted(reprint)).toMatchObject({ 'note-yellow': '去年办证跑了五趟' });
  const { annotations } = await panel.evaluate(tablesInPage);
  expect(annotations.map(({ note }) => note)).toEqual(['与去年的说法比较', '与去年的说法比较']);
  await panel.close();
  // What was copied from here is not offered here.
  await page.reload();
  await expect.poll(() => painted(page)).toHaveProperty('note-yellow');
  await page.waitForTimeout(600);
  expect(await (await card(page)).text()).toBeNull();

  const other = await open(third);
  const offer = await card(other);
  await offer.waitFor('同一文字有 1 条批注');
  await expect(() => offer.press('此页不再提示')).toPass({ timeout: 5000 });
  await other.reload();
  await expect.poll(() => painted(other)).toHaveProperty('official');
  await other.waitForTimeout(1000);
  expect(await offer.text()).not.toContain(first);
});

test('silent edits are told with both wordings, on the icon too, until the new text is taken', async ({
  open,
  card,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9105.shtml';
  site.serve(url, newsPage());
  const { page, panel } = await save(open, browser, url);
  const probe = await card(page);
  await select(page, '去年办证跑了五趟');
  await expect(() => probe.press('标为绿色')).toPass({ timeout: 5000 });
  await expect.poll(() => painted(page)).toHaveProperty('note-green');

  const edited = NEWS.with(2, NEWS[2]!.replace('今年只跑了一趟', '今年跑了两趟')).toSpliced(3, 1);
  site.serve(url, newsPage(edited));
  await page.reload();
  await expect(panel.getByText(/自 .* 以来有 2 段改动/)).toBeVisible();
  await expect.poll(() => badge(browser, page)).toBe('2');
  await panel.getByText('查看改动').click();
  await expect(panel.locator('.edits ins').first()).toContainText('两');
  await expect(panel.locator('.edits del').first()).toContainText('只');
  await expect(panel.locator('.edits li').nth(1)).toContainText('删去');
  await expectAccessible(panel);
  await panel.getByRole('tab', { name: '批注' }).click();
  await expect(panel.getByText('所在段落有改动')).toBeVisible();
  await panel.getByTitle('到文中').click();
  await page.bringToFront();
  await probe.waitFor('所在段落有改动');
  const popup = await browser.openOwn(`popup.html?tab=${await tabId(browser, url)}`);
  await expect(popup.getByText(/以来有 2 段改动/)).toBeVisible();
  await popup.close();

  await panel.getByRole('button', { name: '以新文为准' }).click();
  await expect(panel.getByText(/已于 .* 保存/)).toBeVisible();
  await expect.poll(() => badge(browser, page)).toBe('');
  const { articles, changes } = await panel.evaluate(tablesInPage);
  expect(articles[0]!.paragraphs).toContain(edited[2]);
  // Nothing is lost.
  expect(JSON.stringify(changes)).toContain(NEWS[3]);
  await panel.close();
});

test('no change is told of another article, a partial load, a login, a page that rewrites itself', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9106.shtml';
  site.serve(url, newsPage());
  const { page, panel } = await save(open, browser, url);
  const none = async () => {
    await expect.poll(() => painted(page)).toHaveProperty('official');
    await page.waitForTimeout(RESTED);
    expect(await badge(browser, page)).toBe('');
    await expect(panel.getByText(/段改动/)).toHaveCount(0);
  };

  site.serve(url, newsPage([...NEWS.slice(0, 2), '登录后可继续阅读全文，注册只需一分钟。']));
  await page.reload();
  await none();
  await expect(panel.getByText(/比 .* 保存的少 \d+ 段/)).toBeVisible();
  await expect(panel.getByRole('button', { name: '以新文为准' })).toHaveCount(0);

  site.serve(url, newsPage(NEWS.map((_, index) => `省委书记林武在第${index}个村看了新修的公路，路面比从前宽了一倍。`)));
  await page.reload();
  await none();
  await expect(panel.getByText('此处是另一篇文字')).toBeVisible();

  site.serve(
    url,
    newsPage(NEWS, {
      script:
        'let n = 0; setInterval(() => { document.querySelectorAll(".text p")[2].textContent = `第${n++}次改写的一句话，说了别的事情。`; }, 300);',
    }),
  );
  await page.reload();
  await none();

  // The same text, in two steps.
  const late = JSON.stringify(
    NEWS.slice(2)
      .map((each) => `<p>${each}</p>`)
      .join(''),
  );
  site.serve(
    url,
    newsPage(NEWS.slice(0, 2), {
      script: `setTimeout(() => { document.querySelector(".text").insertAdjacentHTML("beforeend", ${late}); }, 400);`,
    }),
  );
  await page.reload();
  await none();
  await expect(panel.getByText(/已于 .* 保存/)).toBeVisible();
  expect((await savedIn(panel))[0]!.paragraphs).toContain(NEWS[3]);
  await panel.close();
});

test('routes of one document are articles of their own; a swap under one address is another text', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const url = 'http://www.shanxi.gov.cn/app/9107';
  const other = NEWS.map((_, index) => `省委书记林武在第${index}个村看了新修的公路，路面比从前宽了一倍。`);
  const swap = (texts: readonly string[]) =>
    `document.querySelector('.text').innerHTML = ${JSON.stringify(texts.map((each) => `<p>${each}</p>`).join(''))};`;
  site.serve(
    url,
    newsPage(NEWS, {
      script: `window.go = () => { history.pushState(null, '', '/app/9108'); ${swap(other)} }; window.back = () => { history.pushState(null, '', '/app/9107'); ${swap(NEWS)} }; window.swap = () => { ${swap(other)} };`,
    }),
  );
  const { page, panel } = await save(open, browser, url);
  await page.evaluate('go()');
  await expect(panel.getByRole('button', { name: '保存文章' })).toBeVisible();
  await page.waitForTimeout(RESTED);
  expect(await badge(browser, page)).toBe('');
  await page.evaluate('back()');
  await expect(panel.getByText(/已于 .* 保存/)).toBeVisible();
  await page.evaluate('swap()');
  await expect(panel.getByText('此处是另一篇文字')).toBeVisible();
  expect(await badge(browser, page)).toBe('');
  await panel.close();
});

test('print version, other scheme and tracking are the same article; the second page neither edits nor replaces it', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  const base = 'http://www.gov.cn/xinwen/2022-05/17/content_9109204';
  site.serve(`${base}.htm`, newsPage());
  const { page, panel } = await save(open, browser, `${base}.htm`);
  await panel.close();
  const second = NEWS.map((_, index) => `第二页的第${index}段，省委书记林武又说了一些别的事情，都与前页不同。`);
  for (const [address, texts] of [
    [`${base}.htm?from=timeline&utm_source=x#p`, NEWS],
    [`${base}_print.htm`, NEWS],
    [`${base}_2.htm`, second],
  ] as const) {
    site.serve(address.replace(/#.*/, ''), newsPage(texts));
    const same = await open(address);
    await expect.poll(() => painted(same)).toHaveProperty('official');
    const own = await panelOf(browser, same);
    await expect(own.getByText(/已于 .* 保存/)).toBeVisible();
    await same.waitForTimeout(RESTED);
    expect(await badge(browser, same)).toBe('');
    expect((await savedIn(own)).map(({ paragraphs }) => paragraphs.includes(NEWS[0]!))).toEqual([true]);
    await own.close();
  }
  await page.close();

  // What a page calls its address is believed only where the text agrees.
  for (const [address, texts, words] of [
    ['http://www.gov.cn/mobile/a9109', NEWS, /已于 .* 保存/],
    ['http://www.gov.cn/mobile/b9109', second, '保存文章'],
  ] as const) {
    site.serve(address, newsPage(texts, { canonical: `${base}.htm` }));
    const mobile = await open(address);
    await expect.poll(() => painted(mobile)).toHaveProperty('official');
    const own = await panelOf(browser, mobile);
    await expect(own.getByText(words)).toBeVisible();
    await own.close();
  }
});

test('an article without title and date, and a huge one, are saved and compared', async ({
  open,
  site,
  browserWithExtension: browser,
}) => {
  test.slow();
  const url = 'http://www.shanxi.gov.cn/ywdt/9110.html';
  const long = Array.from(
    { length: 12_000 },
    (_, n) =>
      `第${n}段说，省里今年要把第${n * 7}件实事办好，各地的进展由有关部门按月公布，欢迎群众监督，并请把意见寄到编辑部，编号${n}。`,
  );
  const bare = (texts: readonly string[]) => ({
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><div class="text"><p>省委书记林武出席。</p>${texts.map((each) => `<p>${each}</p>`).join('')}</div>`,
  });
  expect(long.join('').length).toBeGreaterThan(600_000);
  site.serve(url, bare(long));
  const page = await open(url);
  await expect.poll(() => painted(page), { timeout: 30_000 }).toHaveProperty('official');
  const panel = await panelOf(browser, page);
  await expect(panel.getByText('（无标题）')).toBeVisible({ timeout: 20_000 });
  await panel.getByRole('button', { name: '保存文章' }).click();
  await expect(panel.getByText(/已于 .* 保存/)).toBeVisible({ timeout: 20_000 });
  expect((await savedIn(panel))[0]).toMatchObject({ title: null, publishedAt: null });
  site.serve(url, bare(long.with(9000, long[9000]!.replace('按月', '按季'))));
  await page.reload();
  await expect(panel.getByText(/以来有 1 段改动/)).toBeVisible({ timeout: 40_000 });
  await panel.close();
});

test('notes on an edited page: the card still finds the passage', async ({ open, card, site }) => {
  const url = 'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9111.shtml';
  site.serve(url, newsPage());
  const page = await open(url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const probe = await card(page);
  await select(page, '去年办证跑了五趟');
  await expect(() => probe.press('标为绿色')).toPass({ timeout: 5000 });
  await expect.poll(() => painted(page)).toHaveProperty('note-green');
  site.serve(url, newsPage(['编者按：本文有改动，改动处由编辑部核对。', ...NEWS]));
  await page.reload();
  await expect.poll(() => painted(page)).toMatchObject({ 'note-green': '去年办证跑了五趟' });
  expect(await page.evaluate(placeOf, { text: '编者按', nth: 0 })).not.toBeNull();
});
