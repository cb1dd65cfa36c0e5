/**
 * Finds every occurrence of every term in a text. A trie, entered through the first three units of a
 * term at once, does the finding; its edges lie in one open-addressing table of a typed array. In
 * front of it stands a small Bloom filter on those three units, so that a position of a text where
 * nothing begins costs one look-up in fast memory. Terms and text are folded (`lib/text/normalise.ts`).
 * All of it is typed arrays: a matcher of many terms is stored as it is, and needs not be built again.
 */
export interface Matcher {
  /** Calls `found` for each occurrence, ordered by start, then by length. Offsets are those of `codes`. */
  scan(codes: Uint16Array, found: Found): void;
}

type Found = (start: number, end: number, term: number) => void;
type Ints = Int32Array<ArrayBuffer>;

/** What `compileMatcher` makes and `matcherOf` reads; can be cloned and stored. */
export interface MatcherTables {
  /** By unit, the term of that unit alone; empty when there is none. */
  readonly singles: Ints;
  readonly pairFilter: Ints;
  readonly pairs: Ints;
  readonly filter: Ints;
  readonly entries: Ints;
  readonly edges: Ints;
}

const NONE = -1;
/** Units through which the trie is entered. Terms of one and two have tables of their own. */
const ENTRY = 3;
/** Numbers of a slot: key, unit with the bits of what may follow, node (none: it is free), term. Four: one cache line. */
const STRIDE = 4;

/** `terms[i]` is found as term `i`. Terms must differ; empty ones are never found. */
export function buildMatcher(terms: readonly string[]): Matcher {
  return matcherOf(compileMatcher(terms));
}

export function compileMatcher(terms: readonly string[]): MatcherTables {
  const long = terms.filter((term) => term.length >= ENTRY);
  const filter = newFilter(long.length);
  const entries = newTable(long.length);
  const edges = newTable(long.reduce((sum, term) => sum + term.length - ENTRY, 0));
  const twos = terms.filter((term) => term.length === 2).length;
  const pairs = newTable(twos);
  const pairFilter = newFilter(twos);
  const singles = new Int32Array(terms.some((term) => term.length === 1) ? 0x10000 : 0).fill(NONE);
  let nodes = 0;

  terms.forEach((term, index) => {
    const first = term.charCodeAt(0);
    const second = term.charCodeAt(1);
    if (term.length === 1) singles[first] = index;
    if (term.length === 2) {
      const slot = slotFor(pairs, first, second);
      put(pairs, slot, first, second, 0);
      pairs[slot + 3] = index;
      addTo(pairFilter, pairHash(first, second));
    }
    if (term.length < ENTRY) return;
    const third = term.charCodeAt(2);
    addTo(filter, tripleHash(pairHash(first, second), third));
    let table = entries;
    let slot = slotFor(entries, (first << 16) | second, third);
    if (entries[slot + 2] === NONE) put(entries, slot, (first << 16) | second, third, nodes++);
    for (let at = ENTRY; at < term.length; at++) {
      const node = table[slot + 2]!;
      const code = term.charCodeAt(at);
      table[slot + 1]! |= nextBit(code);
      table = edges;
      slot = slotFor(edges, node, code);
      if (edges[slot + 2] === NONE) put(edges, slot, node, code, nodes++);
    }
    table[slot + 3] = index;
  });
  return { singles, pairFilter, pairs, filter, entries, edges };
}

