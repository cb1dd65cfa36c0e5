import { browser } from 'wxt/browser';
import type { EntryId } from '../../lib/model';

const ROW = 'mentioned:';

/**
 * Which entries each frame was told of: of no other may it learn anything of the reader's. In the memory of the session,
 * which outlives the worker and is out of the reach of pages.
 */
export function mentionedInFrames() {
  browser.tabs.onRemoved.addListener((tabId) => void forget(tabId));
  return {
    tell: async (frame: string, cards: Readonly<Record<string, unknown>>): Promise<void> => {
      const before = await idsOf(frame);
      const all = [...new Set([...before, ...Object.keys(cards)])];
      if (all.length > before.length) await browser.storage.session.set({ [ROW + frame]: all });
    },
    has: async (frame: string, id: EntryId): Promise<boolean> => (await idsOf(frame)).includes(id),
  };
}

async function idsOf(frame: string): Promise<readonly string[]> {
  const { [ROW + frame]: ids } = await browser.storage.session.get(ROW + frame);
  return Array.isArray(ids) ? (ids as string[]) : [];
}

async function forget(tabId: number): Promise<void> {
  const rows = Object.keys(await browser.storage.session.get(null)).filter((row) => row.startsWith(`${ROW}${tabId} `));
  if (rows.length > 0) await browser.storage.session.remove(rows);
}
