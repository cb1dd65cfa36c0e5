import type { Entry, EntryId, Kind } from '../model';
import { fold } from '../text/normalise';
import { initialsOf, plainPinyin, syllablesOf } from '../text/pinyin';
import type { AskedTerm } from '../search/terms';

/** What an entry is called, folded for search. */
export interface EntryNames {
  readonly id: EntryId;
  readonly kind: Kind;
  readonly forms: readonly string[];
  /** Syllables run together, from each of them to the end, and first letters likewise. */
  readonly pinyin: readonly string[];
  readonly english: string;
}

export function entryNamesOf(entry: Entry): EntryNames {
  const { id, kind, names, forms } = entry;
  const syllables = syllablesOf(names.pinyin);
  const initials = initialsOf(names.pinyin);
  return {
    id,
    kind,
    forms: [...new Set([names.zh, ...forms.map(({ text }) => text)].map(fold))],
    pinyin: syllables.flatMap((_, from) => [syllables.slice(from).join(''), initials.slice(from)]),
    english: ` ${[names.en?.text ?? '', names.enLong?.text ?? ''].join(' ').toLowerCase()}`.replace(/[^a-z0-9]+/g, ' '),
  };
}

/** Whether an entry is called so: by characters, by pinyin from a syllable on, or by a word of its English. */
export function isCalled({ forms, pinyin, english }: EntryNames, { text, script }: AskedTerm): boolean {
  const asked = fold(text);
  if (forms.some((form) => form.includes(asked))) return true;
  if (script !== 'latin') return false;
  if (english.includes(` ${asked}`)) return true;
  const letters = plainPinyin(text).replace(/[^a-z0-9]+/g, '');
  return letters.length > 1 && pinyin.some((reading) => reading.startsWith(letters));
}
