import { tellEverywhere } from '../../lib/messages';
import type { PageKey, SavedArticleId } from '../../lib/model';
import { report } from '../../lib/report';

/** ms. Many writes to one article in a moment are told once. */
const NOTICE_AFTER = 50;
const untold = new Map<SavedArticleId, readonly PageKey[]>();

const listeners = new Set<(articleId: SavedArticleId) => void>();

/** Hears of it in the background itself. */
export function onChanged(heard: (articleId: SavedArticleId) => void): void {
  listeners.add(heard);
}

/** Everybody hears that an article or its annotations were changed, and at which addresses it is. */
export function changed(articleId: SavedArticleId, keys: readonly PageKey[]): void {
  if (untold.size === 0) setTimeout(tellChanges, NOTICE_AFTER);
  for (const heard of listeners) heard(articleId);
  untold.set(articleId, [...new Set([...(untold.get(articleId) ?? []), ...keys])]);
}

function tellChanges(): void {
  const all = [...untold];
  untold.clear();
  for (const [articleId, keys] of all) {
    tellEverywhere('notesChanged', { articleId, keys }).catch((error: unknown) => report('telling', error));
  }
}
