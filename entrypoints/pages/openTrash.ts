import { browser } from 'wxt/browser';
import { hrefOf } from '../../components/library/route';

/** Opens the trash in a tab of its own. */
export async function openTrash(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hrefOf({ view: 'trash' }) });
}
