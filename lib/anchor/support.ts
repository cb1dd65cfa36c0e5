/** Whether what stands around a place says that it is the passage. Lengths in folded units. */
import type { Span } from '../model';
import type { Pattern, Place } from './places';

/** Below this a quote counts only with its surroundings. */
const SHORT = 4;
/** Below this only the same words count, or for a little less with both sides intact. */
export const SHORTEST_FUZZY = 8;
const SHORTER_FUZZY = 5;
/** Share of a quote that may differ; with both sides intact, and however it is cut or widened. */
export const MOST_ERRORS = 0.3;
const MOST_ERRORS_BETWEEN = 0.62;
const MOST_ERRORS_PARTLY = 0.8;
/** From this length on a quote with hardly an error needs next to no surroundings in the same text. */
const LONG_FUZZY = 48;
const FEW_ERRORS = 0.1;

/** Share of the sample from which on a text is at least in part the one that was marked. */
const SAME_TEXT = 0.3;
const MOSTLY_SAME_TEXT = 0.6;
/** Units of context that still touch the quote; in another text, where only one side is there. */
const TOUCHED = 6;
const TOUCHED_ELSEWHERE = 16;
/** From these lengths a quote that stands here only is found with some context on it, and anywhere in the text. */
const LONG_TOUCHED = 24;
const LONG_MOVED = 24;
/** The same for one that was a paragraph and is one: anywhere in the text, and in any other. */
const PARAGRAPH_MOVED = 6;
const PARAGRAPH_QUOTED = 48;
/** A shorter one must stand about where it was: between what stood around it farther away. */
const LONG_KEPT = 6;
const NARROW = 400;

/** What is known of a text beside the place. */
export interface Whole {
  /** Whether the quote stands here only, and did before. */
  readonly isAlone: boolean;
  /** Whether the quote is all that is known of the passage: another program kept no more. */
  readonly isBare: boolean;
  /** Whether it was a paragraph, and a place is one. */
  readonly isParagraph: (place: Place) => boolean;
  /** How much of the old text this one has, 0 to 1. */
  readonly share: number;
  /** Between which offsets of the folded text the passage must stand if at all; null: not known. */
  readonly stretch: Span | null;
  /** Whether what stood before and after it now touch: it was cut out. */
  readonly isClosed: boolean;
}

export function supports(place: Place, pattern: Pattern, whole: Whole): boolean {
  if (place.end <= place.start) return false;
  const length = pattern.end - pattern.start;
  if (place.errors === 0) return supportsSame(place, length, whole);
  return supportsChanged(place, length, whole);
}

function supportsSame(place: Place, length: number, whole: Whole): boolean {
  const { best, mean } = sidesOf(place);
  if (isBeside(place, whole)) {
    if (best >= 0.9 || (best >= 0.75 && mean >= 0.5)) return true;
    if (length >= SHORT && (best >= 0.6 || mean >= 0.4)) return true;
  }
  return length >= SHORT && whole.isAlone && standsAlone(place, length, whole);
}

/** Whether the surroundings that are there are so close that they count. */
function isBeside(place: Place, { share }: Whole): boolean {
  const { least, mean } = sidesOf(place);
  if (share >= SAME_TEXT) return place.touched > 0 || mean >= 0.6;
  return place.touched >= TOUCHED_ELSEWHERE || (place.touched >= TOUCHED && least >= 0.6);
}

/** Whether a quote that stands here only is the passage though its surroundings are others. */
function standsAlone(place: Place, length: number, whole: Whole): boolean {
  const { share, stretch, isClosed } = whole;
  if (whole.isBare) return length >= SHORTEST_FUZZY;
  if (length >= LONG_TOUCHED && place.touched >= TOUCHED) return true;
  if (length >= LONG_MOVED && share >= SAME_TEXT) return true;
  if (whole.isParagraph(place)) {
    if (length >= PARAGRAPH_QUOTED || (length >= PARAGRAPH_MOVED && share >= MOSTLY_SAME_TEXT)) return true;
  }
  if (isClosed) return false;
  return length >= LONG_KEPT && share >= SAME_TEXT && isWithin(place, stretch) && stretch.end - stretch.start <= NARROW;
}

function isWithin({ start, end }: Span, stretch: Span | null): stretch is Span {
  return stretch !== null && start >= stretch.start && end <= stretch.end;
}

function supportsChanged(place: Place, length: number, { share, stretch, isClosed }: Whole): boolean {
  const { errors, isPartly, before, after } = place;
  const { best, least, mean, isNone } = sidesOf(place);
  const isBetween = !isNone && (before ?? 1) >= 0.75 && (after ?? 1) >= 0.75;
  if (isClosed && mean < 0.75) return false;
  if (length < SHORTEST_FUZZY) {
    const isInPlace = least >= 0.9 && Math.abs(place.end - place.start - length) <= 2;
    return length >= SHORTER_FUZZY && isBetween && errors <= (isInPlace ? MOST_ERRORS_BETWEEN : MOST_ERRORS);
  }
  const isMuchTheSame = errors <= FEW_ERRORS && length >= LONG_FUZZY;
  if (isMuchTheSame && share >= SAME_TEXT && (best >= 0.35 || isWithin(place, stretch))) return true;
  if (errors <= MOST_ERRORS) return best >= 0.5 && mean >= 0.3;
  return isBetween && errors <= (isPartly ? MOST_ERRORS_PARTLY : MOST_ERRORS_BETWEEN);
}

function sidesOf({ before, after }: Place) {
  const sides = [before, after].filter((side) => side !== null);
  return {
    best: Math.max(0, ...sides),
    least: Math.min(1, ...sides),
    mean: sides.length === 0 ? 0 : sides.reduce((sum, side) => sum + side, 0) / sides.length,
    isNone: sides.length === 0,
  };
}
