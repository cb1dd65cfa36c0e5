import { detect, type Told } from '../detect/detect';
import type { GivenPlace } from '../detect/place';
import type { PartialDate } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { normalise } from '../text/normalise';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { memberFindings } from './members';
import { nameFindings } from './names';
import { officeFindings } from './offices';
import { pairingFindings } from './pairing';
import { partsOf } from './parts';
import { slotsIn } from './slots';
import { validityFindings } from './validity';
import { knownIn } from './known';
import { lettersOf } from './letters';
import { wordingFindings } from './wording';
import type { CutWords } from './words';

/** What is known of a draft besides its letters. */
export interface DraftFacts {
  /** The day of which it speaks; null: offices and validity are not looked at. */
  readonly date: PartialDate | null;
  readonly place: GivenPlace | null;
  /** What earlier parts of the same draft have told. */
  readonly earlier?: Told | null;
}

export interface Checked {
  /** Ordered by start, free of overlaps. */
  readonly findings: readonly Finding[];
  readonly told: Told;
}

/** What stands in a draft otherwise than the reference has it. */
export function check(original: string, lexicon: Lexicon, facts: DraftFacts, cut: CutWords): Checked {
  const detected = detect(original, lexicon, { ...facts, earlier: facts.earlier ?? null, unlistedFrom: null });
  const normal = normalise(original);
  const letters = lettersOf(normal);
  const draft: Draft = {
    original,
    normal,
    letters,
    known: knownIn(letters, lexicon),
    date: facts.date,
    mentions: detected.mentions.filter((mention) => mention.status === 'known'),
    reading: { original, normal, place: detected.place, date: facts.date },
    cut,
    toOriginal: (unit) => normal.starts[unit]!,
    toOriginalEnd: (unit) => normal.ends[unit]!,
    toUnit: (offset) => firstAtOrAfter(normal.starts, offset),
  };
  const slots = slotsIn(draft, lexicon);
  const found = [
    ...pairingFindings(draft, lexicon),
    ...memberFindings(draft, lexicon),
    ...officeFindings(draft, slots, lexicon),
    ...nameFindings(draft, slots, lexicon),
    ...longestFirst(wordingFindings(draft, lexicon)),
    ...validityFindings(draft, lexicon),
  ];
  return { findings: apart(found), told: detected.told };
}

/** The same for a text of any length, part by part; tells after each how far it is. Offsets are those of the whole. */
export function* checkInParts(
  original: string,
  lexicon: Lexicon,
  facts: DraftFacts,
  cut: CutWords,
): Generator<{ readonly done: number; readonly findings: readonly Finding[] }> {
  let earlier: Told | null = facts.earlier ?? null;
  for (const { start, end } of partsOf(original)) {
    const { findings, told } = check(original.slice(start, end), lexicon, { ...facts, earlier }, cut);
    earlier = told;
    yield {
      done: end,
      findings: findings.map((each) => ({ ...each, start: each.start + start, end: each.end + start })),
    };
  }
}

function firstAtOrAfter(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function longestFirst(found: readonly Finding[]): Finding[] {
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}

/** The rules come in the order of their right of way; of one rule the longer finding stays. */
function apart(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const each of found) {
    if (!kept.some(({ start, end }) => start < each.end && each.start < end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
