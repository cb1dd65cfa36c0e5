import { foldForAnchors, type Folded } from './folded';
import { GRAM, indexGrams, type Grams } from './grams';
import { sampleIn, type SampleFound } from './sample';

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
  /** The first `most` places of some folded units. */
  readonly find: (wanted: string, most: number) => number[];
  readonly sampleIn: (sample: readonly string[]) => SampleFound;
  /** Whether a paragraph, or a line that may be one, begins at a folded offset, or the text ends there. */
  readonly beginsParagraph: (at: number) => boolean;
}

/** Folded units after which a line break ends a paragraph; after others it may only wrap a line. */
const CLOSING = /[.!?;:“)\]]/;
/** Line breaks and the mark between blocks of a page. */
const BREAKS = /[\n\u2029]/g;

function paragraphStarts(original: string, { text, starts }: Folded): ReadonlySet<number> {
  const begins = new Set([0, text.length]);
  let unit = 0;
  for (const { index, 0: mark } of original.matchAll(BREAKS)) {
    while (unit < starts.length && starts[unit]! < index) unit++;
    if (unit > 0 && unit < text.length && (mark !== '\n' || CLOSING.test(text[unit - 1]!))) begins.add(unit);
  }
  return begins;
}

export function prepare(original: string): Prepared {
  const folded = foldForAnchors(original);
  const codePoints = codePointTable(original);
  let indexed: Grams | null = null;
  const grams = () => (indexed ??= indexGrams(folded.text));
  let paragraphs: ReadonlySet<number> | null = null;
  const samples = new Map<string, SampleFound>();
  return {
    original,
    folded,
    grams,
    beginsParagraph: (at) => (paragraphs ??= paragraphStarts(original, folded)).has(at),
    ...codePoints,
    find: (wanted, most) => find(folded.text, wanted, most, grams),
    sampleIn(sample) {
      const key = sample.join('\n');
      const found = samples.get(key) ?? sampleIn(sample, (run) => find(folded.text, run, 2, grams));
      samples.set(key, found);
      return found;
    },
  };
}

function find(text: string, wanted: string, most: number, grams: () => Grams): number[] {
  if (wanted.length >= GRAM) return grams().find(wanted, most);
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted); at >= 0 && found.length < most; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
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
