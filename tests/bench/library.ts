// The library of 10,000 articles and 100,000 annotations: its figures, measured in the real extension page. Also by
// itself: npx tsx tests/bench/library.ts [articles annotations]
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ChromiumWithExtension } from '../e2e/support/chromium';
import { buildWithSites } from '../e2e/support/fixtures';
import type { WholeReference } from '../../lib/protocols';
import { wordsOf } from '../../lib/words/words';
import { ask } from '../e2e/support/notes';
import { Site } from '../e2e/support/site';
import { fillLibrary, type LibrarySize } from './libraryRows';
import type { Row } from './matching';

const FULL: LibrarySize = { articles: 10_000, annotations: 100_000 };
/** Openings of the page. */
const OPENINGS = 5;
/** What readers look for: words, names, runs that need the segmenter, pinyin, initials, English, traditional, mixed. */
const QUERIES =
  '发展 高质量发展 乡村振兴 安全生产责任 营商环境 党 高質量發展 會議強調 能源革命 综合改革试点 生态环境保护工作 gaozhiliang gzlfz xiangcun anquan previous report liuwen 六稳 林武 工作 山西日报 数字化转型 人才引进机制 基层治理体系 防汛 旅 重大项目 项目 完成 “扎实推进” 市场监管成效 就业服务 sxrb 教育改革方案 水土保持 取得新进展 会议 调研组'
    .split(' ')
    .concat(['发展 工作', '乡村 振兴 项目', '安全 fangzhi', '高质量发展 工作 会议']);
const EXPORTED = ['json', 'backup', 'markdown', 'csv'] as const;
/** Scrolled in each frame, px, and for how many frames. */
const STEP = 90;
const FRAMES = 240;
/** ms. A frame that took longer than one and a half of 60 a second was dropped. */
const DROPPED = 25;
/** Linux counts processor time in hundredths of a second. */
const MS_OF_TICK = 10;

export async function libraryFigures(size: LibrarySize = FULL): Promise<Row[]> {
  const site = await Site.open({});
  // A copy: others may build meanwhile.
  const build = await buildWithSites([]);
  const browser = await ChromiumWithExtension.launch(site, { build });
  try {
    // What runs in pages was built with names kept.
    await browser.context.addInitScript('globalThis.__name = (value) => value');
    const began = performance.now();
    const before = memory();
    await fill(browser, size);
    const filled = performance.now() - began;
    const paints: number[] = [];
    const wholes: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      const { page, paint, read } = await opening(browser);
      paints.push(paint);
      wholes.push(read);
      await page.close();
    }
    const { page } = await opening(browser);
    const full = memory();
    const read = processorTime();
    const searches = await searching(page);
    const searched = (processorTime() - read) / searches.length;
    const articles = await browser.openOwn('library.html#/articles');
    await whole(articles);
    const inArticles = await searching(articles);
    await articles.close();
    const rows = await scrolling(page);
    await page.close();
    const exports = await exporting(browser);
    const name = `${size.annotations.toLocaleString('en')} annotations on ${size.articles.toLocaleString('en')} articles`;
    return [
      { what: `library, ${name}: written in`, figure: `${(filled / 1000).toFixed(0)} s`, budget: '' },
      { what: 'library, first rows after opening (median, worst)', figure: both(paints), budget: '≤ 1,000 ms' },
      { what: 'library, all read and indexed (median, worst)', figure: both(wholes), budget: '' },
      { what: 'library, memory of the extension’s processes more', figure: `${full - before} MB`, budget: '' },
      {
        what: 'library, search to rows, annotations (50th, 95th, worst)',
        figure: spread(searches),
        budget: '≤ 100 ms at the 95th',
      },
      {
        what: 'library, processor time of a search, all threads (mean)',
        figure: `${searched.toFixed(0)} ms`,
        budget: '',
      },
      {
        what: 'library, search to rows, articles (50th, 95th, worst)',
        figure: spread(inArticles),
        budget: '≤ 100 ms at the 95th',
      },
      { what: 'library, frames dropped while scrolling, beside a bare list', figure: rows, budget: '0' },
      { what: 'library, everything exported: ms, memory more', figure: exports, budget: '≤ 10 s, memory flat' },
    ];
  } finally {
    await browser.close();
    await site.close();
    await rm(build, { recursive: true, force: true });
  }
}

async function fill(browser: ChromiumWithExtension, size: LibrarySize): Promise<void> {
  // Opened once, so that the database is there.
  const first = await browser.openOwn('library.html');
  await first.waitForSelector('.shelf-list, .shelf-empty');
  const { packs } = (await ask(first, 'packs' as never, null)) as unknown as WholeReference;
  const entries = packs.flatMap((pack) => pack.entries.map(({ id }) => id));
  await first.close();
  const page = await browser.openOwn('welcome.html');
  await page.evaluate(fillLibrary, { ...size, entries, now: Date.now() });
  await page.close();
}

async function opening(browser: ChromiumWithExtension): Promise<{ page: Page; paint: number; read: number }> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector('.shelf-row .shelf-title') === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { paintedAt: performance.now() })));
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`chrome-extension://${await browser.id()}/library.html`);
  await page.waitForFunction(() => (globalThis as { paintedAt?: number }).paintedAt !== undefined);
  const paint = await page.evaluate<number>('paintedAt');
  await whole(page);
  return { page, paint, read: await page.evaluate<number>('performance.now()') };
}

