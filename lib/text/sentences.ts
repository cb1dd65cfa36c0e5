import { PARAGRAPH } from './normalise';
import type { Span } from '../model';

/** After normalisation; ； counts, as it parts the measures of a list. */
const ENDS = new Set(['。', '!', '?', ';', PARAGRAPH]);

/** UTF-16 units to each side. A longer stretch without an end is cut there. */
const REACH = 400;

/** The sentence around `span` in a normalised text, as offsets of that text. */
export function sentenceAround(text: string, span: Span): Span {
  let start = span.start;
  const first = Math.max(0, span.start - REACH);
  while (start > first && !ENDS.has(text[start - 1]!)) start--;
  let end = span.end;
  const last = Math.min(text.length, span.end + REACH);
  while (end < last && !ENDS.has(text[end]!)) end++;
  return { start, end };
}
