/** Places of a draft whose letters are nearly those of a fixed form, before anybody asks whether that is a mistake. */
import type { Lexicon } from '../reference/lexicon';
import { CLOSE_QUOTE, OPEN_QUOTE } from '../text/fold';
import type { Draft } from './draft';
import { editsBetween, endsOf, type Edit } from './edits';
import { STOP } from './letters';
import { patternsOf, type Pattern, type Piece } from './patterns';

/** Letters of the draft that are nearly a pattern; offsets of the letters. */
export interface Near {
  readonly pattern: Pattern;
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
  /** It is all that stands between quotation marks. */
  readonly isQuoted: boolean;
}

/** Letters between quotation marks that can be a code. */
const LONGEST_QUOTED = 40;

/** Each place once for each pattern and each stretch; those that are a pattern letter by letter have no edits. */
export function* nearForms(draft: Draft, lexicon: Lexicon): Generator<Near> {
  yield* byPieces(draft, lexicon);
  yield* bySwaps(draft, lexicon);
  yield* inQuotes(draft, lexicon);
}

function* byPieces({ letters }: Draft, lexicon: Lexicon): Generator<Near> {
  const { pieces, piecesOf } = patternsOf(lexicon);
  const hits: (readonly [number, number])[] = [];
  pieces.scan(letters.codes, (start, _end, term) => hits.push([start, term]));
  const seen = new Set<string>();
  for (const [start, term] of hits) {
    for (const piece of piecesOf[term]!) {
      for (const [first, end] of stretchesAround(letters.text, start, piece)) {
        const key = `${first} ${end} ${piece.pattern.letters}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield nearOf(piece.pattern, letters.text, first, end);
      }
    }
  }
}

/** Where the form may stand whose piece begins at `at`: its end may lie a little nearer or farther on both sides. */
function* stretchesAround(text: string, at: number, { pattern, from }: Piece): Generator<readonly [number, number]> {
  const { most, letters: form } = pattern;
  const before = text.slice(Math.max(0, at - from - most), at);
  const lefts = endsOf(reversed(form.slice(0, from)), reversed(before), most);
  if (lefts.length === 0) return;
  const rights = endsOf(form.slice(from), text.slice(at, at + form.length - from + most), most);
  for (const [left, leftCost] of lefts) {
    for (const [right, rightCost] of rights) {
      if (leftCost + rightCost <= most) yield [at - left, at + right];
    }
  }
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}

function bySwaps({ letters }: Draft, lexicon: Lexicon): Near[] {
  const { swapped, swappedOf } = patternsOf(lexicon);
  const found: Near[] = [];
  swapped.scan(letters.codes, (start, end, term) => found.push(nearOf(swappedOf[term]!, letters.text, start, end)));
  return found;
}

function nearOf(pattern: Pattern, text: string, start: number, end: number): Near {
  const edits = editsBetween(pattern.letters, text.slice(start, end), pattern.most) ?? [];
  return { pattern, start, end, isQuoted: false, edits: edits.map((edit) => shifted(edit, start)) };
}

function* inQuotes({ letters, normal }: Draft, lexicon: Lexicon): Generator<Near> {
  const { all, knownLetters } = patternsOf(lexicon);
  for (let start = 0; start < letters.text.length; start++) {
    if (normal.codes[letters.at[start]! - 1] !== OPEN_QUOTE) continue;
    const end = endOfQuote({ letters, normal }, start);
    if (end === null || end - start < 2) continue;
    const quoted = letters.text.slice(start, end);
    if (knownLetters.has(quoted)) continue;
    for (const pattern of all) {
      if (Math.abs(pattern.letters.length - quoted.length) > pattern.most || !sharesLetters(pattern.letters, quoted)) {
        continue;
      }
      const edits = editsBetween(pattern.letters, quoted, pattern.most);
      if (edits === null) continue;
      yield { pattern, start, end, isQuoted: true, edits: edits.map((edit) => shifted(edit, start)) };
    }
  }
}

function endOfQuote({ letters, normal }: Pick<Draft, 'letters' | 'normal'>, start: number): number | null {
  const last = Math.min(letters.text.length, start + LONGEST_QUOTED);
  for (let at = start; at < last; at++) {
    if (letters.text[at] === STOP) return null;
    if (normal.codes[letters.at[at]! + 1] === CLOSE_QUOTE) return at + 1;
    if (normal.codes[letters.at[at]! + 1] === OPEN_QUOTE) return null;
  }
  return null;
}

function sharesLetters(form: string, text: string): boolean {
  let shared = 0;
  for (const letter of text) if (form.includes(letter)) shared++;
  return shared >= Math.min(form.length, text.length) - 2;
}

function shifted(edit: Edit, by: number): Edit {
  return { ...edit, text: edit.text + by };
}
