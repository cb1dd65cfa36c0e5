import type { Lexicon } from '../reference/lexicon';
import type { Letters } from './letters';
import { patternsOf } from './patterns';

/** Where a draft has forms of the reference as they are. */
export interface Known {
  /** Whether one form reaches over all these letters. */
  readonly covers: (start: number, end: number) => boolean;
}

export function knownIn({ codes }: Letters, lexicon: Lexicon): Known {
  /** For each letter the end of the form that reaches farthest, of those that begin at it or before. */
  const reach = new Int32Array(codes.length + 1);
  patternsOf(lexicon).known.scan(codes, (start, end) => {
    if (end - start >= 2) reach[start] = Math.max(reach[start]!, end);
  });
  for (let at = 1; at < reach.length; at++) reach[at] = Math.max(reach[at]!, reach[at - 1]!);
  return { covers: (start, end) => reach[Math.min(codes.length, Math.max(0, start))]! >= end };
}
