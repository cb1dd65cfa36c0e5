import { browser, type Browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { pageKey } from '../../lib/identity/pageKey';
import {
  serveBackground,
  tellEverywhere,
  tellLibrary,
  tellOptions,
  tellPage,
  tellWatchers,
  type DetectRequest,
} from '../../lib/messages';
import type { Day, EntryId, EntryName } from '../../lib/model';
import { cardOf } from '../../lib/reference/card';
import { report } from '../../lib/report';
import { indexEntries, type EntrySearch } from '../../lib/search/entries';
import { languageOf, onSettingsChanged, readSettings, writeSetting } from '../../lib/settings';
import { correctedDate } from '../../lib/store/articles';
import { openDatabase, type Database } from '../../lib/store/database';
import { addException, listExceptions, removeException } from '../../lib/store/exceptions';
import { sweepPacks } from '../../lib/store/packs';
import { isSameSite } from '../../lib/store/reprints';
import { outdateSite, uncounted } from '../../lib/store/sightings';
import { purge } from '../../lib/store/trash';
import { fold } from '../../lib/text/normalise';
import { basisOf } from '../../lib/track/counting';
import { registerBackups } from './backups';
import { countingSoon } from './counting';
import { answerDetection, detectIn } from './detection';
import { showEdits } from './edits';
import { mentionedInFrames } from './mentionedInFrames';
import { met } from './met';
import { notesHandlers } from './notes';
import { changed, onChanged } from './notices';
import { openEntry, openFollow, openNewEntry } from '../pages/openEntry';
import { packsBeingRead } from '../pages/packsBeingRead';
import { openPanel } from '../pages/openPanel';
import { readingLog } from './readingLog';
import { bundledPack, Reference } from './reference';
import {
  isOn,
  readAgainEverywhere,
  readTab,
  registerSites,
  restyleEverywhere,
  styleFrame,
  takeOverEverywhere,
} from './sites';
import { registerMenu } from './menu';
import { step } from './step';
import { TextsOfFrames } from './textsOfFrames';

export default defineBackground(() => {
  // Listeners are registered at once, in the first turn of the worker; what they need comes later.
  const store = openedOnce();
  let settings = readSettings();
  let exceptions: ReturnType<typeof listExceptions> | null = null;
  const exceptionsInForce = () =>
    (exceptions ??= store()
      .then(listExceptions)
      .catch((error: unknown) => {
        report('reading the exceptions', error);
        return [];
      }));
  // Begun before they are asked for: a page will want them in a moment.
  void exceptionsInForce();
  const reference = new Reference(store);
  queueMicrotask(() => void reference.load());
  let found: Promise<EntrySearch> | null = null;
  const entrySearch = () => (found ??= reference.lexicon().then(({ entries }) => indexEntries(entries.values())));

  onSettingsChanged(({ markStyle, notes: ofNotes, marks }) => {
    settings = readSettings();
    if (ofNotes) reported('telling the notes', tellEverywhere('notesChanged', { articleId: null, keys: [] }));
    if (!marks) return;
    if (markStyle !== null) reported('changing the style', restyleEverywhere(markStyle.before, markStyle.after));
    void registerSites();
    reported('reading again', readAgainEverywhere());
  });

  const countSoon = countingSoon({ open: store, lexicon: () => reference.lexicon(), exceptions: exceptionsInForce });
  onChanged(countSoon);

  const log = readingLog(store);
  const mentioned = mentionedInFrames();
  const texts = new TextsOfFrames();
  const notes = notesHandlers(
    store,
    () => settings,
    () => reported('reading again', readAgainEverywhere()),
  );
  serveBackground({
    ...notes,
    hello: () => null,
    detect: async (request, sender) => {
      const { url, tab, frameId = 0 } = sender;
      const isOwn = url?.startsWith(browser.runtime.getURL('/')) === true;
      const host = hostOf(isOwn ? request.article.url : url);
      if (request.isFirst && tab?.id !== undefined) void tellWatchers('frameBegan', { tabId: tab.id, frameId });
      if (!isOwn) texts[request.earlier === null ? 'begin' : 'add'](frameName(tab?.id, frameId), request.texts);
      const [current, wrong, date] = await Promise.all([settings, exceptionsInForce(), dateOf(request, url)]);
      // A stored article is read in the library wherever it came from.
      if (!isOwn && !isOn(current, host)) return { is: 'off' };
      const styled = request.isFirst && tab?.id !== undefined ? styleFrame(tab.id, frameId, current.markStyle) : null;
      const lexicon = await reference.lexiconFor(request.texts);
      const detected = detectIn(request, host, date, lexicon, current);
      const answer = answerDetection(request, detected, host, date, lexicon, current, wrong);
      if (!isOwn) {
        log({ request, found: detected, date, sender, lexicon }, current, wrong);
        if (answer.is === 'on')
          reported('what a frame mentions', mentioned.tell(frameName(tab?.id, frameId), answer.cards));
      }
      await styled;
      return answer;
    },
    overlay: (_, sender) => inject('/overlay.js', sender),
    notes: (_, sender) => inject('/notes.js', sender),
    hasNotes: async ({ url }, sender) => {
      const fingerprints = texts.fingerprints(frameName(sender.tab?.id, sender.frameId));
      const answer = await notes.notesFor({ url, fingerprints }, sender);
      if (answer.is !== 'done') return false;
      const { article, annotations, draft, reprints } = answer.value;
      const key = pageKey(url);
      // One on the same site may be this very article, at another address.
      const isReprint = reprints.some(
        (each) =>
          (each.annotations.length > 0 && each.choice !== 'dismissed') ||
          (key !== null && isSameSite(key, each.article.key)),
      );
      return article !== null || annotations.length > 0 || draft !== null || isReprint;
    },
    edited: async ({ count, since }, { tab }) => {
      if (tab?.id !== undefined) await showEdits(tab.id, count, since, languageOf(await settings));
      return null;
    },
    article: (_, sender) => inject('/article.js', sender),
    wrongHere: async ({ form, entryId }, { url }) => {
      const exception = { id: crypto.randomUUID(), site: hostOf(url), form: fold(form), entryId };
      const id = await addException(await store(), exception, Date.now());
      exceptionsChanged([exception.site]);
      return { id };
    },
    undoWrongHere: async ({ id }) => {
      const site = await removeException(await store(), id, Date.now());
      exceptionsChanged(site === null ? [] : [site]);
      return null;
    },
    exceptions: () => exceptionsInForce(),
    readTab: async ({ tabId }) => {
      await readTab(tabId);
      return null;
    },
    reference: () => {
      const { title, version, licence, asOf, entries } = bundledPack();
      return { title, version, licence, asOf, entries: entries.length };
    },
    findEntries: async ({ query }) => namesOf((await entrySearch()).find(query).slice(0, MOST_FOUND)),
    entryNames: ({ ids }) => namesOf(ids),
    packs: () => reference.whole(),
    openEntry: async ({ id }) => {
      await openEntry(id);
      return null;
    },
    met: async ({ id }, { url, tab, frameId = 0 }) => {
      const isOwn = url?.startsWith(browser.runtime.getURL('/')) === true;
      if (!isOwn && !(await mentioned.has(frameName(tab?.id, frameId), id))) return null;
      return met(await store(), id);
    },
    openFollow: async ({ id }) => {
      await openFollow(id);
      return null;
    },
    card: async ({ id, date }) => {
      const words = await reference.lexiconWith(id);
      const entry = words.entries.get(id);
      return entry === undefined ? null : cardOf(entry, words, date);
    },
    wroteRows: ({ articles, beside }, { url }) => {
      if (url?.startsWith(browser.runtime.getURL('/')) !== true) return null;
      for (const { id, keys } of articles) changed(id, keys);
      if (beside) {
        exceptionsChanged([]);
        referenceChanged();
      }
      return null;
    },
    wroteReference: (_, { url }) => {
      if (url?.startsWith(browser.runtime.getURL('/')) === true) referenceChanged();
      return null;
    },
    offerEntry: async (offer, { url }) => {
      const isOwn = url?.startsWith(browser.runtime.getURL('/')) === true;
      // A page speaks for itself only.
      await openNewEntry(isOwn ? offer : { ...offer, url: url ?? '' });
      return null;
    },
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerSites();
    reported('taking over open pages', takeOverEverywhere());
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  // Not in the first moments, which belong to the pages that open again.
  browser.runtime.onStartup.addListener(() =>
    setTimeout(() => {
      reported('emptying the trash', emptyTrash());
      reported('counting what is left', countSome());
    }, 10_000),
  );
  browser.permissions.onRemoved.addListener(() => void registerSites());
  browser.permissions.onAdded.addListener(() => void registerSites());

  registerMenu();
  registerBackups(store);

  browser.commands.onCommand.addListener((command, tab) => {
    reported(command, run(command, tab));
  });

  /** That of the page, unless the reader has corrected it. */
  async function dateOf({ article }: DetectRequest, url: string | undefined): Promise<Day | null> {
    const key = pageKey(url ?? '');
    const corrected = key === null ? undefined : await store().then((database) => correctedDate(database, key), noDate);
    return corrected === undefined ? article.publishedAt : corrected;
  }

  /** What was saved past us, or by another reference: some of it; the library does the rest. */
  async function countSome(): Promise<void> {
    for (const id of await uncounted(await store(), basisOf(await reference.lexicon()))) countSoon(id);
  }

  async function countAnew(site: string): Promise<void> {
    for (const id of await outdateSite(await store(), site)) countSoon(id);
  }

  async function emptyTrash(): Promise<void> {
    const database = await store();
    await purge(database, Date.now());
    await sweepPacks(database, await packsBeingRead());
  }

  async function namesOf(ids: readonly EntryId[]): Promise<EntryName[]> {
    const all = await Promise.all(
      ids.map(async (id) => [id, (await reference.lexiconWith(id)).entries.get(id)?.names] as const),
    );
    return all.flatMap(([id, names]) =>
      names === undefined ? [] : [{ id, zh: names.zh, en: names.en?.text ?? null }],
    );
  }

  /** Own entries, corrections or packs were changed: every open page shows it. */
  function referenceChanged(): void {
    reference.forget();
    found = null;
    reported('reading again', readAgainEverywhere());
    reported('telling the library', tellLibrary('referenceChanged', null));
  }

  /** Every page of the site may show what was called wrong, in this tab or in another. */
  function exceptionsChanged(sites: readonly string[]): void {
    exceptions = null;
    for (const site of sites) reported('counting a site anew', countAnew(site));
    reported(
      'telling the settings',
      exceptionsInForce().then((all) => tellOptions('exceptions', all)),
    );
    reported('reading again', readAgainEverywhere());
  }
});

/** Offered for what is typed. */
const MOST_FOUND = 10;

/** The database; opened again when it failed to open or was closed (cleared by the reader, upgraded elsewhere). */
function openedOnce(): () => Promise<Database> {
  let opened: Promise<Database> | null = null;
  return () => {
    const before = opened ?? openDatabase();
    const usable = before.then((database) => (database.isOpen() ? database : openDatabase()));
    opened = usable;
    usable.catch(() => {
      if (opened === usable) opened = null;
    });
    return usable;
  };
}

function noDate(error: unknown): undefined {
  report('reading the corrected date', error);
}

function frameName(tabId: number | undefined, frameId = 0): string {
  return `${tabId} ${frameId}`;
}

function reported(job: string, done: Promise<unknown>): void {
  void done.catch((error: unknown) => report(job, error));
}

/** Brings a script into the asking frame. */
async function inject(
  file: '/overlay.js' | '/notes.js' | '/article.js',
  { tab, frameId }: Browser.runtime.MessageSender,
): Promise<null> {
  if (tab?.id !== undefined) {
    await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId ?? 0] }, files: [file] });
  }
  return null;
}

async function run(
  command: string,
  tab: { readonly id?: number | undefined; readonly windowId: number } | undefined,
): Promise<void> {
  if (command === 'open-panel') {
    // Before anything is awaited: only a gesture of the reader may open it.
    if (tab !== undefined) await openPanel(tab);
    return;
  }
  const [active] = tab === undefined ? await browser.tabs.query({ active: true, currentWindow: true }) : [tab];
  if (active?.id === undefined) return;
  if (command === 'toggle-marks') await writeSetting('marksVisible', !(await readSettings()).marksVisible);
  if (command === 'next-mention') await step(active.id, 1);
  if (command === 'previous-mention') await step(active.id, -1);
  if (command === 'highlight') await tellPage(active.id, 'annotate', { with: 'colour' });
  if (command === 'note') await tellPage(active.id, 'annotate', { with: 'note' });
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
}
