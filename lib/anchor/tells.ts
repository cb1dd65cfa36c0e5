/**
 * What tells a passage from its twin where everything near is the same: the nearest words of their paragraphs that
 * differ, as the province at the head of each.
 */
import type { Span, Tell } from '../model';
import type { Prepared } from './prepared';

/** Folded units of a tell on the far and on the near side of the difference. */
const RUN_FAR = 11;
const RUN_NEAR = 5;
/** Folded units. What differs only farther away is no tell. */
const REACH = 1_000;
/** Folded units by which a tell may have moved, beside half its distance. */
const SLACK = 8;

/**
 * What tells `own` from `other`, two places of one folded text; null where nothing does. What both begin or end
 * with counts as near, and a run never begins before its paragraph: the one before may go.
 */
export function tellBetween({ folded: { text }, beginsParagraph }: Prepared, own: Span, other: Span): Tell | null {
  const isSame = (a: number, b: number) => text[a] !== undefined && text[a] === text[b];
  const isEdge = (a: number, b: number) => beginsParagraph(a) && beginsParagraph(b);
  const back = firstDifference((n) => ({
    isSame: isSame(own.start - n, other.start - n),
    isOver: isEdge(own.start - n + 1, other.start - n + 1),
  }));
  if (back !== null) {
    const runAt = ({ start }: Span) => {
      let from = start - back;
      while (from > 0 && from > start - back - RUN_FAR && !beginsParagraph(from)) from--;
      return text.slice(Math.max(0, from), start - back + RUN_NEAR + 1);
    };
    return { side: 'before', far: back - RUN_NEAR - 1, own: runAt(own), theirs: runAt(other) };
  }
  const on = firstDifference((n) => ({
    isSame: isSame(own.end + n - 1, other.end + n - 1),
    isOver: isEdge(own.end + n - 1, other.end + n - 1),
  }));
  if (on === null) return null;
  const runAt = ({ end }: Span) => {
    let to = end + on;
    while (to < text.length && to < end + on + RUN_FAR && !beginsParagraph(to)) to++;
    return text.slice(Math.max(0, end + on - RUN_NEAR - 1), to);
  };
  return { side: 'after', far: Math.max(-own.end, on - RUN_NEAR - 1), own: runAt(own), theirs: runAt(other) };
}

/** Whose place it is, as far as the tell says: of what stands about where a tell should, the nearest to there. */
export function readTell(text: string, place: Span, tell: Tell): 'own' | 'theirs' | 'unknown' {
  const [own, theirs] = [missOf(text, place, tell, tell.own), missOf(text, place, tell, tell.theirs)];
  if (own === theirs) return 'unknown';
  return own < theirs ? 'own' : 'theirs';
}

/** By how many folded units a run misses its distance from a place; Infinity where it is not about there. */
function missOf(text: string, { start, end }: Span, { side, far }: Tell, run: string): number {
  const slack = SLACK + (Math.abs(far) >> 1);
  const expected = side === 'before' ? start - far - run.length : end + far;
  let miss = Infinity;
  const from = Math.max(0, expected - slack);
  const part = text.slice(from, Math.max(from, expected + slack + run.length));
  for (let at = run === '' ? -1 : part.indexOf(run); at >= 0; at = part.indexOf(run, at + 1)) {
    miss = Math.min(miss, Math.abs(from + at - expected));
  }
  return miss;
}

/** The least n from 1 on for which two texts are not the same; null where they are until both come to an edge. */
function firstDifference(at: (n: number) => { isSame: boolean; isOver: boolean }): number | null {
  for (let n = 1; n <= REACH; n++) {
    const { isSame, isOver } = at(n);
    if (isOver) return null;
    if (!isSame) return n;
  }
  return null;
}
