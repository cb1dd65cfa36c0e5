/** A few runs of a text, taken evenly: whether another text is the same one, and about where a place of it is there. */
import type { Anchor, Span } from '../model';

/** This many runs of so many folded units. */
const RUNS = 24;
const RUN = 8;
/** Share of a text by which the place of a run and that of a passage are known only roughly. */
const ROUGH = 0.02;
/** Folded units by which what stands between two runs may have grown, beside its half. */
const GROWN = 64;

/** What of a sample a text has. */
export interface SampleFound {
  /** 0 to 1; 1 for an empty sample. */
  readonly share: number;
  /** Where each run begins; -1 for one that is not there, or more than once. */
  readonly at: readonly number[];
}

export function sampleOf(text: string): string[] {
  const last = text.length - RUN;
  if (last < 0) return [];
  const count = Math.min(RUNS, Math.floor(text.length / RUN));
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : Math.round((index * last) / (count - 1));
    return text.slice(at, at + RUN);
  });
}

/** `find`: the first two places of a run. */
export function sampleIn(sample: readonly string[], find: (run: string) => readonly number[]): SampleFound {
  if (sample.length === 0) return { share: 1, at: [] };
  const found = sample.map(find);
  const there = found.filter((places) => places.length > 0).length;
  return { share: there / sample.length, at: found.map((places) => (places.length === 1 ? places[0]! : -1)) };
}

/**
 * The stretch of a text between the nearest runs before and after a passage that are still there; null where these
 * do not stand as they did. Offsets of the folded text.
 */
export function stretchOf(
  { start, end, length, sample }: Anchor,
  { at }: SampleFound,
  textLength: number,
): Span | null {
  const last = sample.length - 1;
  if (last < 1 || length === 0) return null;
  const shareAt = (index: number) => index / last;
  const before = at.findLastIndex((offset, index) => offset >= 0 && shareAt(index) <= start / length - ROUGH);
  const after = at.findIndex((offset, index) => offset >= 0 && shareAt(index) >= end / length + ROUGH);
  const from = before < 0 ? 0 : at[before]!;
  const to = after < 0 ? textLength : at[after]! + RUN;
  const was = ((after < 0 ? 1 : shareAt(after)) - (before < 0 ? 0 : shareAt(before))) * length;
  return to > from && to - from <= 1.5 * was + GROWN ? { start: from, end: to } : null;
}
