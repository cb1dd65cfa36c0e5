import type { Day, FollowedKey, Official } from '../model';
import { officeOn, type OfficeOn } from '../reference/tenures';
import { placesOf, sightingOf, type CountedArticle, type Place } from './counted';
import { grouped } from './grouped';

/** What an article states as the office of a person. */
export interface StatedOffice {
  readonly office: string;
  readonly place: Place;
  readonly article: Pick<CountedArticle, 'id' | 'is' | 'title' | 'url' | 'source'>;
  readonly date: Day | null;
  /** What the reference says for that day. */
  readonly reference: OfficeOn;
}

/** An office as the articles state it. */
export interface OfficeRow {
  readonly office: string;
  readonly articles: number;
  /** Of the dated articles; both null: none has a date. */
  readonly first: Day | null;
  readonly last: Day | null;
  /** By date, those without one last. */
  readonly stated: readonly StatedOffice[];
}

export interface Offices {
  /** By the day on which they are first stated. */
  readonly rows: readonly OfficeRow[];
  /** Days for which articles state different offices; which is right is not said. */
  readonly conflicts: readonly { readonly date: Day; readonly stated: readonly StatedOffice[] }[];
  /** Articles that name the person, and those of them that state no office. */
  readonly articles: number;
  readonly without: number;
}

/** Which offices the reader's articles state beside a name, and when. `official`: what the reference has of the person. */
export function officesOf(articles: readonly CountedArticle[], of: FollowedKey, official: Official | null): Offices {
  const all: StatedOffice[] = [];
  let [named, without] = [0, 0];
  for (const article of articles) {
    const sighting = sightingOf(article, of);
    if (sighting === null) continue;
    named++;
    const stated = statedIn(article, placesOf(sighting), official);
    if (stated.length === 0) without++;
    all.push(...stated);
  }
  all.sort((a, b) => byDate(a.date, b.date) || (a.article.id < b.article.id ? -1 : 1));
  const offices = grouped(all, ({ office }) => office);
  const rows = [...offices].map(([office, stated]) => rowOf(office, stated));
  rows.sort((a, b) => byDate(a.first, b.first) || (a.office < b.office ? -1 : 1));
  return { rows, conflicts: conflictsIn(all), articles: named, without };
}

/** Of each office that an article states, the first place. */
function statedIn(article: CountedArticle, places: readonly Place[], official: Official | null): StatedOffice[] {
  const { id, is, title, url, source, date } = article;
  const seen = new Set<string>();
  return places.flatMap((place) => {
    if (place.office === null || seen.has(place.office)) return [];
    seen.add(place.office);
    const reference: OfficeOn = official === null ? { is: 'undated' } : officeOn(official, date);
    return [{ office: place.office, place, article: { id, is, title, url, source }, date, reference }];
  });
}

function rowOf(office: string, stated: readonly StatedOffice[]): OfficeRow {
  const days = stated.flatMap(({ date }) => (date === null ? [] : [date]));
  const articles = new Set(stated.map(({ article }) => article.id)).size;
  return { office, articles, first: days[0] ?? null, last: days.at(-1) ?? null, stated };
}

function conflictsIn(all: readonly StatedOffice[]): Offices['conflicts'] {
  const days = grouped(
    all.filter((each): each is StatedOffice & { readonly date: Day } => each.date !== null),
    ({ date }) => date,
  );
  return [...days].flatMap(([date, stated]) => {
    const articles = new Set(stated.map(({ article }) => article.id));
    const isTold = articles.size > 1 && !isAgreed(stated);
    return isTold ? [{ date, stated }] : [];
  });
}

/** Whether every two articles share an office: several offices of one person in one text are no conflict. */
function isAgreed(stated: readonly StatedOffice[]): boolean {
  const byArticle = [...grouped(stated, ({ article }) => article.id).values()];
  return byArticle.every((one, index) =>
    byArticle.slice(index + 1).every((other) => one.some((each) => other.some(({ office }) => office === each.office))),
  );
}

function byDate(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
