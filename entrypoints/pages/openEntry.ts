import { browser } from 'wxt/browser';
import { hrefOf } from '../../components/library/route';
import type { EntryId } from '../../lib/model';

/** Opens the page of an entry in a tab of its own. */
export async function openEntry(id: EntryId): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'entry', id }) });
}
