import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messages';
import type { Article, ArticleHead } from '../../lib/model';
import type { OfferedEntry } from '../../lib/packs/offered';
import { report } from '../../lib/report';
import { openNewEntry } from '../pages/openEntry';
import { readTab } from './sites';

/** Items of the menu of a selection, and what each makes of it. */
const ITEMS = { highlight: 'colour', note: 'note' } as const;
type Item = keyof typeof ITEMS;
const ADD = 'add-entry';
const TITLES = { highlight: 'commandHighlight', note: 'commandNote', [ADD]: 'menuAddEntry' } as const;

/** Highlight and note in the menu of selected text, on every page: a page that is not read yet is read for it. */
export function registerMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      for (const id of Object.keys(TITLES) as (keyof typeof TITLES)[]) {
        browser.contextMenus.create({ id, title: browser.i18n.getMessage(TITLES[id]), contexts: ['selection'] });
      }
    });
  });
  browser.contextMenus.onClicked.addListener(
    ({ menuItemId, frameId = 0, selectionText = '', pageUrl, frameUrl }, tab) => {
      if (menuItemId === ADD && tab?.id !== undefined) {
        const known: OfferedEntry = { form: selectionText, url: frameUrl ?? pageUrl, title: tab.title };
        offer(tab.id, frameId, known).catch((error: unknown) => report('adding from the menu', error));
        return;
      }
      const wanted = ITEMS[menuItemId as Item];
      if (tab?.id === undefined || wanted === undefined) return;
      annotate(tab.id, frameId, wanted).catch((error: unknown) => report('annotating from the menu', error));
    },
  );
}

/** With the article as its frame has read it; a page that is not read has an address and the title of its tab. */
async function offer(tabId: number, frameId: number, known: OfferedEntry): Promise<void> {
  const state = await askPage(tabId, 'watch', null, frameId).catch(() => null);
  await openNewEntry({ ...known, ...(state === null ? {} : ofArticle(state.article)) });
}

function ofArticle(article: Article | ArticleHead): OfferedEntry {
  const { title, publishedAt, url } = article;
  return {
    ...(title === null ? {} : { title }),
    ...(publishedAt === null ? {} : { date: publishedAt }),
    ...('source' in article && article.source !== null ? { publisher: article.source } : {}),
    url,
  };
}

async function annotate(tabId: number, frameId: number, wanted: 'colour' | 'note'): Promise<void> {
  const ask = () => askPage(tabId, 'annotate', { with: wanted }, frameId);
  // The click on the item is the reader's leave to read the page.
  await ask().catch(async () => {
    await readTab(tabId);
    await ask();
  });
}
