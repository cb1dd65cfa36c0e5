/** Whether what is nearly a fixed form is that form miswritten, and no ordinary Chinese. */
import { placeEndingAt } from '../detect/place';
import type { Entry } from '../model';
import { isAlike } from './alike';
import type { Draft } from './draft';
import type { Edit } from './edits';
import type { Known } from './known';
import { STOP } from './letters';
import type { Near } from './near';
import { wordsAround, type WordsAround } from './words';

/** Of these a letter that neither sounds nor looks alike makes another one. */
const NAMED = new Set<Entry['kind']>(['institution', 'meeting', 'event', 'place']);
/** Letters from which a form is known by what is left of it. */
const LONG = 6;
const NUMERALS = /[0-9〇零一二三四五六七八九十百千万亿两第几]/;
/** Letters to each side that tell where words end. */
const CONTEXT = 4;
/** Letters of a form of which one difference says nothing against it. */
const SURE = 10;
/** Letters that writers leave out, or put in the place of a comma. */
const PARTICLES = /[的和与及了之]/;
/** Letters that come and go in ordinary prose, or qualify what follows. */
const LIGHT = /[的地得了着过和与及或并且在是有为以之其各该此也都就更最很再将把被从对向到于等这那每年月日省市县区乡村]/;
/** Letters that qualify what follows. */
const QUALIFIES = /[新老大小总高全好多副正各本国]/;

/** Neither known as it stands, nor other words beside a shorter form, nor words of the language. */
export function isMistake(near: Near, draft: Draft): boolean {
  const { pattern, start, end, edits, isQuoted } = near;
  const { letters, normal } = draft;
  if (edits.length === 0 || isKnownThere(near, draft.known)) return false;
  if (!isQuoted && pattern.letters.length < 4) return false;
  if (!isQuoted && letters.text.slice(start, end).includes(pattern.letters)) return false;
  if (cutsPunctuation(near, draft) || letters.text.slice(start, end).includes(STOP)) return false;
  const words = wordsAround(normal, letters.at[start]!, letters.at[end - 1]! + 1, draft.cut);
  const saved = wordsSaved(near, draft);
  if (!isQuoted && saved < 1 && !soundsTheSame(near, draft) && beginsOrEndsInWord(near, draft)) return false;
  return edits.every((edit) => isSlip(edit, near, draft, words, saved));
}

/** What differs is itself a form that the reference has, with a letter to each side of it. */
function isKnownThere({ edits, start, end }: Near, known: Known): boolean {
  const [first, last] = [edits[0]!, edits.at(-1)!];
  const from = Math.max(start, first.text - 1);
  const to = Math.min(end, last.text + (last.is === 'missing' ? 1 : 2));
  return known.covers(from, to);
}

/** Of a form of five letters or more, what differs sounds or looks alike: that no neighbours explain. */
function soundsTheSame({ pattern, edits }: Near, { letters }: Draft): boolean {
  const isSame = ({ is, form, text }: Edit) =>
    is === 'exchanged' && isAlike(letters.text[text]!, pattern.letters[form]!);
  return pattern.letters.length > 4 && edits.every(isSame);
}

/** How many words fewer the stretch has once it is set right: what was cut to pieces is whole again. */
function wordsSaved({ pattern, start, end }: Near, { letters, cut }: Draft): number {
  const [lead, tail] = besideIn(letters, start, end);
  const count = (text: string) => [...cut(text)].length;
  return count(lead + letters.text.slice(start, end) + tail) - count(lead + pattern.letters + tail);
}

/** Some letters of the same clause before a stretch and after it. */
function besideIn({ text, parted }: Draft['letters'], start: number, end: number): readonly [string, string] {
  let [from, to] = [start, end];
  while (from > 0 && start - from < CONTEXT && parted[from] === 0 && text[from - 1] !== STOP) from--;
  while (to < text.length && to - end < CONTEXT && parted[to] === 0 && text[to] !== STOP) to++;
  return [text.slice(from, start), text.slice(end, to)];
}

/** Where a comma or a full stop stands inside that the form does not have, two phrases meet by chance. */
function cutsPunctuation({ pattern, start, end, edits }: Near, { letters }: Draft): boolean {
  let allowed = 0;
  for (const parted of pattern.parted.subarray(1)) allowed += parted;
  let found = 0;
  for (const parted of letters.parted.subarray(start + 1, end)) found += parted;
  return found > allowed && !(allowed > 0 && edits.length === 0);
}

