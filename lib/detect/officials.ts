/**
 * Which names in a text are the officials of the reference. A name alone is never enough (刘星 also
 * begins 刘星宇 and ends 流星): the first mention needs an office beside it, a place in a list of
 * office-holders, or an act of appointment; it then licenses bare mentions before and after it.
 */
import type { EntryId, Official, Reason, Region, Tenure } from '../model';
import { sentenceAround } from '../text/sentences';
import { edgeAt } from '../text/words';
import type { Candidate, Passed, Reading } from './candidate';
import { placeEndingAt } from './place';
import {
  ACTIVITIES,
  AFTER_NAMES,
  APPOINTMENT_VERBS,
  BEFORE_NAMES,
  BYLINE_MARKS,
  levelOf,
  OFFICE_OPENERS,
  titleEndingAt,
  titleStartingAt,
} from './titles';

interface NameCandidate extends Candidate {
  readonly official: Official;
}

interface Evidence {
  readonly why: Reason;
  readonly confidence: number;
  readonly statedOffice: string | null;
}

/** UTF-16 units before a name in which its office may stand. */
const OFFICE_REACH = 40;
/** Units of one name in a list. */
const SHORTEST_NAME = 2;
const LONGEST_NAME = 4;
/** Names in one list; more is a roster, still read to here. */
const LONGEST_LIST = 60;
/** Units between the mark of a byline and a name in it. */
const BYLINE_REACH = 24;

const OFFICE_BESIDE = 0.98;
const IN_LIST = 0.97;
const APPOINTED = 0.97;
const SAME_PLACE = 0.8;
const BY_ACTIVITY = 0.7;
const NATIONAL = 0.97;
const NAMED_BEFORE = 0.95;

/** Decides all name candidates of a text together. `named`: officials that earlier parts of the text have introduced. */
export function resolveOfficials(
  candidates: readonly Candidate[],
  reading: Reading,
  named: ReadonlySet<EntryId>,
): { readonly passed: Passed[]; readonly named: ReadonlySet<EntryId> } {
  const names: NameCandidate[] = candidates.flatMap((candidate) =>
    candidate.use.entry.kind === 'official' ? [{ ...candidate, official: candidate.use.entry }] : [],
  );
  const passed: Passed[] = [];
  const bare: NameCandidate[] = [];
  const licensed = new Set<EntryId>(named);
  const weighed = names.map((name) => ({ name, evidence: evidenceFor(name, reading) }));
  // Of two persons of one name at one place in the text, the one whose office stands there is meant.
  const best = new Map<number, number>();
  for (const { name, evidence } of weighed) {
    best.set(name.start, Math.max(best.get(name.start) ?? 0, evidence?.confidence ?? 0));
  }
  for (const { name, evidence } of weighed) {
    if (evidence === null) bare.push(name);
    else if (evidence.confidence === best.get(name.start)) {
      licensed.add(name.official.id);
      passed.push(passedBy(name, evidence));
    }
  }
  for (const name of bare) {
    if (licensed.has(name.official.id) && !isByline(name, reading) && standsAlone(name, reading)) {
      passed.push(passedBy(name, { why: { is: 'named-before' }, confidence: NAMED_BEFORE, statedOffice: null }));
    }
  }
  return { passed, named: licensed };
}

function passedBy({ official: _, ...candidate }: NameCandidate, { why, ...rest }: Evidence): Passed {
  return { ...candidate, why: [why], ...rest };
}

function evidenceFor(name: NameCandidate, reading: Reading): Evidence | null {
  const { official, start, end } = name;
  if (official.reach === 'national') {
    return { why: { is: 'national' }, confidence: NATIONAL, statedOffice: statedAfter(name, reading) };
  }
  const runs = runsOn(name, reading);
  if (runs === 'yes') return null;
  const office = officeBefore(official, start, reading) ?? officeAfter(official, end, reading);
  if (office !== null) {
    return { why: { is: 'title', title: office.stated }, confidence: office.confidence, statedOffice: office.stated };
  }
  if (isByline(name, reading)) return null;
  const list = officeOfList(official, start, reading);
  if (list !== null) {
    return {
      why: { is: 'list', title: list.stated },
      confidence: Math.min(IN_LIST, list.confidence),
      statedOffice: list.stated,
    };
  }
  if (runs === 'perhaps') return null;
  const appointed = appointmentOf(name, reading);
  if (appointed !== null) {
    return { why: { is: 'appointment', office: appointed }, confidence: APPOINTED, statedOffice: appointed };
  }
  const verb = activityOf(name, reading);
  if (verb !== null) return { why: { is: 'activity', verb }, confidence: BY_ACTIVITY, statedOffice: null };
  return null;
}

interface Office {
  readonly stated: string;
  readonly confidence: number;
}

