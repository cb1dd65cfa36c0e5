/**
 * Anchors: a passage is found again by its words, its surroundings and, last, its position. What looks like it
 * but stood elsewhere in the text from the beginning (a rival) is never taken for it.
 */
import type { Anchor, Located, Passage, Span } from '../model';
import { foldForAnchors, toFolded, toOriginal } from './folded';
import { MOST_SEEN, NEAR, patternOf, placesOf, scoreOf, type Pattern, type Place } from './places';
import { prepare, type Prepared } from './prepared';
import { CONTEXT, LONG, isOfRival, rivalsOf } from './rivals';
import { sampleOf, stretchOf } from './sample';
import { supports, type Whole } from './support';
import { readTell } from './tells';

/** Folded units on each side of a cut that show it. */
const SEAM = 10;
/** Units of white space between a paragraph and the break before or after it. */
const MOST_INDENT = 16;
/** Places with the same surroundings that are told apart by their order. */
const MOST_SAME = 16;

/** Describes a span (UTF-16 units) of a text. */
export function describe(text: string, span: Span): Anchor {
  return describeIn(prepare(text), span);
}

/** Finds the passage in a text, or says that it is not there. */
export function locate(text: string, anchor: Anchor): Located {
  return locateIn(prepare(text), anchor);
}

/** Describes many spans of one text. */
export function describeAll(text: string, spans: readonly Span[]): Anchor[] {
  const prepared = prepare(text);
  return spans.map((span) => describeIn(prepared, span));
}

