/** One difference between a form and a text: offsets of the form and of the text's letters. */
export interface Edit {
  readonly is: 'exchanged' | 'missing' | 'added' | 'swapped';
  readonly form: number;
  readonly text: number;
}

/**
 * The fewest differences that make `form` of `text` (of two neighbours swapped counts as one), or null when they are
 * more than `most`. With `open`, the text may end earlier or later than where it is cut.
 */
export function editsBetween(form: string, text: string, most: number, open: 'open' | 'closed'): Edits | null {
  const width = text.length + 1;
  const costs = new Int32Array((form.length + 1) * width).fill(FAR);
  for (let j = 0; j <= Math.min(text.length, most); j++) costs[j] = j;
  for (let i = 1; i <= form.length; i++) {
    const from = Math.max(0, i - most);
    const to = Math.min(text.length, i + most);
    let least = FAR;
    for (let j = from; j <= to; j++) {
      const cost = costAt(form, text, costs, width, i, j);
      costs[i * width + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
  }
  const end = open === 'open' ? bestEnd(costs, form.length, width, most) : text.length;
  const cost = costs[form.length * width + end]!;
  return cost > most ? null : { end, edits: traced(form, text, costs, width, end) };
}

export interface Edits {
  /** Units of the text that stand for the form. */
  readonly end: number;
  readonly edits: readonly Edit[];
}

const FAR = 1 << 20;

function costAt(form: string, text: string, costs: Int32Array, width: number, i: number, j: number): number {
  const here = i * width + j;
  if (j === 0) return i;
  const isSame = form[i - 1] === text[j - 1];
  let cost = costs[here - width - 1]! + (isSame ? 0 : 1);
  cost = Math.min(cost, costs[here - width]! + 1, costs[here - 1]! + 1);
  if (i > 1 && j > 1 && form[i - 1] === text[j - 2] && form[i - 2] === text[j - 1]) {
    cost = Math.min(cost, costs[here - 2 * width - 2]! + 1);
  }
  return cost;
}

/** Of ends with the same cost the one of the form's own length, then the longer. */
function bestEnd(costs: Int32Array, length: number, width: number, most: number): number {
  let best = Math.min(length, width - 1);
  for (let far = 1; far <= most; far++) {
    for (const end of [length + far, length - far]) {
      if (end < 0 || end >= width) continue;
      if (costs[length * width + end]! < costs[length * width + best]!) best = end;
    }
  }
  return best;
}

function traced(form: string, text: string, costs: Int32Array, width: number, end: number): Edit[] {
  const edits: Edit[] = [];
  let [i, j] = [form.length, end];
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j]!;
    const before = (di: number, dj: number) => (i < di || j < dj ? FAR : costs[(i - di) * width + j - dj]!);
    if (i > 0 && j > 0 && form[i - 1] === text[j - 1] && before(1, 1) === cost) {
      i--;
      j--;
    } else if (
      i > 1 &&
      j > 1 &&
      form[i - 1] === text[j - 2] &&
      form[i - 2] === text[j - 1] &&
      before(2, 2) === cost - 1
    ) {
      i -= 2;
      j -= 2;
      edits.push({ is: 'swapped', form: i, text: j });
    } else if (before(1, 1) === cost - 1) {
      i--;
      j--;
      edits.push({ is: 'exchanged', form: i, text: j });
    } else if (before(1, 0) === cost - 1) {
      i--;
      edits.push({ is: 'missing', form: i, text: j });
    } else {
      j--;
      edits.push({ is: 'added', form: i, text: j });
    }
  }
  return edits.reverse();
}
