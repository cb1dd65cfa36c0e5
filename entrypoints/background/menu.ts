import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messages';
import { report } from '../../lib/report';
import { readTab } from './sites';

/** Items of the menu of a selection, and what each makes of it. */
const ITEMS = { highlight: 'colour', note: 'note' } as const;
type Item = keyof typeof ITEMS;
const TITLES = { highlight: 'commandHighlight', note: 'commandNote' } as const;

/** Highlight and note in the menu of selected text, on every page: a page that is not read yet is read for it. */
export function registerMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      for (const id of Object.keys(ITEMS) as Item[]) {
        browser.contextMenus.create({ id, title: browser.i18n.getMessage(TITLES[id]), contexts: ['selection'] });
      }
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    const wanted = ITEMS[menuItemId as Item];
    if (tab?.id === undefined || wanted === undefined) return;
    annotate(tab.id, frameId, wanted).catch((error: unknown) => report('annotating from the menu', error));
  });
}

async function annotate(tabId: number, frameId: number, wanted: 'colour' | 'note'): Promise<void> {
  const ask = () => askPage(tabId, 'annotate', { with: wanted }, frameId);
  // The click on the item is the reader's leave to read the page.
  await ask().catch(async () => {
    await readTab(tabId);
    await ask();
  });
}
