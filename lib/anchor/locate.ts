/**
 * Anchors: a passage is found again by its words, its surroundings and, last, its position. What looks like it
 * but stood elsewhere in the text from the beginning (a rival) is never taken for it.
 */
import type { Anchor, Located, Passage, Span } from '../model';
import { align, type Alignment } from './align';
import { foldForAnchors, toFolded, toOriginal } from './folded';
import { GRAM } from './grams';
import { prepare, type Prepared } from './prepared';

/** Code points of context kept on each side. */
const CONTEXT = 64;
/** Units of context on each side that count for support. */
const NEAR = 24;
/** Sample: this many runs of so many folded units. */
const RUNS = 24;
const RUN = 8;
/** Rivals kept, and the cost, in shares of the pattern, up to which a place is one. */
const MOST_RIVALS = 3;
const MOST_COST = 0.35;

/** Places with the same surroundings that are told apart by their order. */
const MOST_SAME = 16;
/** Hits of a quote that are looked at closely. */
const MOST_HITS = 8;
/** Regions found by runs of three units that are looked at closely; a run that stands more often says nothing. */
const MOST_REGIONS = 4;
const FREQUENT = 24;
/** Folded units; below this only the same words count, or for a little less with both sides intact. */
const SHORTEST_FUZZY = 8;
const SHORTER_FUZZY = 5;
const SHORT = 4;
/** Share of a quote that may differ; with both sides intact, and however it is rewritten. */
const MOST_ERRORS = 0.3;
const MOST_ERRORS_BETWEEN = 0.62;
const MOST_ERRORS_SHORTENED = 0.8;

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
  const prepared = prepare(text);
  return anchors.map((anchor) => locateIn(prepared, anchor));
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
function unchanged({ original, unitAt }: Prepared, { start, end, before, quote, after }: Anchor): Located | null {
  const [from, to] = [unitAt(start), unitAt(end)];
  const isHere =
    original.startsWith(quote, from) &&
    from + quote.length === to &&
    original.endsWith(before, from) &&
    original.startsWith(after, to);
  return isHere && from >= before.length ? { state: 'exact', start: from, end: to, score: 1 } : null;
}

/** A passage folded: the pattern is what stands before, the quote, and what stands after, run together. */
interface Pattern {
  readonly text: string;
  /** The quote inside the pattern. */
  readonly start: number;
  readonly end: number;
}

function patternOf({ before, quote, after }: Passage): Pattern {
  const [b, q, a] = [before, quote, after].map((part) => foldForAnchors(part).text) as [string, string, string];
  return { text: b + q + a, start: b.length, end: b.length + q.length };
}

/** A place in a text where a pattern may stand. Offsets of the folded text. */
interface Place extends Span {
  /** Share of the units of the quote that differ, and whether what is left of it is all its own. */
  readonly errors: number;
  readonly isShortened: boolean;
  /** Shares of the near context that stand there; null where there is next to none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Units that differ in the quote and, at index n, up to n units around it. */
  readonly costs: readonly number[];
  /** Where it was looked for; null where the quote stands word for word. */
  readonly window: Span | null;
}

function moved(prepared: Prepared, anchor: Anchor): Located | null {
  const pattern = patternOf(anchor);
  if (pattern.end === pattern.start) return null;
  const { text } = prepared.folded;
  const expected = Math.round((anchor.start / Math.max(1, anchor.length)) * text.length);
  const whole = occurrences(text, pattern.text, MOST_SAME);
  if (whole.length === anchor.same.count && pattern.text.length >= NEAR) {
    const start = whole[anchor.same.index]! + pattern.start;
    return found(prepared, { start, end: start + pattern.end - pattern.start }, 'exact', 1);
  }
  const hits = occurrences(text, pattern.text.slice(pattern.start, pattern.end), MOST_HITS * 64);
  const places = placesOf(pattern, hits, expected, prepared);
  const rivals = anchor.rivals.map(patternOf);
  const share = prepared.shareOf(anchor.sample);
  const isAlone = hits.length === 1 && rivals.length === 0;
  const accepted = places.filter(
    (place) =>
      supports(place, pattern, isAlone, share) &&
      !rivals.some((rival) => isNearer(placeLike(place, rival, text), place)),
  );
  const [best] = accepted.sort(
    (a, b) => scoreOf(b) - scoreOf(a) || Math.abs(a.start - expected) - Math.abs(b.start - expected),
  );
  if (best === undefined) return null;
  return found(prepared, best, best.errors === 0 ? 'exact' : 'changed', scoreOf(best));
}

function found({ folded }: Prepared, span: Span, state: 'exact' | 'changed', score: number): Located {
  return { state, ...toOriginal(folded, span), score };
}

