import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLOSE_AFTER,
  next,
  OPEN_AFTER,
  PASSING,
  shown,
  SWITCH_AFTER,
  wakesAt,
  type Hover,
  type HoverEvent,
} from './hover';

type Event = HoverEvent<string>;
const over = (mark: string | null, at: number, distance = 1): Event => ({ is: 'over', mark, distance, at });
const tick = (at: number): Event => ({ is: 'tick', at });
const run = (...events: Event[]) => events.reduce<Hover<string>>(next, { is: 'idle' });

describe('opening', () => {
  test('after the pointer has rested', () => {
    expect(shown(run(over('六稳', 0), tick(OPEN_AFTER - 1)))).toBeNull();
    expect(shown(run(over('六稳', 0), tick(OPEN_AFTER)))).toBe('六稳');
  });
  test('not when the pointer only passes', () => {
    expect(shown(run(over('六稳', 0), over(null, 50), tick(OPEN_AFTER)))).toBeNull();
  });
  test('a fast pointer starts the time anew', () => {
    const state = run(over('六稳', 0), over('六稳', 100, PASSING), tick(OPEN_AFTER));
    expect(shown(state)).toBeNull();
    expect(wakesAt(state)).toBe(100 + OPEN_AFTER);
  });
  test('at once by tap or key', () => {
    expect(shown(run({ is: 'press', mark: '六稳', by: 'keyboard' }))).toBe('六稳');
    expect(shown(run({ is: 'press', mark: '六稳', by: 'touch' }))).toBe('六稳');
  });
});

describe('staying and closing', () => {
  const open = [over('六稳', 0), tick(OPEN_AFTER)];
  test('stays while the pointer is on its way to the card and in it', () => {
    expect(shown(run(...open, over(null, 200)))).toBe('六稳');
    expect(shown(run(...open, over(null, 200), { is: 'enter-card' }, tick(5000)))).toBe('六稳');
  });
  test('closes when the pointer has left both', () => {
    expect(shown(run(...open, over(null, 200), tick(200 + CLOSE_AFTER)))).toBeNull();
    expect(
      shown(
        run(...open, over(null, 200), { is: 'enter-card' }, { is: 'leave-card', at: 900 }, tick(900 + CLOSE_AFTER)),
      ),
    ).toBeNull();
  });
  test('another mark takes over, but only after a rest', () => {
    expect(shown(run(...open, over('六保', 200), tick(200 + SWITCH_AFTER - 1)))).toBe('六稳');
    expect(shown(run(...open, over('六保', 200), tick(200 + SWITCH_AFTER)))).toBe('六保');
  });
  test('a card entered on the way over another mark stays', () => {
    expect(shown(run(...open, over('六保', 200), { is: 'enter-card' }, tick(200 + SWITCH_AFTER)))).toBe('六稳');
  });
  test('scrolling closes it, unless it is pinned or came by key', () => {
    expect(shown(run(...open, { is: 'scroll' }))).toBeNull();
    expect(shown(run(...open, { is: 'pin', pinned: true }, { is: 'scroll' }))).toBe('六稳');
    expect(shown(run({ is: 'press', mark: '六稳', by: 'keyboard' }, { is: 'scroll' }))).toBe('六稳');
  });
  test('pinned, it stays whatever the pointer does, until closed', () => {
    const pinned = [...open, { is: 'pin', pinned: true } as Event];
    expect(
      shown(run(...pinned, over('六保', 300), tick(2000), over(null, 2100), tick(9000), { is: 'press-outside' })),
    ).toBe('六稳');
    expect(shown(run(...pinned, { is: 'close' }))).toBeNull();
  });
  test('opened by key, it stays whatever the pointer does', () => {
    const pressed: Event = { is: 'press', mark: '六稳', by: 'keyboard' };
    expect(shown(run(pressed, over('六保', 100), tick(100 + SWITCH_AFTER), over(null, 900), tick(9000)))).toBe('六稳');
  });
  test('pinned, it stays pinned on the way to the next mark', () => {
    const state = run(...open, { is: 'pin', pinned: true }, { is: 'press', mark: '六保', by: 'keyboard' });
    expect(state).toMatchObject({ is: 'open', mark: '六保', pinned: true });
  });
  test('a press elsewhere closes it', () => {
    expect(shown(run(...open, { is: 'press-outside' }))).toBeNull();
  });
});

describe('a page that is read anew', () => {
  const anew = (known: Readonly<Record<string, string>>): Event => ({
    is: 'reread',
    now: (mark) => known[mark] ?? null,
  });
  const open = [over('六稳', 0), tick(OPEN_AFTER)];
  test('the card goes over to the mark that took the place of its own', () => {
    const pinned = run(...open, { is: 'pin', pinned: true }, anew({ 六稳: '六稳，又一次' }));
    expect(pinned).toMatchObject({ is: 'open', mark: '六稳，又一次', pinned: true });
  });
  test('it closes when there is none', () => {
    expect(shown(run(...open, anew({})))).toBeNull();
  });
  test('what waits goes on waiting', () => {
    expect(shown(run(over('六稳', 0), anew({ 六稳: '新' }), tick(OPEN_AFTER)))).toBe('新');
    expect(shown(run(over('六稳', 0), anew({}), tick(OPEN_AFTER)))).toBeNull();
    expect(shown(run(...open, over('六保', 200), anew({ 六稳: '六稳' }), tick(200 + SWITCH_AFTER)))).toBe('六稳');
  });
  test('where nothing changed, nothing changes', () => {
    const state = run(...open);
    expect(next(state, anew({ 六稳: '六稳' }))).toBe(state);
  });
});

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    is: fc.constant('over' as const),
    mark: fc.constantFrom('a', 'b', null),
    distance: fc.nat(60),
    at: fc.constant(0),
  }),
  fc.constant({ is: 'enter-card' as const }),
  fc.record({ is: fc.constant('leave-card' as const), at: fc.constant(0) }),
  fc.record({
    is: fc.constant('press' as const),
    mark: fc.constantFrom('a', 'b'),
    by: fc.constantFrom('touch' as const, 'keyboard' as const),
  }),
  fc.record({ is: fc.constant('pin' as const), pinned: fc.boolean() }),
  fc.constantFrom({ is: 'close' as const }, { is: 'scroll' as const }, { is: 'press-outside' as const }),
  fc.record({ is: fc.constant('tick' as const), at: fc.constant(0) }),
);

test('whatever happens: nothing opens without rest or press, close always closes, and a card that is not held ends', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(events, fc.nat(400)), { maxLength: 40 }), (history) => {
      let state: Hover<string> = { is: 'idle' };
      let now = 0;
      for (const [event, passed] of history) {
        now += passed;
        const timed = 'at' in event ? { ...event, at: now } : event;
        const before: Hover<string> = state;
        state = next(before, timed);
        if (shown(before) === null && shown(state) !== null) {
          const rested = before.is === 'waiting' && timed.is === 'tick' && now >= before.opensAt;
          expect(rested || timed.is === 'press').toBe(true);
        }
        if (timed.is === 'close') expect(shown(state)).toBeNull();
      }
      // Left alone with the pointer nowhere, it ends unless pinned, under the pointer or opened by hand.
      const left = next(next(state, { is: 'over', mark: null, distance: 0, at: now }), {
        is: 'tick',
        at: now + 10_000,
      });
      if (left.is === 'open') expect(left.pinned || left.by !== 'pointer').toBe(true);
    }),
    { numRuns: 1000 },
  );
});
