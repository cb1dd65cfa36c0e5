import { locateAll } from '../anchor/locate';
import { codePointTable } from '../anchor/prepared';
import type { Anchor, Annotation, Span } from '../model';
import type { AnnotatedArticle } from './format';
import { sayable } from './xml';

type Anchored = Annotation & { readonly anchor: Anchor };

const LINE = '\n';
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
 * The article itself, without what the site has around it. Lines end with LF, characters are composed, nothing that XML
 * cannot hold. A passage that does not stand there word for word follows the text under `heading`, so that each has a
 * place that says what was annotated.
 */
export function placed({ article, annotations }: AnnotatedArticle, heading: string): PlacedText {
  const page = article.paragraphs.map(cleaned);
  const { unitAt } = codePointTable(page.join(LINE));
  const anchored = annotations.filter((each): each is Anchored => each.anchor !== null);
  const spans = spansIn(page.join(LINE), anchored, unitAt);
  const { text, toBody } = bodyOf(page, article.body);
  const { codePointAt } = codePointTable(text);
  const added: string[] = [];
  let length = codePointAt(text.length) + countOf(BREAK + heading);
  const passages = anchored.map((annotation): PlacedPassage => {
    const span = toBody(spans.get(annotation));
    if (span !== null) {
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

/** The paragraphs of the article itself, and where a span of the page stands in them; null where it is not of them. */
function bodyOf(
  page: readonly string[],
  body: readonly number[],
): { readonly text: string; readonly toBody: (span: Span | undefined) => Span | null } {
  const kept = new Set(body.length === 0 ? page.keys() : body);
  const lines: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let from = 0;
  let at = 0;
  for (const [index, { length }] of page.entries()) {
    if (kept.has(index)) {
      lines.push({ from, to: from + length, at });
      at += length + LINE.length;
    }
    from += length + LINE.length;
  }
  return {
    text: page.filter((_, index) => kept.has(index)).join(LINE),
    toBody(span) {
      const first = lines.find(({ from: begin, to }) => span !== undefined && begin <= span.start && span.start < to);
      const last = lines.find(({ from: begin, to }) => span !== undefined && begin < span.end && span.end <= to);
      if (span === undefined || first === undefined || last === undefined) return null;
      const moved = { start: span.start - first.from + first.at, end: span.end - last.from + last.at };
      // Something that is not of the article stood between.
      return moved.end - moved.start === span.end - span.start ? moved : null;
    },
  };
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
    if (located.state !== 'exact') continue;
    const annotation = moved[index]!;
    // Found by its folded form, it may be written otherwise.
    const there = withoutSpace(text.slice(located.start, located.end));
    if (there !== '' && there === withoutSpace(cleaned(annotation.anchor.quote))) found.set(annotation, located);
  }
  return found;
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

export function cleaned(text: string): string {
  return sayable(text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').normalize('NFC'));
}

function countOf(text: string): number {
  return codePointTable(text).codePointAt(text.length);
}
