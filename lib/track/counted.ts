import type { Day, FollowedKey, Sighting, Sightings } from '../model';

/** An article of the reader's own with what stands in it. */
export interface CountedArticle extends Sightings {
  /** Of a saved one its id, of one that was only read its key. */
  readonly id: string;
  readonly is: 'saved' | 'read';
  readonly url: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly site: string;
  /** Of publication, as corrected by the reader; null: not known. */
  readonly date: Day | null;
}

/** Articles and places: how often something stands, and in how many. */
export interface Count {
  readonly articles: number;
  readonly places: number;
}

/** Which of the articles are meant. Both days included; null: open. */
export interface Scope {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly source: string | null;
  readonly site: string | null;
  readonly place: string | null;
  /** Null: those saved and those read. */
  readonly is: CountedArticle['is'] | null;
}

export const EVERYTHING: Scope = { from: null, to: null, source: null, site: null, place: null, is: null };

/** Articles without a date lie in no period, and in that of all time. */
export function within(articles: readonly CountedArticle[], scope: Scope): readonly CountedArticle[] {
  const { from, to, source, site, place, is } = scope;
  return articles.filter(
    (article) =>
      (source === null || (article.source ?? '') === source) &&
      (site === null || article.site === site) &&
      (place === null || (article.place ?? '') === place) &&
      (is === null || article.is === is) &&
      isIn(article.date, from, to),
  );
}

function isIn(date: Day | null, from: Day | null, to: Day | null): boolean {
  if (date === null) return from === null && to === null;
  return (from === null || date >= from) && (to === null || date <= to);
}

/** Numbers of one place in `places`. */
const PER_PLACE = 4;

export function sightingOf(article: CountedArticle, of: FollowedKey): Sighting | null {
  return article.found.find((each) => each.of === of) ?? null;
}

export function countOf({ places }: Sighting): number {
  return places.length / PER_PLACE;
}

export interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly office: string | null;
}

export function placesOf({ places, forms, offices }: Sighting): Place[] {
  return Array.from({ length: places.length / PER_PLACE }, (_, at) => {
    const [paragraph, start, end, form] = places.slice(at * PER_PLACE, (at + 1) * PER_PLACE) as [
      number,
      number,
      number,
      number,
    ];
    return { paragraph, start, end, form: forms[form]!, office: offices?.[at] ?? null };
  });
}
