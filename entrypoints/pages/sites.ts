import { browser } from 'wxt/browser';
import type { PopupSite } from '../../components/popup/Popup';
import { siteState, switchOn, writeSite, type Settings } from '../../lib/settings';
import { patternOf, siteOf } from '../../lib/sites';

/** What the popup can do about a tab's site. */
export async function siteOfTab(tabId: number, settings: Settings): Promise<PopupSite> {
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined || !/^https?:/.test(url)) return { is: 'closed' };
  const host = new URL(url).hostname;
  const state = siteState(settings, host);
  if (state !== null) return { is: state, host };
  return { is: siteOf(host) === null ? 'other' : 'on', host };
}

/** Switches a site on from now on. Asks for its permission where that was not given; false if refused. */
export async function switchSiteOn(host: string): Promise<boolean> {
  // First, while the reader's click still counts: browsers show the question only then.
  const permitted = await browser.permissions.request({ origins: [patternOf(host)] });
  if (permitted) await switchOn(host);
  return permitted;
}

export async function switchSiteOff(host: string): Promise<void> {
  await writeSite(host, 'off');
}
