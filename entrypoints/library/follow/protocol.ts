/** What the library's page and the worker that follows formulations say to each other. */
import type { FollowedKey, Pack, SavedArticleId, StoreFailureReason } from '../../../lib/model';
import type { BinSize } from '../../../lib/track/bins';
import type { BreakdownRow } from '../../../lib/track/breakdown';
import type { Companions } from '../../../lib/track/companions';
import type { Comparison, Period } from '../../../lib/track/comparison';
import type { Count, Scope } from '../../../lib/track/counted';
import type { FormRow } from '../../../lib/track/forms';
import type { KwicLine, KwicOrder } from '../../../lib/track/kwic';
import type { Offices } from '../../../lib/track/offices';
import type { Orders } from '../../../lib/track/orders';
import type { Timeline } from '../../../lib/track/timeline';

/** What is counted so far, and of how much. */
export interface FollowSummary {
  readonly saved: number;
  readonly read: number;
  readonly undated: number;
}

export interface PassageLine extends KwicLine {
  readonly of: FollowedKey;
}

export interface TopRow extends Count {
  readonly of: FollowedKey;
}

/** Asked by the page. */
export interface FollowProtocol {
  /** The reference, by which articles are counted; asked first. */
  begin(request: { readonly packs: readonly Pack[] }): null;
  summary(request: { readonly scope: Scope }): FollowSummary;
  timeline(request: { readonly of: readonly FollowedKey[]; readonly by: BinSize; readonly scope: Scope }): Timeline;
  passages(request: {
    readonly of: readonly FollowedKey[];
    readonly scope: Scope;
    readonly order: KwicOrder;
    /** At most so many; `all` says how many there are. */
    readonly most: number;
  }): { readonly lines: readonly PassageLine[]; readonly all: number; readonly articles: number };
  where(request: { readonly of: readonly FollowedKey[]; readonly scope: Scope }): {
    readonly [By in 'source' | 'place' | 'site']: readonly BreakdownRow[];
  };
  forms(request: { readonly of: FollowedKey; readonly scope: Scope }): readonly FormRow[];
  companions(request: {
    readonly of: FollowedKey;
    readonly scope: Scope;
    readonly per: 'article' | 'paragraph';
  }): Companions;
  /** Null periods: the halves of what there is. Null: there are not two days. */
  compared(request: {
    readonly scope: Scope;
    readonly earlier: Period | null;
    readonly later: Period | null;
  }): Comparison | null;
  offices(request: { readonly of: FollowedKey; readonly scope: Scope }): Offices;
  orders(request: { readonly of: readonly FollowedKey[]; readonly scope: Scope }): Orders;
  /** What stands in most articles. */
  top(request: { readonly scope: Scope }): readonly TopRow[];
  /** Some articles were changed, or their sightings; null: anything. */
  changed(request: { readonly ids: readonly SavedArticleId[] | null }): null;
  /** Stops counting, or goes on. */
  pause(request: { readonly isPaused: boolean }): null;
}

/** How far the counting is. `elsewhere`: another tab is at it. */
export type Counting =
  | { readonly is: 'counting'; readonly done: number; readonly total: number }
  | { readonly is: 'paused'; readonly left: number }
  | { readonly is: 'elsewhere' }
  | { readonly is: 'whole' };

/** Told by the worker. */
export type FollowNews =
  | { readonly is: 'counting'; readonly counting: Counting }
  /** Answers may be others now. */
  | { readonly is: 'changed' }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason };

export interface FollowQuestion {
  readonly number: number;
  readonly name: keyof FollowProtocol;
  readonly request: unknown;
}

export type FollowTelling =
  | { readonly news: FollowNews }
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly error: string };
