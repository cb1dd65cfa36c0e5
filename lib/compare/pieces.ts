import { diffArrays } from 'diff';

/** A stretch of words that both wordings have, or one of them. */
export interface Piece {
  readonly is: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Cuts a text into words: `Intl.Segmenter` or another. */
export type CutWords = (text: string) => Iterable<{ readonly segment: string }>;

/** Words that differ beyond which two wordings are shown whole, one after the other. */
const MOST = 2000;

/** Two wordings as one: in the order of the text, at each place first what went. */
export function piecesOf(before: string, after: string, cut: CutWords): Piece[] {
  const words = (text: string) => Array.from(cut(text), ({ segment }) => segment);
  const parts = diffArrays(words(before), words(after), { maxEditLength: MOST });
  if (parts === undefined) {
    return [
      { is: 'removed', text: before },
      { is: 'added', text: after },
    ];
  }
  return parts.map(({ added, removed, value }): Piece => {
    const text = value.join('');
    if (added) return { is: 'added', text };
    return { is: removed ? 'removed' : 'same', text };
  });
}
