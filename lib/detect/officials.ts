/**
 * Which names in a text are the officials of the reference. A name alone is never enough (刘星 also
 * begins 刘星宇 and ends 流星): the first mention needs an office beside it, a place in a list of
 * office-holders, or an act of appointment; it then licenses bare mentions before and after it.
 */
import type { EntryId, Official, Reason, Span } from '../model';
import type { Candidate, Passed, Reading } from './candidate';
import { opensHere } from './conditions';
import {
  beginsClause,
  beginsHere,
  endOfOffice,
  follows,
  hanAt,
  headOfList,
  isByline,
  isIntroduced,
  isPersonNoun,
  runsOn,
  standsAlone,
  type NameCandidate,
  type Names,
} from './names';
import { fitOf, impliedBody, knownOffices, placeFits, plainTitle, rolesEndingAt, type Fit, type Role } from './offices';
import { placeEndingAt, type PlaceOfText } from './place';
import { ACT_OF_OFFICE, ACTIVITIES, HEADLINE_VERBS, PERSON_SUFFIXES, titleStartingAt } from './titles';

interface Evidence {
  readonly why: Reason;
  readonly confidence: number;
  readonly statedOffice: string | null;
}

/** `contrary`: the text says that this is somebody else. */
type Weight = Evidence | 'contrary' | null;

/** Units of an office after a name. */
const OFFICE_REACH = 36;

type ByOffice = 'title' | 'list' | 'appointment';
/** How sure an office of the reference makes it. */
const SURE: Readonly<Record<ByOffice, number>> = { title: 0.98, list: 0.97, appointment: 0.97 };
const ASSUMED_PLACE = 0.6;
const SAME_PLACE = 0.8;
const BY_ACTIVITY = 0.7;
const NATIONAL = 0.97;
const NAMED_BEFORE = 0.95;
const COMPANION = 0.85;

/** Different persons with their offices that are enough to tell whose place it is. */
const ENOUGH_TO_PLACE = 2;

/** The place of a text that names none, or no province clearly: where two officials at least hold the offices that it gives them. */
export function placeByOfficials(candidates: readonly Candidate[], reading: Reading): PlaceOfText | null {
  const held = candidates.flatMap(({ use: { entry } }) => (entry.kind === 'official' ? entry.tenures : []));
  const regions = new Map(held.flatMap(({ region }) => (region === null ? [] : [[JSON.stringify(region), region]])));
  for (const region of regions.values()) {
    const { provinces } = reading.place;
    if (provinces.size > 0 && !provinces.has(region.province)) continue;
    const place: PlaceOfText = { region, by: 'text', provinces };
    const { passed } = resolveOfficials(candidates, { ...reading, place }, new Set());
    const persons = passed.filter(({ why, use, confidence }) => {
      if (confidence <= SAME_PLACE) return false;
      const isHere =
        use.entry.kind === 'official' && use.entry.tenures.some((tenure) => tenure.region?.city === region.city);
      return isHere && why.some(({ is }) => is === 'title' || is === 'list');
    });
    if (new Set(persons.map(({ use }) => use.entry.id)).size >= ENOUGH_TO_PLACE) return place;
  }
  return null;
}

export interface Resolved {
  readonly passed: Passed[];
  readonly named: ReadonlySet<EntryId>;
  /** Names of the reference of which the text does not say whose they are. */
  readonly undecided: readonly Span[];
}

