import { detect } from '../detect/detect';
import type { PlacedMention } from '../library/placed';
import type { PartialDate } from '../model';
import { keyOf } from '../reference/unlistedCard';
import type { Lexicon } from '../reference/lexicon';
import { PARAGRAPH_MARK } from '../text/normalise';
import type { Side } from './compare';

/** A text with what is known or recognised in it, paragraph by paragraph. A mention over two paragraphs belongs to neither. */
export function sideOf(paragraphs: readonly string[], lexicon: Lexicon, date: PartialDate | null): Side {
  const found = detect(paragraphs.join(PARAGRAPH_MARK), lexicon, { date, place: null, assumesHome: false });
  const mentions: PlacedMention[][] = paragraphs.map(() => []);
  let number = 0;
  let begins = 0;
  for (const mention of found.mentions) {
    const { start, end } = mention;
    while (start >= begins + paragraphs[number]!.length + PARAGRAPH_MARK.length) {
      begins += paragraphs[number++]!.length + PARAGRAPH_MARK.length;
    }
    if (end <= begins + paragraphs[number]!.length) {
      mentions[number]!.push({ start: start - begins, end: end - begins, key: keyOf(mention) });
    }
  }
  return { paragraphs, mentions };
}

/** The paragraphs of a text as it was pasted: its lines, without blank ones. */
export function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
