import { COLOURS, type EntryId } from '../model';
import type { DataSet, KeptArticle, KeptNote } from './dataSet';
import { conditionCount, NOTE_KINDS, NOTE_STATES, type Period, type Query } from './query';

/** Which conditions something does not meet, one bit each: what fails only by one facet is still counted for that facet. */
export const FAILS = { other: 1, kinds: 2, colours: 4, sources: 8, sites: 16 } as const;

export interface Conditions {
  /** There are none: everything meets them. */
  readonly areNone: boolean;
  ofNote(note: KeptNote): number;
  /** What concerns the article as such; `read` is when it was saved. */
  ofArticle(article: KeptArticle): number;
}

/** The conditions of a query but its text, ready to be put to many rows. */
export function conditionsOf(set: DataSet, query: Query): Conditions {
  const kinds = numbersOf(query.kinds, (name) => NOTE_KINDS.indexOf(name));
  const colours = numbersOf(query.colours, (name) => COLOURS.indexOf(name));
  const sources = numbersOf(query.sources, (name) => set.sources.find(name));
  const sites = numbersOf(query.sites, (name) => set.sites.find(name));
  // A name that nothing has is number -1, which nothing has either.
  const tags = query.tags.map((name) => set.tags.find(name) ?? -1);
  const entries = query.entries.map((id: EntryId) => set.entries.find(id) ?? -1);
  const states = query.states.map((state) => NOTE_STATES.indexOf(state));
  const isOpen = (period: Period) => period.from === null && period.to === null;
  const isReadAnyDay = isOpen(query.read);
  const isPublishedAnyDay = isOpen(query.published);

  const ofSource = ({ source, site, row }: KeptArticle): number => {
    let fails = 0;
    if (sources.size > 0 && !sources.has(source)) fails |= FAILS.sources;
    if (sites.size > 0 && !sites.has(site)) fails |= FAILS.sites;
    if (!isPublishedAnyDay && !isWithin(row.publishedAt, query.published)) fails |= FAILS.other;
    return fails;
  };
  return {
    areNone: conditionCount(query) === 0,
    ofNote(note) {
      let fails = ofSource(set.articles[note.article]!);
      if (kinds.size > 0 && !kinds.has(note.kind)) fails |= FAILS.kinds;
      if (colours.size > 0 && !colours.has(note.colour)) fails |= FAILS.colours;
      if (tags.length > 0 && !tags.every((tag) => note.tags.includes(tag))) fails |= FAILS.other;
      if (entries.length > 0 && !entries.every((entry) => note.entries.includes(entry))) fails |= FAILS.other;
      if (states.length > 0 && !states.every((state) => note.states.includes(state))) fails |= FAILS.other;
      if (!isReadAnyDay && !isWithin(note.row.day, query.read)) fails |= FAILS.other;
      return fails;
    },
    ofArticle(article) {
      const isReadThen = isReadAnyDay || isWithin(article.row.day, query.read);
      return ofSource(article) | (isReadThen ? 0 : FAILS.other);
    },
  };
}

/** Whether a query asks something that only annotations can answer. */
export function asksNotes({ kinds, colours, tags, entries, states }: Query): boolean {
  return [kinds, colours, tags, entries, states].some((list) => list.length > 0);
}

function numbersOf<N extends string>(names: readonly N[], find: (name: N) => number | null): ReadonlySet<number> {
  return new Set(names.map((name) => find(name) ?? -1));
}

function isWithin(day: string | null, { from, to }: Period): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}
