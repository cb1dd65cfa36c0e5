import { LINK, linksBetween } from './links';

/** How a pattern lies in a stretch of a text with the fewest insertions, deletions and replacements. */
export interface Alignment {
  /** For each unit of the pattern the offset in the text that equals it, or -1. */
  readonly equal: Int32Array;
  /** For each unit of the pattern the stretch of the text that stands in its place; empty where it is missing. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const DIAGONAL = 0;
const UP = 1;
const LEFT = 2;
/** Pattern × stretch; above, the two are joined by what stands in both just once, and only what is between is aligned. */
const MOST_CELLS = 1 << 20;

/** Which ends of the stretch the pattern must reach; at the others the text may go on for nothing. */
export type Fixed = 'neither' | 'start' | 'end' | 'both';

/** Aligns the whole pattern with a stretch of a text. */
export function align(pattern: string, text: string, from: number, to: number, fixed: Fixed = 'neither'): Alignment {
  if (pattern.length * (to - from) <= MOST_CELLS) return alignClosely(pattern, text, from, to, fixed);
  const joined = unaligned(pattern.length, from);
  const [isStartFixed, isEndFixed] = [fixed === 'start' || fixed === 'both', fixed === 'end' || fixed === 'both'];
  let [index, at] = [0, from];
  const alignGap = (nextIndex: number, nextAt: number, isLast: boolean) => {
    const gap = pattern.slice(index, nextIndex);
    const isFixed = { start: index > 0 || isStartFixed, end: !isLast || isEndFixed };
    const isSmall = gap.length * (nextAt - at) <= MOST_CELLS;
    const part = isSmall ? alignClosely(gap, text, at, nextAt, fixedBy(isFixed)) : unaligned(gap.length, at);
    for (const key of ['equal', 'from', 'to'] as const) joined[key].set(part[key], index);
  };
  for (const link of linksBetween(pattern, text, from, to)) {
    alignGap(link.index, link.at, false);
    for (let i = 0; i < LINK; i++) {
      joined.equal[link.index + i] = joined.from[link.index + i] = link.at + i;
      joined.to[link.index + i] = link.at + i + 1;
    }
    [index, at] = [link.index + LINK, link.at + LINK];
  }
  alignGap(pattern.length, to, true);
  return joined;
}

function fixedBy({ start, end }: { start: boolean; end: boolean }): Fixed {
  if (start) return end ? 'both' : 'start';
  return end ? 'end' : 'neither';
}

function unaligned(length: number, at: number): Alignment {
  return {
    equal: new Int32Array(length).fill(-1),
    from: new Int32Array(length).fill(at),
    to: new Int32Array(length).fill(at),
  };
}

/** Time and memory: pattern × stretch. */
function alignClosely(pattern: string, text: string, from: number, to: number, fixed: Fixed): Alignment {
  const rows = pattern.length;
  const columns = to - from;
  const width = columns + 1;
  const [isStartFixed, isEndFixed] = [fixed === 'start' || fixed === 'both', fixed === 'end' || fixed === 'both'];
  const steps = new Uint8Array((rows + 1) * width);
  let above = isStartFixed ? Uint32Array.from({ length: width }, (_, j) => j) : new Uint32Array(width);
  let row = new Uint32Array(width);
  for (let i = 1; i <= rows; i++) {
    row[0] = i;
    steps[i * width] = UP;
    const unit = pattern.charCodeAt(i - 1);
    for (let j = 1; j <= columns; j++) {
      const replaced = above[j - 1]! + (text.charCodeAt(from + j - 1) === unit ? 0 : 1);
      const left = row[j - 1]! + 1;
      const up = above[j]! + 1;
      const best = Math.min(replaced, left, up);
      row[j] = best;
      // Read backwards: of equal ways the one that keeps together what stands at the fixed end.
      const isFar = fixed === 'start' && up === best;
      steps[i * width + j] = replaced === best && !isFar ? DIAGONAL : up === best ? UP : LEFT;
    }
    [above, row] = [row, above];
  }
  let end = isEndFixed ? columns : 0;
  if (!isEndFixed) for (let j = 1; j <= columns; j++) if (above[j]! < above[end]!) end = j;
  return traced(pattern, text, from, end, steps, width);
}

function traced(pattern: string, text: string, from: number, end: number, steps: Uint8Array, width: number): Alignment {
  const equal = new Int32Array(pattern.length).fill(-1);
  const starts = new Int32Array(pattern.length);
  const ends = new Int32Array(pattern.length);
  let i = pattern.length;
  let j = end;
  while (i > 0) {
    const step = steps[i * width + j]!;
    if (step === LEFT) {
      j--;
      continue;
    }
    i--;
    ends[i] = from + j;
    if (step === DIAGONAL) {
      j--;
      if (pattern.charCodeAt(i) === text.charCodeAt(from + j)) equal[i] = from + j;
    }
    starts[i] = from + j;
  }
  return { equal, from: starts, to: ends };
}
