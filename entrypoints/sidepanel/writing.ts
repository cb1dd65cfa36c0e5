import type { Written } from '../../components/notes/NoteEditor';
import { changeOf } from '../../components/notes/changeOf';
import { askNotes, askPage, type FromStore } from '../../lib/messages';
import type { Annotation, AnnotationId, ArticleDraft, StoreFailureReason } from '../../lib/model';
import { askStore } from '../pages/askStore';

/** Why something was not done. `not-reached`: the page does not answer · `gone`: the note was deleted for good. */
export type Trouble = StoreFailureReason | 'not-reached' | 'gone';

/** A page that notes are written on. */
export interface WritingPlace {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
}

/** What an editor is open on; `annotation` null: a note to be made on the whole article. */
export interface Writing {
  readonly id: AnnotationId;
  readonly annotation: Annotation | null;
  readonly place: WritingPlace;
}

/** Saves what was written; the annotation as it is kept now, or why it is not. */
export async function save(
  { id, annotation, place }: Writing,
  written: Written,
  otherNotes: readonly string[],
): Promise<Annotation | Trouble> {
  if (annotation === null) return make(id, place, written);
  const change = changeOf(annotation, { ...written, otherNotes });
  if (Object.keys(change).length === 0) return annotation;
  const answer = await askStore('changeAnnotation', { id, revision: annotation.revision, change });
  return answer.is === 'done' ? answer.value.annotation : troubleOf(answer)!;
}

async function make(
  id: AnnotationId,
  { tabId, frameId }: WritingPlace,
  { colour, note, tags, entries }: Written,
): Promise<Annotation | Trouble> {
  let article: ArticleDraft;
  try {
    await askPage(tabId, 'bringNotes', null, frameId);
    article = await askNotes(tabId, 'draft', null, frameId);
  } catch {
    return 'not-reached';
  }
  const annotation = { id, anchor: null, paragraph: null, colour, note, tags, entries };
  const answer = await askStore('annotate', { article, annotation });
  return answer.is === 'done' ? answer.value.annotation : troubleOf(answer)!;
}

/** Null when it was done. */
export function troubleOf(answer: FromStore<unknown>): Trouble | null {
  switch (answer.is) {
    case 'done':
      return null;
    case 'failed':
      return answer.reason;
    case 'refused':
      return answer.why === 'not-there' ? 'gone' : 'failed';
  }
}

/** Keeps what is written for the page to offer, in case the panel goes away; null: it was saved or thrown away. */
export async function keepDraft({ annotation, place }: Writing, written: Written | null): Promise<void> {
  const draft =
    written === null
      ? null
      : {
          annotationId: annotation?.id ?? null,
          anchor: annotation?.anchor ?? null,
          paragraph: annotation?.paragraph ?? null,
          ...written,
        };
  await askStore('keepDraft', { url: place.url, draft });
}
