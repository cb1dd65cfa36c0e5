import type { EntryId } from '../model';
import { pinyinMatcher } from '../search/pinyinMatch';
import type { AskedTerm } from '../search/terms';
import { fold } from '../text/normalise';
import type { DataSet, KeptNote } from './dataSet';
import { isCalled } from './entryNames';
import { passingNotes } from './found';
import type { Query } from './query';

/** A tag, an entry or a source with what the library has of it. */
export interface Group {
  /** The tag, the id of the entry, or the source; the empty one where none was read. */
  readonly name: string;
  readonly notes: number;
  readonly articles: number;
  /** The day of the annotation made last. */
  readonly last: string;
}

/** What annotations are grouped by: tags, officials, other entries, sources of their articles. */
export type Grouping = 'tags' | 'people' | 'formulations' | 'sources';

/** Groups of the annotations that meet a query, the greatest first. Its text is about the names of the groups. */
export function groupsOf(set: DataSet, by: Grouping, query: Query, terms: readonly AskedTerm[]): Group[] {
  const passes = passingNotes(set, { ...query, text: '' }, null, null);
  const { names, isMeant, of } = groupingOf(set, by, terms);
  const notes = new Uint32Array(names.size);
  const articles = names.names.map(() => new Set<number>());
  const last = names.names.map(() => '');
  set.notes.forEach((note, number) => {
    if (note === undefined || passes[number] === 0) return;
    for (const each of of(note)) {
      if (!isMeant[each]) continue;
      notes[each]!++;
      articles[each]!.add(note.article);
      if (note.row.day > last[each]!) last[each] = note.row.day;
    }
  });
  return names.names
    .map((name, each) => ({ name, notes: notes[each]!, articles: articles[each]!.size, last: last[each]! }))
    .filter((group) => group.notes > 0)
    .sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1));
}

/** The names of all groups, which of them are asked for, and those of an annotation, by number. */
function groupingOf(set: DataSet, by: Grouping, terms: readonly AskedTerm[]) {
  switch (by) {
    case 'tags':
      return { names: set.tags, isMeant: namesMeant(set.tags.names, terms), of: ({ tags }: KeptNote) => tags };
    case 'sources': {
      const of = ({ article }: KeptNote) => [set.articles[article]!.source];
      return { names: set.sources, isMeant: namesMeant(set.sources.names, terms), of };
    }
    case 'people':
    case 'formulations': {
      const isMeant = entriesMeant(set, set.entries.names, by === 'people', terms);
      return { names: set.entries, isMeant, of: ({ entries }: KeptNote) => entries };
    }
  }
}

function namesMeant(names: readonly string[], terms: readonly AskedTerm[]): boolean[] {
  const tests = terms.map(({ text }) => ({ asked: fold(text), isRead: pinyinMatcher(text) }));
  return names.map((name) => {
    const folded = fold(name);
    return tests.every(({ asked, isRead }) => folded.includes(asked) || isRead?.(folded) === true);
  });
}

function entriesMeant(
  set: DataSet,
  ids: readonly EntryId[],
  isPeople: boolean,
  terms: readonly AskedTerm[],
): boolean[] {
  return ids.map((id) => {
    const names = set.entryNames.get(id);
    // What the reference does not know is no person that it knows.
    if (names === undefined) return !isPeople && terms.length === 0;
    return (names.kind === 'official') === isPeople && terms.every((term) => isCalled(names, term));
  });
}
