import { browser } from 'wxt/browser';
import { tellPage } from '../../lib/messages';
import { markStyles, type Origin } from '../../lib/page/styles';
import { report } from '../../lib/report';
import { readSettings, siteState, type MarkStyle, type Settings } from '../../lib/settings';
import { patternOf, siteOf } from '../../lib/sites';

/** The content script of sites that the reader added. */
const ADDED_SITES = 'added-sites';

/** Whether the pages of a host are read. The extension's own pages are. */
export function isOn(settings: Settings, host: string): boolean {
  const state = siteState(settings, host);
  if (state !== null) return state === 'on';
  return true;
}

let registered: Promise<void> = Promise.resolve();

/**
 * Lets the content script run on the sites that the reader added and still permits. One after the
 * other: two at once would both find nothing registered, and the second would fail on the first's id.
 */
export function registerSites(): Promise<void> {
  registered = registered.then(registerOnce).catch((error: unknown) => report('registering sites', error));
  return registered;
}

async function registerOnce(): Promise<void> {
  const { sites } = await readSettings();
  const added = Object.keys(sites).filter((host) => sites[host] === 'on' && siteOf(host) === null);
  const permitted: string[] = [];
  for (const host of added) {
    const pattern = patternOf(host);
    if (await browser.permissions.contains({ origins: [pattern] })) permitted.push(pattern);
  }
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [ADDED_SITES] });
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ADDED_SITES] });
  if (permitted.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: ADDED_SITES,
      matches: permitted,
      js: ['content.js'],
      runAt: 'document_start',
      allFrames: true,
      persistAcrossSessions: true,
    },
  ]);
}

/** Brings the content script into an open tab: for this once, or because its site was just switched on. */
export async function readTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/content.js'] });
  await tellPage(tabId, 'refresh', null);
}

const ORIGINS: readonly Origin[] = ['USER', 'AUTHOR'];

export async function styleFrame(tabId: number, frameId: number, style: MarkStyle): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  // The extension's own pages bring their style sheet themselves.
  await Promise.allSettled(
    ORIGINS.map((origin) => browser.scripting.insertCSS({ target, origin, css: markStyles(style, origin) })),
  );
}

export async function restyleEverywhere(before: MarkStyle, after: MarkStyle): Promise<void> {
  await inEveryTab(async (tabId) => {
    const target = { tabId, allFrames: true };
    const sheet = (origin: Origin, style: MarkStyle) => ({ target, origin, css: markStyles(style, origin) });
    // Not awaited in between: the browser takes them in the order in which they were asked for.
    await Promise.allSettled(
      ORIGINS.flatMap((origin) => [
        browser.scripting.removeCSS(sheet(origin, before)),
        browser.scripting.insertCSS(sheet(origin, after)),
      ]),
    );
  });
}

/** Every open page asks again. */
export async function readAgainEverywhere(): Promise<void> {
  await inEveryTab((tabId) => tellPage(tabId, 'refresh', null));
}

/** Pages that were open before an installation or update get the new script. */
export async function takeOverEverywhere(): Promise<void> {
  await inEveryTab((tabId) =>
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/content.js'] }),
  );
}

/** All tabs at once: some let no extension in, and one that hangs (a dialog is open) must not keep the others waiting. */
async function inEveryTab(act: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [act(id)])));
}
