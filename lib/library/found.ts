import type { AskedTerm } from '../search/terms';
import { asksNotes, conditionsOf, FAILS } from './conditions';
import type { DataSet } from './dataSet';
import { matchesOf, type Matches } from './matching';
import type { Orders } from './orders';
import { Counts, type FacetCounts } from './counts';
import type { Query } from './query';

export interface Found {
  /** Numbers of annotations or articles, in order. */
  readonly numbers: Uint32Array;
  /** Counted when asked for: it takes as long again. */
  readonly facets: () => FacetCounts;
}

/** What a query finds among annotations or articles. `terms`: those of its text. */
export function find(
  set: DataSet,
  orders: Orders,
  of: 'notes' | 'articles',
  query: Query,
  terms: readonly AskedTerm[],
): Found {
  const matches = matchesOf(set, terms);
  const passing = of === 'notes' ? passingNotes : passingArticles;
  const scores = matches?.[of] ?? null;
  const kept = only(orders[of](query.sort), passing(set, query, matches, null));
  const isByRelevance = query.sort === 'relevance' && scores !== null;
  const facets = () => {
    const counts = new Counts(set);
    passing(set, query, matches, counts);
    return counts.told();
  };
  return { numbers: isByRelevance ? byScore(kept, scores) : kept, facets };
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
function passingArticles(set: DataSet, query: Query, matches: Matches | null, counts: Counts | null): Uint8Array {
  const conditions = conditionsOf(set, { ...query, read: { from: null, to: null } });
  const ofArticle = conditionsOf(set, query);
  const needsNotes = asksNotes(query);
  const passes = new Uint8Array(set.articles.length);
  set.articles.forEach((article, number) => {
    if (article === undefined || (matches !== null && matches.articles[number] === 0)) return;
    const own = ofArticle.ofArticle(article);
    let least = needsNotes ? FAILS.other : own;
    for (const noteNumber of needsNotes || counts !== null ? article.notes : NONE) {
      const note = set.notes[noteNumber]!;
      const fails = conditions.areNone ? own : own | conditions.ofNote(note);
      if (needsNotes && (fails === 0 || least === FAILS.other)) least = fails;
      counts?.addOf(number, note, fails);
    }
    if (least === 0) passes[number] = 1;
    counts?.addArticle(article.source, article.site, needsNotes ? least : own);
  });
  return passes;
}

const NONE: Iterable<number> = [];

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
