import { browser } from 'wxt/browser';
import { askBackground } from '../../lib/messages';
import { siteState, writeSite, type Settings } from '../../lib/settings';
import { patternOf, siteOf } from '../../lib/sites';

/** What the popup can do about a tab's site. */
export type SiteHere =
  /** The browser lets no extension in: its own pages, stores, files without permission. */
  | { readonly is: 'closed' }
  | { readonly is: 'on'; readonly host: string }
  | { readonly is: 'off'; readonly host: string }
  /** Not among the default sites and not added. */
  | { readonly is: 'other'; readonly host: string };

export async function siteOfTab(tabId: number, settings: Settings): Promise<SiteHere> {
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined || !/^https?:/.test(url)) return { is: 'closed' };
  const host = new URL(url).hostname;
  const state = siteState(settings, host);
  if (state !== null) return { is: state, host };
  return { is: siteOf(host) === null ? 'other' : 'on', host };
}

/** Switches a site on from now on. Asks for its permission if it is not among the default sites; false if refused. */
export async function switchSiteOn(tabId: number, host: string): Promise<boolean> {
  // First, while the reader's click still counts: browsers show the question only then.
  const permitted = await browser.permissions.request({ origins: [patternOf(host)] });
  if (!permitted) return false;
  await writeSite(host, siteOf(host) === null ? 'on' : null);
  await askBackground('readTab', { tabId });
  return true;
}

export async function switchSiteOff(host: string): Promise<void> {
  await writeSite(host, 'off');
}
