import type { Annotation, AnnotationChange } from '../../lib/model';

const FIELDS = ['colour', 'note', 'tags', 'entries', 'otherNotes'] as const;

/** What was changed of an annotation: what was left alone must not undo what others change at the same time. */
export function changeOf(
  before: Pick<Annotation, (typeof FIELDS)[number]>,
  after: Partial<Pick<Annotation, (typeof FIELDS)[number]>>,
): AnnotationChange {
  const changed = FIELDS.filter((field) => field in after && !isSame(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
