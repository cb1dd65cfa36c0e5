/** One difference between a form and a text: offsets of the form and of the text's letters. */
export interface Edit {
  readonly is: 'exchanged' | 'missing' | 'added' | 'swapped';
  readonly form: number;
  readonly text: number;
}

/** The fewest differences that make `form` of `text` (two neighbours swapped are one), or null when they are more than `most`. */
export function editsBetween(form: string, text: string, most: number): Edit[] | null {
  if (Math.abs(form.length - text.length) > most) return null;
  const costs = costsOf(form, text, most);
  const cost = costs?.at(-1) ?? FAR;
  return costs === null || cost > most ? null : traced(form, text, costs);
}

/** Where in `text` a form that begins with it may end, with how many differences. */
export function endsOf(form: string, text: string, most: number): (readonly [end: number, cost: number])[] {
  const costs = costsOf(form, text, most);
  if (costs === null) return [];
  const last = form.length * (text.length + 1);
  return Array.from({ length: text.length + 1 }, (_, end) => [end, costs[last + end]!] as const).filter(
    ([, cost]) => cost <= most,
  );
}

const FAR = 1 << 20;

/** A row for each unit of the form, a column for each of the text. Null: more than `most` whatever follows. */
function costsOf(form: string, text: string, most: number): Int32Array | null {
  const width = text.length + 1;
  const costs = new Int32Array((form.length + 1) * width).fill(FAR);
  for (let j = 0; j <= Math.min(text.length, most); j++) costs[j] = j;
  for (let i = 1; i <= form.length; i++) {
    let least = FAR;
    for (let j = Math.max(0, i - most); j <= Math.min(text.length, i + most); j++) {
      const cost = costAt(form, text, costs, width, i, j);
      costs[i * width + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
  }
  return costs;
}

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

function traced(form: string, text: string, costs: Int32Array): Edit[] {
  const width = text.length + 1;
  const edits: Edit[] = [];
  let [i, j] = [form.length, text.length];
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
  return edits.toReversed();
}
