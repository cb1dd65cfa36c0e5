import type { ChromiumWithExtension } from './chromium';

/** No own entries, corrections or packs. The worker holds the reference: it is told. */
export async function forgetReference(browser: ChromiumWithExtension): Promise<void> {
  await browser.forgetNotes();
  const own = await browser.openOwn('popup.html');
  await own.evaluate(() => chrome.runtime.sendMessage({ to: 'background', name: 'wroteReference', request: null }));
  await own.close();
}
