/** Near misses of fixed forms: two letters exchanged, one missing or added, where that is no ordinary Chinese. */
import { placeEndingAt } from '../detect/place';
import type { Entry } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { CLOSE_QUOTE, OPEN_QUOTE } from '../text/fold';
import { isAlike } from './alike';
import type { Draft } from './draft';
import { editsBetween, type Edit } from './edits';
import type { Finding } from './finding';
import type { Known } from './known';
import { patternsOf, type Pattern } from './patterns';
import { wordsAround, type WordsAround } from './words';

/** Letters of the draft that are nearly a pattern. */
interface Near {
  readonly pattern: Pattern;
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
  /** It is all that stands between quotation marks. */
  readonly isQuoted: boolean;
}

/** Letters between quotation marks that can be a code. */
const LONGEST_QUOTED = 40;
/** Of these a letter that neither sounds nor looks alike makes another one. */
const NAMED = new Set<Entry['kind']>(['institution', 'meeting', 'event', 'place']);
const NUMERALS = /[0-9〇零一二三四五六七八九十百千万亿两第几]/;
/** Letters that come and go in ordinary prose, or qualify what follows. */
const LIGHT =
  /[的地得了着过和与及或并且在是有为以之其各该此也都就更最很不再将把被从对向到于等中上下内外前后新大小总好多高全老真已要能会可年月日省市县区乡村国我们你他她这那每个项件条名级类种型性化]/;

export function wordingFindings(draft: Draft, lexicon: Lexicon): Finding[] {
  const near = [...inText(draft, lexicon), ...inQuotes(draft, lexicon)];
  return near.flatMap((each) => {
    if (each.edits.length === 0 || isKnownThere(each, draft.known) || !isMistake(each, draft)) return [];
    return [findingOf(each, draft)];
  });
}

function* inText({ letters }: Draft, lexicon: Lexicon): Generator<Near> {
  const { pieces, piecesOf } = patternsOf(lexicon);
  const { text } = letters;
  const hits: (readonly [number, number])[] = [];
  pieces.scan(letters.codes, (start, _end, term) => hits.push([start, term]));
  const seen = new Map<Pattern, number>();
  for (const [start, term] of hits) {
    for (const { pattern, from } of piecesOf[term]!) {
      const { most, letters: form } = pattern;
      // A second piece of the same place tells nothing new.
      if ((seen.get(pattern) ?? -1) >= start) continue;
      const left = editsBetween(
        reversed(form.slice(0, from)),
        reversed(before(text, start, from + most)),
        most,
        'open',
      );
      if (left === null) continue;
      const rest = most - left.edits.length;
      const right = editsBetween(form.slice(from), after(text, start, form.length - from + rest), rest, 'open');
      if (right === null) continue;
      const [first, end] = [start - left.end, start + right.end];
      seen.set(pattern, end - 1);
      const edits = editsBetween(form, text.slice(first, end), most, 'closed')?.edits ?? [];
      yield { pattern, start: first, end, isQuoted: false, edits: edits.map((edit) => shifted(edit, first)) };
    }
  }
}

function* inQuotes({ letters, normal }: Draft, lexicon: Lexicon): Generator<Near> {
  const { all, knownLetters } = patternsOf(lexicon);
  for (let start = 0; start < letters.text.length; start++) {
    if (normal.codes[letters.at[start]! - 1] !== OPEN_QUOTE) continue;
    const end = endOfQuote(draftOf(letters, normal), start);
    if (end === null || end - start < 2) continue;
    const quoted = letters.text.slice(start, end);
    if (knownLetters.has(quoted)) continue;
    for (const pattern of all) {
      if (Math.abs(pattern.letters.length - quoted.length) > pattern.most || !sharesLetters(pattern.letters, quoted)) {
        continue;
      }
      const found = editsBetween(pattern.letters, quoted, pattern.most, 'closed');
      if (found === null) continue;
      yield { pattern, start, end, isQuoted: true, edits: found.edits.map((edit) => shifted(edit, start)) };
    }
  }
}

function draftOf(letters: Draft['letters'], normal: Draft['normal']): Pick<Draft, 'letters' | 'normal'> {
  return { letters, normal };
}

