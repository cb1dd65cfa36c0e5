import { NO_QUERY, SHELF_VIEWS, type Query, type ShelfView } from '../../lib/library/query';
import type { AnnotationId, EntryId, Kind, SavedArticleId, Span } from '../../lib/model';
import { KINDS } from '../../lib/model';
import { lookOf, parametersOfLook, type Look } from '../follow/look';
import { offerIn, parametersOfOffer, type OfferedEntry } from '../../lib/packs/offered';
import { parametersOf, queryOf } from './queryAddress';

/** A stretch of a paragraph of an article, UTF-16 units. */
export interface InText extends Span {
  readonly paragraph: number;
}

/** Where in the library the reader is; every place has an address of its own. */
export type Route =
  | { readonly view: ShelfView; readonly query: Query }
  | {
      readonly view: 'article';
      readonly id: SavedArticleId;
      /** The annotation to show first. */
      readonly note: AnnotationId | null;
      /** The passage to show first. */
      readonly at?: InText;
    }
  | { readonly view: 'follow'; readonly look: Look }
  | {
      readonly view: 'reference';
      readonly query: string;
      readonly kind: Kind | null;
      readonly place: string | null;
      readonly year: string | null;
    }
  | { readonly view: 'entry'; readonly id: EntryId }
  /** The form of an entry of the reader's own; with what is known of a new one. */
  | { readonly view: 'new-entry'; readonly offered: OfferedEntry }
  | { readonly view: 'edit-entry'; readonly id: EntryId }
  | { readonly view: 'own' }
  | { readonly view: 'packs' }
  | { readonly view: 'one-pack'; readonly id: string }
  | {
      readonly view: 'officials';
      /** As written: a date or what the reader is still typing. */
      readonly on: string;
      readonly place: string | null;
    }
  | { readonly view: 'check' }
  /** `a`: a saved article to begin with. */
  | { readonly view: 'compare'; readonly a: SavedArticleId | null }
  | { readonly view: 'pack' }
  | { readonly view: 'import' }
  | { readonly view: 'backups' }
  | { readonly view: 'trash' };

export const REFERENCE: Extract<Route, { view: 'reference' }> = {
  view: 'reference',
  query: '',
  kind: null,
  place: null,
  year: null,
};

/** Rooms whose address says nothing more. */
const PLAIN = ['check', 'pack', 'import', 'backups', 'trash'] as const;

/** Where the library opens. */
export const NOTES: Extract<Route, { query: Query }> = { view: 'notes', query: NO_QUERY };

/** The part of an address after `#`. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'overview':
    case 'notes':
    case 'articles':
    case 'tags':
    case 'people':
    case 'formulations':
    case 'sources':
      return address(route.view, parametersOf(route.query));
    case 'article':
      return address(
        `article/${encodeURIComponent(route.id)}`,
        given({ note: route.note, at: route.at === undefined ? null : writtenPlace(route.at) }),
      );
    case 'follow':
      return address('follow', parametersOfLook(route.look));
    case 'reference':
      return address('reference', given({ q: route.query, kind: route.kind, place: route.place, year: route.year }));
    case 'entry':
      return `#/entry/${encodeURIComponent(route.id)}`;
    case 'new-entry':
      return address('entry/new', parametersOfOffer(route.offered));
    case 'edit-entry':
      return `#/entry/${encodeURIComponent(route.id)}/edit`;
    case 'one-pack':
      return `#/packs/${encodeURIComponent(route.id)}`;
    case 'officials':
      return address('officials', given({ on: route.on, place: route.place }));
    case 'compare':
      return address('compare', given({ a: route.a }));
    case 'check':
    case 'own':
    case 'packs':
    case 'pack':
    case 'import':
    case 'backups':
    case 'trash':
      return `#/${route.view}`;
  }
}

function address(view: string, parameters: [string, string][]): string {
  const query = new URLSearchParams(parameters).toString();
  return `#/${view}${query === '' ? '' : `?${query}`}`;
}

function given(parameters: Readonly<Record<string, string | null>>): [string, string][] {
  return Object.entries(parameters).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : []));
}

/** Reads the part after `#`; whatever it is, it leads somewhere. */
export function routeOf(hash: string): Route {
  const mark = hash.indexOf('?');
  const path = (mark < 0 ? hash : hash.slice(0, mark)).replace(/^#\/?/, '');
  const query = mark < 0 ? '' : hash.slice(mark + 1);
  const [view, id, then] = path.split('/');
  const parameters = new URLSearchParams(query);
  if (view === 'entry' && id === 'new') return { view: 'new-entry', offered: offerIn(parameters) };
  if (view === 'entry' && id && then === 'edit') return { view: 'edit-entry', id: safeDecode(id) as EntryId };
  if (view === 'packs' && id) return { view: 'one-pack', id: safeDecode(id) };
  if (view === 'own' || view === 'packs') return { view };
  if (view === 'entry' && id) return { view, id: safeDecode(id) as EntryId };
  if (view === 'officials') return { view, on: parameters.get('on') ?? '', place: parameters.get('place') };
  if (view === 'follow') return { view, look: lookOf(parameters) };
  const plain = PLAIN.find((each) => each === view);
  if (plain !== undefined) return { view: plain };
  if (view === 'compare') return { view, a: parameters.get('a') as SavedArticleId | null };
  if (view === 'article' && id) {
    const at = placeIn(parameters.get('at') ?? '');
    const note = parameters.get('note') as AnnotationId | null;
    return { view, id: safeDecode(id) as SavedArticleId, note, ...(at === null ? {} : { at }) };
  }
  const shelf = SHELF_VIEWS.find((each) => each === view);
  if (shelf !== undefined) return { view: shelf, query: queryOf(parameters) };
  if (view !== 'reference') return NOTES;
  const kind = KINDS.find((each) => each === parameters.get('kind')) ?? null;
  const year = /^\d{4}$/.test(parameters.get('year') ?? '') ? parameters.get('year') : null;
  return { view: 'reference', query: parameters.get('q') ?? '', kind, place: parameters.get('place'), year };
}

function writtenPlace({ paragraph, start, end }: InText): string {
  return [paragraph, start, end].join('.');
}

function placeIn(written: string): InText | null {
  const found = /^(\d{1,6})\.(\d{1,8})\.(\d{1,8})$/.exec(written);
  if (found === null) return null;
  const [paragraph, start, end] = found.slice(1).map(Number) as [number, number, number];
  return { paragraph, start, end };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
