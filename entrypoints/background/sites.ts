import { browser } from 'wxt/browser';
import { tellPage } from '../../lib/messages';
import { markStyles } from '../../lib/page/styles';
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

/** Lets the content script run on the sites that the reader added and still permits. */
export async function registerSites(): Promise<void> {
  const { sites } = await readSettings();
  const added = Object.keys(sites).filter((host) => sites[host] === 'on' && siteOf(host) === null);
  const permitted: string[] = [];
  for (const host of added) {
    const pattern = patternOf(host);
    if (await browser.permissions.contains({ origins: [pattern] })) permitted.push(pattern);
  }
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ADDED_SITES] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ADDED_SITES] });
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

export async function styleFrame(tabId: number, frameId: number, style: MarkStyle): Promise<void> {
  await browser.scripting
    .insertCSS({ target: { tabId, frameIds: [frameId] }, origin: 'USER', css: markStyles(style) })
    // The extension's own pages bring their style sheet themselves.
    .catch(() => undefined);
}

export async function restyleEverywhere(before: MarkStyle, after: MarkStyle): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    const target = { tabId: tab.id, allFrames: true };
    const sheet = (style: MarkStyle) => ({ target, origin: 'USER', css: markStyles(style) }) as const;
    await browser.scripting.removeCSS(sheet(before)).catch(() => undefined);
    await browser.scripting.insertCSS(sheet(after)).catch(() => undefined);
  }
}

/** Every open page asks again. With `inject`, pages that were open before an update get the new script. */
export async function readAgainEverywhere(inject?: 'inject'): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id === undefined) continue;
    if (inject) {
      await browser.scripting
        .executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['/content.js'] })
        .catch(() => undefined);
    } else await tellPage(tab.id, 'refresh', null);
  }
}