/** Decides all name candidates of a text together. `named`: officials that earlier parts of the text have introduced. */
export function resolveOfficials(
  candidates: readonly Candidate[],
  reading: Reading,
  named: ReadonlySet<EntryId>,
): Resolved {
  const names: NameCandidate[] = candidates.flatMap((candidate) =>
    candidate.use.entry.kind === 'official' && opensHere(candidate, reading)
      ? [{ ...candidate, official: candidate.use.entry }]
      : [],
  );
  const field: Names = {
    ...reading,
    starts: new Set(names.map(({ start }) => start)),
    ends: new Set(names.map(({ end }) => end)),
  };
  const weighed = withCompanions(
    names.map((name) => ({ name, weight: weigh(name, field) })),
    field,
  );
  // Of two persons of one name at one place in the text, the one whose office stands there is meant.
  const best = new Map<number, number>();
  const contrary = new Set<EntryId>();
  for (const { name, weight } of weighed) {
    if (weight === 'contrary') contrary.add(name.official.id);
    else best.set(name.start, Math.max(best.get(name.start) ?? 0, weight?.confidence ?? 0));
  }
  const passed: Passed[] = [];
  const licensed = new Set<EntryId>(named);
  for (const { name, weight } of weighed) {
    if (weight === null || weight === 'contrary' || weight.confidence < best.get(name.start)!) continue;
    const isWeak = weight.why.is === 'activity' || weight.why.is === 'companion';
    if (isWeak && contrary.has(name.official.id)) continue;
    licensed.add(name.official.id);
    passed.push(passedBy(name, weight));
  }
  // Where the text also has a namesake, a bare name may be either.
  for (const { name, weight } of weighed) {
    const isOpen = weight === null && best.get(name.start) === 0;
    if (!isOpen || !licensed.has(name.official.id) || contrary.has(name.official.id)) continue;
    if (!isByline(name, reading) && !isIntroduced(name, reading) && standsAlone(name, field)) {
      passed.push(passedBy(name, { why: { is: 'named-before' }, confidence: NAMED_BEFORE, statedOffice: null }));
    }
  }
  const decided = new Set(passed.map(({ start }) => start));
  const isElse = new Set(weighed.flatMap(({ name, weight }) => (weight === 'contrary' ? [name.start] : [])));
  const undecided = weighed.flatMap(({ name }) => (decided.has(name.start) || isElse.has(name.start) ? [] : [name]));
  return { passed, named: licensed, undecided };
}

interface Weighed {
  readonly name: NameCandidate;
  readonly weight: Weight;
}

/**
 * Officials of one place who stand next to each other vouch for each other: run together in a headline
 * (刘星冯晓雷调研), or one of them introduced elsewhere in the text. Short names vouch for nobody.
 */
function withCompanions(weighed: readonly Weighed[], reading: Names): Weighed[] {
  const inOrder = weighed.toSorted((a, b) => a.name.start - b.name.start);
  const introduced = new Set(
    weighed.flatMap(({ name, weight }) => (weight === null || weight === 'contrary' ? [] : [name.official.id])),
  );
  return inOrder.map((each, index): Weighed => {
    if (each.weight !== null || !mayStand(each, reading) || !isFree(each.name, reading)) return each;
    const beside = [inOrder[index - 1], inOrder[index + 1]].find(
      (other) =>
        other !== undefined &&
        other.name.official !== each.name.official &&
        mayStand(other, reading) &&
        vouches(other, each, introduced, reading),
    );
    if (beside === undefined) return each;
    const why: Reason = { is: 'companion', name: beside.name.official.names.zh };
    return { ...each, weight: { why, confidence: COMPANION, statedOffice: null } };
  });
}

function mayStand({ name, weight }: Weighed, reading: Names): boolean {
  if (weight === 'contrary' || isByline(name, reading)) return false;
  return name.official.tenures.some(({ region }) => placeFits(null, region, reading) === 'agrees');
}

function vouches(other: Weighed, each: Weighed, introduced: ReadonlySet<EntryId>, reading: Names): boolean {
  const { text } = reading.normal;
  const [first, second] = other.name.start < each.name.start ? [other.name, each.name] : [each.name, other.name];
  const between = second.start < first.end ? null : text.slice(first.end, second.start);
  if (between === '' && isHeadline(first, second, reading)) return true;
  const isLong = each.name.end - each.name.start > 2;
  return isLong && introduced.has(other.name.official.id) && (between === ',' || between === '和');
}

