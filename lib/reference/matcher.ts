/**
 * Finds every occurrence of every term in a text: a trie whose edges lie in one open-addressing
 * table of typed arrays, entered through the first two units of a term, with a bit filter on those
 * pairs in front, so that most positions of a text cost one look-up. Terms and text are folded
 * (`lib/text/normalise.ts`). The idea of entering by the first pair is common in Chinese dictionary
 * matching, where single characters say too little.
 */
export interface Matcher {
  /** Calls `found` for each occurrence, ordered by start, then by length. Offsets are those of `codes`. */
  scan(codes: Uint16Array, found: (start: number, end: number, term: number) => void): void;
}

const NONE = -1;
/** A slot is free when no node is stored in it. */
const FREE = -1;

/** `terms[i]` is found as term `i`. Terms must differ; empty ones are never found. */
export function buildMatcher(terms: readonly string[]): Matcher {
  const units = terms.reduce((sum, term) => sum + term.length, 0);
  const edges = new Edges(units);
  /** Node → the term that ends there. */
  const ends = new Int32Array(units + 1).fill(NONE);
  let nodes = 1;
  const filterBits = Math.max(14, Math.ceil(Math.log2(Math.max(1, terms.length))) + 4);
  const filter = new Uint32Array(1 << (filterBits - 5));
  const filterShift = 32 - filterBits;
  const singles = new Map<number, number>();

  terms.forEach((term, index) => {
    if (term.length === 0) return;
    if (term.length === 1) {
      singles.set(term.charCodeAt(0), index);
      return;
    }
    const pair = hashOfPair(term.charCodeAt(0), term.charCodeAt(1)) >>> filterShift;
    filter[pair >>> 5]! |= 1 << (pair & 31);
    let node = 0;
    for (let at = 0; at < term.length; at++) {
      const code = term.charCodeAt(at);
      let next = edges.get(node, code);
      if (next === NONE) {
        next = nodes++;
        edges.set(node, code, next);
      }
      node = next;
    }
    ends[node] = index;
  });

  return {
    scan(codes, found) {
      const last = codes.length - 1;
      const hasSingles = singles.size > 0;
      for (let start = 0; start <= last; start++) {
        const first = codes[start]!;
        if (hasSingles) {
          const single = singles.get(first);
          if (single !== undefined) found(start, start + 1, single);
        }
        if (start === last) break;
        const pair = hashOfPair(first, codes[start + 1]!) >>> filterShift;
        if ((filter[pair >>> 5]! & (1 << (pair & 31))) === 0) continue;
        let node = edges.get(0, first);
        for (let at = start + 1; node !== NONE && at <= last; at++) {
          node = edges.get(node, codes[at]!);
          if (node !== NONE && ends[node] !== NONE) found(start, at + 1, ends[node]!);
        }
      }
    },
  };
}

function hashOfPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> 0;
}

/** (node, unit) → node. Half full at most. */
class Edges {
  private readonly mask: number;
  private readonly shift: number;
  private readonly from: Int32Array;
  private readonly code: Uint16Array;
  private readonly to: Int32Array;

  constructor(most: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, most))) + 1);
    this.mask = (1 << bits) - 1;
    this.shift = 32 - bits;
    this.from = new Int32Array(1 << bits).fill(FREE);
    this.code = new Uint16Array(1 << bits);
    this.to = new Int32Array(1 << bits);
  }

  get(node: number, code: number): number {
    let slot = this.slotOf(node, code);
    while (this.from[slot] !== FREE) {
      if (this.from[slot] === node && this.code[slot] === code) return this.to[slot]!;
      slot = (slot + 1) & this.mask;
    }
    return NONE;
  }

  set(node: number, code: number, to: number): void {
    let slot = this.slotOf(node, code);
    while (this.from[slot] !== FREE) slot = (slot + 1) & this.mask;
    this.from[slot] = node;
    this.code[slot] = code;
    this.to[slot] = to;
  }

  private slotOf(node: number, code: number): number {
    return Math.imul(Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b), 0xc2b2ae35) >>> this.shift;
  }
}
