import type { Conditions, PartialDate, Reason, Region } from '../model';
import type { Use } from '../reference/lexicon';
import { CLOSE_QUOTE, OPEN_QUOTE } from '../text/fold';
import { compareDates } from '../text/dates';
import { fold, PARAGRAPH } from '../text/normalise';
import { sentenceAround } from '../text/sentences';
import { edgeAt } from '../text/words';
import type { Candidate, Passed, Reading } from './candidate';
import { isOnePlace, opens, placeOfChain } from './offices';
import { placeEndingAt, placeStartingAt } from './place';
import { isOtherField } from './field';
import { OTHER_PARTY } from './titles';

const NUMERALS = /[0-9〇零一二三四五六七八九十百千万亿两第]/;
const DIGIT = /[0-9]/;
/** 云州|市委: a city that the gazetteer does not have. */
const UNKNOWN_CITY = /\p{Script=Han}[州江阳海湖川昌陵]$/u;
/** 太原路 and 太原街 are in other towns. */
const STREET = /^[东西南北中]?(?:路|街|大街|巷)/;

const UNCONDITIONAL: Conditions = {
  quotedOnly: false,
  notBefore: [],
  notAfter: [],
  onlyBefore: [],
  needs: [],
  needsInQuotes: false,
  notNear: [],
  afterFullForm: false,
  deictic: false,
  officialOnly: false,
  whole: false,
  marked: true,
};

/** UTF-16 units up to which the segmenter is asked; longer forms are words that it does not know. */
const SHORT = 4;

/** How sure a mark is that needed nothing but its letters; each doubt lowers it. */
const PLAIN = 0.97;
const QUOTED = 0.99;
const IN_CONTEXT = 0.93;
const ASSUMED_PLACE = 0.6;
const OTHER_PLACE = 0.6;

/**
 * Whether the candidate may be marked, and why; null when a condition of its form fails.
 * Forms that need a full form elsewhere in the text are decided by the caller.
 */
export function passes(candidate: Candidate, reading: Reading): Passed | null {
  const { start, end, use } = candidate;
  const { entry } = use;
  const when = use.form.when ?? UNCONDITIONAL;
  const { codes, text } = reading.normal;
  if (!when.marked || comesTooEarly(candidate, reading)) return null;

  const quoted = codes[start - 1] === OPEN_QUOTE && codes[end] === CLOSE_QUOTE;
  if (when.quotedOnly && !quoted) return null;
  const why: Reason[] = [];
  let confidence = PLAIN;

  if (quoted) {
    why.push({ is: 'quoted' });
    confidence = QUOTED;
  } else {
    if (!opensHere(candidate, reading)) return null;
    if (when.onlyBefore.length > 0 && !when.onlyBefore.some((word) => text.startsWith(word, end))) return null;
  }

  if (when.needs.length > 0 || when.notNear.length > 0) {
    const sentence = sentenceAround(text, candidate);
    const around = text.slice(sentence.start, start) + PARAGRAPH + text.slice(end, sentence.end);
    const stands = (word: string) => around.indexOf(word) >= 0;
    if (when.notNear.some(stands)) return null;
    if (when.needs.length > 0 && (!quoted || when.needsInQuotes)) {
      const word = when.needs.find((needed) => stands(needed) || use.form.text.includes(needed));
      if (word === undefined) return null;
      why.push({ is: 'context', word });
      confidence = Math.min(confidence, IN_CONTEXT);
    }
  }

  if (when.officialOnly && isOtherField(reading.normal, candidate)) return null;
  if (!quoted && !when.whole && isCutFromWords(candidate, reading, when.deictic)) return null;

  const region = entry.scope?.region ?? null;
  if (when.deictic && region !== null) {
    if (!standsFor(region, candidate, reading)) return null;
    why.push({ is: 'place', place: region.city ?? region.province, by: reading.place.by });
    if (reading.place.by === 'assumed') confidence = Math.min(confidence, ASSUMED_PLACE);
  } else if (entry.kind !== 'place' && region !== null && isElsewhere(region, reading)) {
    // A text about another place that never names this one has a term of its own.
    if (entry.kind !== 'institution' && !reading.place.provinces.has(region.province)) return null;
    confidence = Math.min(confidence, OTHER_PLACE);
  }
  if (entry.kind === 'institution' && use.form.text.includes('委') && isOfOtherParty(text, start)) return null;
  // 《浙江省宗教事务条例》 is not 《宗教事务条例》.
  if (entry.kind === 'document' && placeEndingAt(text, start) !== null) return null;
  if (entry.kind === 'place' && STREET.test(text.slice(end, end + 3))) return null;

  if (why.length === 0) why.push({ is: 'form' });
  return { ...candidate, why, confidence, statedOffice: null };
}