/** Of the formats that carry everything or much: from the press to the end of the download. */
async function exporting(browser: ChromiumWithExtension): Promise<string> {
  const { exchange, files } = wordsOf('zh');
  const page = await browser.context.newPage();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await page.goto(`chrome-extension://${await browser.id()}/library.html`);
  await whole(page);
  await page.getByRole('button', { name: exchange.exportFound, exact: true }).click();
  const figures: string[] = [];
  for (const id of EXPORTED) {
    await page.getByRole('radio', { name: files.formats[id].join(' '), exact: true }).check();
    const waiting = page.waitForEvent('download', { timeout: 180_000 });
    const [before, began] = [memory(), performance.now()];
    await page.getByRole('button', { name: exchange.start, exact: true }).click();
    const download = await waiting;
    const took = performance.now() - began;
    figures.push(`${id} ${took.toFixed(0)} ms, ${memory() - before} MB`);
    await download.delete();
  }
  await page.close();
  return figures.join('; ');
}

async function whole(page: Page): Promise<void> {
  await page.waitForSelector('.shelf[data-read="1"]', { timeout: 180_000, state: 'attached' });
}

/** ms from the key to the frame with what was found, sorted. Each query once to bring what it needs, then measured. */
async function searching(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.bringToFront();
  await page.fill('input[type=search]', '坚决打赢脱贫攻坚战');
  await page.waitForTimeout(3000);
  for (const query of [...QUERIES, ...QUERIES]) {
    times.push(
      await page.evaluate(async (text) => {
        const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
        const began = performance.now();
        value.set!.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const shelf = document.querySelector<HTMLElement>('.shelf')!;
        const isShown = () =>
          shelf.dataset.found === text &&
          (shelf.querySelector('.shelf-row') === null || shelf.querySelector('.shelf-row .shelf-about') !== null);
        await new Promise<void>((done) => {
          const watcher = new MutationObserver(() => {
            if (!isShown()) return;
            watcher.disconnect();
            done();
          });
          watcher.observe(shelf, { attributes: true, childList: true, subtree: true });
          if (isShown()) done();
        });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - began;
      }, query),
    );
    await page.waitForTimeout(30);
  }
  await page.fill('input[type=search]', '');
  await page.waitForTimeout(300);
  return times.sort((a, b) => a - b);
}

async function scrolling(page: Page): Promise<string> {
  await page.bringToFront();
  const measure = (selector: string) =>
    page.evaluate(
      async ([list, step, frames, dropped]) => {
        const box = document.querySelector(list)!;
        let last = performance.now();
        let late = 0;
        let blank = 0;
        for (let i = 0; i < frames; i++) {
          box.scrollTop += step;
          await new Promise((done) => requestAnimationFrame(done));
          const now = performance.now();
          if (now - last > dropped) late++;
          last = now;
          const { top, bottom } = box.getBoundingClientRect();
          const rows = [...box.querySelectorAll('.shelf-row')].filter((row) => {
            const place = row.getBoundingClientRect();
            return place.bottom > top && place.top < bottom;
          });
          if (rows.some((row) => row.childElementCount === 0)) blank++;
        }
        return { late, blank };
      },
      [selector, STEP, FRAMES, DROPPED] as const,
    );
  const own = await measure('.shelf-list');
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.id = 'bare';
    box.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: #fff; z-index: 9';
    box.innerHTML = '<p style="height: 40px">行</p>'.repeat(1000);
    document.body.append(box);
  });
  const bare = await measure('#bare');
  return `${own.late} of ${FRAMES}, ${own.blank} with an empty row; bare ${bare.late}`;
}

/** The extension's processes of our own browser. */
function ownProcesses(): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(contents(`/proc/${name}/status`))?.[1] ?? 0));
  }
  const isOurs = (id: number): boolean => id === process.pid || (id > 1 && isOurs(parents.get(id) ?? 0));
  const own = [...parents.keys()].filter((id) => contents(`/proc/${id}/cmdline`).includes('--extension-process'));
  return own.filter(isOurs);
}

/** ms of processor time that they took so far: what a clock would say on a machine with nothing else to do. */
function processorTime(): number {
  const threads = ownProcesses().flatMap((id) =>
    readdirSync(`/proc/${id}/task`).map((thread) => `/proc/${id}/task/${thread}/stat`),
  );
  const ticks = threads.reduce((sum, file) => {
    const [, rest = ''] = /\) (.*)/.exec(contents(file)) ?? [];
    const fields = rest.split(' ');
    const own = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    return sum + own;
  }, 0);
  return ticks * MS_OF_TICK;
}

/** MB that they hold. */
export function memory(): number {
  return ownProcesses().reduce((sum, id) => {
    const kilobytes = /^Rss:\s+(\d+)/m.exec(contents(`/proc/${id}/smaps_rollup`))?.[1];
    return sum + Math.round(Number(kilobytes ?? 0) / 1024);
  }, 0);
}

/** '' for a process that has ended. */
function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function both(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms, ${sorted.at(-1)!.toFixed(0)} ms`;
}

function spread(sorted: readonly number[]): string {
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
  return `${at(0.5)} ms, ${at(0.95)} ms, ${at(1)} ms`;
}

if (process.argv[1]?.endsWith('library.ts')) {
  const [articles = FULL.articles, annotations = FULL.annotations] = process.argv.slice(2).map(Number);
  for (const { what, figure, budget } of await libraryFigures({ articles, annotations })) {
    console.log(`${what}: ${figure}${budget === '' ? '' : ` (${budget})`}`);
  }
}