/** Finds many passages in one text: time linear in the text and in the passages. */
export function locateAll(text: string, anchors: readonly Anchor[]): Located[] {
  const steps = locateInSteps(text, anchors);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a pause after each passage for callers that hold something up meanwhile. */
export function* locateInSteps(text: string, anchors: readonly Anchor[]): Generator<undefined, Located[], undefined> {
  if (anchors.length === 0) return [];
  const prepared = prepare(text);
  const all: Located[] = [];
  for (const anchor of anchors) {
    yield;
    all.push(locateIn(prepared, anchor));
  }
  return all;
}

function describeIn(prepared: Prepared, asked: Span): Anchor {
  const { original, codePointAt, unitAt } = prepared;
  const start = codePointAt(asked.start);
  const last = codePointAt(asked.end);
  // A span that ends inside a character of two units takes it whole.
  const end = unitAt(last) < asked.end ? last + 1 : last;
  const span = { start: unitAt(start), end: unitAt(end) };
  const passage: Passage = {
    before: original.slice(unitAt(Math.max(0, start - CONTEXT)), span.start),
    quote: original.slice(span.start, span.end),
    after: original.slice(span.end, unitAt(end + CONTEXT)),
  };
  return {
    ...passage,
    start,
    end,
    length: codePointAt(original.length),
    same: sameAs(passage, prepared, span),
    rivals: rivalsOf(passage, prepared, span),
    sample: sampleOf(prepared.folded.text),
  };
}

function locateIn(prepared: Prepared, anchor: Anchor): Located {
  return unchanged(prepared, anchor) ?? moved(prepared, anchor) ?? { state: 'orphan' };
}

/** The passage with its surroundings at its old place. */
function unchanged(prepared: Prepared, anchor: Anchor): Located | null {
  const { original, unitAt, folded } = prepared;
  const { start, end, before, quote, after } = anchor;
  const [from, to] = [unitAt(start), unitAt(end)];
  const isHere =
    quote !== '' &&
    original.startsWith(quote, from) &&
    from + quote.length === to &&
    original.endsWith(before, from) &&
    original.startsWith(after, to) &&
    from >= before.length &&
    !isTwin(folded.text, toFolded(folded, { start: from, end: to }), anchor);
  return isHere ? { state: 'exact', start: from, end: to, score: 1 } : null;
}

/** Whether words farther away say that a place is that of a twin. */
function isTwin(text: string, place: Span, { rivals }: Anchor): boolean {
  return rivals.some(({ tell }) => tell !== undefined && readTell(text, place, tell) === 'theirs');
}

function moved(prepared: Prepared, anchor: Anchor): Located | null {
  const pattern = patternOf(anchor);
  if (pattern.end === pattern.start) return null;
  const { text } = prepared.folded;
  const expected = Math.round((anchor.start / Math.max(1, anchor.length)) * text.length);
  const whole = wholeAt(pattern, prepared, anchor);
  if (whole !== null) return found(prepared, whole, 'exact', 1);
  const quote = quoteOf(anchor);
  const hits = prepared.find(quote, MOST_SEEN);
  const isAlone = hits.length === 1 && !anchor.rivals.some((rival) => quoteOf(rival) === quote);
  const known = knownOf(prepared, anchor, pattern, isAlone);
  // Long words that stand once are the passage, whatever looks like it where it was.
  const isSure = ({ errors }: Place) => Number(isAlone && errors === 0 && quote.length >= LONG);
  const far = ({ start }: Place) => Math.abs(start - expected);
  const [best] = placesOf(pattern, hits, expected, prepared)
    .filter((place) => supports(place, pattern, known) && !isOfRival(place, anchor.rivals, text))
    .sort((a, b) => isSure(b) - isSure(a) || scoreOf(b) - scoreOf(a) || b.touched - a.touched || far(a) - far(b));
  if (best === undefined) return null;
  return found(prepared, best, best.errors === 0 ? 'exact' : 'changed', scoreOf(best));
}

function knownOf(prepared: Prepared, anchor: Anchor, pattern: Pattern, isAlone: boolean): Whole {
  const wasParagraph = isParagraph(anchor.before, anchor.after);
  const sample = prepared.sampleIn(anchor.sample);
  return {
    isAlone,
    isBare: anchor.before === '' && anchor.after === '' && anchor.sample.length === 0,
    isParagraph: (place) => wasParagraph && isParagraphIn(prepared, place),
    share: sample.share,
    stretch: stretchOf(anchor, sample, prepared.folded.text.length),
    isClosed: isClosed(pattern, prepared),
  };
}

/** Where the passage stands with all its surroundings, as often as it did: of twins the one in its turn. */
function wholeAt(pattern: Pattern, { folded: { text }, find }: Prepared, anchor: Anchor): Span | null {
  const whole = find(pattern.text, MOST_SAME);
  if (whole.length !== anchor.same.count || pattern.text.length < NEAR) return null;
  const places = whole.map((at) => ({ start: at + pattern.start, end: at + pattern.end }));
  const own = places[anchor.same.index];
  if (own === undefined) return null;
  if (!isTwin(text, own, anchor)) return own;
  const others = places.filter((place) => !isTwin(text, place, anchor));
  return others.length === 1 ? others[0]! : null;
}

/** Whether what stood before and after a passage now touch. */
function isClosed({ text, start, end }: Pattern, { find }: Prepared): boolean {
  const [before, after] = [text.slice(Math.max(0, start - SEAM), start), text.slice(end, end + SEAM)];
  return before.length === SEAM && after.length === SEAM && find(before + after, 1).length > 0;
}

/** Whether line breaks, or the ends of the text, stand on both sides. */
function isParagraph(before: string, after: string): boolean {
  return /(^|[\n\u2029])\s*$/.test(before) && /^\s*($|[\n\u2029])/.test(after);
}

function isParagraphIn({ original, folded }: Prepared, place: Span): boolean {
  const { start, end } = toOriginal(folded, place);
  const [from, to] = [start - MOST_INDENT, end + MOST_INDENT];
  return isParagraph(from > 0 ? `.${original.slice(from, start)}` : original.slice(0, start), original.slice(end, to));
}

function quoteOf({ quote }: Passage): string {
  return foldForAnchors(quote).text;
}

function found({ folded }: Prepared, span: Span, state: 'exact' | 'changed', score: number): Located {
  return { state, ...toOriginal(folded, span), score };
}

function sameAs(passage: Passage, { folded, find }: Prepared, span: Span): Anchor['same'] {
  const pattern = patternOf(passage);
  const all = find(pattern.text, MOST_SAME);
  const own = toFolded(folded, span).start - pattern.start;
  return { count: Math.max(1, all.length), index: Math.max(0, all.indexOf(own)) };
}
