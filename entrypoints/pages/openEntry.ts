import { browser } from 'wxt/browser';
import { FIRST_LOOK } from '../../components/follow/look';
import { hrefOf } from '../../components/library/route';
import type { OfferedEntry } from '../../lib/messages';
import type { EntryId } from '../../lib/model';

/** Opens the page of an entry in a tab of its own. */
export async function openEntry(id: EntryId): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'entry', id }) });
}

/** Opens where an entry stands in the reader's own articles. */
export async function openFollow(id: EntryId): Promise<void> {
  const look = { ...FIRST_LOOK, of: [id] };
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'follow', look }) });
}

/** Opens the form of a new entry in a tab of its own, with what the article says filled in. */
export async function openNewEntry(offer: OfferedEntry): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + newEntryHref(offer) });
}

function newEntryHref({ members, ...texts }: OfferedEntry): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(texts)) if (value !== null && value !== '') parameters.set(name, value);
  if (members.length > 0) parameters.set('members', JSON.stringify(members));
  return `#/entry/new?${parameters.toString()}`;
}
