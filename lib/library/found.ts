import type { Colour } from '../model';
import { COLOURS } from '../model';
import type { AskedTerm } from '../search/terms';
import { asksNotes, conditionsOf, FAILS } from './conditions';
import type { DataSet, KeptNote } from './dataSet';
import { matchesOf, type Matches } from './matching';
import type { Orders } from './orders';
import { NOTE_KINDS, NOTE_STATES, type Facet, type NoteKind, type Query } from './query';

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
      : ([orders.articles(query.sort), matches?.articles ?? null, passingArticles(set, query, matches, counts)] as const);
  const kept = order.filter((number) => passes[number] === 1);
  const isByRelevance = query.sort === 'relevance' && scores !== null;
  return { numbers: isByRelevance ? byScore(kept, scores) : kept, facets: counts.told() };
}

/** 1 for each annotation that a query finds, by number. Counts the facets of those. */
export function passingNotes(set: DataSet, query: Query, matches: Matches | null, counts: Counts | null): Uint8Array {
  const conditions = conditionsOf(set, query);
  const passes = new Uint8Array(set.notes.length);
  for (let number = 0; number < passes.length; number++) {
    const note = set.notes[number];
    if (note === undefined || (matches !== null && matches.notes[number] === 0)) continue;
    const fails = conditions.ofNote(note);
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
      const fails = own | conditions.ofNote(note);
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
  private readonly kinds = new Map<NoteKind, number>(NOTE_KINDS.map((kind) => [kind, 0]));
  private readonly colours = new Map<Colour, number>(COLOURS.map((colour) => [colour, 0]));
  private readonly states = new Map<string, number>(NOTE_STATES.map((state) => [state, 0]));
  private readonly tags: Uint32Array;
  private readonly entries: Uint32Array;
  private readonly sources: Uint32Array;
  private readonly sites: Uint32Array;
  /** The article in which a value was counted last: each counts once for an article. */
  private readonly last = new Map<string, number>();

  constructor(private readonly set: DataSet) {
    this.tags = new Uint32Array(set.tags.size);
    this.entries = new Uint32Array(set.entries.size);
    this.sources = new Uint32Array(set.sources.size);
    this.sites = new Uint32Array(set.sites.size);
  }

  add({ row, article, tags, entries, states }: KeptNote, fails: number): void {
    const { source, site } = this.set.articles[article]!;
    this.addArticle(source, site, fails);
    if ((fails & ~FAILS.kinds) === 0) increase(this.kinds, row.kind);
    if ((fails & ~FAILS.colours) === 0) increase(this.colours, row.colour);
    if (fails !== 0) return;
    for (const tag of tags) this.tags[tag]!++;
    for (const entry of entries) this.entries[entry]!++;
    for (const state of states) increase(this.states, state);
  }

  addArticle(source: number, site: number, fails: number): void {
    if ((fails & ~FAILS.sources) === 0) this.sources[source]!++;
    if ((fails & ~FAILS.sites) === 0) this.sites[site]!++;
  }

  /** The values of an annotation for its article. */
  addOf(article: number, { row, tags, entries, states }: KeptNote, fails: number): void {
    const isNew = (value: string) => {
      const known = this.last.get(value) === article;
      if (!known) this.last.set(value, article);
      return !known;
    };
    if ((fails & ~FAILS.kinds) === 0 && isNew(row.kind)) increase(this.kinds, row.kind);
    if ((fails & ~FAILS.colours) === 0 && isNew(row.colour)) increase(this.colours, row.colour);
    if (fails !== 0) return;
    for (const tag of tags) if (isNew(`t${tag}`)) this.tags[tag]!++;
    for (const entry of entries) if (isNew(`e${entry}`)) this.entries[entry]!++;
    for (const state of states) if (isNew(state)) increase(this.states, state);
  }

  told(): FacetCounts {
    const { set } = this;
    const pairs = (counts: ReadonlyMap<string, number>): Counted[] => [...counts].map(([name, count]) => ({ name, count }));
    return {
      kinds: pairs(this.kinds),
      colours: pairs(this.colours),
      states: pairs(this.states),
      tags: mostFrequent(this.tags, set.tags.names),
      entries: mostFrequent(this.entries, set.entries.names),
      sources: mostFrequent(this.sources, set.sources.names),
      sites: mostFrequent(this.sites, set.sites.names),
    };
  }
}

export function mostFrequent(counts: Uint32Array, names: readonly string[]): Counted[] {
  const all: Counted[] = [];
  counts.forEach((count, number) => count > 0 && all.push({ name: names[number]!, count }));
  return all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, MOST_VALUES);
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
