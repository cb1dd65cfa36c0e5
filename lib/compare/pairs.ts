/** Which units (paragraphs, sentences) of two texts are each other's: the same, or alike; in order, or moved. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  /** 1: the same. */
  readonly score: number;
}

/** Folded units that make a mark of a unit. */
const GRAM = 3;
/** Units that have a mark; one that more have tells nothing. */
const COMMON = 40;
/** Of those that could be a unit's counterpart, the likeliest are weighed. */
const MOST_RIVALS = 8;

/** Pairs of the units that are the same, then of those left that are at least so much alike; each unit once. By `a`. */
export function pairsOf(a: readonly string[], b: readonly string[], least: number): Pair[] {
  const pairs = samePairs(a, b);
  const takenA = new Set(pairs.map((pair) => pair.a));
  const takenB = new Set(pairs.map((pair) => pair.b));
  const likely = likelyPairs(a, b, takenA, takenB, least);
  for (const pair of likely) {
    if (takenA.has(pair.a) || takenB.has(pair.b)) continue;
    takenA.add(pair.a);
    takenB.add(pair.b);
    pairs.push(pair);
  }
  return pairs.sort((one, other) => one.a - other.a);
}

function samePairs(a: readonly string[], b: readonly string[]): Pair[] {
  const places = new Map<string, number[]>();
  b.forEach((unit, index) => {
    const known = places.get(unit);
    if (known === undefined) places.set(unit, [index]);
    else known.push(index);
  });
  const next = new Map<string, number>();
  return a.flatMap((unit, index) => {
    const nth = next.get(unit) ?? 0;
    const place = places.get(unit)?.[nth];
    if (place === undefined) return [];
    next.set(unit, nth + 1);
    return [{ a: index, b: place, score: 1 }];
  });
}

/** The likest first; of equally like ones, those that stand nearest to the same place. */
function likelyPairs(
  a: readonly string[],
  b: readonly string[],
  takenA: ReadonlySet<number>,
  takenB: ReadonlySet<number>,
  least: number,
): Pair[] {
  const marked = new Map<number, number[]>();
  const sizes = new Map<number, number>();
  b.forEach((unit, index) => {
    if (takenB.has(index)) return;
    const marks = marksOf(unit);
    sizes.set(index, marks.size);
    for (const mark of marks) {
      const known = marked.get(mark);
      if (known === undefined) marked.set(mark, [index]);
      else if (known.length <= COMMON) known.push(index);
    }
  });
  const pairs: Pair[] = [];
  a.forEach((unit, index) => {
    if (takenA.has(index)) return;
    const marks = marksOf(unit);
    const shared = new Map<number, number>();
    for (const mark of marks) {
      const places = marked.get(mark) ?? [];
      if (places.length > COMMON) continue;
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    const rivals = [...shared].map(([place, count]) => ({
      a: index,
      b: place,
      score: Math.min(0.99, (2 * count) / (marks.size + sizes.get(place)!)),
    }));
    rivals.sort((one, other) => other.score - one.score);
    pairs.push(...rivals.filter(({ score }) => score >= least).slice(0, MOST_RIVALS));
  });
  const far = (pair: Pair) => Math.abs(pair.a / a.length - pair.b / b.length);
  return pairs.sort((one, other) => other.score - one.score || far(one) - far(other));
}

function marksOf(unit: string): Set<number> {
  const marks = new Set<number>();
  for (let at = 0; at + GRAM <= unit.length; at++) {
    let mark = 0;
    for (let unitAt = at; unitAt < at + GRAM; unitAt++)
      mark = (Math.imul(mark, 0x01000193) ^ unit.charCodeAt(unitAt)) | 0;
    marks.add(mark);
  }
  return marks;
}

/** Of pairs ascending by `a` those that ascend by `b` too, and weigh the most together; the others have moved. */
export function inOrder(pairs: readonly Pair[], weightOf: (pair: Pair) => number): Set<Pair> {
  // A tree over `b` of the best sum that ends at or before it.
  const size = Math.max(0, ...pairs.map(({ b }) => b)) + 2;
  const best = Array.from<number>({ length: size }).fill(-1);
  const sums: number[] = [];
  const before: number[] = [];
  const better = (one: number, other: number) => (other < 0 || (one >= 0 && sums[one]! >= sums[other]!) ? one : other);
  pairs.forEach((pair, index) => {
    let last = -1;
    for (let at = pair.b; at > 0; at -= at & -at) last = better(last, best[at]!);
    sums.push((last < 0 ? 0 : sums[last]!) + weightOf(pair));
    before.push(last);
    for (let at = pair.b + 1; at < size; at += at & -at) best[at] = better(best[at]!, index);
  });
  let end = -1;
  sums.forEach((_, index) => {
    if (end < 0 || sums[index]! > sums[end]!) end = index;
  });
  const kept = new Set<Pair>();
  for (; end >= 0; end = before[end]!) kept.add(pairs[end]!);
  return kept;
}
