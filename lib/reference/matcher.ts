/**
 * Finds every occurrence of every term in a text. A trie, entered through the first three units of a
 * term at once, does the finding; its edges lie in one open-addressing table of a typed array. In
 * front of it stands a small Bloom filter on those three units, so that a position of a text where
 * nothing begins costs one look-up in fast memory. Terms and text are folded (`lib/text/normalise.ts`).
 */
export interface Matcher {
  /** Calls `found` for each occurrence, ordered by start, then by length. Offsets are those of `codes`. */
  scan(codes: Uint16Array, found: Found): void;
}

type Found = (start: number, end: number, term: number) => void;

const NONE = -1;
/** Units through which the trie is entered. Terms of one and two have tables of their own. */
const ENTRY = 3;

/** `terms[i]` is found as term `i`. Terms must differ; empty ones are never found. */
export function buildMatcher(terms: readonly string[]): Matcher {
  const long = terms.filter((term) => term.length >= ENTRY);
  const units = long.reduce((sum, term) => sum + term.length - ENTRY, 0);
  const filter = new Filter(long.length);
  const entries = new Table(long.length);
  const edges = new Table(units);
  const twos = terms.filter((term) => term.length === 2).length;
  const pairs = new Table(twos);
  const pairFilter = new Filter(twos);
  const singles = new Map<number, number>();
  let nodes = 0;

  terms.forEach((term, index) => {
    const first = term.charCodeAt(0);
    const second = term.charCodeAt(1);
    if (term.length === 1) singles.set(first, index);
    if (term.length === 2) {
      const slot = pairs.slotFor(first, second);
      pairs.put(slot, first, second, NONE);
      pairs.setTerm(slot, index);
      pairFilter.add(pairHash(first, second));
    }
    if (term.length < ENTRY) return;
    const third = term.charCodeAt(2);
    filter.add(tripleHash(pairHash(first, second), third));
    let slot = entries.slotFor((first << 16) | second, third);
    if (entries.isFree(slot)) entries.put(slot, (first << 16) | second, third, nodes++);
    let table = entries;
    for (let at = ENTRY; at < term.length; at++) {
      const node = table.node(slot);
      const code = term.charCodeAt(at);
      table = edges;
      slot = edges.slotFor(node, code);
      if (edges.isFree(slot)) edges.put(slot, node, code, nodes++);
    }
    table.setTerm(slot, index);
  });

  const walk = (codes: Uint16Array, start: number, found: Found) => {
    let table = entries;
    let slot = entries.slotFor((codes[start]! << 16) | codes[start + 1]!, codes[start + 2]!);
    for (let at = start + ENTRY; !table.isFree(slot); at++) {
      const term = table.term(slot);
      if (term !== NONE) found(start, at, term);
      if (at >= codes.length) return;
      slot = edges.slotFor(table.node(slot), codes[at]!);
      table = edges;
    }
  };

  return {
    scan(codes, found) {
      const { words, shift } = filter;
      const hasSingles = singles.size > 0;
      const hasPairs = twos > 0;
      const lastEntry = codes.length - ENTRY;
      for (let start = 0; start < codes.length; start++) {
        const first = codes[start]!;
        if (hasSingles) {
          const single = singles.get(first);
          if (single !== undefined) found(start, start + 1, single);
        }
        if (start + 1 === codes.length) return;
        const second = codes[start + 1]!;
        const pair = pairHash(first, second);
        if (hasPairs && pairFilter.has(pair)) {
          const slot = pairs.slotFor(first, second);
          if (!pairs.isFree(slot)) found(start, start + 2, pairs.term(slot));
        }
        if (start > lastEntry) continue;
        const hash = tripleHash(pair, codes[start + 2]!);
        const bits = bitsOf(hash);
        if ((words[hash >>> shift]! & bits) === bits) walk(codes, start, found);
      }
    },
  };
}

function pairHash(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca77)) | 0;
}

function tripleHash(pair: number, third: number): number {
  return (pair + Math.imul(third, 0xc2b2ae3d)) | 0;
}

/** Two bits of a word; the upper bits of the hash choose the word. */
function bitsOf(hash: number): number {
  return (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
}

/** A Bloom filter whose two bits for a key lie in one word: one look-up, about 1 % false hits. */
class Filter {
  readonly words: Uint32Array;
  readonly shift: number;

  constructor(size: number) {
    // 16 to 32 bits a key, and never less than a kilobyte.
    const bits = Math.max(8, Math.ceil(Math.log2(Math.max(1, size))) - 1);
    this.words = new Uint32Array(1 << bits);
    this.shift = 32 - bits;
  }

  add(hash: number): void {
    this.words[hash >>> this.shift]! |= bitsOf(hash);
  }

  has(hash: number): boolean {
    const bits = bitsOf(hash);
    return (this.words[hash >>> this.shift]! & bits) === bits;
  }
}

/** Numbers of a slot: key, unit, node, term. Four, so that a slot lies in one cache line. */
const STRIDE = 4;

/** (key, unit) → node and the term that ends there. Half full at most. */
class Table {
  private readonly mask: number;
  private readonly shift: number;
  private readonly slots: Int32Array;

  constructor(most: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, most))) + 1);
    this.mask = (1 << bits) - 1;
    this.shift = 32 - bits;
    this.slots = new Int32Array(STRIDE << bits).fill(NONE);
  }

  /** The slot that holds the pair, or the free one where it would be. */
  slotFor(key: number, unit: number): number {
    const { slots, mask } = this;
    let slot = Math.imul(Math.imul(key, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b), 0xc2b2ae35) >>> this.shift;
    for (; ; slot = (slot + 1) & mask) {
      const held = slots[slot * STRIDE + 1]!;
      if (held === NONE || (held === unit && slots[slot * STRIDE] === key)) return slot;
    }
  }

  isFree(slot: number): boolean {
    return this.slots[slot * STRIDE + 1] === NONE;
  }

  put(slot: number, key: number, unit: number, node: number): void {
    this.slots[slot * STRIDE] = key;
    this.slots[slot * STRIDE + 1] = unit;
    this.slots[slot * STRIDE + 2] = node;
  }

  node(slot: number): number {
    return this.slots[slot * STRIDE + 2]!;
  }

  term(slot: number): number {
    return this.slots[slot * STRIDE + 3]!;
  }

  setTerm(slot: number, term: number): void {
    this.slots[slot * STRIDE + 3] = term;
  }
}
