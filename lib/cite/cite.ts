import { ALONE, type Apart } from './apart';
import { is2025, marksOf, type AuthorDateStyle, type CitationStyle } from './citationStyle';
import type { CslItem } from './cslItem';
import { entry2015, yearOfIssue } from './entry2015';
import { entry2025, yearBesideName } from './entry2025';
import { join, wrap } from './join';
import { authorInText } from './responsible';

/** One reference as plain text, without its number in the list; of the note form the first citation. */
export function cite(item: CslItem, style: CitationStyle, apart: Apart = ALONE): string {
  return is2025(style) ? entry2025(item, style, apart) : entry2015(item, style, apart);
}

/** The citation in the text: `（沈嘉禾，2025）`. */
export function citeInText(item: CslItem, style: AuthorDateStyle, apart: Apart = ALONE): string {
  const { open, close, comma } = marksOf(style);
  const year = is2025(style) ? yearBesideName(item, apart.letter) : yearOfIssue(item, apart.letter);
  return wrap(open, join([authorInText(item, style, apart.given), year], comma), close);
}
