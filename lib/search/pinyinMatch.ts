import { plainPinyin } from '../text/pinyin';
import { READINGS } from '../text/readings';

/** Whether a folded text has, somewhere, characters that are read so. */
export type PinyinMatcher = (folded: string) => boolean;

let readings: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * Reads a query as pinyin: syllables in full or by their first letter, mixed as the reader likes, the last one perhaps
 * begun (gaozhil, gzl, gaozl → 高质量). Tones may be written with marks. Null when it cannot be pinyin.
 */
export function pinyinMatcher(query: string): PinyinMatcher | null {
  const asked = plainPinyin(query).replace(/[^a-z0-9]+/g, '');
  if (asked.length < 2 || !/[a-z]/.test(asked)) return null;
  readings ??= readingsOf();
  const known = readings;
  /** Whether what is asked for from `at` is read from `from` on. */
  const isRead = (text: string, from: number, at: number): boolean => {
    if (at === asked.length) return true;
    if (from === text.length) return false;
    const character = text[from]!;
    const own = known.get(character);
    if (own === undefined) return character === asked[at] && isRead(text, from + 1, at + 1);
    return own.some((syllable) => {
      if (syllable[0] !== asked[at]) return false;
      if (asked.startsWith(syllable, at) && isRead(text, from + 1, at + syllable.length)) return true;
      if (asked.length - at > 1 && syllable.startsWith(asked.slice(at))) return true;
      return isRead(text, from + 1, at + 1);
    });
  };
  const begins = beginningWith(asked[0]!, known);
  return (text) => {
    for (let from = 0; from < text.length; from++) {
      if (begins[text.charCodeAt(from)] === 1 && isRead(text, from, 0)) return true;
    }
    return false;
  };
}

/** 1 for each unit that may be read from a letter on, or is the digit. Latin words are looked for as words. */
function beginningWith(letter: string, known: ReadonlyMap<string, readonly string[]>): Uint8Array {
  const begins = new Uint8Array(0x10000);
  if (/[0-9]/.test(letter)) begins[letter.charCodeAt(0)] = 1;
  for (const [character, syllables] of known) {
    if (syllables.some((syllable) => syllable[0] === letter)) begins[character.charCodeAt(0)] = 1;
  }
  return begins;
}

function readingsOf(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [syllable, characters] of READINGS) {
    for (const character of characters) {
      const own = all.get(character);
      if (own === undefined) all.set(character, [syllable]);
      else own.push(syllable);
    }
  }
  return all;
}
