import { NO_QUERY, NOTE_KINDS, NOTE_STATES, SORTS, type Facet, type Query } from '../../lib/library/query';
import { COLOURS, type Day, type EntryId } from '../../lib/model';
import { partialDate } from '../../lib/text/dates';

/** What each list of a query is called in an address. */
const LISTS: Readonly<Record<Facet, string>> = {
  kinds: 'kind',
  colours: 'colour',
  sources: 'source',
  sites: 'site',
  tags: 'tag',
  entries: 'entry',
  states: 'state',
};

/** A query as the parameters of an address; what is as nobody asked is left out. */
export function parametersOf(query: Query): [name: string, value: string][] {
  const { text, read, published, sort } = query;
  const single: [string, string | null][] = [
    ['q', text],
    ['read-from', read.from],
    ['read-to', read.to],
    ['published-from', published.from],
    ['published-to', published.to],
    ['sort', sort === NO_QUERY.sort ? null : sort],
  ];
  const lists = (Object.keys(LISTS) as Facet[]).flatMap((facet) =>
    query[facet].map((value): [string, string] => [LISTS[facet], value]),
  );
  return [...single.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])), ...lists];
}

/** Reads them; whatever does not fit is left out. */
export function queryOf(parameters: URLSearchParams): Query {
  const all = (facet: Facet) => [...new Set(parameters.getAll(LISTS[facet]))];
  const day = (name: string): Day | null => {
    const value = parameters.get(name) ?? '';
    return value.length === 10 && partialDate(value) !== null ? (value as Day) : null;
  };
  return {
    text: parameters.get('q') ?? '',
    kinds: NOTE_KINDS.filter((kind) => all('kinds').includes(kind)),
    colours: COLOURS.filter((colour) => all('colours').includes(colour)),
    sources: all('sources'),
    sites: all('sites'),
    tags: all('tags'),
    entries: all('entries') as EntryId[],
    states: NOTE_STATES.filter((state) => all('states').includes(state)),
    read: { from: day('read-from'), to: day('read-to') },
    published: { from: day('published-from'), to: day('published-to') },
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? NO_QUERY.sort,
  };
}