/** Whether the segmenter sees the beginning or the end of a short form inside another word: 开发区|块链. What may stand before 省委 is decided elsewhere. */
function isCutFromWords(candidate: Candidate, { normal: { text, gaps } }: Reading, onlyEnd: boolean): boolean {
  const { start, end } = candidate;
  if (end - start > SHORT || gaps.subarray(start + 1, end).includes(1)) return false;
  const isCut = (at: number, side: 'before' | 'after', neighbour: string | undefined) =>
    gaps[at] !== 1 && /\p{Script=Han}/u.test(neighbour ?? '') && edgeAt(text, at, side) === 'inside';
  const isPlace = candidate.use.entry.kind === 'place';
  const opensFree =
    onlyEnd || /[和与及]/.test(text[start - 1] ?? '') || (isPlace && placeEndingAt(text, start) !== null);
  const endsFree = isPlace && (/[省市县区]/.test(text[end] ?? '') || placeStartingAt(text, end));
  return (!opensFree && isCut(start, 'before', text[start - 1])) || (!endsFree && isCut(end, 'after', text[end]));
}

/** Whether the text is of the time of the entry, where both ends of that are known. */
export function isInPeriod({ entry }: Use, date: PartialDate | null): boolean {
  const { from = null, to = null } = entry.kind === 'official' ? {} : (entry.validity ?? {});
  return date !== null && from !== null && to !== null && compareDates(from, date) <= 0 && compareDates(date, to) <= 0;
}

/** A short form before the time of its entry is another thing: 主题教育 before 2023 is an older campaign. */
function comesTooEarly({ use: { entry, form } }: Candidate, { date }: Reading): boolean {
  const from = entry.kind === 'official' ? null : (entry.validity?.from ?? null);
  if (date === null || from === null || compareDates(date, from) >= 0) return false;
  return form.text !== fold(entry.names.zh);
}

/** Whether the neighbours that the form excludes are absent, and no number is cut. */
export function opensHere({ start, end, use }: Candidate, { normal: { text, gaps } }: Reading): boolean {
  const { notAfter, notBefore } = use.form.when ?? UNCONDITIONAL;
  // White space at an edge parts words, unless the term itself is spaced out like the line around it.
  const isSpaced = gaps.subarray(start + 1, end).includes(1);
  const openLeft = isSpaced || gaps[start] === 0;
  const openRight = isSpaced || end >= gaps.length || gaps[end] === 0;
  if (openRight && notBefore.some((word) => text.startsWith(word, end))) return false;
  return !openLeft || !(notAfter.some((word) => text.endsWith(word, start)) || cutsNumber(text, start, end));
}

/** 十五大基地 does not hold 五大基地, 212件 not 12件. */
function cutsNumber(text: string, start: number, end: number): boolean {
  const cutsLeft = NUMERALS.test(text[start] ?? '') && text[start] !== '第' && NUMERALS.test(text[start - 1] ?? '');
  return cutsLeft || (DIGIT.test(text[end - 1] ?? '') && DIGIT.test(text[end] ?? ''));
}

/** 民盟|山西省委, and with its place before a short form 民盟晋中|市委. */
function isOfOtherParty(text: string, start: number): boolean {
  const from = placeEndingAt(text, start)?.start ?? start;
  return OTHER_PARTY.test(text.slice(Math.max(0, from - 4), from));
}

/** Whether 省委 here can only be the one of `region`. */
function standsFor(region: Region, { start }: Candidate, { normal: { text, gaps }, place }: Reading): boolean {
  const named = placeEndingAt(text, start);
  if (named !== null) return !named.isCounty && isIn(region, named.region);
  const chained = placeOfChain(text, start);
  if (chained !== null) return isIn(region, chained);
  if (place.region === null || !isIn(region, place.region)) return false;
  return (
    gaps[start] === 1 || opens(text, start) || (mayFollow(text, start) && edgeAt(text, start, 'before') !== 'inside')
  );
}

function isIn(region: Region, place: Region): boolean {
  return place.province === region.province && (region.city === null || region.city === place.city);
}

/** 各省委, 三省政府, 县市委 are none in particular. */
function mayFollow(text: string, start: number): boolean {
  if (text[start] === '市' && UNKNOWN_CITY.test(text.slice(Math.max(0, start - 2), start))) return false;
  return (
    isOnePlace(text, start) &&
    !/(?:各|全国)(?:[省市县区]|委|政府|人大|政协)+[,和及与]$/.test(text.slice(Math.max(0, start - 8), start))
  );
}

function isElsewhere(region: Region, { place }: Reading): boolean {
  return place.region !== null && place.region.province !== region.province;
}
