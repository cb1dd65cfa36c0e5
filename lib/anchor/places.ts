/** Places of a folded text where a passage may stand, and how it lies there. Offsets are those of the folded text. */
import type { Passage, Span } from '../model';
import { align, type Alignment } from './align';
import { foldForAnchors } from './folded';
import { GRAM } from './grams';
import type { Prepared } from './prepared';

/** Folded units of context on each side that count for support. */
export const NEAR = 24;
/** Folded units of context that are compared with a rival's. */
const CONTEXT = 64;
/** Folded units; less says next to nothing. */
const SHORT = 4;
/** Share of near context below which nothing of it is there. */
const LOST_SIDE = 0.4;
/** Hits of a quote that are seen at all, and that are looked at closely. */
export const MOST_SEEN = 512;
const MOST_HITS = 8;
/** Regions found by runs of three units that are looked at closely; a run that stands more often says nothing. */
const MOST_REGIONS = 4;
const FREQUENT = 24;

/** A passage folded: the pattern is what stands before, the quote, and what stands after, run together. */
export interface Pattern {
  readonly text: string;
  /** The quote inside the pattern. */
  readonly start: number;
  readonly end: number;
}

export function patternOf({ before, quote, after }: Passage): Pattern {
  const [b, q, a] = [before, quote, after].map((part) => foldForAnchors(part).text) as [string, string, string];
  return { text: b + q + a, start: b.length, end: b.length + q.length };
}

/** A place in a text where a pattern may stand. Offsets of the folded text. */
export interface Place extends Span {
  /** Share of the units of the quote that differ, and whether it is only cut or only widened. */
  readonly errors: number;
  readonly isPartly: boolean;
  /** Shares of the near context that stand there; null where there is next to none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Units of context that touch the quote without a difference, both sides together. */
  readonly touched: number;
  /** Units that differ in the quote and, at index n, up to n units around it. */
  readonly costs: readonly number[];
  /** Where it was looked for; null where the quote stands word for word. */
  readonly window: Span | null;
}

export function scoreOf({ errors, before, after }: Place): number {
  const sides = [before, after].filter((side) => side !== null);
  const context = sides.length === 0 ? 0.5 : sum(sides) / sides.length;
  return 0.5 * (1 - errors) + 0.5 * context;
}

/** How a pattern lies where its quote stands word for word. */
export function placeAt(hit: number, pattern: Pattern, text: string): Place {
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
export function placeLike({ window, start, end }: Place, pattern: Pattern, text: string): Place {
  const isThere = text.startsWith(pattern.text.slice(pattern.start, pattern.end), start);
  if (window === null && isThere) return placeAt(start, pattern, text);
  const around = { start: Math.max(0, start - pattern.start - NEAR), end: Math.min(text.length, end + CONTEXT + NEAR) };
  return placeIn(window ?? around, pattern, text);
}

function placeBy(alignment: Alignment, pattern: Pattern, span: Span, window: Span | null): Place {
  const { start, end } = pattern;
  const before = sideOf(alignment, Math.max(0, start - NEAR), start);
  const after = sideOf(alignment, end, Math.min(pattern.text.length, end + NEAR));
  const kept = window === null ? span : trimmed(alignment, pattern, span, before, after);
  const same = countEqual(alignment, start, end);
  const length = kept.end - kept.start;
  return {
    ...kept,
    errors: 1 - same / Math.max(end - start, length, 1),
    isPartly: length >= SHORT && same / Math.min(length, end - start) >= 0.85,
    before,
    after,
    touched: touchedBy(alignment, pattern),
    costs: costsOf(alignment, pattern),
    window,
  };
}

/** A span without the units at its ends that are not the quote's where what follows there is not its context either. */
function trimmed(
  { equal, from, to }: Alignment,
  pattern: Pattern,
  { start, end }: Span,
  before: number | null,
  after: number | null,
): Span {
  let first = pattern.start;
  let last = pattern.end - 1;
  if ((before ?? 0) < LOST_SIDE) while (first < last && equal[first]! < 0) first++;
  if ((after ?? 0) < LOST_SIDE) while (last > first && equal[last]! < 0) last--;
  return { start: first > pattern.start ? from[first]! : start, end: last < pattern.end - 1 ? to[last]! : end };
}

function touchedBy({ equal, from, to }: Alignment, { text, start, end }: Pattern): number {
  const joins = (i: number, j: number) => i < 0 || j >= text.length || to[i] === from[j];
  let [first, last] = [start, end];
  while (first > 0 && equal[first - 1]! >= 0 && joins(first - 1, first)) first--;
  while (last < text.length && equal[last]! >= 0 && joins(last - 1, last)) last++;
  return start - first + (last - end);
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

/** Whether a place is at least as much like `rival` as like the passage: a difference counts the more the nearer it is. */
export function isNearer(rival: Place, place: Place): boolean {
  return sum(rival.costs) <= sum(place.costs);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function sideOf(alignment: Alignment, from: number, to: number): number | null {
  return to - from < SHORT ? null : countEqual(alignment, from, to) / (to - from);
}

function countEqual({ equal }: Alignment, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (equal[i]! >= 0) count++;
  return count;
}

/** Places of a text where the pattern may stand, none twice; `except`: a stretch that is not looked at. */
export function placesOf(
  pattern: Pattern,
  hits: readonly number[],
  expected: number,
  prepared: Prepared,
  except: Span | null = null,
): Place[] {
  const { text } = prepared.folded;
  const byContext = hits
    .filter((hit) => hit !== except?.start)
    .map((hit) => ({ hit, same: directContext(pattern, text, hit), far: Math.abs(hit - expected) }))
    .sort((a, b) => b.same - a.same || a.far - b.far);
  const places = byContext.slice(0, MOST_HITS).map(({ hit }) => placeAt(hit, pattern, text));
  const slack = NEAR + ((pattern.end - pattern.start) >> 1);
  for (const offset of regions(pattern.text, prepared)) {
    const around = {
      start: Math.max(0, offset - slack),
      end: Math.min(text.length, offset + pattern.text.length + slack),
    };
    for (const window of except === null ? [around] : partsBeside(around, except)) {
      const place = placeIn(window, pattern, text);
      const known = places.findIndex((each) => each.start < place.end && place.start < each.end);
      if (known < 0) places.push(place);
      else if (except !== null && place.errors < places[known]!.errors) places[known] = place;
    }
  }
  return places;
}

/** What of a window lies before and after a stretch. */
function partsBeside({ start, end }: Span, except: Span): Span[] {
  const before = { start, end: Math.min(end, except.start) };
  const after = { start: Math.max(start, except.end), end };
  return [before, after].filter((part) => part.end - part.start >= SHORT);
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
