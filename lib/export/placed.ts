import { locateAll } from '../anchor/locate';
import { codePointTable } from '../anchor/prepared';
import type { Anchor, Annotation, Span } from '../model';
import type { AnnotatedArticle } from './format';
import { sayable } from './xml';

type Anchored = Annotation & { readonly anchor: Anchor };

/** Before each passage after the text. */
const BREAK = '\n\n';

/** The text of an article as one file, and where each passage stands in it, in code points. */
export interface PlacedText {
  readonly text: string;
  readonly passages: readonly PlacedPassage[];
}

export interface PlacedPassage {
  readonly annotation: Annotation;
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly quote: string;
}

/**
 * Lines end with LF, characters are composed, nothing that XML cannot hold. A passage that the saved text no longer has
 * word for word stands after the text under `heading`, so that each has a place that says what was annotated.
 */
export function placed({ article, annotations }: AnnotatedArticle, heading: string): PlacedText {
  const text = article.paragraphs.map(cleaned).join('\n');
  const { unitAt, codePointAt } = codePointTable(text);
  const anchored = annotations.filter((each): each is Anchored => each.anchor !== null);
  const spans = spansIn(text, anchored, unitAt);
  const added: string[] = [];
  let length = codePointAt(text.length) + countOf(`\n\n${heading}`);
  const passages = anchored.map((annotation): PlacedPassage => {
    const span = spans.get(annotation);
    if (span !== undefined) {
      const quote = text.slice(span.start, span.end);
      return { annotation, start: codePointAt(span.start), end: codePointAt(span.end), quote };
    }
    const quote = cleaned(annotation.anchor.quote);
    const start = length + BREAK.length;
    length = start + countOf(quote);
    added.push(BREAK + quote);
    return { annotation, start, end: length, quote };
  });
  return { text: added.length === 0 ? text : [text, BREAK, heading, ...added].join(''), passages };
}

/** UTF-16 units. Most passages stand where they stood; the others are looked for. */
function spansIn(
  text: string,
  anchored: readonly Anchored[],
  unitAt: (codePoint: number) => number,
): Map<Annotation, Span> {
  const found = new Map<Annotation, Span>();
  const moved: Anchored[] = [];
  for (const annotation of anchored) {
    const { start, end, quote } = annotation.anchor;
    const span = { start: unitAt(start), end: unitAt(end) };
    if (span.start < span.end && text.slice(span.start, span.end) === cleaned(quote)) found.set(annotation, span);
    else moved.push(annotation);
  }
  if (moved.length === 0 || text === '') return found;
  const anchors = moved.map(({ anchor }) => anchor);
  for (const [index, located] of locateAll(text, anchors).entries()) {
    if (located.state === 'exact' && located.start < located.end) found.set(moved[index]!, located);
  }
  return found;
}

export function cleaned(text: string): string {
  return sayable(text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').normalize('NFC'));
}

function countOf(text: string): number {
  return codePointTable(text).codePointAt(text.length);
}
