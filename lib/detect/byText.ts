import type { Mention } from '../model';
import { PARAGRAPH_MARK } from '../text/normalise';

/** A mention in the text with the number `text`. */
export type MentionInText = Mention & { readonly text: number };

/** From offsets of joined texts to offsets of each. A mention over two of them belongs to neither. */
export function mentionsByText(mentions: readonly Mention[], texts: readonly string[]): MentionInText[] {
  const placed: MentionInText[] = [];
  let text = 0;
  let begins = 0;
  for (const mention of mentions) {
    while (mention.start >= begins + texts[text]!.length + PARAGRAPH_MARK.length) {
      begins += texts[text]!.length + PARAGRAPH_MARK.length;
      text++;
    }
    if (mention.end > begins + texts[text]!.length) continue;
    placed.push({ ...mention, text, start: mention.start - begins, end: mention.end - begins });
  }
  return placed;
}