export function matcherOf({ singles, pairFilter, pairs, filter, entries, edges }: MatcherTables): Matcher {
  const walk = (codes: Uint16Array, start: number, key: number, third: number, found: Found) => {
    let table = entries;
    let slot = slotFor(entries, key, third);
    for (let at = start + ENTRY; table[slot + 2] !== NONE; at++) {
      const term = table[slot + 3]!;
      if (term !== NONE) found(start, at, term);
      if (at >= codes.length) return;
      const unit = codes[at]!;
      // Most walks end here, without a look into a table that is too large for the caches.
      if ((table[slot + 1]! & nextBit(unit)) === 0) return;
      slot = slotFor(edges, table[slot + 2]!, unit);
      table = edges;
    }
  };
  const shift = shiftOf(filter);
  const pairShift = shiftOf(pairFilter);
  const hasSingles = singles.length > 0;
  const hasPairs = pairFilter.some((word) => word !== 0);
  const atPair = (start: number, first: number, second: number, found: Found) => {
    const slot = slotFor(pairs, first, second);
    if (pairs[slot + 2] !== NONE) found(start, start + 2, pairs[slot + 3]!);
  };

  return {
    scan(codes, found) {
      const lastEntry = codes.length - ENTRY;
      // Each unit is read once; the filters are looked into here, without a call: this is where the time goes.
      let second = codes[0] ?? 0;
      let third = codes[1] ?? 0;
      for (let start = 0; start < codes.length; start++) {
        const first = second;
        second = third;
        third = start <= lastEntry ? codes[start + 2]! : 0;
        if (hasSingles && singles[first] !== NONE) found(start, start + 1, singles[first]!);
        const pair = (Math.imul(first, FIRST) + Math.imul(second, SECOND)) | 0;
        if (hasPairs && start + 1 < codes.length) {
          const bits = (1 << (pair & 31)) | (1 << ((pair >>> 5) & 31));
          if ((pairFilter[pair >>> pairShift]! & bits) === bits) atPair(start, first, second, found);
        }
        if (start > lastEntry) continue;
        const hash = (pair + Math.imul(third, THIRD)) | 0;
        const bits = (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
        if ((filter[hash >>> shift]! & bits) === bits) walk(codes, start, (first << 16) | second, third, found);
      }
    },
  };
}

/** Odd numbers without a pattern, so that neighbouring units lie far apart. */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca77;
const THIRD = 0xc2b2ae3d;

function pairHash(first: number, second: number): number {
  return (Math.imul(first, FIRST) + Math.imul(second, SECOND)) | 0;
}

function tripleHash(pair: number, third: number): number {
  return (pair + Math.imul(third, THIRD)) | 0;
}

/** A Bloom filter whose two bits for a key lie in one word: one look-up, about 1 % false hits. */
function newFilter(size: number): Ints {
  // 16 to 32 bits a key, and never less than a kilobyte.
  return new Int32Array(1 << Math.max(8, Math.ceil(Math.log2(Math.max(1, size))) - 1));
}

/** Two bits of a word; the upper bits of the hash choose the word. */
function addTo(filter: Ints, hash: number): void {
  filter[hash >>> shiftOf(filter)]! |= (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
}

/** By how much a hash is shifted to be an index. */
function shiftOf(filter: Ints): number {
  return 1 + Math.clz32(filter.length);
}

/** Of sixteen bits above a unit one for each unit that may follow: most that follow in a text do not. */
function nextBit(unit: number): number {
  return 1 << (16 + (Math.imul(unit, FIRST) >>> 28));
}

/** (key, unit) → node and the term that ends there. Half full at most. */
function newTable(most: number): Ints {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, most))) + 1);
  return new Int32Array(STRIDE << bits).fill(NONE);
}

/** Where the slot begins that holds the pair, or the free one where it would be. */
function slotFor(table: Ints, key: number, unit: number): number {
  const last = table.length - STRIDE;
  const hash = Math.imul(Math.imul(key, FIRST) ^ Math.imul(unit, 0x85ebca6b), 0xc2b2ae35);
  let slot = (hash >>> (Math.clz32(table.length) + 3)) * STRIDE;
  for (; ; slot = (slot + STRIDE) & last) {
    if (table[slot + 2] === NONE || ((table[slot + 1]! & 0xffff) === unit && table[slot] === key)) return slot;
  }
}

function put(table: Ints, slot: number, key: number, unit: number, node: number): void {
  table[slot] = key;
  table[slot + 1] = unit;
  table[slot + 2] = node;
}
