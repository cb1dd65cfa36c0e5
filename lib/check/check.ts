import { detect, type Told } from '../detect/detect';
import type { GivenPlace } from '../detect/place';
import type { PartialDate } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { normalise } from '../text/normalise';
import type { Draft } from './draft';
import type { Finding } from './finding';
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
  const detected = detect(original, lexicon, { ...facts, earlier: facts.earlier ?? null });
  const normal = normalise(original);
  const draft: Draft = {
    original,
    normal,
    letters: lettersOf(normal),
    date: facts.date,
    mentions: detected.mentions,
    reading: { original, normal, place: detected.place, date: facts.date },
    cut,
    toOriginal: (unit) => normal.starts[unit]!,
    toOriginalEnd: (unit) => normal.ends[unit]!,
  };
  const found = [...wordingFindings(draft, lexicon)];
  return { findings: apart(found), told: detected.told };
}

/** The rules come in the order of their right of way; of one rule the longer finding stays. */
function apart(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const each of found) {
    if (!kept.some(({ start, end }) => start < each.end && each.start < end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
