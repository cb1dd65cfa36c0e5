import { describe } from '../../lib/anchor/locate';
import type { EntryId, Span } from '../../lib/model';
import type { Piece } from '../../lib/page/blocks';
import type { NotesPage } from '../../lib/page/notes';
import type { PageText } from '../../lib/page/pageText';
import { selectedRange } from '../../lib/page/selection';
import type { Passage } from './shown';

/** What the reader has selected of the text; null when that is nothing of it. */
export function selectedPassage(
  page: NotesPage,
  text: PageText,
): { readonly passage: Passage; readonly pieces: readonly Piece[] } | null {
  const range = selectedRange(page.shadowRoots);
  const span = range === null ? null : text.spanOf(range);
  return span === null ? null : { passage: passageAt(span, page, text), pieces: text.pieces(span) };
}

export function passageAt(span: Span, page: NotesPage, text: PageText): Passage {
  return {
    anchor: describe(text.text, span),
    paragraph: text.paragraphAt(span.start),
    entries: mentionsIn(span, page, text),
  };
}

/** The entries mentioned in a span, each once. */
export function mentionsIn(span: Span, page: NotesPage, text: PageText): EntryId[] {
  const entries = text.blocksIn(span).flatMap(({ block, begin }) => {
    const marks = page.marksOf(block).filter(({ start, end }) => begin + start < span.end && begin + end > span.start);
    return marks.flatMap(({ mention }) => mention.entryId ?? []);
  });
  return [...new Set(entries)];
}
