import type { Annotation, AnnotationId } from '../../lib/model';
import type { NotesPage } from '../../lib/page/notes';
import { mentionsIn } from './passages';
import type { Placed } from './placed';
import type { SavedHere } from './savedHere';

interface InPage {
  readonly placed: Placed;
  readonly saved: SavedHere;
  readonly page: NotesPage;
}

interface Under {
  /** UTF-16 units; -1 where no text is. */
  readonly at: number;
  readonly annotations: readonly Annotation[];
}

/** What is drawn under a point of the viewport: the page's own annotations first, then those of reprints shown here. */
export function underPointer(x: number, y: number, { placed, saved, page: { shadowRoots } }: InPage): Under {
  const { at, annotations } = placed.under(x, y, shadowRoots);
  const elsewhere = saved.shown().flatMap((each) => each.placed.under(x, y, shadowRoots).annotations);
  return { at, annotations: [...annotations, ...elsewhere] };
}

/** The one that has something to read, or that no click opens since it lies in a link; none where a mention stands, whose own card opens. */
export function noteUnder(x: number, y: number, inPage: InPage): AnnotationId | null {
  const { at, annotations } = underPointer(x, y, inPage);
  const written = annotations.find(({ note, otherNotes }) => note !== '' || otherNotes.length > 0);
  const isInLink = document.elementFromPoint(x, y)?.closest('a[href]') != null;
  const found = written ?? (isInLink ? annotations[0] : undefined);
  if (found === undefined) return null;
  const { page, placed } = inPage;
  return mentionsIn({ start: at, end: at + 1 }, page, placed.text).length > 0 ? null : found.id;
}
