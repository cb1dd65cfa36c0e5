import { describe } from '../../lib/anchor/locate';
import type { Annotation, SavedArticle } from '../../lib/model';
import { pageKey } from '../../lib/identity/pageKey';
import { ChromiumWithExtension } from '../e2e/support/chromium';
import { articleDraft } from '../e2e/support/notes';
import { Site } from '../e2e/support/site';
import { articleOf, type Row } from './matching';

const URL_OF_PAGE = 'http://www.shanxi.gov.cn/bench-notes.html';
const ANNOTATIONS = 5000;
/** UTF-16 units. */
const CHARACTERS = 300_000;
/** ms from one tick to the next on a main thread that nobody holds up for long. */
const LONG = 50;

interface Seen {
  readonly painted: number;
  readonly long: readonly number[];
}

/** 5,000 highlights on a page of 300,000 characters, beside the same page without any. */
export async function notesInBrowser(): Promise<Row[]> {
  const paragraphs = articleOf(CHARACTERS).split('\n\n');
  const site = await Site.open({ [URL_OF_PAGE]: { body: pageOf(paragraphs) } });
  const browser = await ChromiumWithExtension.launch(site);
  try {
    const without = await load(browser, 0);
    const own = await browser.openOwn('options.html');
    const rows = rowsOf(paragraphs);
    await own.evaluate(addRows, rows);
    await own.close();
    const withNotes = await load(browser, rows.annotations.length);
    const worst = (seen: Seen) => `${seen.long.length}, ${Math.max(0, ...seen.long).toFixed(0)} ms`;
    return [
      {
        what: `${ANNOTATIONS} highlights on ${CHARACTERS} characters: painted after the DOM is ready`,
        figure: `${withNotes.painted.toFixed(0)} ms`,
        budget: '',
      },
      {
        what: 'long tasks (number, worst), beside the same page without highlights',
        figure: `${worst(withNotes)}; without: ${worst(without)}`,
        budget: 'none of the highlights',
      },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

function pageOf(paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>量笔记</title>
<style>body { width: 760px; margin: 30px auto; font: 18px/1.9 serif; }</style>
<script>
  window.seen = { painted: 0, long: [] };
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.long.push(duration); }).observe({ type: 'longtask', buffered: true });
  setInterval(() => {
    let count = 0;
    for (const [name, highlight] of CSS.highlights) if (name.includes('note-')) count += highlight.size;
    if (count >= ${ANNOTATIONS} && seen.painted === 0) seen.painted = performance.now();
  }, 20);
</script></head><body><h1>量笔记</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}</body></html>`;
}

function rowsOf(paragraphs: readonly string[]): { article: SavedArticle; annotations: Annotation[] } {
  const text = ['量笔记', ...paragraphs].join('\n');
  const step = Math.floor((text.length - 100) / ANNOTATIONS);
  const annotations = Array.from({ length: ANNOTATIONS }, (_, index) => {
    const start = 20 + index * step;
    return {
      id: `bench-${index}`,
      articleId: 'bench',
      anchor: describe(text, { start, end: start + 14 }),
      paragraph: null,
      colour: (['yellow', 'green', 'blue'] as const)[index % 3],
      note: '',
      tags: [],
      entries: [],
      revision: 1,
      otherNotes: [],
      createdAt: index,
      updatedAt: index,
      deletedAt: null,
    } as unknown as Annotation;
  });
  const article = {
    ...articleDraft(URL_OF_PAGE, paragraphs),
    id: 'bench',
    key: pageKey(URL_OF_PAGE),
    otherKeys: [],
    corrected: [],
    said: {},
    fingerprints: [],
    savedAt: 0,
    textSavedAt: 0,
    updatedAt: 0,
    deletedAt: null,
  } as unknown as SavedArticle;
  return { article, annotations };
}

/** Runs in a page of the extension, whose database is there once it was asked. */
async function addRows({ article, annotations }: { article: SavedArticle; annotations: Annotation[] }): Promise<void> {
  await chrome.runtime.sendMessage({ to: 'background', name: 'hasNotes', request: { url: 'http://www.gov.cn/' } });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pangzhu');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const transaction = database.transaction(['articles', 'annotations'], 'readwrite');
  transaction.objectStore('articles').put(article);
  for (const each of annotations) transaction.objectStore('annotations').put(each);
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  database.close();
}

async function load(browser: ChromiumWithExtension, highlights: number): Promise<Seen> {
  const page = await browser.context.newPage();
  await page.goto(URL_OF_PAGE);
  if (highlights > 0) await page.waitForFunction('seen.painted > 0', undefined, { timeout: 60_000 });
  await page.waitForTimeout(3000);
  const seen = await page.evaluate<Seen>('seen');
  const ready = await page.evaluate<number>("performance.getEntriesByType('navigation')[0].domContentLoadedEventStart");
  await page.close();
  return { painted: seen.painted - ready, long: seen.long.filter((each) => each >= LONG) };
}
