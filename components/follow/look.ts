import type { Day, FollowedKey } from '../../lib/model';
import { partialDate } from '../../lib/text/dates';
import { BIN_SIZES, type BinSize } from '../../lib/track/bins';
import { EVERYTHING, type Scope } from '../../lib/track/counted';
import { KWIC_ORDERS, type KwicOrder } from '../../lib/track/kwic';

/** What is shown of what is followed, in the order of the tabs. */
export const FOLLOW_VIEWS = ['time', 'passages', 'where', 'forms', 'with', 'offices', 'orders', 'changes'] as const;
export type FollowView = (typeof FOLLOW_VIEWS)[number];

/** What a point of a line is: articles, their share of all, or places. */
export const MEASURES = ['articles', 'share', 'places'] as const;
export type Measure = (typeof MEASURES)[number];

/** Followed at a time: more lines cannot be told apart. */
export const MOST_FOLLOWED = 6;

/** What the reader looks at while following something. */
export interface Look {
  readonly of: readonly FollowedKey[];
  readonly view: FollowView;
  readonly by: BinSize;
  readonly measure: Measure;
  readonly scope: Scope;
  readonly order: KwicOrder;
  /** Companions in the same paragraph rather than the same article. */
  readonly near: boolean;
  /** The two periods that are compared; null: halves of what there is. */
  readonly earlier: { readonly from: Day; readonly to: Day } | null;
  readonly later: { readonly from: Day; readonly to: Day } | null;
}

export const FIRST_LOOK: Look = {
  of: [],
  view: 'time',
  by: 'month',
  measure: 'articles',
  scope: EVERYTHING,
  order: 'date',
  near: false,
  earlier: null,
  later: null,
};

/** As parameters of an address; what is as at first is left out. */
export function parametersOfLook(look: Look): [name: string, value: string][] {
  const { of, view, by, measure, scope, order, near, earlier, later } = look;
  const all: [string, string | null][] = [
    ['of', of.join(',')],
    ['show', view === FIRST_LOOK.view ? null : view],
    ['by', by === FIRST_LOOK.by ? null : by],
    ['measure', measure === FIRST_LOOK.measure ? null : measure],
    ['from', scope.from],
    ['to', scope.to],
    ['source', scope.source],
    ['site', scope.site],
    ['place', scope.place],
    ['only', scope.is],
    ['order', order === FIRST_LOOK.order ? null : order],
    ['near', near ? 'paragraph' : null],
    ['earlier', earlier && `${earlier.from}/${earlier.to}`],
    ['later', later && `${later.from}/${later.to}`],
  ];
  return all.flatMap(([name, value]): [string, string][] =>
    value === null || (value === '' && name === 'of') ? [] : [[name, value]],
  );
}

/** Reads them; whatever does not fit is as at first. */
export function lookOf(parameters: URLSearchParams): Look {
  const word = <T extends string>(name: string, words: readonly T[], usual: T): T =>
    words.find((each) => each === parameters.get(name)) ?? usual;
  const day = (name: string) => dayIn(parameters.get(name) ?? '');
  const of = (parameters.get('of') ?? '').split(',').filter((each) => each !== '');
  return {
    of: [...new Set(of)].slice(0, MOST_FOLLOWED) as FollowedKey[],
    view: word('show', FOLLOW_VIEWS, FIRST_LOOK.view),
    by: word('by', BIN_SIZES, FIRST_LOOK.by),
    measure: word('measure', MEASURES, FIRST_LOOK.measure),
    scope: {
      from: day('from'),
      to: day('to'),
      source: parameters.get('source'),
      site: parameters.get('site'),
      place: parameters.get('place'),
      is: (['saved', 'read'] as const).find((each) => each === parameters.get('only')) ?? null,
    },
    order: word('order', KWIC_ORDERS, FIRST_LOOK.order),
    near: parameters.get('near') === 'paragraph',
    earlier: periodIn(parameters.get('earlier') ?? ''),
    later: periodIn(parameters.get('later') ?? ''),
  };
}

function dayIn(written: string): Day | null {
  return written.length === 10 && partialDate(written) !== null ? (written as Day) : null;
}

function periodIn(written: string): Look['earlier'] {
  const [from, to] = written.split('/').map(dayIn);
  return from && to && from <= to ? { from, to } : null;
}
