import { cite } from '../../lib/cite/cite';
import { cslItem } from '../../lib/cite/item';
import { linkToPassage } from '../../lib/cite/textFragment';
import { corrected } from '../../lib/identity/corrected';
import type { Passage } from '../../lib/model';
import { localDay } from '../../lib/text/dates';
import { PARAGRAPH_MARK } from '../../lib/text/normalise';
import type { NotesOfFrame } from './notesOfFrame';

/** The quote, the reference, and a link that leads to the passage. A note on the whole article has no quote. */
export function cited(notes: NotesOfFrame, passage: Passage | null): string {
  const article = corrected(notes.articleDraft(), notes.saved.article);
  const reference = cite(cslItem(article, localDay(new Date())), notes.stored?.citationStyle ?? '2025-numeric');
  if (passage === null) return reference;
  const quote = passage.quote.replaceAll(PARAGRAPH_MARK, '\n');
  return [quote, reference, linkToPassage(article.url, passage, notes.placed.text.text)].join('\n');
}
