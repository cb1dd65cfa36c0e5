import type { EntryId, Kind } from '../../lib/model';
import { KINDS } from '../../lib/model';

/** Where in the library the reader is; every place has an address of its own. */
export type Route =
  | {
      readonly view: 'reference';
      readonly query: string;
      readonly kind: Kind | null;
      readonly place: string | null;
      readonly year: string | null;
    }
  | { readonly view: 'entry'; readonly id: EntryId }
  | {
      readonly view: 'officials';
      /** As written: a date or what the reader is still typing. */
      readonly on: string;
      readonly place: string | null;
    }
  | { readonly view: 'pack' }
  | { readonly view: 'trash' };

export const REFERENCE: Extract<Route, { view: 'reference' }> = {
  view: 'reference',
  query: '',
  kind: null,
  place: null,
  year: null,
};

/** The part of an address after `#`. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'reference':
      return address('reference', { q: route.query, kind: route.kind, place: route.place, year: route.year });
    case 'entry':
      return `#/entry/${encodeURIComponent(route.id)}`;
    case 'officials':
      return address('officials', { on: route.on, place: route.place });
    case 'pack':
      return '#/pack';
    case 'trash':
      return '#/trash';
  }
}

function address(view: string, parameters: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(parameters).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : []));
  const query = new URLSearchParams(given).toString();
  return `#/${view}${query === '' ? '' : `?${query}`}`;
}

/** Reads the part after `#`; whatever it is, it leads somewhere. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view, id] = path.split('/');
  const parameters = new URLSearchParams(query);
  if (view === 'entry' && id) return { view, id: safeDecode(id) as EntryId };
  if (view === 'officials') return { view, on: parameters.get('on') ?? '', place: parameters.get('place') };
  if (view === 'pack' || view === 'trash') return { view };
  const kind = KINDS.find((each) => each === parameters.get('kind')) ?? null;
  const year = /^\d{4}$/.test(parameters.get('year') ?? '') ? parameters.get('year') : null;
  return { view: 'reference', query: parameters.get('q') ?? '', kind, place: parameters.get('place'), year };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
