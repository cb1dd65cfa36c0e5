import type { Span } from '../model';

/**
 * Leaves of overlapping candidates the longest, of equals the leftmost; of candidates on one span
 * the first given. The result is ordered by start and free of overlaps.
 */
export function choose<C extends Span>(candidates: readonly C[]): C[] {
  const byLength = candidates
    .map((candidate, rank) => ({ candidate, rank }))
    .sort(
      (a, b) =>
        lengthOf(b.candidate) - lengthOf(a.candidate) || a.candidate.start - b.candidate.start || a.rank - b.rank,
    );
  const chosen: C[] = [];
  for (const { candidate } of byLength) {
    const at = firstEndingAfter(chosen, candidate.start);
    const next = chosen[at];
    if (next === undefined || next.start >= candidate.end) chosen.splice(at, 0, candidate);
  }
  return chosen;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Index of the first chosen span that ends after `offset`; they are ordered and apart. */
function firstEndingAfter(chosen: readonly Span[], offset: number): number {
  let low = 0;
  let high = chosen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chosen[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
