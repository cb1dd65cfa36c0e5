import type { Official, PartialDate, Region, Tenure } from '../model';

/**
 * What the sources say about a person's office on a day. Dates compare as far as both are exact:
 * `2022-05` and `2022-05-13` are the same day for all that is known.
 */
export type OfficeOn =
  /** A text of that very day shows the office. */
  | { readonly is: 'attested'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Within stated bounds, or attested both before and after with nothing else between. */
  | { readonly is: 'within'; readonly tenure: Tenure; readonly from: PartialDate; readonly to: PartialDate }
  | { readonly is: 'last-attested-before'; readonly tenure: Tenure; readonly on: PartialDate }
  | { readonly is: 'first-attested-after'; readonly tenure: Tenure; readonly on: PartialDate }
  /** The day lies before a stated beginning whose source also gives the office before. */
  | { readonly is: 'before-change'; readonly tenure: Tenure; readonly on: PartialDate }
  /** The office ended, as a source states; nothing later is known. */
  | { readonly is: 'ended'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Abstains: different offices before and after. */
  | { readonly is: 'gap'; readonly before: Tenure; readonly after: Tenure }
  /** Abstains: the sources show different offices for the day. */
  | { readonly is: 'conflict'; readonly tenures: readonly Tenure[] }
  /** Abstains: the day itself is not known. */
  | { readonly is: 'undated' };

interface Seen {
  readonly tenure: Tenure;
  readonly on: PartialDate;
}

/** `region`, where given, leaves only tenures of that province (and city, where both have one). */
export function officeOn(official: Official, day: PartialDate | null, region: Region | null = null): OfficeOn {
  if (day === null) return { is: 'undated' };
  const tenures = official.tenures.filter((tenure) => region === null || fits(tenure.region, region));
  const seen = tenures
    .flatMap((tenure) => tenure.attested.map(({ date }): Seen => ({ tenure, on: date })))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

  const thatDay = seen.filter((each) => compare(each.on, day) === 0);
  const [first] = thatDay;
  if (first !== undefined) {
    const held = [...new Set(thatDay.map((each) => each.tenure))];
    return held.length > 1 ? { is: 'conflict', tenures: held } : { is: 'attested', ...first };
  }

  const before = seen.findLast((each) => compare(each.on, day) < 0);
  const after = seen.find((each) => compare(each.on, day) > 0);
  const bounded = tenures.find(
    (tenure) =>
      tenure.from !== null && tenure.to !== null && compare(tenure.from, day) <= 0 && compare(day, tenure.to) < 0,
  );
  if (bounded !== undefined) return { is: 'within', tenure: bounded, from: bounded.from!, to: bounded.to! };
  if (before !== undefined && after !== undefined) {
    return before.tenure === after.tenure
      ? { is: 'within', tenure: before.tenure, from: before.on, to: after.on }
      : { is: 'gap', before: before.tenure, after: after.tenure };
  }
  if (before !== undefined) {
    const { tenure } = before;
    return tenure.to !== null && compare(tenure.to, day) < 0
      ? { is: 'ended', tenure, on: tenure.to }
      : { is: 'last-attested-before', ...before };
  }
  if (after === undefined) return { is: 'undated' };
  const { tenure } = after;
  if (tenure.before !== null && tenure.from !== null && compare(day, tenure.from) < 0) {
    return { is: 'before-change', tenure, on: tenure.from };
  }
  return { is: 'first-attested-after', tenure, on: after.on };
}

/** The office in words, or null where `officeOn` abstains or knows only its end. */
export function officeName(answer: OfficeOn): string | null {
  switch (answer.is) {
    case 'attested':
    case 'within':
    case 'last-attested-before':
    case 'first-attested-after':
      return (answer.tenure.body ?? '') + answer.tenure.office;
    case 'before-change':
      return answer.tenure.before!.office;
    case 'ended':
    case 'gap':
    case 'conflict':
    case 'undated':
      return null;
  }
}

function compare(a: PartialDate, b: PartialDate): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function fits(held: Region | null, asked: Region): boolean {
  if (held === null) return true;
  if (held.province !== asked.province) return false;
  return held.city === null || asked.city === null || held.city === asked.city;
}
