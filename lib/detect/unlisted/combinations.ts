/** A+B+C: 承诺制+标准地+全代办. */
import type { Span } from '../../model';
import type { Reading } from '../candidate';
import { MEASURES } from './cues';
import { foundBy, memberAt, type FoundFormulation } from './foundFormulation';

const BARE = 0.7;

/** The parts of a combination; null when it is none. */
export function combinationOf(inner: string): Span[] | null {
  if (!/^\p{Script=Han}{1,8}(?:\+\p{Script=Han}{1,8}){1,5}\+?$/u.test(inner) && !/^\p{Script=Han}{2,6}\+$/u.test(inner))
    return null;
  const parts: Span[] = [];
  for (const part of inner.matchAll(/[^+]+/gu)) parts.push({ start: part.index, end: part.index + part[0].length });
  return parts;
}

/** What leads to a combination without quotation marks: 推行|链长+盟长+专班. */
const LEADS = /^(?:推行|实行|深化|探索|采取|采用|建立|构建|打造|推广|实施|运用|形成|通过|按照|完善|推进|以)/u;
const BARE_COMBINATION = new RegExp(
  `(?<![\\p{Script=Han}+])\\p{Script=Han}{2,8}(?:\\+\\p{Script=Han}{1,8}?){2,5}(?=${MEASURES})`,
  'gu',
);

/** Combinations without quotation marks that a word after them calls a measure. */
export function bareCombinations(reading: Reading, quoted: readonly Span[]): FoundFormulation[] {
  const { text } = reading.normal;
  const found: FoundFormulation[] = [];
  for (const match of text.matchAll(BARE_COMBINATION)) {
    const lead = LEADS.exec(match[0])?.[0].length ?? 0;
    const span = { start: match.index + lead, end: match.index + match[0].length };
    const parts = combinationOf(match[0].slice(lead));
    if (parts === null || quoted.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const members = parts.map((part) => memberAt(span.start + part.start, span.start + part.end, reading));
    const word = new RegExp(`^${MEASURES}`, 'u').exec(text.slice(span.end, span.end + 6))![0];
    found.push(foundBy(span, 'combination', BARE, [{ is: 'combination' }, { is: 'cue', word }], members, reading));
  }
  return found;
}
