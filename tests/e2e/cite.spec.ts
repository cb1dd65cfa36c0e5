import { localDay } from '../../lib/text/dates';
import { paintedInPage } from './support/articles';
import type { ChromiumWithExtension } from './support/chromium';
import { ARTICLES, expect, test } from './support/fixtures';
import { select } from './support/select';
import { tabId } from './support/worker';

const PAPER = ARTICLES.get('epaper')!.expected.url;
const NOTICE = ARTICLES.get('gov-notice')!.expected.url;

/** What the clipboard holds, as a reader pastes it. */
async function pasted(browser: ChromiumWithExtension): Promise<string> {
  const own = await browser.openOwn('options.html');
  await own.evaluate(() => {
    const area = document.createElement('textarea');
    document.body.append(area);
    area.focus();
  });
  await own.keyboard.press('Control+V');
  const text = await own.evaluate(() => document.querySelector('textarea')!.value);
  await own.close();
  return text;
}

test('a quote is copied with its reference, in the form that the reader chose, and a link to it', async ({
  open,
  card,
  browserWithExtension: browser,
}) => {
  const page = await open('gov-notice');
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('official');
  const probe = await card(page);
  const today = localDay(new Date());
  const copyQuote = async () => {
    await page.bringToFront();
    // A press on what is selected already would drag it.
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await select(page, '一场关于企业办事难易的座谈');
    await expect(() => probe.press('复制引文')).toPass({ timeout: 5000 });
    await expect.poll(() => probe.html()).toContain('引文和出处已复制');
    return (await pasted(browser)).split('\n');
  };

  const [quote, reference, link] = await copyQuote();
  expect(quote).toBe('一场关于企业办事难易的座谈');
  expect(reference).toBe(`全省优化营商环境工作推进会在太原召开[EB/OL]. （2022-05-16）[${today}]. ${NOTICE}.`);
  expect(decodeURIComponent(link!)).toBe(`${NOTICE}#:~:text=一场关于企业办事难易的座谈`);

  const options = await browser.openOwn('options.html');
  await options.getByRole('radio', { name: 'GB/T 7714—2015 著者-出版年' }).check();
  await options.close();
  const inOld = `佚名, 2022. 全省优化营商环境工作推进会在太原召开[EB/OL]. (2022-05-16)[${today}]. ${NOTICE}.`;
  await expect(async () => expect((await copyQuote())[1]).toBe(inOld)).toPass({ timeout: 15_000 });
});

test('panel: the article is copied as a reference and in the forms of other programs', async ({
  open,
  browserWithExtension: browser,
}) => {
  const page = await open('epaper');
  await expect.poll(() => page.evaluate(paintedInPage)).toHaveProperty('official');
  const panel = await browser.openOwn(`sidepanel.html?tab=${await tabId(browser, PAPER)}`);
  await expect(panel.getByText('第1版')).toBeVisible();
  const copied = async (format: string) => {
    await panel.bringToFront();
    await panel.getByLabel('引用本文').selectOption({ label: format });
    await panel.getByRole('button', { name: '复制引用' }).click();
    await expect(panel.getByRole('button', { name: '已复制' })).toBeVisible();
    return pasted(browser);
  };

  expect(await copied('GB/T 7714—2025 顺序编码')).toBe(
    `李雨鑫，张谨华. 会议下到果园开[N/OL]. 晋中日报，2026-06-27（1）. ${PAPER}.`,
  );
  expect(await copied('RIS')).toContain(
    'TY  - NEWS\nTI  - 会议下到果园开\nAU  - 李雨鑫\nAU  - 张谨华\nT2  - 晋中日报\n',
  );
  expect(await copied('BibTeX')).toContain('  journal = {晋中日报},\n  year = {2026},\n');
  expect(JSON.parse(await copied('CSL-JSON'))).toMatchObject([{ type: 'article-newspaper', page: '1' }]);
  await panel.close();
});
