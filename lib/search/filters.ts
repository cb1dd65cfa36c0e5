import type { Entry, Kind, PartialDate, Region } from '../model';
import type { Lexicon } from '../reference/lexicon';

/** What of the reference is shown; null shows all. */
export interface Filters {
  readonly kind: Kind | null;
  /** 山西省, 晋中市, or `-` for what belongs to no place in particular. */
  readonly place: string | null;
  /** `YYYY`. */
  readonly year: string | null;
}

export const NO_PLACE = '-';

export function passesFilters(entry: Entry, { kind, place, year }: Filters, lexicon: Lexicon): boolean {
  if (kind !== null && entry.kind !== kind) return false;
  if (place !== null && !placesOf(entry).includes(place)) return false;
  return year === null || yearsOf(entry, lexicon).includes(year);
}

/** Province and city of an entry: of its scope, or of the offices of a person. */
export function placesOf(entry: Entry): string[] {
  const regions: (Region | null)[] =
    entry.kind === 'official' ? entry.tenures.map(({ region }) => region) : [entry.scope?.region ?? null];
  const names = regions.flatMap((region) => (region === null ? [] : [region.province, region.city ?? '']));
  const places = [...new Set(names.filter((name) => name !== ''))];
  return places.length === 0 ? [NO_PLACE] : places;
}

/** Years in which a seed article has the entry or a source dates it, and those of its period or terms as far as known. */
export function yearsOf(entry: Entry, lexicon: Lexicon): string[] {
  const dates: (PartialDate | null | undefined)[] = entry.attestations.map(
    ({ article }) => lexicon.articles.get(article)?.date,
  );
  if (entry.kind !== 'official') dates.push(entry.first?.date);
  const years = new Set(dates.flatMap((date) => (date == null ? [] : [date.slice(0, 4)])));
  const periods = entry.kind === 'official' ? entry.tenures : entry.validity === null ? [] : [entry.validity];
  for (const { from, to } of periods) for (const year of yearsBetween(from, to)) years.add(year);
  return [...years].sort();
}

function yearsBetween(from: PartialDate | null, to: PartialDate | null): string[] {
  const [first, last] = [from ?? to, to ?? from].map((date) => Number(date?.slice(0, 4)));
  if (!first || !last) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** Every value of a filter in the reference with the number of its entries, the most frequent first; years in order. */
export function filterChoices(entries: Iterable<Entry>, lexicon: Lexicon) {
  const places = new Map<string, number>();
  const years = new Map<string, number>();
  const kinds = new Map<Kind, number>();
  const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const entry of entries) {
    count(kinds, entry.kind);
    for (const place of placesOf(entry)) count(places, place);
    for (const year of yearsOf(entry, lexicon)) count(years, year);
  }
  return {
    kinds,
    places: [...places].sort(([, a], [, b]) => b - a),
    years: [...years].sort(([a], [b]) => (a < b ? 1 : -1)),
  };
}
