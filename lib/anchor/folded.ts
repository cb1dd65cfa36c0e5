import type { Span } from '../model';
import { CLOSE_QUOTE, OPEN_QUOTE } from '../text/fold';
import { normalise, PARAGRAPH } from '../text/normalise';

/** A text without what no reader takes for a change. */
export interface Folded {
  readonly text: string;
  /** Offsets in the original (UTF-16 units) where unit i begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const SPACE = ' ';

/**
 * What stands for other units when a passage is looked for: a full stop of half width, and
 * traditional characters that stand for two and that the table of matching therefore leaves alone.
 */
const LOOSELY: Readonly<Record<string, string>> = {
  '。': '.',
  瞭: '了',
  覆: '复',
  么: '幺',
  藉: '借',
  祇: '只',
  '○': '〇',
};
const IS_LOOSE = new RegExp(`[${Object.keys(LOOSELY).join('')}]`, 'g');

/** A text as passages are looked for in it. */
export function foldForAnchors(original: string): Folded {
  const folded = foldStably(original);
  return { ...folded, text: folded.text.replace(IS_LOOSE, (unit) => LOOSELY[unit]!) };
}

/**
 * Folded as for matching, and without any white space, paragraph breaks and the difference of opening and closing
 * quotation marks, so that wraps, widths, styles and script do not count. Fingerprints are made of it and kept.
 */
export function foldStably(original: string): Folded {
  const normal = normalise(original);
  const starts = new Uint32Array(normal.text.length);
  const ends = new Uint32Array(normal.text.length);
  const kept: string[] = [];
  let length = 0;
  for (let at = 0; at < normal.text.length; at++) {
    const unit = normal.text[at]!;
    if (unit === PARAGRAPH || unit === SPACE) continue;
    starts[length] = normal.starts[at]!;
    ends[length] = normal.ends[at]!;
    length++;
    kept.push(unit.charCodeAt(0) === CLOSE_QUOTE ? String.fromCharCode(OPEN_QUOTE) : unit);
  }
  return { text: kept.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** The folded units that a span of the original touches. */
export function toFolded({ starts, ends }: Folded, { start, end }: Span): Span {
  return { start: firstAfter(ends, start), end: firstAfter(starts, end - 1) };
}

/** The span of the original from the first to the last of some folded units; at least one. */
export function toOriginal({ starts, ends }: Folded, { start, end }: Span): Span {
  return { start: starts[start]!, end: ends[end - 1]! };
}

/** Index of the first value greater than `limit`; values rise. */
function firstAfter(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
