/** A stored article with what stands in it: annotations where they are found again, mentions, paragraph by paragraph. */
import { locateAll } from '../anchor/locate';
import type { Annotation, AnnotationId, Colour, CardKey, NoteOnPage, Span } from '../model';
import { PARAGRAPH_MARK } from '../text/normalise';

interface PlacedNote extends Span {
  readonly id: AnnotationId;
  readonly colour: Colour;
  readonly isChanged: boolean;
}

export interface PlacedMention extends Span {
  readonly key: CardKey;
}

/** A stretch of a paragraph in which nothing begins or ends. */
export interface Piece extends Span {
  /** Those over it, the one made first first. */
  readonly notes: readonly PlacedNote[];
  readonly mention: PlacedMention | null;
  /** Of the passage that is shown first. */
  readonly isPassage: boolean;
}

export interface PlacedNotes {
  /** In the order of the text: those on the whole article first, those not found last. */
  readonly listed: readonly NoteOnPage[];
  /** Those of each paragraph, with offsets in it. */
  readonly byParagraph: readonly (readonly PlacedNote[])[];
}

export function placeNotes(paragraphs: readonly string[], annotations: readonly Annotation[]): PlacedNotes {
  const text = paragraphs.join(PARAGRAPH_MARK);
  const anchored = annotations.flatMap(({ anchor }) => (anchor === null ? [] : [anchor]));
  const located = locateAll(text, anchored);
  const byParagraph: PlacedNote[][] = paragraphs.map(() => []);
  const listed = annotations.map((annotation): NoteOnPage & { readonly at: number } => {
    // The text is the one that was saved: nothing was edited since.
    const base = { annotation, isParagraphEdited: false, otherPage: annotation.page ?? null };
    if (annotation.anchor === null) return { ...base, state: 'article', now: null, at: -1 };
    // Of an article of several pages the text of the first is kept.
    if (base.otherPage !== null) return { ...base, state: 'orphan', now: null, at: Infinity };
    const place = located[anchored.indexOf(annotation.anchor)]!;
    if (place.state === 'orphan') return { ...base, state: 'orphan', now: null, at: Infinity };
    const isChanged = place.state === 'changed';
    for (const [number, span] of partsOf(paragraphs, place)) {
      byParagraph[number]!.push({ id: annotation.id, colour: annotation.colour, isChanged, ...span });
    }
    return { ...base, state: place.state, now: text.slice(place.start, place.end), at: place.start };
  });
  const inOrder = listed.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return { listed: inOrder.map(({ at: _, ...note }) => note), byParagraph };
}

/** Cuts a paragraph wherever something begins or ends; `passage`: the one that is shown first. */
export function piecesOf(
  paragraph: string,
  notes: readonly PlacedNote[],
  mentions: readonly PlacedMention[],
  passage: Span | null = null,
): readonly Piece[] {
  const others = passage === null ? [] : [passage];
  const cuts = new Set([
    0,
    paragraph.length,
    ...[...notes, ...mentions, ...others].flatMap(({ start, end }) => [start, end]),
  ]);
  const sorted = [...cuts].filter((cut) => cut <= paragraph.length).sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index]!;
    const isOver = (span: Span) => span.start <= start && end <= span.end;
    const isPassage = passage !== null && isOver(passage);
    return { start, end, notes: notes.filter(isOver), mention: mentions.find(isOver) ?? null, isPassage };
  });
}

/** The parts of a span of the whole text, by paragraph. */
function partsOf(paragraphs: readonly string[], { start, end }: Span): [number, Span][] {
  const parts: [number, Span][] = [];
  let begins = 0;
  paragraphs.forEach((paragraph, number) => {
    const from = Math.max(start, begins) - begins;
    const to = Math.min(end, begins + paragraph.length) - begins;
    if (from < to) parts.push([number, { start: from, end: to }]);
    begins += paragraph.length + PARAGRAPH_MARK.length;
  });
  return parts;
}