/** The office of `official` that ends exactly at `end`. */
function officeBefore(official: Official, end: number, reading: Reading): Office | null {
  const { text } = reading.normal;
  const left = text.slice(Math.max(0, end - OFFICE_REACH), end);
  for (const tenure of official.tenures) {
    for (const office of officesOf(tenure)) {
      if (!left.endsWith(office.written)) continue;
      const officeStart = end - office.written.length;
      if (!opensHere(text, officeStart, office)) continue;
      const named = regionNamedIn(office.written) ?? placeEndingAt(text, officeStart);
      if (!mayBe(tenure.region, named, reading)) continue;
      return { stated: office.written, confidence: OFFICE_BESIDE };
    }
  }
  return otherOfficeOfThePlace(official, end, reading);
}

interface WrittenOffice {
  readonly written: string;
  /** 副主任: says nothing of the body, so what stands before it counts. */
  readonly isBare: boolean;
  readonly body: string | null;
}

/** 市委副书记、市政府党组书记 may be given whole or in part; a body may stand before the title or not. */
function officesOf(tenure: Tenure): WrittenOffice[] {
  const parts = tenure.office.split('、');
  const offices: WrittenOffice[] = parts.map((written) => ({
    written,
    isBare: isBareTitle(written),
    body: tenure.body,
  }));
  if (tenure.body !== null) offices.unshift({ written: tenure.body + tenure.office, isBare: false, body: null });
  for (const part of parts) {
    const withoutPlace = part.replace(/^山西(?=省)/, '').replace(/^山西(?=.)/, '省');
    if (withoutPlace !== part) offices.push({ written: withoutPlace, isBare: isBareTitle(withoutPlace), body: null });
  }
  if (tenure.before !== null) offices.push({ written: tenure.before.office, isBare: false, body: null });
  return offices.sort((a, b) => b.written.length - a.written.length);
}

function isBareTitle(office: string): boolean {
  return titleEndingAt(office, office.length) === office;
}

/** Whether an office can begin at `start`: 副主任 not in 办公室|副主任, 市委书记 not in 团|市委书记. */
function opensHere(text: string, start: number, office: WrittenOffice): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (!/\p{Script=Han}$/u.test(before)) return true;
  if (/[团各某外超城全]$/.test(before)) return false;
  if (!office.isBare) return true;
  if (office.body !== null && before.endsWith(office.body)) return true;
  return (
    placeEndingAt(text, start) !== null ||
    /(人民)?政府(党组)?$/.test(before) ||
    OFFICE_OPENERS.some((opener) => before.endsWith(opener))
  );
}

function regionNamedIn(office: string): Region | null {
  return office.startsWith('山西') ? { province: '山西省', city: null } : null;
}

/** Whether an office held in `held` can be meant: by the place named beside it, else by the place of the text. */
function mayBe(held: Region | null, named: Region | null, { place }: Reading): boolean {
  if (held === null) return true;
  if (named !== null) return agree(held, named);
  if (place.region === null || place.by === 'assumed') return true;
  return agree(held, place.region);
}

function agree(a: Region, b: Region): boolean {
  return a.province === b.province && (a.city === null || b.city === null || a.city === b.city);
}

/**
 * An office that the reference does not have, but of the level and place where it knows the person:
 * two leaders of one name in one place are not to be expected.
 */
function otherOfficeOfThePlace(official: Official, end: number, reading: Reading): Office | null {
  const { text } = reading.normal;
  const title = titleEndingAt(text, end);
  if (title === null) return null;
  const phrase = /[\p{Script=Han}]*$/u.exec(text.slice(Math.max(0, end - OFFICE_REACH), end))![0];
  const marker = /(省|市)(委|政府|政协|人大|纪委|监委|高级|中级|人民)(?!.*[县区乡镇村厅局处])/.exec(phrase);
  const level = levelOf(title) ?? (marker === null ? null : marker[1] === '省' ? 'province' : 'city');
  if (level === null) return null;
  const phraseStart = end - (marker === null ? title.length : phrase.length - marker.index);
  const named = placeEndingAt(text, phraseStart);
  const known = named ?? (reading.place.by === 'assumed' ? null : reading.place.region);
  if (known === null) return null;
  const holds = official.tenures.some(({ region }) => {
    if (region === null || region.province !== known.province) return false;
    return level === 'province' ? region.city === null : region.city !== null && region.city === known.city;
  });
  return holds ? { stated: text.slice(phraseStart, end), confidence: SAME_PLACE } : null;
}

/** 林武书记, 金湘军省长. */
function officeAfter(official: Official, end: number, reading: Reading): Office | null {
  const { text } = reading.normal;
  const title = titleStartingAt(text, end);
  if (title === null) return null;
  if (/[\p{Script=Han}]/u.test(text[end + title.length] ?? '') && !follows(text, end + title.length)) return null;
  const held = official.tenures.find(
    (tenure) =>
      tenure.office.split('、').some((office) => office.endsWith(title)) && mayBe(tenure.region, null, reading),
  );
  return held === undefined ? null : { stated: title, confidence: OFFICE_BESIDE };
}

