import { COLOURS } from '../model';
import { FAILS } from './conditions';
import type { DataSet, KeptNote } from './dataSet';
import { NOTE_KINDS, NOTE_STATES, type Facet } from './query';

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** How often each value of a facet occurs in what was found, the most frequent first. */
export type FacetCounts = Readonly<Record<Facet, readonly Counted[]>>;

/** Values of a facet that are told. */
const MOST_VALUES = 200;

/** Counts while the rows go by: of rows that fail by one facet only, the values of that facet. */
export class Counts {
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
