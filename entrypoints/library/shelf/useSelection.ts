import { useMemo, useRef, useState } from 'react';
import type { SelectHow } from '../../../components/shelf/VirtualList';

export interface Selection {
  readonly count: number;
  readonly has: (index: number) => boolean;
  readonly select: (index: number, how: SelectHow) => void;
  /** What is selected, in the order of the list. */
  readonly numbers: () => number[];
}

const NOTHING = { asked: '', chosen: new Set<number>() } as const;

/** What is selected in a list. Other conditions begin anew; what vanishes from the list is no longer selected. */
export function useSelection(numbers: Uint32Array, asked: string): Selection {
  const [kept, setKept] = useState<{ readonly asked: string; readonly chosen: ReadonlySet<number> }>(NOTHING);
  const from = useRef(0);
  const chosen = kept.asked === asked ? kept.chosen : NOTHING.chosen;
  const setChosen = (next: ReadonlySet<number>) => setKept({ asked, chosen: next });
  const inList = useMemo(
    () => (chosen.size === 0 ? [] : [...numbers].filter((number) => chosen.has(number))),
    [numbers, chosen],
  );
  const select = (index: number, how: SelectHow) => {
    const number = numbers[index];
    if (how === 'none') return setChosen(new Set());
    if (how === 'all') return setChosen(new Set(numbers));
    if (number === undefined) return;
    if (how === 'extend') {
      const [first, last] = [Math.min(from.current, index), Math.max(from.current, index)];
      return setChosen(new Set([...chosen, ...numbers.subarray(first, last + 1)]));
    }
    from.current = index;
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    setChosen(next);
  };
  return {
    count: inList.length,
    has: (index) => chosen.has(numbers[index]!),
    select,
    numbers: () => inList,
  };
}
