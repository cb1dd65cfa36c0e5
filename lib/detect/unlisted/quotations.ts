/** What stands between quotation marks in a normalised text. */
import type { Span } from '../../model';
import { PARAGRAPH } from '../../text/normalise';

/** A longer one is speech. UTF-16 units. */
const LONGEST = 24;

/** The spans inside matching marks, in order of their end; a mark without its partner counts for nothing. */
export function quotations(text: string): Span[] {
  const found: Span[] = [];
  let open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”\n]/g)) {
    if (mark === PARAGRAPH) open = [];
    else if (mark === '“') open.push(index + 1);
    else {
      const start = open.pop();
      if (start !== undefined && index > start && index - start <= LONGEST) found.push({ start, end: index });
    }
  }
  return found;
}
