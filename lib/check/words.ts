import type { Normal } from '../text/normalise';

/** Cuts a text into words: `Intl.Segmenter` or another. */
export type CutWords = (text: string) => Iterable<{ readonly segment: string; readonly index: number }>;

/** UTF-16 units to each side that are enough to decide. */
const REACH = 8;

/** The words around a stretch of a normalised text. */
export interface WordsAround {
  /** The word in which the unit stands; empty outside. */
  readonly wordAt: (unit: number) => { readonly text: string; readonly start: number };
}

export function wordsAround(normal: Normal, start: number, end: number, cut: CutWords): WordsAround {
  const from = Math.max(0, start - REACH);
  const words = [...cut(normal.text.slice(from, end + REACH))];
  return {
    wordAt: (unit) => {
      const found = words.find(({ index, segment }) => from + index <= unit && unit < from + index + segment.length);
      return found === undefined ? { text: '', start: unit } : { text: found.segment, start: from + found.index };
    },
  };
}
