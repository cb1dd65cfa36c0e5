/** Names that are nearly those of officials: beside their office, or where the draft has named them before. */
import { fitOf, knownOffices, type Fit } from '../detect/offices';
import type { Official } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { officeIn } from '../reference/relations';
import { fullOffice } from '../reference/tenures';
import { isAlike } from './alike';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { officialsOf, type Slot } from './slots';
import { wordsAround } from './words';

export function nameFindings(draft: Draft, slots: readonly Slot[], lexicon: Lexicon): Finding[] {
  return [
    ...besideOffices(draft, slots, lexicon),
    ...besideWholeOffices(draft, lexicon),
    ...namedBefore(draft, lexicon),
  ];
}

function besideOffices(draft: Draft, slots: readonly Slot[], lexicon: Lexicon): Finding[] {
  const officials = officialsOf(lexicon);
  const { text } = draft.normal;
  return slots.flatMap(({ start, roles, named }) => {
    if (named.length > 0) return [];
    for (const official of officials) {
      const slip = slipOf(official.names.zh, text, start);
      if (slip === null) continue;
      const tenure = official.tenures.find((each) =>
        knownOffices(each).some((office) =>
          roles.some((role) => fitsName(fitOf(role, office, draft.reading), official, slip)),
        ),
      );
      if (tenure === undefined || !(slip.isAlike || isOfThisTime(official, draft, lexicon))) continue;
      return [findingOf(official, fullOffice(tenure), start, slip.length, draft)];
    }
    return [];
  });
}

/** Of a longer name that sounds or looks alike, another leading office of that place is enough. */
function fitsName(fit: Fit, { names }: Official, slip: Slip): boolean {
  return fit === 'same' || (fit === 'akin' && slip.isAlike && names.zh.length > 2);
}

/** After an office of a kind that the rules do not read (主题教育中央第三指导组副组长), letter by letter. */
function* besideWholeOffices(draft: Draft, lexicon: Lexicon): Generator<Finding> {
  const { text } = draft.normal;
  for (const official of officialsOf(lexicon)) {
    for (const { title, written } of official.tenures.flatMap(knownOffices)) {
      if (title !== null) continue;
      for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
        const slip = slipOf(official.names.zh, text, at + written.length);
        if (slip !== null) yield findingOf(official, written, at + written.length, slip.length, draft);
      }
    }
  }
}

/** The sources do not speak against the person being meant: no office ended, no other holder, nothing years off. */
function isOfThisTime(official: Official, { date }: Draft, lexicon: Lexicon): boolean {
  if (date === null) return true;
  const { is } = officeIn(official, date, lexicon);
  return ['attested', 'between', 'within', 'last-attested-before', 'first-attested-after'].includes(is);
}

interface Slip {
  readonly length: number;
  /** What differs sounds or looks alike, or is the same in another order. */
  readonly isAlike: boolean;
}

/** How a name that begins at `start` differs from a known one, if it is nearly that. The family name is the same, or alike. */
function slipOf(name: string, text: string, start: number): Slip | null {
  const written = text.slice(start, start + name.length);
  if (written.length < name.length || written === name) return null;
  const differing = name.split('').flatMap((letter, index) => (letter === written[index] ? [] : [index]));
  if (differing.length === 2 && name.length === 3 && differing[0] === 1) {
    return written[1] === name[2] && written[2] === name[1] ? { length: 3, isAlike: true } : null;
  }
  const [at] = differing;
  if (differing.length !== 1 || at === undefined) return null;
  const isLike = isAlike(name[at]!, written[at]!);
  if (!isLike && (at === 0 || name.length < 3 || !/\p{Script=Han}/u.test(written[at]!))) return null;
  return { length: name.length, isAlike: isLike };
}

/** 冯小雷 in a draft that also has 冯晓雷: only names of three characters, and only what sounds or looks alike. */
function* namedBefore(draft: Draft, lexicon: Lexicon): Generator<Finding> {
  const { text } = draft.normal;
  const ids = new Set(draft.mentions.map(({ entryId }) => entryId));
  const officials = officialsOf(lexicon);
  for (const official of officials) {
    const { zh } = official.names;
    if (zh.length < 3 || !(ids.has(official.id) || official.reach === 'national')) continue;
    for (let at = text.indexOf(zh[0]!); at >= 0; at = text.indexOf(zh[0]!, at + 1)) {
      const slip = slipOf(zh, text, at);
      if (slip === null || !slip.isAlike || officials.some(({ names }) => text.startsWith(names.zh, at))) continue;
      if (isWords(at, slip.length, draft)) continue;
      const [tenure] = official.tenures;
      yield findingOf(official, tenure === undefined ? '' : fullOffice(tenure), at, slip.length, draft);
    }
  }
}

/** The segmenter sees words there, or one that goes on beyond. */
function isWords(start: number, length: number, draft: Draft): boolean {
  const words = wordsAround(draft.normal, start, start + length, draft.cut);
  const [first, last] = [words.wordAt(start), words.wordAt(start + length - 1)];
  return first.start < start || last.start + last.text.length > start + length;
}

function findingOf(official: Official, office: string, start: number, length: number, draft: Draft): Finding {
  const { original, toOriginal, toOriginalEnd } = draft;
  const span = { start: toOriginal(start), end: toOriginalEnd(start + length - 1) };
  const { zh } = official.names;
  return {
    ...span,
    surface: original.slice(span.start, span.end),
    entryId: official.id,
    fix: zh,
    what: { is: 'name', attested: zh, office },
  };
}
