import { paintedInPage } from './support/articles';
import { expect, test } from './support/fixtures';

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
