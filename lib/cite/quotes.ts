/**
 * Quotation marks as they are printed, the way reference software sets them: pairs inside pairs take the other kind of
 * marks. A straight mark opens at the start, after a blank, an opening bracket or another opening mark, and only if it is
 * closed again; before a letter it is an apostrophe. What has no partner stays as it was typed.
 */
const MARKS = /["'“”‘’]/gu;
const STRAIGHT = /["']/u;
const OPENS = '“‘';
const CLOSER: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };
const APOSTROPHE = '’';
/** Between two of these ’ is an apostrophe, never the end of a quotation. */
const LETTER = /[-0-9a-zA-ZÀ-ſͰ-ϿЀ-ԯ]/u;

type Form = 'outer' | 'inner';
const PRINTED: Readonly<Record<Form, readonly [string, string]>> = { outer: ['“', '”'], inner: ['‘', '’'] };

interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
  /** What stands behind it, up to the next mark. */
  readonly after: string;
}
interface Pair {
  readonly from: Mark;
  readonly to: number;
}

export function smartQuotes(text: string): string {
  const marks = marksIn(text);
  if (marks.length === 0) return text;
  const characters = text.split('');
  const pairs: Pair[] = [];
  const open: Mark[] = [];
  for (const mark of marks) {
    if (isApostrophe(mark)) characters[mark.at] = APOSTROPHE;
    else if (mark.opens) open.push(mark);
    else if (mark.mark === "'" && open.at(-1)?.mark !== "'") characters[mark.at] = APOSTROPHE;
    else closeWith(mark, open, pairs);
  }
  for (const { at, mark } of open) if (mark === "'") characters[at] = APOSTROPHE;
  print(pairs, characters);
  return characters.join('');
}

function marksIn(text: string): readonly Mark[] {
  const found = [...text.matchAll(MARKS)].filter(({ 0: mark, index }) => mark !== APOSTROPHE || !isInWord(text, index));
  let opened = -1;
  return found.map(({ 0: mark, index: at }, nth) => {
    const before = text[at - 1];
    const opens =
      OPENS.includes(mark) ||
      (STRAIGHT.test(mark) && (before === undefined || ' ('.includes(before) || opened === at - 1));
    if (opens) opened = at;
    return { at, mark, opens, after: text.slice(at + 1, found[nth + 1]?.index) };
  });
}

function isInWord(text: string, at: number): boolean {
  return LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '');
}

function isApostrophe({ mark, opens, after }: Mark): boolean {
  return mark === "'" && (opens ? after.startsWith(' ') : /^[^,.?:; ]/u.test(after));
}

/** Opening marks in between have no partner. */
function closeWith({ at, mark }: Mark, open: Mark[], pairs: Pair[]): void {
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    if (CLOSER[from.mark] !== mark) continue;
    pairs.push({ from, to: at });
    return;
  }
}

function print(pairs: readonly Pair[], characters: string[]): void {
  const inOrder = pairs.toSorted((a, b) => a.from.at - b.from.at);
  const first = inOrder.find(({ from }) => STRAIGHT.test(from.mark))?.from.mark;
  const around: { readonly to: number; readonly form: Form }[] = [];
  for (const { from, to } of inOrder) {
    while (around.length > 0 && around.at(-1)!.to < from.at) around.pop();
    const outside = around.at(-1)?.form;
    const alone: Form = from.mark === '“' || from.mark === first ? 'outer' : 'inner';
    const form: Form = outside === undefined ? alone : outside === 'outer' ? 'inner' : 'outer';
    around.push({ to, form });
    [characters[from.at], characters[to]] = PRINTED[form];
  }
}
