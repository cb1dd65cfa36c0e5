/**
 * When a card opens and closes, as a pure state machine. `M` is whatever stands for a mark;
 * marks are compared by identity. Times are ms of any steady clock.
 */
export type Hover<M> =
  | { readonly is: 'idle' }
  /** The pointer rests on a mark; the card opens at `opensAt`. */
  | { readonly is: 'waiting'; readonly mark: M; readonly opensAt: number }
  | {
      readonly is: 'open';
      readonly mark: M;
      readonly by: OpenedBy;
      readonly pinned: boolean;
      readonly next: Waiting<M> | null;
    }
  /** The pointer has left mark and card; the card closes at `closesAt`. */
  | { readonly is: 'leaving'; readonly mark: M; readonly by: OpenedBy; readonly closesAt: number };

export type OpenedBy = 'pointer' | 'touch' | 'keyboard';

interface Waiting<M> {
  readonly mark: M;
  readonly opensAt: number;
}

export type HoverEvent<M> =
  /** The pointer is over a mark or over none; `distance` in CSS px since the last such event. */
  | { readonly is: 'over'; readonly mark: M | null; readonly distance: number; readonly at: number }
  | { readonly is: 'enter-card' }
  | { readonly is: 'leave-card'; readonly at: number }
  /** A tap, or a command of the keyboard or the panel. */
  | { readonly is: 'press'; readonly mark: M; readonly by: OpenedBy }
  | { readonly is: 'pin'; readonly pinned: boolean }
  | { readonly is: 'close' }
  | { readonly is: 'scroll' }
  | { readonly is: 'press-outside' }
  /** The page was read anew: each mark has become another, or is gone (null). */
  | { readonly is: 'reread'; readonly now: (mark: M) => M | null }
  /** The time that `wakesAt` asked for has come. */
  | { readonly is: 'tick'; readonly at: number };

/** Long enough that a pointer crossing a line opens nothing. */
export const OPEN_AFTER = 150;
/** Longer while a card is open: the way from the mark to the card may cross other marks. */
export const SWITCH_AFTER = 300;
/** Long enough to reach the card across the gap. */
export const CLOSE_AFTER = 300;
/** CSS px between two pointer events above which the pointer is passing, not resting. */
export const PASSING = 24;

export function next<M>(state: Hover<M>, event: HoverEvent<M>): Hover<M> {
  switch (event.is) {
    case 'over':
      return over(state, event);
    case 'press':
      return { is: 'open', mark: event.mark, by: event.by, pinned: state.is === 'open' && state.pinned, next: null };
    case 'enter-card':
      if (state.is === 'leaving') return { is: 'open', mark: state.mark, by: state.by, pinned: false, next: null };
      return state.is === 'open' ? { ...state, next: null } : state;
    case 'leave-card':
      if (state.is !== 'open' || state.pinned || state.by === 'keyboard') return state;
      return { is: 'leaving', mark: state.mark, by: state.by, closesAt: event.at + CLOSE_AFTER };
    case 'pin':
      return state.is === 'open' || state.is === 'leaving'
        ? { is: 'open', mark: state.mark, by: state.by, pinned: event.pinned, next: null }
        : state;
    case 'close':
      return { is: 'idle' };
    case 'scroll':
      if (state.is === 'open' && (state.pinned || state.by === 'keyboard')) return state;
      return { is: 'idle' };
    case 'press-outside':
      return state.is === 'open' && state.pinned ? state : { is: 'idle' };
    case 'reread':
      return reread(state, event.now);
    case 'tick':
      return tick(state, event.at);
  }
}

function over<M>(state: Hover<M>, { mark, distance, at }: Extract<HoverEvent<M>, { is: 'over' }>): Hover<M> {
  switch (state.is) {
    case 'idle':
      return mark === null ? state : { is: 'waiting', mark, opensAt: at + OPEN_AFTER };
    case 'waiting':
      if (mark === null) return { is: 'idle' };
      return mark === state.mark && distance < PASSING ? state : { is: 'waiting', mark, opensAt: at + OPEN_AFTER };
    case 'open':
      // Who reads by keyboard has left the pointer lying somewhere.
      if (state.pinned || state.by === 'keyboard') return state;
      if (mark === state.mark) return { ...state, next: null };
      if (mark !== null) {
        const isSame = state.next?.mark === mark && distance < PASSING;
        return isSame ? state : { ...state, next: { mark, opensAt: at + SWITCH_AFTER } };
      }
      if (state.by !== 'pointer') return { ...state, next: null };
      return { is: 'leaving', mark: state.mark, by: state.by, closesAt: at + CLOSE_AFTER };
    case 'leaving':
      if (mark === state.mark) return { is: 'open', mark: state.mark, by: state.by, pinned: false, next: null };
      if (mark === null) return state;
      return { is: 'open', mark: state.mark, by: state.by, pinned: false, next: { mark, opensAt: at + SWITCH_AFTER } };
  }
}

function reread<M>(state: Hover<M>, now: (mark: M) => M | null): Hover<M> {
  if (state.is === 'idle') return state;
  const mark = now(state.mark);
  if (mark === null) return { is: 'idle' };
  if (state.is !== 'open' || state.next === null) return mark === state.mark ? state : { ...state, mark };
  const following = now(state.next.mark);
  return { ...state, mark, next: following && { ...state.next, mark: following } };
}

function tick<M>(state: Hover<M>, at: number): Hover<M> {
  const opens = (mark: M): Hover<M> => ({ is: 'open', mark, by: 'pointer', pinned: false, next: null });
  switch (state.is) {
    case 'idle':
      return state;
    case 'waiting':
      return at >= state.opensAt ? opens(state.mark) : state;
    case 'open':
      return state.next !== null && at >= state.next.opensAt ? opens(state.next.mark) : state;
    case 'leaving':
      return at >= state.closesAt ? { is: 'idle' } : state;
  }
}

/** When the state wants a `tick`, or null. */
export function wakesAt<M>(state: Hover<M>): number | null {
  switch (state.is) {
    case 'idle':
      return null;
    case 'waiting':
      return state.opensAt;
    case 'open':
      return state.next?.opensAt ?? null;
    case 'leaving':
      return state.closesAt;
  }
}

/** The mark whose card shows, or null. */
export function shown<M>(state: Hover<M>): M | null {
  return state.is === 'open' || state.is === 'leaving' ? state.mark : null;
}
