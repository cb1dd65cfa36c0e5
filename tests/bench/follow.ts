// Following formulations through 10,000 articles: counted in the background, drawn in the real page. Also by itself:
// npx tsx tests/bench/follow.ts [articles]
import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ChromiumWithExtension } from '../e2e/support/chromium';
import { buildWithSites } from '../e2e/support/fixtures';
import { ask } from '../e2e/support/notes';
import { Site } from '../e2e/support/site';
import type { WholeReference } from '../../lib/protocols';
import { fillLibrary } from './libraryRows';
import type { Row } from './matching';

const FULL = 10_000;
const OPENINGS = 5;
const FOLLOWED = 'gao-zhiliang-fazhan,xiangcun-zhenxing,nengyuan-geming';
/** Views, and what is there once they are drawn. */
const VIEWS = [
  ['by week', `?of=${FOLLOWED}&by=week`, '.chart-drawn svg'],
  ['shares', `?of=${FOLLOWED}&measure=share`, '.chart-drawn svg'],
  ['passages', `?of=${FOLLOWED}&show=passages`, '.kwic li'],
  ['passages by what stands before', `?of=${FOLLOWED}&show=passages&order=left`, '.kwic li'],
  ['sources and places', `?of=${FOLLOWED}&show=where`, 'td'],
  ['together in articles', `?of=${FOLLOWED}&show=with`, 'td'],
  ['together in paragraphs', `?of=${FOLLOWED}&show=with&near=paragraph`, 'td'],
  ['new and vanished', `?of=${FOLLOWED}&show=changes`, 'td'],
] as const;
/** ms. Longer tasks are felt. */
const LONG = 50;

export async function followFigures(articles = FULL): Promise<Row[]> {
  const site = await Site.open({});
  const build = await buildWithSites([]);
  const browser = await ChromiumWithExtension.launch(site, { build });
  try {
    await browser.context.addInitScript('globalThis.__name = (value) => value');
    const first = await browser.openOwn('library.html#/follow');
    await first.waitForSelector('.shelf-empty');
    await first.close();
    const page = await browser.openOwn('welcome.html');
    const { packs } = (await ask(page, 'packs' as never, null)) as unknown as WholeReference;
    const entries = packs.flatMap((pack) => pack.entries.map(({ id }) => id));
    await page.evaluate(fillLibrary, { articles, annotations: 0, entries, now: Date.now() });
    await page.close();
    const counted = await counting(browser);
    const openings: number[] = [];
    for (let i = 0; i < OPENINGS; i++) openings.push(await opening(browser));
    const views = await switching(browser);
    const name = `${articles.toLocaleString('en')} articles`;
    return [
      { what: `following, ${name}: counted in`, figure: `${(counted.took / 1000).toFixed(0)} s`, budget: '' },
      { what: 'following, longest tasks of the page meanwhile', figure: counted.tasks, budget: 'none felt' },
      { what: 'following, questions answered meanwhile (worst)', figure: `${counted.worst.toFixed(0)} ms`, budget: '' },
      { what: 'following, page opened to chart (median, worst)', figure: both(openings), budget: '≤ 1,000 ms' },
      ...views.map(([view, ms]) => ({
        what: `following, ${view}`,
        figure: `${ms.toFixed(0)} ms`,
        budget: '≤ 1,000 ms',
      })),
    ];
  } finally {
    await browser.close();
    await site.close();
    await rm(build, { recursive: true, force: true });
  }
}

/** How long counting takes, and what the page and the background feel of it. */
async function counting(browser: ChromiumWithExtension) {
  const page = await browser.context.newPage();
  await page.addInitScript((long) => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > long) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  }, LONG);
  const began = performance.now();
  await page.goto(`chrome-extension://${await browser.id()}/library.html#/follow?of=${FOLLOWED}`);
  await page.waitForSelector('.follow progress');
  let worst = 0;
  const other = await browser.openOwn('welcome.html');
  const isOver = () => page.locator('.follow progress').isHidden();
  while (!(await isOver())) {
    const asked = performance.now();
    await ask(other, 'entryNames' as never, { ids: ['liu-wen'] });
    worst = Math.max(worst, performance.now() - asked);
    await page.waitForTimeout(100);
  }
  const took = performance.now() - began;
  const tasks = await page.evaluate<number[]>('globalThis.longTasks');
  await other.close();
  await page.close();
  const longest = [...tasks].sort((a, b) => b - a).slice(0, 3);
  return {
    took,
    worst,
    tasks: `${tasks.length} over ${LONG} ms${longest.length > 0 ? `: ${longest.join(', ')}` : ''}`,
  };
}

async function opening(browser: ChromiumWithExtension): Promise<number> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector('.chart-drawn svg') === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { drawnAt: performance.now() })));
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`chrome-extension://${await browser.id()}/library.html#/follow?of=${FOLLOWED}`);
  await page.waitForFunction(() => (globalThis as { drawnAt?: number }).drawnAt !== undefined);
  const drawn = await page.evaluate<number>('globalThis.drawnAt');
  await page.close();
  return drawn;
}

async function switching(browser: ChromiumWithExtension): Promise<[string, number][]> {
  const page = await browser.openOwn('library.html#/follow');
  const figures: [string, number][] = [];
  for (const [view, address, drawn] of VIEWS) {
    // From a view that has none of it.
    await page.evaluate("location.hash = '#/follow'");
    await page.waitForSelector('.follow-top');
    figures.push([view, await shownIn(page, `#/follow${address}`, drawn)]);
  }
  await page.close();
  return figures;
}

function shownIn(page: Page, hash: string, drawn: string): Promise<number> {
  return page.evaluate(
    async ([wanted, selector]) => {
      const began = performance.now();
      const shown = new Promise<void>((done) => {
        const watcher = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return;
          watcher.disconnect();
          done();
        });
        watcher.observe(document, { childList: true, subtree: true });
      });
      location.hash = wanted;
      await shown;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - began;
    },
    [hash, drawn] as const,
  );
}

function both(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)}, ${sorted.at(-1)!.toFixed(0)} ms`;
}

if (process.argv[1]?.endsWith('follow.ts')) {
  for (const { what, figure, budget } of await followFigures(Number(process.argv[2] ?? FULL))) {
    console.log(`${what}: ${figure}${budget === '' ? '' : ` (${budget})`}`);
  }
}
