import type { DataSet } from './dataSet';
import { mostFrequent, type Counted } from './counts';
import { passingNotes } from './found';
import type { Query } from './query';

export interface Month {
  /** `YYYY-MM` */
  readonly month: string;
  readonly articles: number;
  readonly notes: number;
}

/** Of annotations: by the month of publication of their articles in its order, the rest by how many there are. */
type Counts = Readonly<
  Record<'published' | 'formulations' | 'people' | 'sources' | 'topTags' | 'colours', readonly Counted[]>
>;

/** What was read and noted, when, and about what. */
export interface Overview extends Counts {
  readonly articles: number;
  readonly notes: number;
  readonly written: number;
  readonly tags: number;
  /** Without gaps, up to the last one in which something was done. */
  readonly months: readonly Month[];
}

/** Bars of one chart. */
const MOST_BARS = 10;

/** Of the annotations that meet a query (its text aside), and of all articles saved in that time. */
export function overviewOf(set: DataSet, query: Query): Overview {
  const passes = passingNotes(set, { ...query, text: '' }, null, null);
  const entries = new Uint32Array(set.entries.size);
  const tags = new Uint32Array(set.tags.size);
  const sources = new Uint32Array(set.sources.size);
  const colours = new Map<string, number>();
  const noted = new Map<string, number>();
  const published = new Map<string, number>();
  const read = new Map<string, number>();
  let notes = 0;
  let written = 0;
  set.notes.forEach((note, number) => {
    if (note === undefined || passes[number] === 0) return;
    const { row } = note;
    const article = set.articles[note.article]!;
    notes++;
    if (row.note !== '') written++;
    for (const entry of note.entries) entries[entry]!++;
    for (const tag of note.tags) tags[tag]!++;
    sources[article.source]!++;
    increase(colours, row.colour);
    increase(noted, row.day.slice(0, 7));
    if (article.row.publishedAt !== null) increase(published, article.row.publishedAt.slice(0, 7));
  });
  let articles = 0;
  for (const article of set.articles) {
    if (article === undefined) continue;
    articles++;
    increase(read, article.row.day.slice(0, 7));
  }
  const isPerson = (id: string) => set.entryNames.get(id as never)?.kind === 'official';
  const all = mostFrequent(entries, set.entries.names);
  return {
    articles,
    notes,
    written,
    tags: tags.filter((count) => count > 0).length,
    months: monthsBetween([...read.keys(), ...noted.keys()]).map((month) => ({
      month,
      articles: read.get(month) ?? 0,
      notes: noted.get(month) ?? 0,
    })),
    published: [...published].map(([name, count]) => ({ name, count })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    formulations: all.filter(({ name }) => !isPerson(name)).slice(0, MOST_BARS),
    people: all.filter(({ name }) => isPerson(name)).slice(0, MOST_BARS),
    sources: mostFrequent(sources, set.sources.names)
      .filter(({ name }) => name !== '')
      .slice(0, MOST_BARS),
    topTags: mostFrequent(tags, set.tags.names).slice(0, MOST_BARS),
    colours: [...colours].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
  };
}

/** Every month from the first to the last. */
function monthsBetween(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const all: string[] = [];
  for (let month = sorted[0]; month !== undefined && month <= sorted.at(-1)!; month = after(month)) all.push(month);
  return all;
}

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