function scoreOf({ errors, before, after }: Place): number {
  const sides = [before, after].filter((side) => side !== null);
  const context = sides.length === 0 ? 0.5 : sides.reduce((sum, side) => sum + side, 0) / sides.length;
  return 0.5 * (1 - errors) + 0.5 * context;
}

/** Whether what stands around a place says that it is the passage. `share`: how much of the old text the text has. */
function supports(
  { errors, isShortened, before, after, start, end }: Place,
  pattern: Pattern,
  isAlone: boolean,
  share: number,
): boolean {
  const length = pattern.end - pattern.start;
  const sides = [before, after].filter((side) => side !== null);
  const best = Math.max(0, ...sides);
  const mean = sides.length === 0 ? 0 : sides.reduce((sum, side) => sum + side, 0) / sides.length;
  if (end <= start) return false;
  if (errors === 0) {
    if (length < SHORT) return best >= 0.75 && mean >= 0.55;
    if (best >= 0.6 || mean >= 0.4) return true;
    return isAlone && ((share >= 0.3 && length >= 6) || (share >= 0.6 && length >= SHORT));
  }
  const isBetween = sides.length > 0 && (before ?? 1) >= 0.75 && (after ?? 1) >= 0.75;
  if (length < SHORTEST_FUZZY) return isBetween && length >= SHORTER_FUZZY && errors <= MOST_ERRORS;
  if (errors <= MOST_ERRORS) return best >= 0.5 && mean >= 0.3;
  return isBetween && errors <= (isShortened ? MOST_ERRORS_SHORTENED : MOST_ERRORS_BETWEEN);
}

/** How a pattern lies where its quote stands word for word. */
function placeAt(hit: number, pattern: Pattern, text: string): Place {
  const { text: units, start, end } = pattern;
  const length = end - start;
  const before = align(units.slice(0, start), text, Math.max(0, hit - start - NEAR), hit, 'end');
  const rest = hit + length;
  const after = align(units.slice(end), text, rest, Math.min(text.length, rest + units.length - end + NEAR), 'start');
  const quote = Int32Array.from({ length }, (_, index) => hit + index);
  const next = quote.map((at) => at + 1);
  const join = (key: keyof Alignment, middle: Int32Array) =>
    Int32Array.from([...before[key], ...middle, ...after[key]]);
  const alignment = { equal: join('equal', quote), from: join('from', quote), to: join('to', next) };
  return placeBy(alignment, pattern, { start: hit, end: rest }, null);
}

/** How a pattern lies in a window of a folded text. */
function placeIn(window: Span, pattern: Pattern, text: string): Place {
  const alignment = align(pattern.text, text, window.start, window.end);
  const { start, end } = pattern;
  return placeBy(alignment, pattern, { start: alignment.from[start]!, end: alignment.to[end - 1]! }, window);
}

/** Another pattern at the same place. */
function placeLike({ window, start, end }: Place, pattern: Pattern, text: string): Place {
  const isThere = text.startsWith(pattern.text.slice(pattern.start, pattern.end), start);
  if (window === null && isThere) return placeAt(start, pattern, text);
  const around = { start: Math.max(0, start - pattern.start - NEAR), end: Math.min(text.length, end + CONTEXT + NEAR) };
  return placeIn(window ?? around, pattern, text);
}

function placeBy(alignment: Alignment, pattern: Pattern, span: Span, window: Span | null): Place {
  const { start, end } = pattern;
  const same = countEqual(alignment, start, end);
  const length = span.end - span.start;
  return {
    ...span,
    errors: 1 - same / Math.max(end - start, length, 1),
    isShortened: length >= SHORT && same / length >= 0.85,
    before: sideOf(alignment, Math.max(0, start - NEAR), start),
    after: sideOf(alignment, end, Math.min(pattern.text.length, end + NEAR)),
    costs: costsOf(alignment, pattern),
    window,
  };
}

function costsOf({ equal, from, to }: Alignment, { text, start, end }: Pattern): number[] {
  const costs = Array.from({ length: CONTEXT + 1 }, () => 0);
  for (let i = 0; i < text.length; i++) {
    const far = i < start ? start - i : i >= end ? i - end + 1 : 0;
    const inserted = i === 0 ? 0 : Math.max(0, from[i]! - to[i - 1]!);
    costs[Math.min(far, CONTEXT)]! += (equal[i]! >= 0 ? 0 : 1) + inserted;
  }
  for (let far = 1; far < costs.length; far++) costs[far]! += costs[far - 1]!;
  return costs;
}

/** Whether, going outwards from the quote, the first difference speaks for `rival`; if there is none, it is not the passage either. */
function isNearer(rival: Place, place: Place): boolean {
  const far = place.costs.findIndex((cost, index) => cost !== rival.costs[index]);
  return far < 0 || rival.costs[far]! < place.costs[far]!;
}

