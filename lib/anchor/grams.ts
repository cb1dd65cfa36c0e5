/** Where each run of three units stands in a text, found by a hash of the run. */
export interface Grams {
  /** Every offset where the run at `offset` of `pattern` stands; none for one that stands more often than `limit`. */
  occurrences(pattern: string, offset: number, limit: number): readonly number[];
  /** The first `most` places of a string of at least three units. */
  find(wanted: string, most: number): number[];
}

export const GRAM = 3;
/** Slots of the table: about as many as the text has runs. */
const FEWEST_SLOTS = 1 << 8;
const MOST_SLOTS = 1 << 18;

/** Time and memory linear in the text. */
export function indexGrams(text: string): Grams {
  const slots = slotsFor(text.length);
  const hashAt = (run: string, at: number) => mixAt(run, at) & (slots - 1);
  const heads = new Int32Array(slots).fill(-1);
  const next = new Int32Array(Math.max(0, text.length - GRAM + 1));
  const counts = new Uint32Array(slots);
  for (let at = next.length - 1; at >= 0; at--) {
    const hash = hashAt(text, at);
    next[at] = heads[hash]!;
    heads[hash] = at;
    counts[hash]!++;
  }
  return {
    find(wanted, most) {
      let rarest = 0;
      for (let i = 1; i + GRAM <= wanted.length; i++) {
        if (counts[hashAt(wanted, i)]! < counts[hashAt(wanted, rarest)]!) rarest = i;
      }
      const found: number[] = [];
      let at = heads[hashAt(wanted, rarest)]!;
      while (at >= 0 && found.length < most) {
        if (at >= rarest && text.startsWith(wanted, at - rarest)) found.push(at - rarest);
        at = next[at]!;
      }
      return found;
    },
    occurrences(pattern, offset, limit) {
      const hash = hashAt(pattern, offset);
      if (counts[hash]! > limit) return [];
      const found: number[] = [];
      for (let at = heads[hash]!; at >= 0; at = next[at]!) {
        if (isSame(text, at, pattern, offset)) found.push(at);
      }
      return found;
    },
  };
}

/** A power of two. */
function slotsFor(length: number): number {
  let slots = FEWEST_SLOTS;
  while (slots < length && slots < MOST_SLOTS) slots *= 2;
  return slots;
}

function mixAt(text: string, at: number): number {
  const mixed =
    (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
      Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35)) >>>
    0;
  return mixed ^ (mixed >>> 15);
}

function isSame(text: string, at: number, pattern: string, offset: number): boolean {
  for (let i = 0; i < GRAM; i++) if (text.charCodeAt(at + i) !== pattern.charCodeAt(offset + i)) return false;
  return true;
}
