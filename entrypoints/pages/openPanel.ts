import { browser } from 'wxt/browser';

/** Firefox has a sidebar for each window, Chromium a side panel. Call it first in the handler of a gesture. */
export async function openPanel({ windowId }: { readonly windowId: number }): Promise<void> {
  if (import.meta.env.FIREFOX) {
    const { sidebarAction } = browser as unknown as { readonly sidebarAction: { open(): Promise<void> } };
    await sidebarAction.open();
  } else await browser.sidePanel.open({ windowId });
}
