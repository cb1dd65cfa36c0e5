import type { Annotation, AnnotationChange, Change } from '../model';
import { isSame } from './changes';

type Field = keyof AnnotationChange;
const SETS: ReadonlySet<Field> = new Set(['tags', 'entries', 'otherNotes']);

export interface Merged {
  readonly annotation: Annotation;
  /** Fields that both sides changed to different values and that could not be joined. */
  readonly conflicts: readonly Field[];
}

/**
 * The annotation with a change that was made to an older revision of it. `others` are the changes since then. Fields
 * that they left alone are taken; lists are joined; of two notes the stored one stays and the later is kept beside it;
 * of colours and anchors the later counts.
 */
export function merge(stored: Annotation, change: AnnotationChange, others: readonly Change[]): Merged {
  const merged: { -readonly [K in Field]?: unknown } = {};
  const conflicts: Field[] = [];
  const aside: string[] = [];
  for (const field of Object.keys(change) as Field[]) {
    const wanted = change[field];
    if (wanted === undefined || isSame(wanted, stored[field])) continue;
    const touched = others.find((other) => field in other.after);
    if (touched === undefined) {
      merged[field] = wanted;
    } else if (SETS.has(field)) {
      const base = (touched.before?.[field] ?? []) as readonly string[];
      merged[field] = join(base, stored[field] as readonly string[], wanted as readonly string[]);
    } else {
      conflicts.push(field);
      if (field === 'note') aside.push(wanted as string);
      else merged[field] = wanted;
    }
  }
  const kept = (merged.otherNotes ?? stored.otherNotes) as readonly string[];
  const otherNotes = [...kept, ...aside.filter((text) => text.trim() !== '' && !kept.includes(text))];
  return { annotation: { ...stored, ...(merged as AnnotationChange), otherNotes }, conflicts };
}

/** Both sides' additions and removals; the stored order first. */
function join(base: readonly string[], stored: readonly string[], wanted: readonly string[]): string[] {
  const kept = stored.filter((each) => wanted.includes(each) || !base.includes(each));
  return [...kept, ...wanted.filter((each) => !base.includes(each) && !stored.includes(each))];
}
