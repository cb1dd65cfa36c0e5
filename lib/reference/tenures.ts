import type { Official, PartialDate, Tenure } from '../model';
import { compareDates, isPartOf } from '../text/dates';

/**
 * What the sources say about a person's office on a day. Dates compare as far as both are exact:
 * `2022-05` and `2022-05-13` are the same day for all that is known.
 */
export type OfficeOn =
  /** A text of that very day shows the office. */
  | { readonly is: 'attested'; readonly tenure: Tenure; readonly on: PartialDate }
  /** The office ended on that very day, as a source states. */
  | { readonly is: 'ends'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Attested both before and after, with nothing else between; or within bounds that a source states. */
  | {
      readonly is: 'between' | 'within';
      readonly tenure: Tenure;
      readonly from: PartialDate;
      readonly to: PartialDate;
    }
  | { readonly is: 'last-attested-before'; readonly tenure: Tenure; readonly on: PartialDate }
  | { readonly is: 'first-attested-after'; readonly tenure: Tenure; readonly on: PartialDate }
  /** The day lies before a stated beginning whose source also gives the office before. */
  | { readonly is: 'before-change'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Abstains: the day lies before a stated beginning; nothing earlier is known. */
  | { readonly is: 'not-yet'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Abstains: the office ended, as a source states; nothing later is known. */
  | { readonly is: 'ended'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Abstains: it began or ended in that year or month; the day is not known. */
  | { readonly is: 'edge'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Abstains: the nearest record lies years off. */
  | { readonly is: 'far'; readonly tenure: Tenure; readonly on: PartialDate }
  /** Abstains: between the day and the nearest record another person is shown in the same office. */
  | {
      readonly is: 'other-holder';
      readonly tenure: Tenure;
      readonly on: PartialDate;
      readonly holder: string;
      readonly heldOn: PartialDate;
    }
  /** Abstains: different offices before and after. */
  | { readonly is: 'gap'; readonly before: Tenure; readonly after: Tenure }
  /** Abstains: the sources show several offices for the day. */
  | { readonly is: 'several'; readonly tenures: readonly Tenure[] }
  /** Abstains: the day itself is not known. */
  | { readonly is: 'undated' };

/** A tenure with the earliest and the latest day for which a source shows it. */
interface Known {
  readonly tenure: Tenure;
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** Years beyond which a record says nothing of a day. */
const FAR = 5;

export function officeOn(official: Official, day: PartialDate | null): OfficeOn {
  const tenures = official.tenures.filter(isDated);
  if (day === null || tenures.length === 0) return { is: 'undated' };

  const thatDay = tenures.filter(({ attested }) => attested.some(({ date }) => compareDates(date, day) === 0));
  if (thatDay.length > 1) return { is: 'several', tenures: thatDay };
  const [shown] = thatDay;
  if (shown !== undefined) {
    const { date } = shown.attested.find((each) => compareDates(each.date, day) === 0)!;
    return shown.to !== null && compareDates(shown.to, day) === 0
      ? { is: 'ends', tenure: shown, on: shown.to }
      : { is: 'attested', tenure: shown, on: date };
  }

  const edge = tenures.find(({ from, to }) => [from, to].some((bound) => bound !== null && isPartOf(day, bound)));
  if (edge !== undefined) {
    return { is: 'edge', tenure: edge, on: edge.from !== null && isPartOf(day, edge.from) ? edge.from : edge.to! };
  }

  const known = tenures.map(knownOf);
  const holding = known.filter(({ from, to }) => compareDates(from, day) <= 0 && compareDates(day, to) <= 0);
  if (holding.length > 1) return { is: 'several', tenures: holding.map(({ tenure }) => tenure) };
  const [held] = holding;
  if (held !== undefined) {
    const { tenure, from, to } = held;
    if (tenure.to !== null && compareDates(tenure.to, day) === 0) return { is: 'ends', tenure, on: tenure.to };
    return { is: tenure.from === null || tenure.to === null ? 'between' : 'within', tenure, from, to };
  }

  const before = known.filter(({ to }) => compareDates(to, day) < 0).sort((a, b) => compareDates(b.to, a.to))[0];
  const after = known.filter(({ from }) => compareDates(day, from) < 0).sort((a, b) => compareDates(a.from, b.from))[0];
  if (before !== undefined && after !== undefined) return { is: 'gap', before: before.tenure, after: after.tenure };
  if (before !== undefined) {
    const { tenure, to } = before;
    if (tenure.to !== null) return { is: 'ended', tenure, on: to };
    return { is: yearsBetween(to, day) > FAR ? 'far' : 'last-attested-before', tenure, on: to };
  }
  const { tenure, from } = after!;
  if (tenure.from === null) {
    return { is: yearsBetween(day, from) > FAR ? 'far' : 'first-attested-after', tenure, on: from };
  }
  const isTold = tenure.before !== null && yearsBetween(day, from) <= FAR;
  return { is: isTold ? 'before-change' : 'not-yet', tenure, on: from };
}

/** One of a reader's own may be known of no day at all: it says nothing about any. */
function isDated({ attested, from, to }: Tenure): boolean {
  return attested.length > 0 || (from !== null && to !== null);
}

function yearsBetween(earlier: PartialDate, later: PartialDate): number {
  return Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
}

function knownOf(tenure: Tenure): Known {
  const seen = tenure.attested.map(({ date }) => date).sort(compareDates);
  return { tenure, from: tenure.from ?? seen[0]!, to: tenure.to ?? seen.at(-1)! };
}

/** The office as its source words it, with its body: 市政协秘书长. */
export function fullOffice({ body, office }: Tenure): string {
  return (body ?? '') + office;
}

/** The office in words, or null where `officeOn` abstains. */
export function officeName(answer: OfficeOn): string | null {
  switch (answer.is) {
    case 'attested':
    case 'ends':
    case 'between':
    case 'within':
    case 'last-attested-before':
    case 'first-attested-after':
      return fullOffice(answer.tenure);
    case 'before-change':
      return answer.tenure.before!.office;
    case 'not-yet':
    case 'ended':
    case 'edge':
    case 'far':
    case 'other-holder':
    case 'gap':
    case 'several':
    case 'undated':
      return null;
  }
}
