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

/** Which ends of the stretch the pattern must reach; at the others the text may go on for nothing. */
export type Fixed = 'neither' | 'start' | 'end';

/** Aligns the whole pattern with a stretch of a text. Time and memory: pattern × stretch. */
export function align(pattern: string, text: string, from: number, to: number, fixed: Fixed = 'neither'): Alignment {
  const rows = pattern.length;
  const columns = to - from;
  const width = columns + 1;
  const steps = new Uint8Array((rows + 1) * width);
  let above = fixed === 'start' ? Uint32Array.from({ length: width }, (_, j) => j) : new Uint32Array(width);
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
  let end = fixed === 'end' ? columns : 0;
  if (fixed !== 'end') for (let j = 1; j <= columns; j++) if (above[j]! < above[end]!) end = j;
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
