import type { Passage, Rival, Span } from '../model';
import { toFolded, toOriginal } from './folded';
import { isNearer, MOST_SEEN, patternOf, placeAt, placeLike, placesOf, type Pattern, type Place } from './places';
import type { Prepared } from './prepared';
import { MOST_ERRORS, SHORTEST_FUZZY } from './support';
import { readTell, tellBetween } from './tells';

/** Rivals kept. */
const MOST_RIVALS = 4;
/** Share of a quote that may differ in a rival: more than in the passage, for its surroundings may become alike. */
const MOST_ERRORS_OF_RIVAL = 0.5;
/** Folded units from which on words are hardly said twice. */
export const LONG = 16;
/** Code points of context kept on each side. */
export const CONTEXT = 64;
/** Folded units of the surroundings that say which rival is the likest. */
const NEAR = 24;

/** Other places of the text that a search would take for the passage if it was gone, the likest first. */
export function rivalsOf(passage: Passage, prepared: Prepared, span: Span): Rival[] {
  const pattern = patternOf(passage);
  if (pattern.end === pattern.start) return [];
  const { folded } = prepared;
  const own = toFolded(folded, span);
  const hits = prepared.find(pattern.text.slice(pattern.start, pattern.end), MOST_SEEN);
  const near = neighbours(hits, own, pattern, folded.text);
  const most = pattern.end - pattern.start < SHORTEST_FUZZY ? MOST_ERRORS : MOST_ERRORS_OF_RIVAL;
  const others = placesOf(pattern, hits, own.start, prepared, own)
    .filter((place) => place.end > place.start && !near.some(({ start }) => start === place.start))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.costs[NEAR]! - b.costs[NEAR]!)
    .slice(0, MOST_RIVALS);
  return [...near, ...others].map((place) => rivalAt(place, own, prepared));
}

/** The same words nearest before and after: what is between may go, and its surroundings then run into theirs. */
function neighbours(hits: readonly number[], own: Span, pattern: Pattern, text: string): Place[] {
  const last = hits.findLast((hit) => hit < own.start);
  const next = hits.find((hit) => hit > own.start);
  return [last, next]
    .filter((hit) => hit !== undefined)
    .filter((hit) => Math.abs(hit - own.start) <= 2 * CONTEXT)
    .map((hit) => placeAt(hit, pattern, text));
}

function rivalAt(place: Place, own: Span, prepared: Prepared): Rival {
  const { folded, original, unitAt, codePointAt } = prepared;
  const { start, end } = toOriginal(folded, place);
  const tell = tellBetween(prepared, own, place);
  return {
    before: original.slice(unitAt(Math.max(0, codePointAt(start) - CONTEXT)), start),
    quote: original.slice(start, end),
    after: original.slice(end, unitAt(codePointAt(end) + CONTEXT)),
    ...(tell === null ? {} : { tell }),
  };
}

/** Whether a place of a text that was changed is that of a rival, or may as well be. */
export function isOfRival(place: Place, rivals: readonly Rival[], text: string): boolean {
  return rivals.some((rival) => {
    const said = rival.tell === undefined ? 'unknown' : readTell(text, place, rival.tell);
    if (said !== 'unknown') return said === 'theirs';
    const like = placeLike(place, patternOf(rival), text);
    if (like.end <= place.start || place.end <= like.start) return false;
    if (place.errors === 0 && like.errors > 0 && place.end - place.start >= LONG) return false;
    return hasOwnWords(like, place) || (!hasOwnWords(place, like) && isNearer(like, place));
  });
}

/** Whether the words of a place are those of one pattern rather than of another, and a side of it is there too. */
function hasOwnWords(place: Place, other: Place): boolean {
  return place.errors < other.errors / 2 && Math.max(place.before ?? 0, place.after ?? 0) >= 0.75;
}
