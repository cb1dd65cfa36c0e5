import { pinyinMatcher } from '../search/pinyinMatch';
import type { AskedTerm } from '../search/terms';
import { fold } from '../text/normalise';
import type { DataSet } from './dataSet';
import { isCalled } from './entryNames';

/** How well each annotation and each article has what was asked for, by number; 0: it has not. */
export interface Matches {
  readonly notes: Uint16Array;
  readonly articles: Uint16Array;
}

/** What a term weighs by where it stands. An annotation is found by its article's title too, not by its text. */
const WEIGHT = { title: 12, own: 8, entry: 6, ownTitle: 4, text: 4, words: 2, byPinyin: 2, byNote: 2 } as const;

/** Null when nothing is asked for. All terms have to be there, each anywhere. */
export function matchesOf(set: DataSet, terms: readonly AskedTerm[]): Matches | null {
  if (terms.length === 0) return null;
  const all = terms.map((term) => matchesOfTerm(set, term));
  return { notes: together(all.map(({ notes }) => notes)), articles: together(all.map(({ articles }) => articles)) };
}

function matchesOfTerm(set: DataSet, asked: AskedTerm): Matches {
  const notes = new Uint16Array(set.notes.length);
  const articles = new Uint16Array(set.articles.length);
  const note = (number: number, weight: number) => {
    if (notes[number]! < weight) notes[number] = weight;
  };
  const article = (number: number, weight: number) => {
    if (articles[number]! < weight) articles[number] = weight;
  };
  const titled = (number: number, weight: number) => {
    article(number, weight === WEIGHT.ownTitle ? WEIGHT.title : weight);
    for (const own of set.articles[number]?.notes ?? []) note(own, weight);
  };
  set.titles.find(asked.term, (number) => titled(number, WEIGHT.ownTitle));
  set.articleTexts.find(asked.term, (number) => article(number, WEIGHT.text));
  set.noteTexts.find(asked.term, (number) => note(number, WEIGHT.own));
  // The words of a run are found as terms of their own would be: each anywhere.
  const byWords = matchesOf(set, asked.words);
  byWords?.notes.forEach((weight, number) => weight > 0 && note(number, WEIGHT.words));
  byWords?.articles.forEach((weight, number) => weight > 0 && article(number, WEIGHT.words));
  byPinyin(set, asked, titled, note);
  byEntry(set, asked, note);
  for (let number = 0; number < notes.length; number++) {
    if (notes[number]! >= WEIGHT.entry || notes[number] === WEIGHT.words)
      article(set.notes[number]!.article, WEIGHT.byNote);
  }
  return { notes, articles };
}

/** Titles, sources and tags that are read so. */
function byPinyin(
  set: DataSet,
  { text, script }: AskedTerm,
  titled: (number: number, weight: number) => void,
  note: (number: number, weight: number) => void,
): void {
  const isRead = script === 'latin' ? pinyinMatcher(text) : null;
  if (isRead === null) return;
  const sources = set.sources.names.map((source) => isRead(fold(source)));
  set.articles.forEach((kept, number) => {
    if (kept !== undefined && (sources[kept.source] || isRead(kept.title))) titled(number, WEIGHT.byPinyin);
  });
  const tags = set.tags.names.map((tag) => isRead(fold(tag)));
  if (!tags.includes(true)) return;
  set.notes.forEach((kept, number) => {
    if (kept?.tags.some((tag) => tags[tag])) note(number, WEIGHT.byPinyin);
  });
}

/** Annotations of entries that are called so. */
function byEntry(set: DataSet, asked: AskedTerm, note: (number: number, weight: number) => void): void {
  const called = set.entries.names.map((id) => {
    const names = set.entryNames.get(id);
    return names !== undefined && isCalled(names, asked);
  });
  if (!called.includes(true)) return;
  set.notes.forEach((kept, number) => {
    if (kept?.entries.some((entry) => called[entry])) note(number, WEIGHT.entry);
  });
}

function together(all: readonly Uint16Array[]): Uint16Array {
  const [first, ...rest] = all as [Uint16Array, ...Uint16Array[]];
  for (const other of rest) {
    for (let i = 0; i < first.length; i++) first[i] = first[i] === 0 || other[i] === 0 ? 0 : first[i]! + other[i]!;
  }
  return first;
}