/** Names run together from the beginning of a line to a verb of headlines, one of them at least of three characters. */
function isHeadline(first: Span, second: Span, { normal: { text, gaps }, starts, ends }: Names): boolean {
  let [from, to] = [first.start, second.end];
  while (ends.has(from)) from = [4, 3, 2].map((length) => from - length).find((start) => starts.has(start)) ?? from - 2;
  while (starts.has(to)) to = [4, 3, 2].map((length) => to + length).find((end) => ends.has(end)) ?? to + 2;
  const isLong = first.end - first.start > 2 || second.end - second.start > 2;
  const isApart = beginsClause(text, from) || gaps[from] === 1;
  return isLong && isApart && HEADLINE_VERBS.test(text.slice(to, to + 8));
}

/** Whether both sides leave the name whole and it is no list of people without office. */
function isFree(name: NameCandidate, reading: Names): boolean {
  return beginsHere(name, reading) && runsOn(name, reading) === 'no' && !isByline(name, reading);
}

function passedBy({ official: _, ...candidate }: NameCandidate, { why, ...rest }: Evidence): Passed {
  return { ...candidate, why: [why], ...rest };
}

function weigh(name: NameCandidate, reading: Names): Weight {
  const { official, start } = name;
  if (official.reach === 'national') {
    return { why: { is: 'national' }, confidence: NATIONAL, statedOffice: titleAfter(name, reading) };
  }
  const runs = runsOn(name, reading);
  if (runs === 'yes') return null;
  const beside = byOffice(name, start, 'title', reading) ?? byTitleAfter(name, reading);
  if (beside !== null) return beside;
  if (isByline(name, reading)) return null;
  const head = headOfList(start, reading);
  const inList = head === null ? null : byOffice(name, head, 'list', reading);
  if (inList !== null) return inList;
  return byAct(name, reading) ?? (runs === 'no' ? byActivity(name, reading) : null);
}

/** What the offices, or the noun, that end at `at` say of the person. */
function byOffice(name: NameCandidate, at: number, by: 'title' | 'list', reading: Reading): Weight {
  const { text } = reading.normal;
  if (isPersonNoun(text, text[at - 1] === ':' ? at - 1 : at)) return 'contrary';
  const written = literalOffice(name.official, at, reading);
  if (written !== null) return { why: { is: by, title: written }, confidence: SURE.title, statedOffice: written };
  return weightOf(name, rolesEndingAt(endOfOffice(text, at), reading), by, reading);
}

function weightOf(name: NameCandidate, roles: readonly Role[], by: ByOffice, reading: Reading): Weight {
  if (roles.length === 0) return null;
  const offices = name.official.tenures.flatMap(knownOffices);
  const fits = new Set<Fit>();
  for (const role of roles) {
    for (const office of offices) {
      const fit = fitOf(role, office, reading);
      if (fit === 'same') {
        const isAssumed = reading.place.by === 'assumed' && role.place === null && office.region !== null;
        return evidenceOf(role.written, by, isAssumed ? ASSUMED_PLACE : SURE[by]);
      }
      fits.add(fit);
    }
  }
  // Two leaders of one name in one place are not to be expected, unless the name is a short one.
  if (fits.has('akin') && name.end - name.start > 2) return evidenceOf(roles.at(-1)!.written, by, SAME_PLACE);
  return fits.size === 1 && fits.has('contrary') ? 'contrary' : null;
}

function evidenceOf(written: string, by: ByOffice, confidence: number): Evidence {
  const why: Reason = by === 'appointment' ? { is: by, office: written } : { is: by, title: written };
  return { why, confidence, statedOffice: written };
}

/** An office of a kind that the rules do not read (主题教育中央第三指导组副组长), letter by letter. */
function literalOffice(official: Official, end: number, { normal: { text } }: Reading): string | null {
  const offices = official.tenures.flatMap(knownOffices);
  return offices.find(({ title, written }) => title === null && text.endsWith(written, end))?.written ?? null;
}

