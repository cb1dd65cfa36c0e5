import type { Page } from '@playwright/test';
import { describeAll } from '../../lib/anchor/locate';
import { COLOURS, type Annotation, type AnnotationDraft } from '../../lib/model';
import { PARAGRAPH_MARK } from '../../lib/text/normalise';
import { ChromiumWithExtension } from '../e2e/support/chromium';
import { annotationDraft, articleDraft, ask, done } from '../e2e/support/notes';
import { Site } from '../e2e/support/site';
import { articleOf, type Row } from './matching';

const URL_OF_PAGE = 'http://www.shanxi.gov.cn/bench-notes.html';
const ANNOTATIONS = 5000;
/** UTF-16 units. */
const CHARACTERS = 300_000;
const QUOTE = 14;
/** ms from one tick to the next on a main thread that nobody holds up for long. */
const LONG = 50;

interface Seen {
  readonly painted: number;
  readonly long: readonly number[];
}

/** 5,000 highlights on a page of 300,000 characters, beside the same page without any. */
export async function notesInBrowser(): Promise<Row[]> {
  const paragraphs = paragraphsOf();
  const site = await Site.open({ [URL_OF_PAGE]: { body: pageOf(paragraphs) } });
  const browser = await ChromiumWithExtension.launch(site);
  try {
    const without = await load(browser, 0);
    const own = await browser.openOwn('options.html');
    await keep(own, paragraphs);
    await own.close();
    const withNotes = await load(browser, ANNOTATIONS);
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
</script></head><body>${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}</body></html>`;
}

function drafts(paragraphs: readonly string[]): AnnotationDraft[] {
  const text = paragraphs.join(PARAGRAPH_MARK);
  const step = Math.floor((text.length - 100) / ANNOTATIONS);
  const spans = Array.from({ length: ANNOTATIONS }, (_, index) => ({ start: index * step, end: index * step + QUOTE }));
  return describeAll(text, spans).map((anchor, index) => ({
    ...annotationDraft(`bench-note-${index}`),
    anchor,
    colour: COLOURS[index % COLOURS.length]!,
  }));
}

/** The first as the page itself would, the others beside it. */
async function keep(own: Page, paragraphs: readonly string[]): Promise<void> {
  const [first, ...others] = drafts(paragraphs);
  const request = { article: articleDraft(URL_OF_PAGE, paragraphs), annotation: first };
  const { annotation } = done(await ask(own, 'annotate', request));
  await own.evaluate(
    addRows,
    others.map((each) => ({ ...annotation, ...each })),
  );
}

/** Runs in a page of the extension. */
async function addRows(annotations: readonly Annotation[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pangzhu');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const transaction = database.transaction('annotations', 'readwrite');
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

function paragraphsOf(): string[] {
  return ['量笔记', ...articleOf(CHARACTERS).split('\n\n')];
}
