import type { Day, FollowedKey } from '../model';
import { placesOf, sightingOf, type Count, type CountedArticle } from './counted';

/** A form under which something stands. */
export interface FormRow extends Count {
  readonly form: string;
  /** Of the dated articles that have it. */
  readonly first: Day | null;
  readonly last: Day | null;
}

/** The forms of one thing beside each other, those of most articles first. */
export function formsOf(articles: readonly CountedArticle[], of: FollowedKey): readonly FormRow[] {
  const forms = new Map<string, { articles: number; places: number; first: Day | null; last: Day | null }>();
  for (const article of articles) {
    const sighting = sightingOf(article, of);
    if (sighting === null) continue;
    for (const form of sighting.forms) {
      const row = forms.get(form) ?? { articles: 0, places: 0, first: null, last: null };
      forms.set(form, row);
      row.articles++;
      const { date } = article;
      if (date !== null && (row.first === null || date < row.first)) row.first = date;
      if (date !== null && (row.last === null || date > row.last)) row.last = date;
    }
    for (const { form } of placesOf(sighting)) forms.get(form)!.places++;
  }
  return [...forms]
    .map(([form, row]) => ({ form, ...row }))
    .sort((a, b) => b.articles - a.articles || b.places - a.places || (a.form < b.form ? -1 : 1));
}
