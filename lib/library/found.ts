import { COLOURS } from '../model';
import type { AskedTerm } from '../search/terms';
import { asksNotes, conditionsOf, FAILS } from './conditions';
import type { DataSet, KeptNote } from './dataSet';
import { matchesOf, type Matches } from './matching';
import type { Orders } from './orders';
import { NOTE_KINDS, NOTE_STATES, type Facet, type Query } from './query';

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** How often each value of a facet occurs in what was found, the most frequent first. */
export type FacetCounts = Readonly<Record<Facet, readonly Counted[]>>;

export interface Found {
  /** Numbers of annotations or articles, in order. */
  readonly numbers: Uint32Array;
  readonly facets: FacetCounts;
}

/** Values of a facet that are told. */
const MOST_VALUES = 200;

/** What a query finds among annotations or articles. `terms`: those of its text. */
export function find(
  set: DataSet,
  orders: Orders,
  of: 'notes' | 'articles',
  query: Query,
  terms: readonly AskedTerm[],
): Found {
  const matches = matchesOf(set, terms);
  const counts = new Counts(set);
  const [order, scores, passes] =
    of === 'notes'
      ? ([orders.notes(query.sort), matches?.notes ?? null, passingNotes(set, query, matches, counts)] as const)
      : ([
          orders.articles(query.sort),
          matches?.articles ?? null,
          passingArticles(set, query, matches, counts),
        ] as const);
  const kept = only(order, passes);
  const isByRelevance = query.sort === 'relevance' && scores !== null;
  return { numbers: isByRelevance ? byScore(kept, scores) : kept, facets: counts.told() };
}

function only(order: Uint32Array, passes: Uint8Array): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) if (passes[order[i]!] === 1) kept[count++] = order[i]!;
  return kept.slice(0, count);
}

/** 1 for each annotation that a query finds, by number. Counts the facets of those. */
export function passingNotes(set: DataSet, query: Query, matches: Matches | null, counts: Counts | null): Uint8Array {
  const conditions = conditionsOf(set, query);
  const passes = new Uint8Array(set.notes.length);
  for (let number = 0; number < passes.length; number++) {
    const note = set.notes[number];
    if (note === undefined || (matches !== null && matches.notes[number] === 0)) continue;
    const fails = conditions.areNone ? 0 : conditions.ofNote(note);
    if (fails === 0) passes[number] = 1;
    counts?.add(note, fails);
  }
  return passes;
}

/** An article passes by itself and, where annotations are asked for, by one of them. */
function passingArticles(set: DataSet, query: Query, matches: Matches | null, counts: Counts): Uint8Array {
  const conditions = conditionsOf(set, { ...query, read: { from: null, to: null } });
  const ofArticle = conditionsOf(set, query);
  const needsNotes = asksNotes(query);
  const passes = new Uint8Array(set.articles.length);
  set.articles.forEach((article, number) => {
    if (article === undefined || (matches !== null && matches.articles[number] === 0)) return;
    const own = ofArticle.ofArticle(article);
    let least = needsNotes ? FAILS.other : own;
    for (const noteNumber of article.notes) {
      const note = set.notes[noteNumber]!;
      const fails = conditions.areNone ? own : own | conditions.ofNote(note);
      if (needsNotes && (fails === 0 || least === FAILS.other)) least = fails;
      counts.addOf(number, note, fails);
    }
    if (least === 0) passes[number] = 1;
    counts.addArticle(article.source, article.site, needsNotes ? least : own);
  });
  return passes;
}

/** Stable: of equal scores what came first stays first. */
function byScore(numbers: Uint32Array, scores: Uint16Array): Uint32Array {
  const buckets = new Map<number, number[]>();
  for (const number of numbers) {
    const score = scores[number]!;
    const bucket = buckets.get(score);
    if (bucket === undefined) buckets.set(score, [number]);
    else bucket.push(number);
  }
  return Uint32Array.from([...buckets].sort(([a], [b]) => b - a).flatMap(([, bucket]) => bucket));
}

/** Counts while the rows go by: of rows that fail by one facet only, the values of that facet. */
class Counts {
  private readonly kinds = new Tally(NOTE_KINDS);
  private readonly colours = new Tally(COLOURS);
  private readonly states = new Tally(NOTE_STATES);
  private readonly tags: Tally;
  private readonly entries: Tally;
  private readonly sources: Tally;
  private readonly sites: Tally;

  constructor(private readonly set: DataSet) {
    this.tags = new Tally(set.tags.names);
    this.entries = new Tally(set.entries.names);
    this.sources = new Tally(set.sources.names);
    this.sites = new Tally(set.sites.names);
  }

  add(note: KeptNote, fails: number): void {
    const { source, site } = this.set.articles[note.article]!;
    this.addArticle(source, site, fails);
    if ((fails & ~FAILS.kinds) === 0) this.kinds.counts[note.kind]!++;
    if ((fails & ~FAILS.colours) === 0) this.colours.counts[note.colour]!++;
    if (fails !== 0) return;
    for (const tag of note.tags) this.tags.counts[tag]!++;
    for (const entry of note.entries) this.entries.counts[entry]!++;
    for (const state of note.states) this.states.counts[state]!++;
  }

  addArticle(source: number, site: number, fails: number): void {
    if ((fails & ~FAILS.sources) === 0) this.sources.counts[source]!++;
    if ((fails & ~FAILS.sites) === 0) this.sites.counts[site]!++;
  }

  /** The values of an annotation for its article, which has each of them once. */
  addOf(article: number, note: KeptNote, fails: number): void {
    if ((fails & ~FAILS.kinds) === 0) this.kinds.once(note.kind, article);
    if ((fails & ~FAILS.colours) === 0) this.colours.once(note.colour, article);
    if (fails !== 0) return;
    for (const tag of note.tags) this.tags.once(tag, article);
    for (const entry of note.entries) this.entries.once(entry, article);
    for (const state of note.states) this.states.once(state, article);
  }

  told(): FacetCounts {
    return {
      kinds: this.kinds.all(),
      colours: this.colours.all(),
      states: this.states.all(),
      tags: this.tags.mostFrequent(),
      entries: this.entries.mostFrequent(),
      sources: this.sources.mostFrequent(),
      sites: this.sites.mostFrequent(),
    };
  }
}

/** How often each of some names occurs, by their numbers. */
class Tally {
  readonly counts: Uint32Array;
  private readonly last: Int32Array;

  constructor(private readonly names: readonly string[]) {
    this.counts = new Uint32Array(names.length);
    this.last = new Int32Array(names.length).fill(-1);
  }

  /** Of one article after the other. */
  once(number: number, article: number): void {
    if (this.last[number] === article) return;
    this.last[number] = article;
    this.counts[number]!++;
  }

  all(): Counted[] {
    return this.names.map((name, number) => ({ name, count: this.counts[number]! }));
  }

  mostFrequent(): Counted[] {
    return mostFrequent(this.counts, this.names);
  }
}

export function mostFrequent(counts: Uint32Array, names: readonly string[]): Counted[] {
  const all: Counted[] = [];
  counts.forEach((count, number) => count > 0 && all.push({ name: names[number]!, count }));
  return all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, MOST_VALUES);
}