function sideOf(alignment: Alignment, from: number, to: number): number | null {
  return to - from < SHORT ? null : countEqual(alignment, from, to) / (to - from);
}

function countEqual({ equal }: Alignment, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (equal[i]! >= 0) count++;
  return count;
}

/** Places of a text where the pattern may stand, none twice. */
function placesOf(pattern: Pattern, hits: readonly number[], expected: number, prepared: Prepared): Place[] {
  const { text } = prepared.folded;
  const byContext = hits
    .map((hit) => ({ hit, same: directContext(pattern, text, hit), far: Math.abs(hit - expected) }))
    .sort((a, b) => b.same - a.same || a.far - b.far);
  const places = byContext.slice(0, MOST_HITS).map(({ hit }) => placeAt(hit, pattern, text));
  const slack = NEAR + ((pattern.end - pattern.start) >> 1);
  for (const offset of regions(pattern.text, prepared)) {
    const window = {
      start: Math.max(0, offset - slack),
      end: Math.min(text.length, offset + pattern.text.length + slack),
    };
    const place = placeIn(window, pattern, text);
    const isKnown = places.some((each) => each.start < place.end && place.start < each.end);
    if (!isKnown) places.push(place);
  }
  return places;
}

/** Units of the near context that stand unmoved around a hit. */
function directContext({ text: pattern, start, end }: Pattern, text: string, hit: number): number {
  let same = 0;
  for (let i = 1; i <= NEAR; i++) {
    if (start - i >= 0 && hit - i >= 0 && pattern[start - i] === text[hit - i]) same++;
    if (pattern[end + i - 1] !== undefined && pattern[end + i - 1] === text[hit + end - start + i - 1]) same++;
  }
  return same;
}

/** Offsets at which most runs of the pattern stand, the likeliest first. */
function regions(pattern: string, prepared: Prepared): number[] {
  const grams = prepared.grams();
  const votes = new Map<number, { weight: number; offset: number }>();
  for (let i = 0; i + GRAM <= pattern.length; i++) {
    const at = grams.occurrences(pattern, i, FREQUENT);
    for (const each of at) {
      const bin = (each - i) >> 5;
      const vote = votes.get(bin) ?? { weight: 0, offset: each - i };
      vote.weight += 1 / at.length;
      votes.set(bin, vote);
    }
  }
  return [...votes.values()]
    .filter(({ weight }) => weight >= 2)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REGIONS)
    .map(({ offset }) => offset);
}

function occurrences(text: string, wanted: string, most: number): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && offsets.length < most; at = text.indexOf(wanted, at + 1)) {
    offsets.push(at);
  }
  return offsets;
}

function sameAs(passage: Passage, { folded }: Prepared, span: Span): Anchor['same'] {
  const pattern = patternOf(passage);
  const all = occurrences(folded.text, pattern.text, MOST_SAME);
  const own = toFolded(folded, span).start - pattern.start;
  return { count: Math.max(1, all.length), index: Math.max(0, all.indexOf(own)) };
}

/** Other places of the text that a search for the passage might take for it. */
function rivalsOf(passage: Passage, prepared: Prepared, span: Span): Passage[] {
  const pattern = patternOf(passage);
  if (pattern.end === pattern.start) return [];
  const { folded, original, unitAt, codePointAt } = prepared;
  const own = toFolded(folded, span);
  const hits = occurrences(folded.text, pattern.text.slice(pattern.start, pattern.end), MOST_HITS * 64);
  const rivals: (Passage & { readonly cost: number })[] = [];
  for (const place of placesOf(pattern, hits, own.start, prepared)) {
    const isItself = place.start < own.end && own.start < place.end;
    if (
      isItself ||
      place.end <= place.start ||
      (place.errors > 0 && place.costs[NEAR]! > MOST_COST * (pattern.end - pattern.start + 2 * NEAR))
    )
      continue;
    const { start, end } = toOriginal(folded, place);
    const [first, last] = [codePointAt(start), codePointAt(end)];
    rivals.push({
      before: original.slice(unitAt(Math.max(0, first - CONTEXT)), start),
      quote: original.slice(start, end),
      after: original.slice(end, unitAt(last + CONTEXT)),
      cost: place.costs[NEAR]!,
    });
  }
  return rivals
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_RIVALS)
    .map(({ before, quote, after }) => ({ before, quote, after }));
}

function sampleOf(text: string): string[] {
  const last = text.length - RUN;
  if (last < 0) return [];
  const count = Math.min(RUNS, Math.floor(text.length / RUN));
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : Math.round((index * last) / (count - 1));
    return text.slice(at, at + RUN);
  });
}
