import { browser } from 'wxt/browser';
import { pageKey } from '../../lib/identity/pageKey';
import type { Draft, PageKey } from '../../lib/model';
import type { Database } from '../../lib/store/database';
import { draftOf } from '../../lib/store/drafts';

/** What was being written on a page and not saved; null while it is still being written in another tab. */
export async function offeredDraft(database: Database, key: PageKey, tabId: number | null): Promise<Draft | null> {
  const kept = await draftOf(database, key);
  if (kept === null) return null;
  const isElsewhere = kept.tabId !== null && kept.tabId !== tabId && (await shows(kept.tabId, key));
  return isElsewhere ? null : kept.draft;
}

async function shows(tabId: number, key: PageKey): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab !== null && pageKey(tab.url ?? '') === key;
}