function endOfQuote({ letters, normal }: Pick<Draft, 'letters' | 'normal'>, start: number): number | null {
  const last = Math.min(letters.text.length, start + LONGEST_QUOTED);
  for (let at = start; at < last; at++) {
    if (letters.text[at] === '\n') return null;
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

function before(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at);
}

function after(text: string, at: number, length: number): string {
  return text.slice(at, at + length);
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

function isKnownThere({ edits, start, end }: Near, known: Known): boolean {
  const [first, last] = [edits[0]!, edits.at(-1)!];
  const from = Math.max(start, first.text - 1);
  const to = Math.min(end, last.text + (last.is === 'missing' ? 1 : 2));
  return known.covers(from, to);
}

function isMistake(near: Near, draft: Draft): boolean {
  const { pattern, start, end, edits, isQuoted } = near;
  const { letters, normal } = draft;
  if (!isQuoted && pattern.letters.length < 4) return false;
  if (cutsPunctuation(near, draft) || letters.text.slice(start, end).includes('\n')) return false;
  const words = wordsAround(normal, letters.at[start]!, letters.at[end - 1]! + 1, draft.cut);
  if (!isQuoted && beginsOrEndsInWord(near, draft, words)) return false;
  return edits.every((edit) => isSlip(edit, near, draft, words));
}

/** Where a comma or a full stop stands inside that the form does not have, two phrases meet by chance. */
function cutsPunctuation({ pattern, start, end, edits }: Near, { letters }: Draft): boolean {
  let allowed = 0;
  for (const parted of pattern.parted.subarray(1)) allowed += parted;
  let found = 0;
  for (const parted of letters.parted.subarray(start + 1, end)) found += parted;
  return found > allowed && !(allowed > 0 && edits.length === 0);
}

/** 转型发|展示: the last letter belongs to the next word. */
function beginsOrEndsInWord({ start, end }: Near, { letters }: Draft, words: WordsAround): boolean {
  const first = letters.at[start]!;
  const last = letters.at[end - 1]!;
  const opening = words.wordAt(first);
  const closing = words.wordAt(last);
  return opening.start < first || closing.start + closing.text.length > last + 1;
}

function isSlip(edit: Edit, near: Near, draft: Draft, words: WordsAround): boolean {
  const { pattern, isQuoted } = near;
  const { letters } = draft;
  const length = pattern.letters.length;
  const written = letters.text[edit.text] ?? '';
  const meant = pattern.letters[edit.form] ?? '';
  const isOrdinary = (at: number) => words.wordAt(letters.at[at]!).text.length > 1;
  const atEdge = edit.form === 0 || edit.form >= length - 1;
  switch (edit.is) {
    case 'exchanged':
      if (NUMERALS.test(written) || NUMERALS.test(meant) || isPlaceName(edit, draft)) return false;
      if (isAlike(written, meant)) return length >= 4 || isQuoted;
      if (isOrdinary(edit.text) || LIGHT.test(written) || NAMED.has(pattern.entry.kind)) return false;
      if (isQuoted) return length >= 4;
      return !isBeside(edit, near, draft.known) && (length >= 5 || (!atEdge && pattern.entry.tier < 3));
    case 'swapped':
      if (NUMERALS.test(meant)) return false;
      return length >= 4 && !isWord(edit, letters, words);
    case 'missing': {
      if (NUMERALS.test(meant)) return false;
      if (edit.form === 0 || edit.form === length - 1) return isQuoted && length >= 4;
      if (length < 4 || LIGHT.test(meant) || joins(edit, letters, words)) return false;
      return !isOrdinary(edit.text - 1) || !isOrdinary(edit.text) || length >= 12;
    }
    case 'added': {
      const doubled = [letters.text[edit.text - 1], letters.text[edit.text + 1]].includes(written);
      if (edit.form === 0 || edit.form === length) return isQuoted && !LIGHT.test(written) && !NUMERALS.test(written);
      if (NUMERALS.test(written)) return false;
      if (doubled) return true;
      if (written === '的') return length >= 5 && pattern.entry.tier < 3 && pattern.entry.kind === 'formulation';
      return !LIGHT.test(written) && !isOrdinary(edit.text) && length >= 4;
    }
  }
}

/** At an end of the form, where the rest is a form of its own: 谱写中国式现代化 is not 推进中国式现代化 miswritten. */
function isBeside({ form, text }: Edit, { pattern, start, end }: Near, known: Known): boolean {
  const length = pattern.letters.length;
  if (form < 3 && known.covers(text + 2, end)) return true;
  if (form < 2) return length < 6;
  if (form >= length - 3 && known.covers(start, text - 1)) return true;
  return form >= length - 2 && length < 6;
}

/** The two letters are one word in the order in which they stand. */
function isWord({ text }: Edit, letters: Draft['letters'], words: WordsAround): boolean {
  const word = words.wordAt(letters.at[text]!);
  return word.start + word.text.length > letters.at[text + 1]!;
}

/** The letters around the gap are one word. */
function joins({ text }: Edit, letters: Draft['letters'], words: WordsAround): boolean {
  const word = words.wordAt(letters.at[text - 1]!);
  return word.start + word.text.length > letters.at[text]!;
}

/** 陕西 for 山西 is another place, not a slip. */
function isPlaceName({ text }: Edit, { letters, normal }: Draft): boolean {
  const at = letters.at[text]!;
  return [1, 2, 3].some((length) => {
    const place = placeEndingAt(normal.text, at + length);
    return place !== null && place.start <= at;
  });
}

function findingOf({ pattern, start, end, edits }: Near, draft: Draft): Finding {
  const { letters, original } = draft;
  const from = draft.toOriginal(letters.at[start]!);
  const to = draft.toOriginalEnd(letters.at[end - 1]!);
  let fix = '';
  let at = from;
  for (const edit of edits) {
    const here = edit.is === 'missing' && edit.text === end ? to : draft.toOriginal(letters.at[edit.text]!);
    fix += original.slice(at, here);
    at = here;
    if (edit.is === 'missing') fix += pattern.plain[edit.form]!;
    if (edit.is === 'exchanged') fix += pattern.plain[edit.form]!;
    if (edit.is === 'swapped') fix += pattern.plain.slice(edit.form, edit.form + 2);
    if (edit.is !== 'missing') at = draft.toOriginalEnd(letters.at[edit.text + (edit.is === 'swapped' ? 1 : 0)]!);
  }
  fix += original.slice(at, to);
  return {
    start: from,
    end: to,
    surface: original.slice(from, to),
    entryId: pattern.entry.id,
    fix,
    what: { is: 'wording', attested: pattern.attested },
  };
}
