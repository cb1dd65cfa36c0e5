/** The library's worker: holds the data set, reads the database, answers the page. */
import { DataSet } from '../../../lib/library/dataSet';
import { excerptOf } from '../../../lib/library/excerpt';
import { find, type Found } from '../../../lib/library/found';
import { ownText } from '../../../lib/identity/ownText';
import { groupsOf } from '../../../lib/library/groups';
import { ordersOf } from '../../../lib/library/orders';
import { overviewOf } from '../../../lib/library/overview';
import type { Query } from '../../../lib/library/query';
import type { Listed, ListedArticle } from '../../../lib/library/rows';
import type { AnnotationId, Day, SavedArticleId } from '../../../lib/model';
import { report } from '../../../lib/report';
import { hasRuns, termsOf } from '../../../lib/search/terms';
import { localDay } from '../../../lib/text/dates';
import { openDatabase, type Database } from '../../../lib/store/database';
import { failureOf } from '../../../lib/store/failure';
import type { ChosenArticle } from '../../../lib/store/exporting';
import { articlesOf, rowsOf } from '../../../lib/store/reading';
import { loadAll, loadFirst, replaceAll } from './loading';
import type { ListOf, Question, ShelfNews, ShelfProtocol, Telling } from './protocol';

type Handlers = {
  readonly [N in keyof ShelfProtocol]: (
    request: Parameters<ShelfProtocol[N]>[0],
  ) => ReturnType<ShelfProtocol[N]> | Promise<ReturnType<ShelfProtocol[N]>>;
};

/** ms between two tellings how far the reading is, and after which lists are made anew: that slows the reading down. */
const TELL_EVERY = 300;
const RENEW_EVERY = 2500;
/** Rows that a window shows. */
const FIRST = 24;

const days = new Map<number, Day>();
const set = new DataSet(dayOf);
const orders = ordersOf(set);
let segment: ((run: string) => readonly string[]) | null = null;
let isSegmenterAsked = false;

const database = openDatabase();
const begun = database.then((opened) => loadFirst(set, opened));
void load();

const handlers: Handlers = {
  find: async ({ of, query }) => {
    await begun;
    if (hasRuns(query.text)) bringSegmenter();
    const { numbers } = foundNow(of, query);
    const isPlain = of === 'notes' || query.text.trim() === '';
    const first = isPlain ? [...numbers.subarray(0, FIRST)].map((number) => listed(of, number)) : [];
    return { text: query.text, numbers, first, all: set.counts[of] };
  },
  counts: async ({ of, query }) => {
    await begun;
    return last?.key === keyOf(of, query) ? last.facets() : foundNow(of, query).facets();
  },
  rows: async ({ of, numbers, text }) => {
    if (of === 'notes' || text.trim() === '') return numbers.map((number) => listed(of, number));
    return withExcerpts(
      numbers.map((number) => set.listedArticle(number)),
      text,
    );
  },
  chosen: ({ of, numbers }) => chosenOf(of, Array.from(numbers)),
  groups: async ({ by, query }) => {
    await begun;
    return groupsOf(set, by, query, termsOf(query.text, null));
  },
  overview: async ({ query }) => {
    await begun;
    return overviewOf(set, query);
  },
  article: async ({ id }) => {
    const { articles, annotations } = await rowsOf(await database, [id]);
    const [article] = articles;
    if (article === undefined || article.deletedAt !== null) return null;
    return { article, annotations: annotations.filter(({ deletedAt }) => deletedAt === null) };
  },
  changed: async ({ ids }) => {
    replaceAll(set, ids, await rowsOf(await database, ids));
    tell({ is: 'changed' });
    return null;
  },
  entries: ({ names }) => {
    set.entryNames = new Map(names.map((each) => [each.id, each]));
    tell({ is: 'changed' });
    return null;
  },
};

self.addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));

