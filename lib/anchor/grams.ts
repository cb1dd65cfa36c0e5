/** Where each run of three units stands in a text, found by a hash of the run. */
export interface Grams {
  /** Calls back with every offset where the run at `offset` of `pattern` stands; rare runs only. */
  occurrences(pattern: string, offset: number, limit: number): readonly number[];
}

export const GRAM = 3;
const BITS = 18;
const SIZE = 1 << BITS;

/** Time and memory linear in the text. */
export function indexGrams(text: string): Grams {
  const heads = new Int32Array(SIZE).fill(-1);
  const next = new Int32Array(Math.max(0, text.length - GRAM + 1));
  const counts = new Uint32Array(SIZE);
  for (let at = next.length - 1; at >= 0; at--) {
    const hash = hashAt(text, at);
    next[at] = heads[hash]!;
    heads[hash] = at;
    counts[hash]!++;
  }
  return {
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

function hashAt(text: string, at: number): number {
  const mixed =
    (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
      Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35)) >>>
    0;
  return (mixed ^ (mixed >>> 15)) & (SIZE - 1);
}

function isSame(text: string, at: number, pattern: string, offset: number): boolean {
  for (let i = 0; i < GRAM; i++) if (text.charCodeAt(at + i) !== pattern.charCodeAt(offset + i)) return false;
  return true;
}
