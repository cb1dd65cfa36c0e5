import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { expectedPaint, paintedInPage, placeOf } from './support/articles';
import { FIREFOX_BUILD, FirefoxWithExtension } from './support/firefox';
import { violations } from './support/firefoxAxe';
import { ARTICLES, buildWithSites } from './support/fixtures';
import { NEWS, newsPage } from './support/news';
import { annotationDraft, articleDraft } from './support/notes';
import { Site } from './support/site';

let site: Site;
let firefox: FirefoxWithExtension;
let build: string;

test.beforeAll(async () => {
  site = await Site.open();
  for (const { expected, served } of ARTICLES.values()) site.serve(expected.url, served);
  build = await buildWithSites(['mp.weixin.qq.com'], FIREFOX_BUILD);
  firefox = await FirefoxWithExtension.launch(site, build);
  await firefox.setSettings({ 'site:mp.weixin.qq.com': 'on' });
});

test.afterAll(async () => {
  await firefox.close();
  await site.close();
  await rm(build, { recursive: true, force: true });
});

const painted = (page: Page) => page.evaluate(paintedInPage);

async function rest(page: Page, text: string, nth = 0): Promise<{ readonly top: number; readonly bottom: number }> {
  const place = await page.evaluate(placeOf, { text, nth });
  if (place === null) throw new Error(`“${text}” is not on the page.`);
  await page.mouse.move(place.x - 40, place.y + 60);
  await page.mouse.move(place.x, place.y, { steps: 6 });
  await new Promise((done) => setTimeout(done, 60));
  await page.mouse.move(place.x + 1, place.y);
  return place;
}

for (const [slug, { expected }] of ARTICLES) {
  test(`Firefox, ${slug}: marked in place, nothing else`, async () => {
    const page = await firefox.open(expected.url);
    if (slug === 'hostile') await page.evaluate('window.truce = true');
    await expect
      .poll(
        async () => {
          // The hostile page threw the highlights away before the truce; any sign of the reader brings them back.
          if (slug === 'hostile') await page.evaluate(() => window.dispatchEvent(new Event('focus')));
          return painted(page);
        },
        { timeout: 10_000 },
      )
      .toEqual(expectedPaint(expected));
    await page.close();
  });
}

test('Firefox: the card says the office of the day, lies beside the line, closes, and leaves nothing behind', async () => {
  const page = await firefox.open(ARTICLES.get('gov-notice')!.expected.url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await rest(page, '林武');
  const text = await firefox.waitForCard(page, '林武');
  expect(text).toContain('截至 2022-05-16（本文日期）');
  expect(text).toContain('省委书记');
  expect(text).toContain('最近见于 2022-05-13');
  await page.mouse.move(4, 4);
  await expect.poll(() => firefox.cardText(page)).toBe('');
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  await rest(page, '三个一批');
  expect(await firefox.waitForCard(page, '三个一批')).toContain('签约一批');
  await page.close();
});

test('Firefox: the card is used by pointer and by key, and the page sees nothing of it', async () => {
  const url = 'http://www.gov.cn/firefox-keys.html';
  site.serve(url, {
    body: `<!doctype html><meta charset="utf-8"><p>扎实做好“六稳”“六保”工作。</p><script>
      window.heard = [];
      for (const type of ['keydown', 'keyup', 'click', 'mousedown', 'pointerdown', 'pointermove', 'focusin', 'mouseover'])
        for (const on of [window, document])
          on.addEventListener(type, ({ target, key }) => (key || target.popover) && heard.push(type), true);
    </script>`,
  });
  const page = await firefox.open(url);
  await expect.poll(() => painted(page)).toHaveProperty('formulation');
  const line = await rest(page, '“六稳”“六保”');
  await firefox.waitForCard(page, '六稳');
  const { x } = (await page.evaluate(placeOf, { text: '“六稳”“六保”', nth: 0 }))!;
  await page.mouse.move(x, line.bottom + 60, { steps: 5 });
  await new Promise((done) => setTimeout(done, 800));
  expect(await firefox.cardText(page)).toContain('六稳');
  await page.keyboard.press('Escape');
  await expect.poll(() => firefox.cardText(page)).toBe('');

  const tab = await firefox.welcome.evaluate(async (address) => {
    const tabs = await (globalThis as unknown as { browser: typeof chrome }).browser.tabs.query({});
    return tabs.find((each) => each.url === address)!.id!;
  }, url);
  await firefox.welcome.evaluate(async (id) => {
    const { tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
    await tabs.update(id, { active: true });
    await tabs.sendMessage(id, { to: 'page', name: 'step', request: { by: 1, from: 'edge' } }, { frameId: 0 });
  }, tab);
  await firefox.waitForCard(page, '六稳');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await firefox.waitForCard(page, '取消固定');
  await page.keyboard.press('Escape');
  await expect.poll(() => firefox.cardText(page)).toBe('');
  expect(await page.evaluate('heard')).toEqual([]);
  await page.close();
});

test('Firefox: open shadow roots are underlined and answer to the pointer', async () => {
  site.serve('http://www.gov.cn/firefox-shadow.html', {
    body: `<!doctype html><meta charset="utf-8"><body><p>山西要闻一则。</p><news-text><template shadowrootmode="open"><p style="font-size:20px">扎实做好“六稳”“六保”工作。</p></template></news-text>`,
  });
  const page = await firefox.open('http://www.gov.cn/firefox-shadow.html');
  await expect.poll(() => painted(page)).toEqual({ formulation: '“六稳”“六保”' });
  const place = await page.evaluate(() => {
    const text = document.querySelector('news-text')!.shadowRoot!.querySelector('p')!.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, 5);
    range.setEnd(text, 7);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2, bottom };
  });
  const clip = { x: place.x - 40, y: place.bottom - 4, width: 80, height: 8 };
  const marked = await page.screenshot({ clip });
  await firefox.setSettings({ marksVisible: false });
  await expect.poll(() => painted(page)).toEqual({});
  const plain = await page.screenshot({ clip });
  expect(Buffer.compare(Buffer.from(marked), Buffer.from(plain))).not.toBe(0);
  await firefox.setSettings({ marksVisible: true });
  await expect.poll(() => painted(page)).toHaveProperty('formulation');
  await page.mouse.move(place.x - 30, place.y + 80);
  await page.mouse.move(place.x, place.y, { steps: 5 });
  await firefox.waitForCard(page, '六稳');
  await page.close();
});