/** 能源格|命令: the last letter belongs to the next word, and would not if the form stood there. */
function beginsOrEndsInWord({ pattern, start, end }: Near, { letters, cut }: Draft): boolean {
  const [lead, tail] = besideIn(letters, start, end);
  const written = edgesOf(lead, letters.text.slice(start, end), tail, cut);
  const meant = edgesOf(lead, pattern.letters, tail, cut);
  return (!written.begins && meant.begins) || (!written.ends && meant.ends);
}

/** Whether words begin and end where a stretch does. */
function edgesOf(lead: string, stretch: string, tail: string, cut: Draft['cut']) {
  const edges = new Set([...cut(lead + stretch + tail)].map(({ index }) => index));
  const end = lead.length + stretch.length;
  return { begins: edges.has(lead.length), ends: tail === '' || edges.has(end) };
}

function isSlip(edit: Edit, near: Near, draft: Draft, words: WordsAround, saved: number): boolean {
  const { pattern, isQuoted } = near;
  const { letters } = draft;
  const length = pattern.letters.length;
  const written = letters.text[edit.text] ?? '';
  const meant = pattern.letters[edit.form] ?? '';
  const isOrdinary = (at: number) => words.wordAt(letters.at[at]!).text.length > 1;
  const isNamed = NAMED.has(pattern.entry.kind);
  const isNumber = NUMERALS.test(meant) && (length < LONG || edit.form === 0 || isNamed);
  const isAlone = length >= SURE && near.edits.length === 1;
  const isLoose = (at: number) =>
    !isOrdinary(at) && !LIGHT.test(letters.text[at]!) && !QUALIFIES.test(letters.text[at]!);
  const isLight = (letter: string) => LIGHT.test(letter) && length < LONG;
  switch (edit.is) {
    case 'exchanged': {
      if (NUMERALS.test(written) && NUMERALS.test(meant)) return isOtherNumber(edit, near);
      if (isPlaceName(edit, draft)) return false;
      if (isAlike(written, meant)) return (length >= 4 && saved >= 0) || length > 4 || isQuoted;
      if (NUMERALS.test(written)) return false;
      if (isNumber || isLight(written) || isNamed) return false;
      if (!isQuoted && (saved < 1 || near.edits.length > 1) && isBeside(edit, near, draft.known)) return false;
      return length >= 4 && (saved > 0 || isAlone || (saved === 0 && !isOrdinary(edit.text)));
    }
    case 'swapped':
      if (length < 4 || (NUMERALS.test(meant) && length < 5 && saved < 1)) return false;
      return saved > 0 || isAlone || !isWord(edit, letters, words);
    case 'missing': {
      if (edit.form === 0 || edit.form === length - 1) return isQuoted && length >= 4;
      if (isNumber || PARTICLES.test(meant)) return false;
      if (isAlone) return true;
      if (length < 4 || (pattern.isCode && !isQuoted) || (isNamed && length < LONG)) return false;
      const around = [edit.text - 1, edit.text];
      if (joins(edit, letters, words)) return length >= LONG && [edit.text - 2, edit.text + 1].some(isLoose);
      return saved > 0 || length >= LONG || (saved >= -1 && around.some(isLoose));
    }
    case 'added': {
      const isAtEnd = edit.form === 0 || edit.form === length;
      const doubled = [letters.text[edit.text - 1], letters.text[edit.text + 1]].includes(written);
      if (doubled) return !isAtEnd || isQuoted;
      if (isAtEnd) return isQuoted && !LIGHT.test(written) && !NUMERALS.test(written);
      if (NUMERALS.test(written)) return false;
      if (written === '的') return length >= 5 && pattern.entry.tier < 3 && pattern.entry.kind === 'formulation';
      return (
        !isLight(written) &&
        !(QUALIFIES.test(written) && length < LONG) &&
        saved > 0 &&
        (!isOrdinary(edit.text) || near.edits.length === 1)
      );
    }
  }
}

/** 做到“三个维护”: inside a longer formulation the number is fixed; 五大工程 and 四大工程 are two things. */
function isOtherNumber({ form }: Edit, { pattern, edits }: Near): boolean {
  return pattern.entry.kind === 'formulation' && pattern.letters.length >= LONG && form > 0 && edits.length === 1;
}

/** At an end of the form, where the rest is a form of its own: 谱写中国式现代化 is not 推进中国式现代化 miswritten. */
function isBeside({ form, text }: Edit, { pattern, start, end }: Near, known: Known): boolean {
  const length = pattern.letters.length;
  if (form < 3 && known.covers(text + 2, end)) return true;
  if (form < 1) return length < 6;
  if (form >= length - 3 && known.covers(start, text - 1)) return true;
  return form >= length - 1 && length < 6;
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
