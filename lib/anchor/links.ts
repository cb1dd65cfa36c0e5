/** A run that stands once in a pattern and once in a stretch of a text: there the two are joined. */
export interface Link {
  /** Offset in the pattern. */
  readonly index: number;
  /** Offset in the text. */
  readonly at: number;
}

/** Units of a run that joins. */
export const LINK = 12;

/**
 * The longest series of links that rises in both, none overlapping another (patience diff). Time and memory: linear
 * in the pattern and the stretch, but for a logarithm.
 */
export function linksBetween(pattern: string, text: string, from: number, to: number): Link[] {
  const inText = singles(text, from, to);
  const links: Link[] = [];
  for (const [run, index] of singles(pattern, 0, pattern.length)) {
    const at = inText.get(run) ?? -1;
    if (index >= 0 && at >= 0) links.push({ index, at });
  }
  const apart: Link[] = [];
  for (const link of rising(links)) {
    const last = apart.at(-1);
    if (last === undefined || (link.index >= last.index + LINK && link.at >= last.at + LINK)) apart.push(link);
  }
  return apart;
}

/** Where each run stands; -1 for one that stands more than once. In the order of the text. */
function singles(text: string, from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + LINK <= to; at++) {
    const run = text.slice(at, at + LINK);
    places.set(run, places.has(run) ? -1 : at);
  }
  return places;
}

/** The longest subsequence whose offsets in the text rise. */
function rising(links: readonly Link[]): Link[] {
  const ends: number[] = [];
  const previous = new Int32Array(links.length).fill(-1);
  links.forEach(({ at }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (links[ends[middle]!]!.at < at) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = ends[low - 1]!;
    ends[low] = index;
  });
  const chain: Link[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) chain.push(links[index]!);
  return chain.toReversed();
}
