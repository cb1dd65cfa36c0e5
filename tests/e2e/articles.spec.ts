import { expectedPaint, paintedInPage } from './support/articles';
import { ARTICLES, expect, test } from './support/fixtures';
import { frameState, switchOn } from './support/worker';

for (const [slug, { expected }] of ARTICLES) {
  test(`${slug}: marked in place, nothing else, and read right`, async ({ open, browserWithExtension }) => {
    if (slug === 'wechat') await switchOn(browserWithExtension, 'mp.weixin.qq.com');
    const page = await open(slug);
    if (slug !== 'hostile') {
      await expect.poll(() => page.evaluate(paintedInPage), { timeout: 10_000 }).toEqual(expectedPaint(expected));
    }
    await expect
      .poll(async () => (await frameState(browserWithExtension, expected.url))?.article, { timeout: 10_000 })
      .toMatchObject({ title: expected.title, publishedAt: expected.publishedAt, source: expected.source });
    const state = (await frameState(browserWithExtension, expected.url))!;
    const mentions = state.entries.reduce((sum, entry) => sum + entry.count, 0);
    expect(mentions).toBe(Object.values(expected.marks).flat().length);
    for (const [name, office] of Object.entries(expected.offices)) {
      const card = Object.values(state.cards).find(
        (each) =>
          each.entry !== null &&
          (each.entry.names.traditional === name ||
            each.entry.names.zh === name ||
            fitsTraditional(name, each.entry.names.zh)),
      );
      const answer = card?.entry === null ? null : card?.office;
      expect(answer && 'tenure' in answer ? answer.tenure.office : null, name).toBe(office);
    }
  });
}

function fitsTraditional(name: string, zh: string): boolean {
  return name === '藍佛安' && zh === '蓝佛安';
}
