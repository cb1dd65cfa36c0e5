import type { Entry, EntryId, Official, PartialDate, Region, Tenure } from '../model';
import { compareDates } from '../text/dates';
import type { Lexicon } from './lexicon';
import { officeOn, type OfficeOn } from './tenures';

/** How another entry stands to one. */
export type Relation = 'part' | 'whole' | 'explained-by' | 'explains' | 'beside';

export interface Related {
  readonly how: Relation;
  readonly entry: Entry;
}

/**
 * Entries named in an entry, those that name it, the one that explains it and those that it explains,
 * and those that stand beside it in a longer one (六稳 and 六保).
 */
export function relationsOf(entry: Entry, lexicon: Lexicon): Related[] {
  const inverse = inverseOf(lexicon);
  const parts = entry.kind === 'official' ? [] : entry.parts;
  const wholes = inverse.wholes.get(entry.id) ?? [];
  const beside = wholes.flatMap((id) => partsOf(lexicon.entries.get(id)));
  const all: [Relation, readonly EntryId[]][] = [
    ['part', parts],
    ['whole', wholes],
    ['explained-by', entry.kind === 'official' || entry.see === null ? [] : [entry.see]],
    ['explains', inverse.explained.get(entry.id) ?? []],
    ['beside', beside],
  ];
  const taken = new Set<EntryId>([entry.id]);
  return all.flatMap(([how, ids]) =>
    ids.flatMap((id): Related[] => {
      const other = lexicon.entries.get(id);
      if (other === undefined || taken.has(id)) return [];
      taken.add(id);
      return [{ how, entry: other }];
    }),
  );
}

interface Inverse {
  readonly wholes: ReadonlyMap<EntryId, readonly EntryId[]>;
  readonly explained: ReadonlyMap<EntryId, readonly EntryId[]>;
}

const inverses = new WeakMap<Lexicon, Inverse>();

function inverseOf(lexicon: Lexicon): Inverse {
  const known = inverses.get(lexicon);
  if (known !== undefined) return known;
  const wholes = new Map<EntryId, EntryId[]>();
  const explained = new Map<EntryId, EntryId[]>();
  const add = (to: Map<EntryId, EntryId[]>, id: EntryId, other: EntryId) => {
    to.set(id, [...(to.get(id) ?? []), other]);
  };
  for (const entry of lexicon.entries.values()) {
    if (entry.kind === 'official') continue;
    for (const part of entry.parts) add(wholes, part, entry.id);
    if (entry.see !== null) add(explained, entry.see, entry.id);
  }
  const made = { wholes, explained };
  inverses.set(lexicon, made);
  return made;
}

function partsOf(entry: Entry | undefined): readonly EntryId[] {
  return entry === undefined || entry.kind === 'official' ? [] : entry.parts;
}

/** Another person whom the sources show in the same office, with the first and the last day on which they do. */
export interface SameOffice {
  readonly official: Official;
  readonly tenure: Tenure;
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** Offices of which a body has several at a time; who held one says nothing of who held another. */
const SHARED = /^副|[省市县]领导$|委员$|常委$|副[^、]*$/;

/** Others in an office of `official` that one person holds at a time, in order of time. */
export function othersInOffice(official: Official, lexicon: Lexicon): SameOffice[] {
  const keys = new Set(official.tenures.flatMap(officeKeys));
  const found: SameOffice[] = [];
  for (const other of lexicon.entries.values()) {
    if (other.kind !== 'official' || other.id === official.id) continue;
    for (const tenure of other.tenures) {
      const days = tenure.attested.map(({ date }) => date).sort();
      if (days.length === 0 || !officeKeys(tenure).some((key) => keys.has(key))) continue;
      found.push({ official: other, tenure, from: tenure.from ?? days[0]!, to: tenure.to ?? days.at(-1)! });
    }
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Place and title of each office of a chain; 山西省委书记 in Shanxi is 省委书记, 晋中市委书记 in Jinzhong 市委书记. */
function officeKeys({ office, body, region }: Tenure): string[] {
  const parts = office.split('、').map((part, index) => (index === 0 ? (body ?? '') : '') + part);
  return parts
    .filter((part) => !SHARED.test(part))
    .map((part) => `${region?.province ?? ''}/${region?.city ?? ''}/${withoutPlace(part, region)}`);
}

function withoutPlace(office: string, region: Region | null): string {
  const names = [region?.province, region?.city].flatMap((name) => (name == null ? [] : [name.slice(0, -1)]));
  return names.reduce((rest, name) => (rest.startsWith(name) ? rest.slice(name.length) : rest), office);
}

/**
 * The office on a day, as far as the whole reference shows it: a record before or after the day says nothing
 * where another person is shown in that office in between.
 */
export function officeIn(official: Official, day: PartialDate | null, lexicon: Lexicon): OfficeOn {
  const answer = officeOn(official, day);
  if (day === null || (answer.is !== 'last-attested-before' && answer.is !== 'first-attested-after')) return answer;
  const [from, to] = answer.is === 'last-attested-before' ? [answer.on, day] : [day, answer.on];
  for (const other of othersInOffice(official, lexicon)) {
    const shown = other.tenure.attested.find(
      ({ date }) => compareDates(from, date) <= 0 && compareDates(date, to) <= 0,
    );
    if (shown === undefined || !isSameOffice(other.tenure, answer.tenure)) continue;
    const { tenure, on } = answer;
    return { is: 'other-holder', tenure, on, holder: other.official.names.zh, heldOn: shown.date };
  }
  return answer;
}

function isSameOffice(a: Tenure, b: Tenure): boolean {
  const keys = new Set(officeKeys(a));
  return officeKeys(b).some((key) => keys.has(key));
}