test('Firefox: panel, popup, settings and first-run page show and are accessible', async () => {
  const page = await firefox.open(ARTICLES.get('people-gb2312')!.expected.url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const tab = await firefox.welcome.evaluate(async (url) => {
    const tabs = await (globalThis as unknown as { browser: typeof chrome }).browser.tabs.query({});
    return tabs.find((each) => each.url === url)!.id!;
  }, page.url());

  const panel = await firefox.openOwn(`sidepanel.html?tab=${tab}`);
  await expect.poll(() => panel.evaluate(() => document.body?.innerText ?? '')).toContain('山西：把会开到车间里');
  expect(await panel.evaluate(() => document.body?.innerText ?? '')).toContain('2023-05-26');
  await panel.evaluate(() => (document.querySelector('.row-name') as HTMLElement).click());
  expect(await violations(panel)).toEqual([]);
  await panel.evaluate(() => (document.querySelector('[aria-label^="到“蓝佛安”的下一处"]') as HTMLElement).click());
  await firefox.waitForCard(page, '蓝佛安');
  await panel.close();

  const popup = await firefox.openOwn(`popup.html?tab=${tab}`);
  await expect.poll(() => popup.evaluate(() => document.body?.innerText ?? '')).toContain('sx.people.com.cn');
  expect(await violations(popup)).toEqual([]);
  await popup.close();

  const options = await firefox.openOwn('options.html');
  await expect.poll(() => options.evaluate(() => document.body?.innerText ?? '')).toContain('旁注设置');
  expect(await violations(options)).toEqual([]);
  await options.close();

  await expect.poll(() => painted(firefox.welcome)).toMatchObject({ official: '蓝佛安金湘军' });
  expect(await violations(firefox.welcome)).toEqual([]);
  // Its sidebar needs no permission, so none is explained.
  const explained = await firefox.welcome.evaluate(() =>
    [...document.querySelectorAll('dt')].map((each) => each.innerText),
  );
  expect(explained).toEqual(['读取默认网站', '脚本', '存储', '当前标签页', '右键菜单', '定时', '其他网站（可选）']);
  await page.close();
});

test('Firefox: the library finds, shows an entry, and says who held what on a day', async () => {
  const library = await firefox.openOwn('library.html#/reference?q=liuwen');
  const text = () => library.evaluate(() => document.body?.innerText ?? '');
  await expect.poll(text).toContain('六稳');
  expect(await violations(library)).toEqual([]);
  const goTo = (hash: string) => library.evaluate((to) => void (location.hash = to), hash);
  await goTo('#/entry/lin-wu');
  await expect.poll(text).toContain('本库所见同一职务');
  expect(await violations(library)).toEqual([]);
  await goTo('#/officials?on=2023-05-25');
  await expect.poll(text).toContain('山西省委书记');
  expect(await violations(library)).toEqual([]);
  await goTo('#/pack');
  await expect.poll(text).toContain('山西新闻用语');
  expect(await violations(library)).toEqual([]);
  await library.close();
});

test('Firefox: a note is written and read, by its own page only, and every page hears of it', async () => {
  const url = ARTICLES.get('gov-notice')!.expected.url;
  const page = await firefox.open(url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const library = await firefox.openOwn('library.html');
  const [article, annotation] = [articleDraft(url), annotationDraft('annotation-1', '注')];
  const answers = await library.evaluate(
    async (address, made) => {
      const { runtime, tabs, scripting } = (globalThis as unknown as { browser: typeof chrome }).browser;
      const heard: unknown[] = [];
      runtime.onMessage.addListener((message: { to: string; request: { keys: string[] } }) => {
        if (message.to === 'notice') heard.push(...message.request.keys);
      });
      const send = (sent: string) =>
        (globalThis as unknown as { browser: typeof chrome }).browser.runtime.sendMessage(JSON.parse(sent));
      const tab = (await tabs.query({})).find((each) => each.url === address)!;
      const from = async (name: string, request: unknown) => {
        const sent = JSON.stringify({ to: 'background', name, request });
        const [injected] = await scripting.executeScript({ target: { tabId: tab.id! }, func: send, args: [sent] });
        return (injected!.result as { answer: unknown }).answer;
      };
      const written = await from('annotate', made);
      const stolen = await from('notesFor', { url: 'http://www.people.com.cn/1.html', fingerprints: [] });
      const changed = await from('changeAnnotation', {
        id: 'annotation-1',
        revision: 1,
        change: { note: '改', tags: undefined },
      });
      const read = (await send(
        JSON.stringify({ to: 'background', name: 'notesFor', request: { url: address, fingerprints: [] } }),
      )) as { answer: unknown };
      await new Promise((done) => setTimeout(done, 1000));
      return { written, stolen, changed, read: read.answer, heard };
    },
    url,
    { article, annotation },
  );
  expect(answers.written).toMatchObject({ is: 'done', value: { annotation: { note: '注', revision: 1 } } });
  expect(answers.stolen).toEqual({ is: 'refused', why: 'not-yours' });
  expect(answers.changed).toMatchObject({ is: 'done', value: { conflicts: [] } });
  expect(answers.read).toMatchObject({ is: 'done', value: { annotations: [{ note: '改', revision: 2 }] } });
  const { key } = (answers.written as { value: { article: { key: string } } }).value.article;
  expect(answers.heard.length).toBeGreaterThan(0);
  expect(new Set(answers.heard)).toEqual(new Set([key]));
  await library.close();
  await page.close();
});

test('Firefox: an article is saved and corrected, its edits are told, a reprint offers its notes', async () => {
  const [url, elsewhere] = [
    'http://www.shanxi.gov.cn/ywdt/202205/t20220516_9201.shtml',
    'http://sx.people.com.cn/n2/2022/0517/c189130-9201104.html',
  ];
  site.serve(url, newsPage());
  site.serve(elsewhere, newsPage());
  const page = await firefox.open(url);
  await expect.poll(() => painted(page)).toHaveProperty('official');
  const tab = await firefox.welcome.evaluate(async (address) => {
    const tabs = await (globalThis as unknown as { browser: typeof chrome }).browser.tabs.query({});
    return tabs.find((each) => each.url === address)!.id!;
  }, url);
  const panel = await firefox.openOwn(`sidepanel.html?tab=${tab}`);
  const text = () => panel.evaluate(() => document.body?.innerText ?? '');
  const press = (name: string) =>
    panel.evaluate((wanted) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.innerText === wanted);
      if (button === undefined) throw new Error(`no button ${wanted}`);
      button.click();
    }, name);
  await expect.poll(text).toContain('更正');
  await press('更正');
  await panel.evaluate(() => {
    // As React hears it.
    const input = document.querySelector<HTMLInputElement>('input[name=publishedAt]')!;
    input.value = '2021-03-01';
  });
  await press('保存');
  await expect.poll(text).toContain('页面原为：2022-05-16');
  expect(await violations(panel)).toEqual([]);
  await page.bringToFront();
  await page.reload();
  await expect.poll(() => painted(page)).toHaveProperty('official');
  await rest(page, '林武');
  expect(await firefox.waitForCard(page, '林武')).toContain('截至 2021-03-01（本文日期）');
  await page.mouse.move(4, 4);

  const annotation = annotationDraft('annotation-9201', '与去年的说法比较');
  await panel.evaluate(
    async (address, made) => {
      const { runtime } = (globalThis as unknown as { browser: typeof chrome }).browser;
      const ask = (name: string, request: unknown) => runtime.sendMessage({ to: 'background', name, request });
      const found = (await ask('notesFor', { url: address, fingerprints: [] })) as {
        answer: { value: { article: Record<string, unknown> } };
      };
      const { title, paragraphs, body, foundBy } = found.answer.value.article;
      const nothing = { subtitle: null, publishedAt: null, source: null, authors: [], editor: null, pageNumber: null };
      const none = { site: null, issuingBody: null, documentNumber: null, canonical: null };
      await ask('annotate', {
        article: { ...nothing, ...none, url: address, title, foundBy, paragraphs, body },
        annotation: made,
      });
    },
    url,
    annotation,
  );
  site.serve(url, newsPage(NEWS.with(2, NEWS[2]!.replace('今年只跑了一趟', '今年跑了两趟'))));
  await page.reload();
  await expect.poll(text).toMatch(/以来有 1 段改动/);
  await panel.evaluate(() => document.querySelector<HTMLElement>('.edits summary')!.click());
  expect(await panel.evaluate(() => document.querySelector('.edits ins')!.textContent)).toContain('两');
  expect(await violations(panel)).toEqual([]);
  await press('以新文为准');
  await expect.poll(text).toContain('已于');

  const reprint = await firefox.open(elsewhere);
  await firefox.waitForCard(reprint, '同一文字有 1 条批注');
  await reprint.close();
  await panel.close();
  await page.close();
});
