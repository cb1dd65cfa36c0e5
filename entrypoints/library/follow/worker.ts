/** The worker that follows formulations: counts the articles, holds what was counted, answers the page. */
import type { FollowedKey, Official, Pack, SavedArticleId } from '../../../lib/model';
import { buildLexicon, type Lexicon } from '../../../lib/reference/lexicon';
import { report } from '../../../lib/report';
import { openDatabase } from '../../../lib/store/database';
import { listExceptions } from '../../../lib/store/exceptions';
import { failureOf } from '../../../lib/store/failure';
import { uncounted } from '../../../lib/store/sightings';
import { breakdownOf } from '../../../lib/track/breakdown';
import { companionsOf } from '../../../lib/track/companions';
import { compare, countsIn, halves } from '../../../lib/track/comparison';
import { within } from '../../../lib/track/counted';
import { basisOf } from '../../../lib/track/counting';
import { formsOf } from '../../../lib/track/forms';
import { officesOf } from '../../../lib/track/offices';
import { ordersOf } from '../../../lib/track/orders';
import { timelineOf } from '../../../lib/track/timeline';
import type { CountingBy } from '../../pages/countArticle';
import { sightingsChannel, type Recounted } from '../../pages/sightingsChannel';
import { CountedSet } from './countedSet';
import { countAll } from './job';
import { passagesOf } from './passages';
import type { FollowNews, FollowProtocol, FollowQuestion, FollowTelling } from './protocol';

type Handlers = {
  readonly [N in keyof FollowProtocol]: (
    request: Parameters<FollowProtocol[N]>[0],
  ) => ReturnType<FollowProtocol[N]> | Promise<ReturnType<FollowProtocol[N]>>;
};

const database = openDatabase();
const set = new CountedSet();
const loaded = database.then((opened) => set.load(opened));
loaded.catch((error: unknown) => tell({ is: 'failed', reason: failureOf(error).reason }));
const channel = sightingsChannel((what) => void renew(what));

/** Named before anything is chosen. */
const MOST_TOP = 200;

let lexicon: Lexicon | null = null;
let packs: readonly Pack[] = [];
let job = new AbortController();
let isPaused = false;

const handlers: Handlers = {
  begin: async ({ packs: given }) => {
    if (basisOf({ packs: given }) !== basisOf({ packs })) lexicon = null;
    packs = given;
    if (isPaused) await tellPaused();
    else void count();
    return null;
  },
  summary: async ({ scope }) => {
    await loaded;
    const articles = within(set.articles, scope);
    const read = articles.filter(({ is }) => is === 'read').length;
    return { read, saved: articles.length - read, undated: articles.filter(({ date }) => date === null).length };
  },
  timeline: async ({ of, by, scope }) => {
    await loaded;
    return timelineOf(within(set.articles, scope), of, by);
  },
  passages: async ({ of, scope, order, most }) => {
    await loaded;
    const articles = within(set.articles, scope);
    return passagesOf(await database, articles, of, order, most);
  },
  where: async ({ of, scope }) => {
    await loaded;
    const articles = within(set.articles, scope);
    const by = (property: 'source' | 'site' | 'place') => breakdownOf(articles, of, property);
    return { source: by('source'), site: by('site'), place: by('place') };
  },
  forms: async ({ of, scope }) => {
    await loaded;
    return formsOf(within(set.articles, scope), of);
  },
  companions: async ({ of, scope, per }) => {
    await loaded;
    return companionsOf(within(set.articles, scope), of, per, set.paragraphOf);
  },
  compared: async ({ scope, earlier, later }) => {
    await loaded;
    const articles = within(set.articles, scope);
    const usual = halves(articles);
    if (usual === null && (earlier === null || later === null)) return null;
    return compare(articles, earlier ?? usual![0], later ?? usual![1]);
  },
  offices: async ({ of, scope }) => {
    await loaded;
    return officesOf(within(set.articles, scope), of, officialCalled(of));
  },
  orders: async ({ of, scope }) => {
    await loaded;
    return ordersOf(within(set.articles, scope), of);
  },
  top: async ({ scope }) => {
    await loaded;
    return [...countsIn(within(set.articles, scope))]
      .map(([of, often]) => ({ of, ...often }))
      .sort((a, b) => b.articles - a.articles || b.places - a.places || (a.of < b.of ? -1 : 1))
      .slice(0, MOST_TOP);
  },
  changed: async ({ ids }) => {
    await renew(ids);
    return null;
  },
  pause: async ({ isPaused: wanted }) => {
    isPaused = wanted;
    if (!wanted) {
      void count();
      return null;
    }
    job.abort();
    await tellPaused();
    return null;
  },
};

self.addEventListener('message', ({ data }: MessageEvent<FollowQuestion>) => void answer(data));

async function answer({ number, name, request }: FollowQuestion): Promise<void> {
  const handler = handlers[name] as (request: unknown) => unknown;
  try {
    send({ number, answer: await handler(request) });
  } catch (error) {
    report(`following: ${name}`, error);
    send({ number, error: error instanceof Error ? error.message : String(error) });
  }
}

/** Counts what is left to be counted. */
async function count(): Promise<void> {
  if (isPaused || packs.length === 0) return;
  job.abort();
  const own = new AbortController();
  job = own;
  try {
    await loaded;
    await countAll(
      await database,
      basisOf({ packs }),
      countingBy,
      { counting: (counting) => tell({ is: 'counting', counting }), counted },
      own.signal,
    );
  } catch (error) {
    report('counting', error);
    tell({ is: 'failed', reason: failureOf(error).reason });
  }
}

async function tellPaused(): Promise<void> {
  const left = await uncounted(await database, basisOf({ packs }));
  tell({ is: 'counting', counting: { is: 'paused', left: left.length } });
}

/** The reference is read only when there is something to count. */
async function countingBy(): Promise<CountingBy> {
  lexicon ??= buildLexicon(packs);
  return { lexicon, exceptions: await listExceptions(await database) };
}

function officialCalled(of: FollowedKey): Official | null {
  for (const { entries } of packs) {
    const entry = entries.find(({ id }) => id === of);
    if (entry !== undefined) return entry.kind === 'official' ? entry : null;
  }
  return null;
}

function counted(ids: readonly SavedArticleId[]): void {
  channel.tell(ids);
  void renew(ids);
}

async function renew(what: Recounted): Promise<void> {
  try {
    await loaded;
    if (what === null) await set.load(await database);
    else if (what === 'readings') await set.loadReadings(await database);
    else await set.renew(await database, what);
    tell({ is: 'changed' });
  } catch (error) {
    report('reading what was counted', error);
  }
}

function tell(news: FollowNews): void {
  send({ news });
}

function send(telling: FollowTelling): void {
  self.postMessage(telling, { transfer: [] });
}
