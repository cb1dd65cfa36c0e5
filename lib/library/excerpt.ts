import type { AskedTerm } from '../search/terms';
import { fold, normalise } from '../text/normalise';

/** UTF-16 units kept before and after what was found. */
const BEFORE = 24;
const AFTER = 90;

/** The stretch of a text in which what was asked for stands first, as the text writes it; null where none of it stands. */
export function excerptOf(paragraphs: readonly string[], terms: readonly AskedTerm[]): string | null {
  const asked = terms.map(({ text }) => fold(text)).filter((text) => text !== '');
  for (const paragraph of paragraphs) {
    const normal = normalise(paragraph);
    const places = asked.map((text) => normal.text.indexOf(text)).filter((at) => at >= 0);
    if (places.length === 0) continue;
    const at = normal.starts[Math.min(...places)]!;
    const start = Math.max(0, at - BEFORE);
    const end = Math.min(paragraph.length, at + AFTER);
    return (start > 0 ? '…' : '') + paragraph.slice(start, end) + (end < paragraph.length ? '…' : '');
  }
  return null;
}
