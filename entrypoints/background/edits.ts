import { browser } from 'wxt/browser';
import type { Language } from '../../lib/model';
import { localDay } from '../../lib/text/dates';
import { wordsOf } from '../../lib/words/words';

const BADGE = '#8a2f1d';

/** Tells on the icon of a tab how many paragraphs were edited; the browser forgets it when the tab goes elsewhere. */
export async function showEdits(tabId: number, count: number, since: number, language: Language): Promise<void> {
  const words = wordsOf(language);
  const title = count === 0 ? words.name : words.article.edited(count, localDay(new Date(since)));
  await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE });
  await browser.action.setTitle({ tabId, title });
}
