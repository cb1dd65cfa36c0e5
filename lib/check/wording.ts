/** Near misses of fixed forms: two letters exchanged, one missing or added, where that is no ordinary Chinese. */
import { placeEndingAt } from '../detect/place';
import type { Entry } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { CLOSE_QUOTE, OPEN_QUOTE } from '../text/fold';
import { isAlike } from './alike';
import type { Draft } from './draft';
import { editsBetween, endsOf, type Edit } from './edits';
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

export function wordingFindings(draft: Draft, lexicon: Lexicon): Finding[] {
  const near = [...inText(draft, lexicon), ...inQuotes(draft, lexicon)];
  return near.flatMap((each) => {
    if (each.edits.length === 0 || isKnownThere(each, draft.known) || !isMistake(each, draft)) return [];
    return [findingOf(each, draft)];
  });
}

function* inText({ letters }: Draft, lexicon: Lexicon): Generator<Near> {
  const { pieces, piecesOf, swapped, swappedOf } = patternsOf(lexicon);
  const { text } = letters;
  const hits: (readonly [number, number])[] = [];
  pieces.scan(letters.codes, (start, _end, term) => hits.push([start, term]));
  const seen = new Set<string>();
  for (const [start, term] of hits) {
    for (const { pattern, from } of piecesOf[term]!) {
      const { most, letters: form } = pattern;
      const lefts = endsOf(reversed(form.slice(0, from)), reversed(before(text, start, from + most)), most);
      if (lefts.length === 0) continue;
      const rights = endsOf(form.slice(from), after(text, start, form.length - from + most), most);
      for (const [left, leftCost] of lefts) {
        for (const [right, rightCost] of rights) {
          const [first, end] = [start - left, start + right];
          const key = `${first} ${end} ${form}`;
          if (leftCost + rightCost > most || seen.has(key)) continue;
          seen.add(key);
          const edits = editsBetween(form, text.slice(first, end), most) ?? [];
          yield { pattern, start: first, end, isQuoted: false, edits: edits.map((edit) => shifted(edit, first)) };
        }
      }
    }
  }
  const turned: Near[] = [];
  swapped.scan(letters.codes, (start, end, term) => {
    const pattern = swappedOf[term]!;
    const edits = editsBetween(pattern.letters, text.slice(start, end), 1) ?? [];
    turned.push({ pattern, start, end, isQuoted: false, edits: edits.map((edit) => shifted(edit, start)) });
  });
  yield* turned;
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
  if (!isQuoted && letters.text.slice(start, end).includes(pattern.letters)) return false;
  if (cutsPunctuation(near, draft) || letters.text.slice(start, end).includes('\n')) return false;
  const words = wordsAround(normal, letters.at[start]!, letters.at[end - 1]! + 1, draft.cut);
  const saved = wordsSaved(near, draft);
  if (!isQuoted && saved < 1 && beginsOrEndsInWord(near, draft)) return false;
  return edits.every((edit) => isSlip(edit, near, draft, words, saved));
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
  while (from > 0 && start - from < CONTEXT && parted[from] === 0 && text[from - 1] !== '\n') from--;
  while (to < text.length && to - end < CONTEXT && parted[to] === 0 && text[to] !== '\n') to++;
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
      if (NUMERALS.test(written) || isPlaceName(edit, draft)) return false;
      if (isAlike(written, meant)) return (length >= 4 && saved >= 0) || length >= 6 || isQuoted;
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
      return saved > 0 || length >= LONG || (saved === 0 && around.some(isLoose)) || around.every(isLoose);
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
        !QUALIFIES.test(written) &&
        saved > 0 &&
        (!isOrdinary(edit.text) || near.edits.length === 1)
      );
    }
  }
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
