import { browser } from 'wxt/browser';
import { hrefOf } from '../../components/library/route';
import type { EntryId } from '../../lib/model';
import type { OfferedEntry } from '../../lib/packs/offered';

/** Opens the page of an entry in a tab of its own. */
export async function openEntry(id: EntryId): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'entry', id }) });
}

/** Opens the form of a new entry in a tab of its own, with what is known of it. */
export async function openNewEntry(offered: OfferedEntry): Promise<void> {
  const address = browser.runtime.getURL('/library.html') + hrefOf({ view: 'new-entry', offered });
  await browser.tabs.create({ url: address });
}
