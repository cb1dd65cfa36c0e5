import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messages';

/** By tab, the frame that showed the last mention; forgotten with the worker, then the top frame begins. */
const lastFrames = new Map<number, number>();

/** Shows the next or previous mention of a tab, frame after frame, from the last one on to the first. */
export async function step(tabId: number, by: 1 | -1): Promise<void> {
  const frames = await framesOf(tabId);
  const here = Math.max(0, frames.indexOf(lastFrames.get(tabId) ?? 0));
  // Once more than there are frames: the first may have others of its own behind it.
  for (let tried = 0; tried <= frames.length; tried++) {
    const frame = frames.at((here + by * tried) % frames.length)!;
    const from = tried === 0 ? 'cursor' : 'edge';
    const answer = await askPage(tabId, 'step', { by, from }, frame).catch(() => 'none');
    if (answer === 'none') continue;
    lastFrames.set(tabId, frame);
    if (frame !== frames[here]) await askPage(tabId, 'leave', null, frames[here]).catch(() => undefined);
    return;
  }
}

/** The numbers of the frames that we may read; nothing else tells them without one permission more. */
async function framesOf(tabId: number): Promise<readonly number[]> {
  const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => null });
  return results.map(({ frameId }) => frameId).sort((a, b) => a - b);
}