/** 林武书记, 金湘军省长, 林武(山西省委书记), 刘星老师. */
function byTitleAfter(name: NameCandidate, reading: Names): Weight {
  const { official, end } = name;
  const { text } = reading.normal;
  if (PERSON_SUFFIXES.some((suffix) => text.startsWith(suffix, end))) return 'contrary';
  if (text[end] === '(') return inBrackets(name, reading);
  const title = titleAfter(name, reading);
  if (title === null || !beginsHere(name, reading)) return null;
  const { body, level } = impliedBody(title);
  const named = placeEndingAt(text, name.start)?.region ?? null;
  const held = official.tenures.flatMap(knownOffices).find((office) => {
    if (office.title !== plainTitle(title) || (level !== null && level !== office.level)) return false;
    const place = placeFits(named, office.region, reading);
    return body === 'none' ? place === 'agrees' : body === office.body && (place === 'agrees' || place === 'assumed');
  });
  return held === undefined ? null : evidenceOf(title, 'title', SURE.title);
}

/** 林武(山西省委书记), 刘伟(教师). */
function inBrackets(name: NameCandidate, reading: Reading): Weight {
  const { text } = reading.normal;
  const close = text.slice(name.end, name.end + OFFICE_REACH).indexOf(')');
  if (close >= 0 && isPersonNoun(text, name.end + close)) return 'contrary';
  return weightOf(name, rolesFrom(name.end + 1, reading), 'title', reading);
}

/** The title directly after a name, unless it is the beginning of another word. */
function titleAfter({ end }: NameCandidate, { normal: { text } }: Reading): string | null {
  const title = titleStartingAt(text, end);
  if (title === null) return null;
  const after = end + title.length;
  return hanAt(text, after) && !follows(text, after) ? null : title;
}

/** The longest chain of offices that begins exactly at `start`. */
function rolesFrom(start: number, reading: Reading): Role[] {
  const { text } = reading.normal;
  const from = text.startsWith('中共', start) ? start + 2 : start;
  let longest: Role[] = [];
  for (let end = from + 2; end <= Math.min(text.length, from + OFFICE_REACH); end++) {
    const roles = rolesEndingAt(end, reading);
    if (roles[0]?.start === from || roles[0]?.start === start) longest = roles;
  }
  return longest;
}

/** 任命刘星为晋中市委书记, 王一新、朱鹏辞去省委委员职务, 免去刘星的市委书记职务. */
function byAct(name: NameCandidate, reading: Reading): Weight {
  const { text } = reading.normal;
  const after = text.slice(name.end, name.end + OFFICE_REACH);
  const others =
    /^(?:(?:同志)?[,和与及]\p{Script=Han}{2,3}?)*?(?=同志|[任为辞转调升不递增兼出担当被的是系])/u.exec(after)?.[0] ??
    '';
  const act = ACT_OF_OFFICE.exec(after.slice(others.length));
  if (act === null) return null;
  const weight = weightOf(name, rolesFrom(name.end + others.length + act[0].length, reading), 'appointment', reading);
  // What is taken from somebody is not what the text calls them.
  const isTaken = /不再|辞|的$/.test(act[0]);
  return isTaken && weight !== null && weight !== 'contrary' ? { ...weight, statedOffice: null } : weight;
}

/** 冯晓雷主持召开…: enough for a name of three characters at the beginning of a sentence, where the place does not speak against it. */
function byActivity(name: NameCandidate, reading: Reading): Evidence | null {
  const { text } = reading.normal;
  const { start, end, official } = name;
  if (end - start < 3 || !beginsClause(text, start)) return null;
  const mayBe = official.tenures.some(({ region }) => ['agrees', 'assumed'].includes(placeFits(null, region, reading)));
  if (!mayBe) return null;
  const after = text.slice(end, end + 24);
  for (const activity of ACTIVITIES) {
    const found = activity.exec(after);
    if (found !== null) return { why: { is: 'activity', verb: found[0] }, confidence: BY_ACTIVITY, statedOffice: null };
  }
  return null;
}
