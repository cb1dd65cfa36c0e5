import type { Day } from '../model';

export const BIN_SIZES = ['week', 'month', 'year'] as const;
export type BinSize = (typeof BIN_SIZES)[number];

/** A stretch of time; both days included. */
export interface Bin {
  /** `2024-W05` (ISO 8601), `2024-01` or `2024`. */
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

const DAY = 86_400_000;
/** Bins of one line; of longer times the next larger size is taken. */
export const MOST_BINS = 600;

/** The bin in which a day lies. */
export function binOf(day: Day, by: BinSize): Bin {
  const [year, month] = day.split('-').map(Number) as [number, number];
  switch (by) {
    case 'year':
      return { name: day.slice(0, 4), from: dayAt(Date.UTC(year, 0, 1)), to: dayAt(Date.UTC(year, 12, 0)) };
    case 'month':
      return { name: day.slice(0, 7), from: dayAt(Date.UTC(year, month - 1, 1)), to: dayAt(Date.UTC(year, month, 0)) };
    case 'week': {
      const monday = Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
      // A week is of the year in which its Thursday lies.
      const own = new Date(monday + 3 * DAY).getUTCFullYear();
      const fourth = Date.UTC(own, 0, 4);
      const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
      const number = Math.round((monday - first) / (7 * DAY)) + 1;
      return { name: `${own}-W${String(number).padStart(2, '0')}`, from: dayAt(monday), to: dayAt(monday + 6 * DAY) };
    }
  }
}

/** All bins from one day to another without gaps, and of which size they are. */
export function binsBetween(
  from: Day,
  to: Day,
  wanted: BinSize,
): { readonly by: BinSize; readonly bins: readonly Bin[] } {
  for (const by of BIN_SIZES.slice(BIN_SIZES.indexOf(wanted))) {
    const bins: Bin[] = [];
    for (let bin = binOf(from, by); bin.from <= to; bin = binOf(nextDay(bin.to), by)) {
      bins.push(bin);
      if (bins.length > MOST_BINS && by !== 'year') break;
    }
    if (bins.length <= MOST_BINS || by === 'year') return { by, bins };
  }
  return { by: wanted, bins: [] };
}

function nextDay(day: Day): Day {
  return dayAt(Date.parse(day) + DAY);
}

function dayAt(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10) as Day;
}
