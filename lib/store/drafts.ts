import type { AnnotationId, Draft, PageKey } from '../model';
import type { Database } from './database';
import { failing } from './failure';

/**
 * Keeps what is being written on a page, in place of what was; null: it was saved or thrown away. `tabId`: where it is
 * written.
 */
export function keepDraft(
  database: Database,
  key: PageKey,
  draft: Draft | null,
  tabId: number | null,
  now: number,
): Promise<void> {
  return failing(async () => {
    if (draft === null) await database.drafts.delete(key);
    else await database.drafts.put({ key, draft, tabId, at: now });
  });
}

export function draftOf(
  database: Database,
  key: PageKey,
): Promise<{ readonly draft: Draft; readonly tabId: number | null } | null> {
  return failing(async () => {
    const row = await database.drafts.get(key);
    return row === undefined ? null : { draft: row.draft, tabId: row.tabId ?? null };
  });
}

/** Throws away what is being written on annotations that are no longer there. */
export function dropDraftsOf(database: Database, ids: readonly AnnotationId[]): Promise<void> {
  return failing(async () => {
    const isGone = ({ annotationId }: Draft) => annotationId !== null && ids.includes(annotationId);
    await database.drafts.filter(({ draft }) => isGone(draft)).delete();
  });
}
