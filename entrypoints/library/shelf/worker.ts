/** The library's worker: holds the data set, reads the database, answers the page. */
import { DataSet } from '../../../lib/library/dataSet';
import { find } from '../../../lib/library/found';
import { groupsOf } from '../../../lib/library/groups';
import { ordersOf } from '../../../lib/library/orders';
import { overviewOf } from '../../../lib/library/overview';
import type { Day } from '../../../lib/model';
import { report } from '../../../lib/report';
import { hasRuns, termsOf } from '../../../lib/search/terms';
import { openDatabase, type Database } from '../../../lib/store/database';
import { failureOf } from '../../../lib/store/failure';
import { rowsOf } from '../../../lib/store/reading';
import { loadAll, loadFirst, replaceAll } from './loading';
import type { Question, ShelfNews, ShelfProtocol, Telling } from './protocol';

type Handlers = {
  readonly [N in keyof ShelfProtocol]: (
    request: Parameters<ShelfProtocol[N]>[0],
  ) => ReturnType<ShelfProtocol[N]> | Promise<ReturnType<ShelfProtocol[N]>>;
};

/** ms between two tellings how far the reading is. */
const TELL_EVERY = 250;

const DAY = new Intl.DateTimeFormat('sv-SE');
const days = new Map<number, Day>();
const set = new DataSet(dayOf);
const orders = ordersOf(set);
let segment: ((run: string) => readonly string[]) | null = null;
let isSegmenterAsked = false;

const database = openDatabase();
const first = database.then((opened) => loadFirst(set, opened));
void load();

const handlers: Handlers = {
  find: async ({ of, query }) => {
    await first;
    if (hasRuns(query.text)) bringSegmenter();
    const { numbers, facets } = find(set, orders, of, query, termsOf(query.text, segment));
    return { text: query.text, numbers, facets, all: set.counts[of] };
  },
  rows: ({ of, numbers }) =>
    numbers.map((number) => (of === 'notes' ? set.listedNote(number) : set.listedArticle(number))),
  groups: async ({ by, query }) => {
    await first;
    return groupsOf(set, by, query, termsOf(query.text, null));
  },
  overview: async ({ query }) => {
    await first;
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
    send({ number, answer: await handler(request) });
  } catch (error) {
    report(`the library: ${name}`, error);
    send({ number, error: error instanceof Error ? error.message : String(error) });
  }
}

async function load(): Promise<void> {
  let told = -Infinity;
  try {
    await first;
    const opened: Database = await database;
    await loadAll(set, opened, (share) => {
      if (performance.now() - told < TELL_EVERY) return;
      told = performance.now();
      tell({ is: 'reading', share });
    });
    tell({ is: 'whole' });
  } catch (error) {
    report('reading the library', error);
    tell({ is: 'failed', reason: failureOf(error).reason });
  }
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

function send(telling: Telling): void {
  self.postMessage(telling);
}

/** Days are few, moments many. By hours, since where the reader is days may begin at any of them, or half past. */
function dayOf(moment: number): Day {
  const quarter = Math.floor(moment / 900_000);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const day = DAY.format(moment) as Day;
  days.set(quarter, day);
  return day;
}
