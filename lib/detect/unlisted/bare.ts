/** Later and earlier mentions of a name that the text has given an office. */
import type { Span } from '../../model';
import { edgeAt } from '../../text/words';
import type { Reading } from '../candidate';
import { beginsClause, follows, hanAt, isByline, isIntroduced, isPersonNoun } from '../names';
import { BEFORE_NAMES, PERSON_SUFFIXES } from '../titles';
import type { FoundOfficial, ToldOfficial } from './foundOfficial';

const NAMED_BEFORE = 0.95;

/** All bare mentions of those who have an office in the text, or had one in earlier parts of it. */
export function bareMentions(
  full: readonly FoundOfficial[],
  told: readonly ToldOfficial[],
  reading: Reading,
): FoundOfficial[] {
  const known = new Map<string, ToldOfficial>();
  for (const person of [...told, ...full]) if (!known.has(person.name)) known.set(person.name, person);
  const starts = new Set(full.map(({ start }) => start));
  return [...known.values()].flatMap((person) => {
    const places = occurrences(person.name, reading).filter(({ start }) => !starts.has(start));
    if (places.some((place) => isSomebodyElse(place, reading))) return [];
    return places
      .filter((place) => standsAlone(place, reading))
      .map((place): FoundOfficial => ({
        ...place,
        name: person.name,
        office: person.office,
        organisation: person.organisation,
        basis: 'named-before',
        confidence: Math.round(person.confidence * NAMED_BEFORE * 100) / 100,
        why: [{ is: 'office-elsewhere', office: person.office }],
      }));
  });
}

function occurrences(name: string, { normal: { text } }: Reading): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push({ start: at, end: at + name.length });
  }
  return found;
}

/** 运动员张三, 张三老师: the text has a namesake, and a bare name may be either. */
function isSomebodyElse({ start, end }: Span, { normal: { text } }: Reading): boolean {
  return isPersonNoun(text, start) || PERSON_SUFFIXES.some((suffix) => text.startsWith(suffix, end));
}

function standsAlone(place: Span, reading: Reading): boolean {
  const { text, gaps } = reading.normal;
  const { start, end } = place;
  if (isByline(place, reading) || isIntroduced(place, reading)) return false;
  const isEnd = end >= text.length || gaps[end] === 1 || !hanAt(text, end) || follows(text, end);
  const isStart =
    beginsClause(text, start) || gaps[start] === 1 || BEFORE_NAMES.some((word) => text.endsWith(word, start));
  if (isStart && isEnd) return true;
  const after = isEnd ? 'edge' : edgeAt(text, end, 'after');
  const before = isStart ? 'edge' : edgeAt(text, start, 'before');
  if (end - start > 2) return after !== 'inside' && before !== 'inside';
  return after === 'edge' && before === 'edge';
}
