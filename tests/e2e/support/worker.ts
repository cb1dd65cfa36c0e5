import type { FrameState } from '../../../lib/messages';
import type { ChromiumWithExtension } from './chromium';

/** What the top frame of the tab with this address shows of itself; null while nobody answers. */
export async function frameState(browser: ChromiumWithExtension, url: string): Promise<FrameState | null> {
  const worker = await browser.worker();
  return worker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((each) => each.url === address);
    if (tab?.id === undefined) return null;
    const envelope = { to: 'page', name: 'watch', request: null };
    const reply = (await chrome.tabs.sendMessage(tab.id, envelope, { frameId: 0 }).catch(() => null)) as {
      answer: unknown;
    } | null;
    return reply?.answer ?? null;
  }, url) as Promise<FrameState | null>;
}

/** Switches a site on as the popup does once its permission was given. */
export async function switchOn(browser: ChromiumWithExtension, host: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (name) => {
    await chrome.storage.local.set({ [`site:${name}`]: 'on' });
    for (let tries = 0; tries < 100; tries++) {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      if (scripts.some((script) => script.matches?.some((match) => match.includes(name)))) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${name} was not registered`);
  }, host);
}

export async function tabId(browser: ChromiumWithExtension, url: string): Promise<number> {
  const worker = await browser.worker();
  return worker.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({});
    // The address of a site without permission is not told; then it is the newest tab.
    const tab = tabs.find((each) => each.url === address) ?? tabs.findLast((each) => each.url === undefined);
    if (tab?.id === undefined) throw new Error(`no tab shows ${address}`);
    return tab.id;
  }, url);
}

/** Runs a command of the keyboard; headless browsers do not hear the keys themselves. */
export async function command(browser: ChromiumWithExtension, name: string, url: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    async ([commandName, address]) => {
      const tab = (await chrome.tabs.query({})).find((each) => each.url === address);
      (chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }).dispatch(
        commandName,
        tab,
      );
    },
    [name, url] as const,
  );
}
