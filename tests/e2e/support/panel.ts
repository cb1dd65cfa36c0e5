import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from './chromium';
import { tabId } from './worker';

/** The panel of the tab with an address, in a tab of its own, as wide as a panel. */
export async function panelOf(browser: ChromiumWithExtension, url: string): Promise<Page> {
  const panel = await browser.openOwn(`sidepanel.html?tab=${await tabId(browser, url)}`);
  await panel.setViewportSize({ width: 360, height: 900 });
  return panel;
}

/** The same with the notes open. */
export async function notesPanelOf(browser: ChromiumWithExtension, url: string): Promise<Page> {
  const panel = await panelOf(browser, url);
  await panel.getByRole('tab', { name: /^(批注|Annotations)/ }).click();
  return panel;
}
