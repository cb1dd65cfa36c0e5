import type { Annotation, AnnotationId, Draft, NoteDraft, PageKey } from '../model';
import type { Database, NoteDraftKey } from './database';
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

/**
 * Keeps what is being written on an annotation in the library, in place of what was; null: it was saved or thrown away.
 * False when there is no such annotation.
 */
export function keepNoteDraft(
  database: Database,
  id: AnnotationId,
  kept: NoteDraft | null,
  now: number,
): Promise<boolean> {
  return failing(async () => {
    if (kept === null) {
      await database.drafts.delete(keyOf(id));
      return true;
    }
    const annotation = await database.annotations.get(id);
    if (annotation === undefined) return false;
    const { anchor, paragraph } = annotation;
    const draft: Draft = { annotationId: id, anchor, paragraph, ...kept.written };
    await database.drafts.put({ key: keyOf(id), draft, seen: kept.seen, tabId: null, at: now });
    return true;
  });
}

/** What was written in the library and not saved, the latest first. Of annotations in the trash nothing is told. */
export function noteDrafts(database: Database): Promise<readonly (NoteDraft & { readonly annotation: Annotation })[]> {
  return failing(async () => {
    const rows = await database.drafts.where('key').startsWith('note ').toArray();
    const sorted = rows.sort((a, b) => b.at - a.at);
    const annotations = await database.annotations.bulkGet(sorted.map(({ draft }) => draft.annotationId!));
    return sorted.flatMap(({ draft: { colour, note, tags, entries }, seen }, number) => {
      const annotation = annotations[number];
      if (annotation === undefined || annotation.deletedAt !== null || seen === undefined) return [];
      return [{ annotation, seen, written: { colour, note, tags, entries } }];
    });
  });
}

/** Throws away what is being written on annotations that are no longer there. */
export function dropDraftsOf(database: Database, ids: readonly AnnotationId[]): Promise<void> {
  return failing(async () => {
    const isGone = ({ annotationId }: Draft) => annotationId !== null && ids.includes(annotationId);
    await database.drafts.filter(({ draft }) => isGone(draft)).delete();
  });
}

function keyOf(id: AnnotationId): NoteDraftKey {
  return `note ${id}`;
}
