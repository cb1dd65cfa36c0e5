/**
 * Straight quotation marks as curly ones, the way reference software sets them: a mark opens at the start, after a
 * blank or an opening bracket, and only if it is closed again; the first kind that occurs is the outer one. Between
 * letters it is an apostrophe. Everything else stays as it was typed.
 */
const MARK = /["']/u;

interface Open {
  readonly at: number;
  readonly mark: string;
}

export function smartQuotes(text: string): string {
  if (!MARK.test(text)) return text;
  const characters = text.split('');
  const open: Open[] = [];
  const pairs: { readonly from: number; readonly to: number; readonly depth: number }[] = [];
  characters.forEach((character, at) => {
    if (character !== '"' && character !== "'") return;
    const before = characters[at - 1];
    const after = characters[at + 1];
    const opening = open.findLastIndex(({ mark }) => mark === character);
    if (opening !== -1 && !(character === "'" && after !== undefined && /[^,.?:; ]/u.test(after))) {
      pairs.push({ from: open[opening]!.at, to: at, depth: opening });
      open.length = opening;
      return;
    }
    const opens = before === undefined || before === ' ' || before === '(';
    if (opens && after !== undefined && after !== ' ') open.push({ at, mark: character });
  });
  for (const { from, to, depth } of pairs) {
    characters[from] = depth % 2 === 0 ? '“' : '‘';
    characters[to] = depth % 2 === 0 ? '”' : '’';
  }
  return characters.join('').replaceAll("'", '’');
}
