import { locateInSteps } from '../../lib/anchor/locate';
import type { TextState } from '../../lib/identity/textState';
import { pageNumberIn } from '../../lib/identity/pageKey';
import type { Anchor, Annotation, AnnotationId, Located, NoteOnPage, Span } from '../../lib/model';
import type { Piece } from '../../lib/page/blocks';
import type { PaintedNote } from '../../lib/page/notePaint';
import type { PageText } from '../../lib/page/pageText';
import { rectsOf } from './stage';
import { isParagraphEdited } from './textOfArticle';

interface Under {
  /** UTF-16 units; -1 where no text is. */
  readonly at: number;
  readonly annotations: readonly Annotation[];
}

/** The annotations of a page, and where each stands in its text; those of which that is not known stand nowhere. */
export class Placed {
  private readonly byId: ReadonlyMap<AnnotationId, Annotation>;

  constructor(
    readonly annotations: readonly Annotation[],
    readonly text: PageText,
    private readonly located: ReadonlyMap<AnnotationId, Located> = new Map(),
  ) {
    this.byId = new Map(annotations.map((each) => [each.id, each]));
  }

  /** Finds annotations in a text, with pauses; what this has found in the same text stays. */
  *find(annotations: readonly Annotation[], text: PageText): Generator<undefined, Placed, undefined> {
    const located = new Map<AnnotationId, Located>();
    const open: { readonly id: AnnotationId; readonly anchor: Anchor }[] = [];
    for (const { id, anchor, revision } of annotations) {
      const known = text.text === this.text.text && this.get(id)?.revision === revision && this.located.get(id);
      if (known) located.set(id, known);
      else if (anchor !== null) open.push({ id, anchor });
    }
    const found = yield* locateInSteps(
      text.text,
      open.map(({ anchor }) => anchor),
    );
    open.forEach(({ id }, index) => located.set(id, found[index]!));
    return new Placed(annotations, text, located);
  }

  /** In another reading of the page that has the same text. */
  in(text: PageText): Placed {
    return new Placed(this.annotations, text, this.located);
  }

  get(id: AnnotationId): Annotation | null {
    return this.byId.get(id) ?? null;
  }

  /** Null when it has no place: on the whole article, or not found. */
  placeOf(id: AnnotationId): Exclude<Located, { state: 'orphan' }> | null {
    const located = this.located.get(id);
    return located === undefined || located.state === 'orphan' ? null : located;
  }

  pieces(id: AnnotationId): Piece[] {
    const place = this.placeOf(id);
    return place === null ? [] : this.text.pieces(place);
  }

  /** The words that stand there now, where they are not those of the quote. */
  changedTo(id: AnnotationId): string | null {
    const place = this.placeOf(id);
    return place?.state === 'changed' ? this.text.text.slice(place.start, place.end) : null;
  }

  /** In page order: those on the whole article first, those without a place last. `article`: how its text stands. */
  list(article: TextState = { is: 'same' }): NoteOnPage[] {
    const here = pageNumberIn(document.URL);
    const listed = this.annotations.map((annotation): NoteOnPage & { readonly at: number } => {
      const place = this.placeOf(annotation.id);
      const isEdited = annotation.anchor !== null && isParagraphEdited(annotation, place, article, this.text);
      const note = { annotation, otherPage: null, isParagraphEdited: isEdited };
      if (annotation.anchor === null) return { ...note, state: 'article', now: null, at: -1 };
      if (place === null) {
        const { page = 1 } = annotation;
        const otherPage = page === here ? null : page;
        return {
          ...note,
          otherPage,
          isParagraphEdited: isEdited && otherPage === null,
          state: 'orphan',
          now: null,
          at: Infinity,
        };
      }
      const now = this.text.text.slice(place.start, place.end);
      return { ...note, state: place.state, now, at: place.start };
    });
    return listed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ at: _, ...note }) => note);
  }

  painted(): PaintedNote[] {
    return this.annotations.flatMap(({ id, colour }) => {
      const place = this.placeOf(id);
      if (place === null) return [];
      return [{ colour, isChanged: place.state === 'changed', pieces: this.text.pieces(place) }];
    });
  }

  /** Those that share some of a span, in the order in which they were made. */
  overlapping({ start, end }: Span): Annotation[] {
    return this.annotations
      .filter(({ id }) => {
        const place = this.placeOf(id);
        return place !== null && place.start < end && start < place.end;
      })
      .toSorted((a, b) => a.createdAt - b.createdAt);
  }

  /** Where in the text a point of the viewport is, and the annotations drawn there, the one made last first. */
  under(x: number, y: number, shadowRoots: readonly ShadowRoot[]): Under {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    const at = caret === null ? null : this.text.offsetOf(caret.offsetNode, caret.offset);
    if (at === null) return { at: -1, annotations: [] };
    const here = this.annotations.filter(({ id }) => {
      const place = this.placeOf(id);
      return place !== null && place.start <= at && at <= place.end && this.isDrawnAt(id, x, y);
    });
    return { at, annotations: here.toSorted((a, b) => b.createdAt - a.createdAt) };
  }

  private isDrawnAt(id: AnnotationId, x: number, y: number): boolean {
    return rectsOf(this.pieces(id)).some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
  }
}