async function answer({ number, name, request }: Question): Promise<void> {
  const handler = handlers[name] as (request: unknown) => unknown;
  try {
    const answered = await handler(request);
    // The numbers of what was found may be many: they move rather than being copied.
    send({ number, answer: answered }, buffersIn(answered));
  } catch (error) {
    report(`the library: ${name}`, error);
    send({ number, error: error instanceof Error ? error.message : String(error) });
  }
}

async function load(): Promise<void> {
  let told = -Infinity;
  let renewed = performance.now();
  try {
    await begun;
    const opened: Database = await database;
    await loadAll(set, opened, (share) => {
      if (performance.now() - told < TELL_EVERY) return;
      told = performance.now();
      tell({ is: 'reading', share });
      if (told - renewed < RENEW_EVERY) return;
      renewed = told;
      tell({ is: 'changed' });
    });
    tell({ is: 'whole' });
  } catch (error) {
    report('reading the library', error);
    tell({ is: 'failed', reason: failureOf(error).reason });
  }
}

/** What was found last, for its counts. */
let last: { readonly key: string; readonly facets: Found['facets'] } | null = null;

function foundNow(of: ListOf, query: Query): Found {
  const found = find(set, orders, of, query, termsOf(query.text, segment));
  last = { key: keyOf(of, query), facets: found.facets };
  return found;
}

function keyOf(of: ListOf, query: Query): string {
  return JSON.stringify([set.version, segment !== null, of, query]);
}

function listed(of: ListOf, number: number): Listed | null {
  return of === 'notes' ? set.listedNote(number) : set.listedArticle(number);
}

function chosenOf(of: ListOf, numbers: readonly number[]): ChosenArticle[] {
  if (of === 'articles') {
    return numbers.flatMap((number) => {
      const article = set.articles[number];
      return article === undefined ? [] : [{ id: article.row.id, notes: null }];
    });
  }
  const notes = new Map<SavedArticleId, AnnotationId[]>();
  for (const number of numbers) {
    const kept = set.notes[number];
    if (kept === undefined) continue;
    const { id } = set.articles[kept.article]!.row;
    const own = notes.get(id) ?? [];
    if (own.length === 0) notes.set(id, own);
    own.push(kept.row.id);
  }
  return [...notes].map(([id, own]) => ({ id, notes: own }));
}

/** What an article has of what was looked for is read from its text as it is stored. */
async function withExcerpts(rows: readonly (ListedArticle | null)[], text: string): Promise<(ListedArticle | null)[]> {
  const terms = termsOf(text, segment);
  const ids = rows.flatMap((row) => (row === null ? [] : [row.id]));
  const texts = new Map((await articlesOf(await database, ids)).map((article) => [article.id, ownText(article)]));
  return rows.map((row) => row && { ...row, excerpt: excerptOf(texts.get(row.id) ?? [], terms) });
}

/** Words of longer runs are found a moment later, once the segmenter is there. */
function bringSegmenter(): void {
  if (isSegmenterAsked) return;
  isSegmenterAsked = true;
  void import('./segmenter')
    .then(async ({ loadSegmenter }) => {
      segment = await loadSegmenter();
      tell({ is: 'changed' });
    })
    .catch((error: unknown) => report('loading the segmenter', error));
}

function tell(news: ShelfNews): void {
  send({ news });
}

function send(telling: Telling, moved: ArrayBuffer[] = []): void {
  self.postMessage(telling, { transfer: moved });
}

function buffersIn(answered: unknown): ArrayBuffer[] {
  const isFound = typeof answered === 'object' && answered !== null && 'numbers' in answered;
  return isFound ? [(answered.numbers as Uint32Array<ArrayBuffer>).buffer] : [];
}

/** Days are few, moments many. By hours, since where the reader is days may begin at any of them, or half past. */
function dayOf(moment: number): Day {
  const quarter = Math.floor(moment / 900_000);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const day = localDay(new Date(moment));
  days.set(quarter, day);
  return day;
}
