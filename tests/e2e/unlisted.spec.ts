import { paintedInPage } from './support/articles';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import { panelOf } from './support/panel';

const marked = (page: import('@playwright/test').Page) =>
  expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted['unlisted-official'] ?? '')).not.toBe('');

test('an official whom the reference lacks: what the article says, and that it is the article', async ({
  open,
  card,
  rest,
}) => {
  const page = await open('unlisted');
  await marked(page);
  const probe = await card(page);
  await rest(page, '丁若川');
  const text = await probe.waitFor('县长');
  expect(text).toContain('未收录');
  expect(text).toContain('县委副书记、县长，据本文（2025-03-11）');
  expect(text).toContain('本库无记录；以上仅据本文。');
  expect(text).toContain('本文共 2 处。');
});

test('a formulation that the reference lacks: what the article lists', async ({ open, card, rest }) => {
  const page = await open('unlisted');
  await marked(page);
  const probe = await card(page);
  await rest(page, '四个到位');
  const text = await probe.waitFor('本文所列 4 项');
  for (const member of ['责任到位', '资金到位', '农资到位', '服务到位']) expect(text).toContain(member);
});

test('“wrong here” takes the marks of that form away, undo brings them back', async ({ open, card, rest }) => {
  const page = await open('unlisted');
  await marked(page);
  const probe = await card(page);
  await rest(page, '丁若川');
  await probe.waitFor('县长');
  await probe.press('此处不对');
  const official = () => page.evaluate(paintedInPage).then((painted) => painted['unlisted-official']);
  await expect.poll(official).toBe('贺明远齐东来卞砚贺明远');
  await probe.press('撤销');
  await expect.poll(official).toBe('贺明远丁若川齐东来卞砚贺明远丁若川');
});

test('the panel lists them apart, with a card, the way to each, and the way into the reader’s pack', async ({
  open,
  browserWithExtension: browser,
}) => {
  const page = await open('unlisted');
  await marked(page);
  const panel = await panelOf(browser, page.url());
  const group = panel.locator('.panel-group').filter({ hasText: '未收录' });
  await expect(group.locator('.row-name')).toHaveText([
    /^贺明远/,
    /^丁若川/,
    /^齐东来/,
    /^卞砚/,
    /^三清两建/,
    /^四个到位/,
  ]);
  await group.getByRole('button', { name: /^四个到位/ }).click();
  await expect(group.getByText('服务到位')).toBeVisible();
  await expectAccessible(panel);
  const opened = browser.context.waitForEvent('page');
  await group.getByRole('button', { name: '加入我的词库' }).click();
  const address = new URL((await opened).url());
  expect(address.hash).toMatch(/^#\/entry\/new\?/);
  const parameters = new URLSearchParams(address.hash.split('?')[1]);
  expect(Object.fromEntries(parameters)).toEqual({
    kind: 'formulation',
    form: '四个到位',
    name: '四个到位',
    members: JSON.stringify(['责任到位', '资金到位', '农资到位', '服务到位']),
    url: page.url(),
    title: '云陵县部署春耕生产',
    date: '2025-03-11',
  });
  await panel.close();
});

test('the setting leaves them out', async ({ open, browserWithExtension: browser }) => {
  const page = await open('unlisted');
  await marked(page);
  const options = await browser.openOwn('options.html');
  await options.getByRole('switch', { name: /按形式识别/ }).click();
  await expect.poll(() => page.evaluate(paintedInPage)).toEqual({});
  await options.getByRole('switch', { name: /按形式识别/ }).click();
  await marked(page);
  await options.close();
});
