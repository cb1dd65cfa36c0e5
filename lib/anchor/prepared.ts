import { foldForAnchors, type Folded } from './folded';
import { indexGrams, type Grams } from './grams';

/** A text made ready once for any number of anchors. */
export interface Prepared {
  readonly original: string;
  readonly folded: Folded;
  /** Made when first needed: most texts are unchanged. */
  readonly grams: () => Grams;
  /** UTF-16 offset of a code point. */
  readonly unitAt: (codePoint: number) => number;
  /** Number of code points before a UTF-16 offset. */
  readonly codePointAt: (unit: number) => number;
  /** Share of a sample that the text has, 0 to 1; 1 for an empty one. */
  readonly shareOf: (sample: readonly string[]) => number;
}

export function prepare(original: string): Prepared {
  const folded = foldForAnchors(original);
  const codePoints = codePointTable(original);
  let grams: Grams | null = null;
  const shares = new Map<string, number>();
  return {
    original,
    folded,
    grams: () => (grams ??= indexGrams(folded.text)),
    ...codePoints,
    shareOf(sample) {
      const key = sample.join('\n');
      const known = shares.get(key);
      if (known !== undefined) return known;
      const there = sample.filter((run) => folded.text.includes(run)).length;
      const share = sample.length === 0 ? 1 : there / sample.length;
      shares.set(key, share);
      return share;
    },
  };
}

/** Texts without characters of two units need no table. */
export function codePointTable(text: string): Pick<Prepared, 'unitAt' | 'codePointAt'> {
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) pairs.push(at++);
  }
  const before = (limit: number, offsetOf: (index: number) => number) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsetOf(middle) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    unitAt: (codePoint) => codePoint + before(codePoint, (index) => pairs[index]! - index),
    codePointAt: (unit) => unit - before(unit, (index) => pairs[index]!),
  };
}
