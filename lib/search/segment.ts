/**
 * Some documents and the pairs of neighbouring units in them, built once and never changed. What is asked for is looked
 * up by its rarest pairs and then read in the text itself, so that an answer is never more than a substring.
 */

/** Documents of one segment at most: postings take two bytes each. */
export const MOST_DOCUMENTS = 0x10000;
/** Pairs of a term that are looked up; the text decides about the rest. */
const MOST_PAIRS = 4;

export class Segment {
  /** The texts, each ended by a zero. */
  private readonly units: Uint16Array;
  private readonly begins: Uint32Array;
  /** Every pair once, ascending: the first unit above the second. */
  private readonly pairs: Uint32Array;
  /** Where the documents of each pair begin in `documents`. */
  private readonly starts: Uint32Array;
  private readonly documents: Uint16Array;

  constructor(texts: readonly Uint16Array[]) {
    const length = texts.reduce((sum, text) => sum + text.length + 1, 0);
    this.units = new Uint16Array(length);
    this.begins = new Uint32Array(texts.length + 1);
    let at = 0;
    texts.forEach((text, number) => {
      this.begins[number] = at;
      this.units.set(text, at);
      at += text.length + 1;
    });
    this.begins[texts.length] = at;
    const sorted = sortedPairs(this.units, this.begins);
    this.pairs = sorted.pairs;
    this.starts = sorted.starts;
    this.documents = sorted.documents;
  }

  /** The documents that have the units in a row, ascending. */
  find(term: Uint16Array, isWord: boolean): ArrayLike<number> {
    if (term.length === 0) return [];
    const candidates = term.length === 1 ? this.withUnit(term[0]!) : this.withPairsOf(term);
    if (term.length <= 2 && !isWord) return candidates;
    const found: number[] = [];
    for (let i = 0; i < candidates.length; i++) {
      const document = candidates[i]!;
      if (this.placeOf(document, term, isWord) >= 0) found.push(document);
    }
    return found;
  }

  /** Where the units begin in a document; -1 when they are not there. `isWord`: only where a Latin word begins. */
  placeOf(document: number, term: Uint16Array, isWord: boolean): number {
    const begin = this.begins[document]!;
    return placeIn(this.units, begin, this.begins[document + 1]! - 1, term, isWord);
  }

  private withUnit(unit: number): number[] {
    const from = lowerBound(this.pairs, unit * 0x10000);
    const to = lowerBound(this.pairs, (unit + 1) * 0x10000);
    const seen = new Uint8Array(this.begins.length - 1);
    for (let i = this.starts[from]!; i < this.starts[to]!; i++) seen[this.documents[i]!] = 1;
    const found: number[] = [];
    for (let document = 0; document < seen.length; document++) if (seen[document] === 1) found.push(document);
    return found;
  }

  private withPairsOf(term: Uint16Array): Uint16Array {
    const lists: Uint16Array[] = [];
    for (let i = 0; i + 1 < term.length; i++) {
      const pair = term[i]! * 0x10000 + term[i + 1]!;
      const at = lowerBound(this.pairs, pair);
      if (this.pairs[at] !== pair) return new Uint16Array();
      lists.push(this.documents.subarray(this.starts[at], this.starts[at + 1]));
    }
    lists.sort((a, b) => a.length - b.length);
    return lists.slice(1, MOST_PAIRS).reduce(common, lists[0]!);
  }
}

/** Where a term begins between two offsets of a text, from the first of them; -1 when it is not there. */
export function placeIn(text: Uint16Array, begin: number, end: number, term: Uint16Array, isWord: boolean): number {
  const first = term[0]!;
  const last = end - term.length;
  for (let at = begin; at <= last; at++) {
    if (text[at] !== first) continue;
    let next = 1;
    while (next < term.length && text[at + next] === term[next]) next++;
    if (next < term.length) continue;
    if (!isWord || at === begin || !isWordUnit(text[at - 1]!)) return at - begin;
  }
  return -1;
}

/** Lower-case letters and digits of ASCII; all others are folded to them. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/**
 * All pairs with their documents, sorted by counting: by the second unit, then by the first, so that documents stay
 * ascending. Each step writes one word for each pair, with the document below the unit that the step does not sort by.
 */
function sortedPairs(units: Uint16Array, begins: Uint32Array) {
  const total = units.length - (begins.length - 1);
  const bySecond = new Uint32Array(total);
  const nextSecond = offsetsBy(units, begins, 1);
  const byFirst = new Uint32Array(total);
  const nextFirst = offsetsBy(units, begins, 0);
  for (let document = 0; document + 1 < begins.length; document++) {
    const last = begins[document + 1]! - 1;
    for (let at = begins[document]!; at < last; at++) {
      bySecond[nextSecond[units[at + 1]!]!++] = ((units[at]! << 16) | document) >>> 0;
    }
  }
  for (let second = 0, i = 0; second < nextSecond.length; second++) {
    for (const end = nextSecond[second]!; i < end; i++) {
      const word = bySecond[i]!;
      byFirst[nextFirst[word >>> 16]!++] = ((second << 16) | (word & 0xffff)) >>> 0;
    }
  }
  const pairs: number[] = [];
  const starts: number[] = [];
  const documents = new Uint16Array(total);
  let count = 0;
  for (let first = 0, i = 0; first < nextFirst.length; first++) {
    let before = -1;
    for (const end = nextFirst[first]!; i < end; i++) {
      const word = byFirst[i]!;
      if (word === before) continue;
      if (before < 0 || word >>> 16 !== before >>> 16) {
        pairs.push(first * 0x10000 + (word >>> 16));
        starts.push(count);
      }
      documents[count++] = word & 0xffff;
      before = word;
    }
  }
  starts.push(count);
  return { pairs: Uint32Array.from(pairs), starts: Uint32Array.from(starts), documents: documents.slice(0, count) };
}

/** For each unit how many pairs come before those that have it first (`by` 0) or second (1). */
function offsetsBy(units: Uint16Array, begins: Uint32Array, by: 0 | 1): Uint32Array {
  const counts = new Uint32Array(0x10000);
  for (let document = 0; document + 1 < begins.length; document++) {
    for (let at = begins[document]!; at + 1 < begins[document + 1]!; at++) counts[units[at + by]!]!++;
  }
  let sum = 0;
  for (let unit = 0; unit < counts.length; unit++) {
    const count = counts[unit]!;
    counts[unit] = sum;
    sum += count;
  }
  return counts;
}

function common(a: Uint16Array, b: Uint16Array): Uint16Array {
  const both = new Uint16Array(a.length);
  let count = 0;
  let j = 0;
  for (let i = 0; i < a.length && j < b.length; i++) {
    while (j < b.length && b[j]! < a[i]!) j++;
    if (b[j] === a[i]) both[count++] = a[i]!;
  }
  return both.subarray(0, count);
}

/** The first index whose value is not below the one asked for. */
function lowerBound(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