function statedAfter({ end, official }: NameCandidate, { normal: { text } }: Reading): string | null {
  const title = titleStartingAt(text, end);
  return title !== null && official.tenures.some((tenure) => tenure.office.endsWith(title)) ? title : null;
}

/** The office before the first name of the list in which a name stands: 副主席|甲、乙、丙. */
function officeOfList(official: Official, start: number, reading: Reading): Office | null {
  const { text } = reading.normal;
  let at = start;
  for (let names = 0; names < LONGEST_LIST; names++) {
    const itemEnd = endOfItemBefore(at, reading);
    if (itemEnd === null) return null;
    let next: number | null = null;
    for (let length = SHORTEST_NAME; length <= LONGEST_NAME; length++) {
      const itemStart = itemEnd - length;
      if (itemStart < 0 || !/^\p{Script=Han}+$/u.test(text.slice(itemStart, itemEnd))) break;
      const office = officeBefore(official, itemStart, reading);
      if (office !== null) return office;
      if (endOfItemBefore(itemStart, reading) !== null) {
        next = itemStart;
        break;
      }
    }
    if (next === null) return null;
    at = next;
  }
  return null;
}

/** Where the item before a list separator ends, if one stands directly before `at`. */
function endOfItemBefore(at: number, { normal: { text, gaps, starts }, original }: Reading): number | null {
  const before = text[at - 1];
  if (before === ',' && '、､'.includes(original[starts[at - 1]!] ?? '')) return at - 1;
  if (before === '和' || before === '及' || before === '与') return at - 1;
  return gaps[at] === 1 && at > 0 ? at : null;
}

function appointmentOf({ official, start, end }: NameCandidate, { normal: { text } }: Reading): string | null {
  const sentence = sentenceAround(text, { start, end });
  const around = text.slice(sentence.start, start) + '\n' + text.slice(end, sentence.end);
  if (!APPOINTMENT_VERBS.some((verb) => around.includes(verb))) return null;
  for (const tenure of official.tenures) {
    const office = officesOf(tenure).find(({ written, isBare }) => !isBare && around.includes(written));
    if (office !== undefined) return office.written;
  }
  return null;
}

/** 冯晓雷主持召开…: enough for a name of three characters at the beginning of a sentence, where the place does not speak against it. */
function activityOf(name: NameCandidate, reading: Reading): string | null {
  const { text } = reading.normal;
  const { start, end, official } = name;
  if (end - start < 3 || !beginsClause(text, start)) return null;
  if (!official.tenures.some((tenure) => mayBe(tenure.region, null, reading))) return null;
  const after = text.slice(end, end + 24);
  for (const activity of ACTIVITIES) {
    const found = activity.exec(after);
    if (found !== null) return found[0];
  }
  return null;
}

function beginsClause(text: string, start: number): boolean {
  return start === 0 || !/[\p{Script=Han}\p{L}\p{N}]/u.test(text[start - 1]!);
}

/** Whether the characters after a name make it a longer name or another word: 刘星|宇, 王宁照|例. */
function runsOn({ start, end }: NameCandidate, { normal: { text, gaps } }: Reading): 'yes' | 'perhaps' | 'no' {
  if (end >= text.length || gaps[end] === 1 || !/\p{Script=Han}/u.test(text[end]!)) return 'no';
  if (follows(text, end)) return 'no';
  const edge = edgeAt(text, end, 'after');
  if (edge === 'edge') return 'no';
  // Names of three characters are hardly ever begun by another of two.
  return edge === 'inside' || end - start < 3 ? 'yes' : 'perhaps';
}

function follows(text: string, at: number): boolean {
  return AFTER_NAMES.some((word) => text.startsWith(word, at));
}

/** For a name that the text has introduced: free of its neighbours on both sides. */
function standsAlone(name: NameCandidate, reading: Reading): boolean {
  const { start } = name;
  const { text, gaps } = reading.normal;
  const beginsHere = beginsClause(text, start) || gaps[start] === 1;
  const opens =
    beginsHere ||
    BEFORE_NAMES.some((word) => text.endsWith(word, start)) ||
    titleEndingAt(text, start) !== null ||
    edgeAt(text, start, 'before') === 'edge';
  const runs = runsOn(name, reading);
  return (opens && runs === 'no') || (beginsHere && runs === 'perhaps');
}

/** 记者刘星, (通讯员 甲 乙), 刘星 摄. */
function isByline({ start, end }: NameCandidate, { normal: { text, gaps } }: Reading): boolean {
  if (/^(摄|文|图)(?!\p{Script=Han})/u.test(text.slice(end, end + 2)) && (gaps[end] === 1 || text[end] === '摄'))
    return true;
  const before = /[\p{Script=Han}·/:,]*$/u.exec(text.slice(Math.max(0, start - BYLINE_REACH), start))![0];
  for (const mark of BYLINE_MARKS) {
    const at = before.lastIndexOf(mark);
    if (at < 0) continue;
    const between = before.slice(at + mark.length);
    if (!between.includes(',') && titleEndingAt(text, start) === null && !follows(between, 0)) return true;
  }
  return false;
}
