import { browser } from 'wxt/browser';
import { hrefOf } from '../../components/library/route';

/** Opens a room of the library in a tab of its own. */
export async function openRoom(view: 'trash' | 'backups'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view }) });
}
