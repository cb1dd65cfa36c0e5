import { inOrder, pairsOf, type Pair } from './pairs';

/** How a unit of one text stands to the other text, by index. */
export type Aligned =
  | { readonly is: 'same' | 'changed'; readonly a: number; readonly b: number }
  /** Stands elsewhere in the first text; `isSame`: with the same words. */
  | { readonly is: 'moved-here'; readonly a: number; readonly b: number; readonly isSame: boolean }
  /** Where it stood. */
  | { readonly is: 'moved-away'; readonly a: number; readonly b: number }
  | { readonly is: 'removed'; readonly a: number }
  | { readonly is: 'added'; readonly b: number };

/** What has moved must be more alike than what stayed. */
const MOVED = 0.6;

/** Both texts in one order: what stayed is the frame, between it first what went, then what came. */
export function align(a: readonly string[], b: readonly string[], least: number): Aligned[] {
  const all = pairsOf(a, b, least);
  const kept = inOrder(all, ({ a: index, score }) => (a[index]!.length + 1) * score);
  const moved = all.filter((pair) => !kept.has(pair) && pair.score >= MOVED);
  const movedFrom = new Map(moved.map((pair) => [pair.a, pair]));
  const movedTo = new Map(moved.map((pair) => [pair.b, pair]));
  const rows: Aligned[] = [];
  let [nextA, nextB] = [0, 0];
  const upTo = (endA: number, endB: number) => {
    for (; nextA < endA; nextA++) {
      const pair = movedFrom.get(nextA);
      rows.push(pair === undefined ? { is: 'removed', a: nextA } : { is: 'moved-away', a: nextA, b: pair.b });
    }
    for (; nextB < endB; nextB++) {
      const pair = movedTo.get(nextB);
      rows.push(pair === undefined ? { is: 'added', b: nextB } : movedHere(pair));
    }
  };
  for (const pair of all) {
    if (!kept.has(pair)) continue;
    upTo(pair.a, pair.b);
    rows.push({ is: pair.score === 1 ? 'same' : 'changed', a: pair.a, b: pair.b });
    nextA = pair.a + 1;
    nextB = pair.b + 1;
  }
  upTo(a.length, b.length);
  return rows;
}

function movedHere({ a, b, score }: Pair): Aligned {
  return { is: 'moved-here', a, b, isSame: score === 1 };
}
