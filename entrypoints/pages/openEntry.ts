import { browser } from 'wxt/browser';
import { FIRST_LOOK } from '../../components/follow/look';
import { hrefOf } from '../../components/library/route';
import type { EntryId } from '../../lib/model';
import type { OfferedEntry } from '../../lib/packs/offered';

/** Opens the page of an entry in a tab of its own. */
export async function openEntry(id: EntryId): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'entry', id }) });
}

/** Opens where an entry stands in the reader's own articles. */
export async function openFollow(id: EntryId): Promise<void> {
  const look = { ...FIRST_LOOK, of: [id] };
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'follow', look }) });
}

/** Opens the form of a new entry in a tab of its own, with what is known of it. */
export async function openNewEntry(offered: OfferedEntry): Promise<void> {
  const address = browser.runtime.getURL('/library.html') + hrefOf({ view: 'new-entry', offered });
  await browser.tabs.create({ url: address });
}
