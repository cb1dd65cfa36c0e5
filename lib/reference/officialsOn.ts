import type { Official, PartialDate } from '../model';
import type { Lexicon } from './lexicon';
import { officeIn } from './relations';
import type { OfficeOn } from './tenures';

/** What the reference can say of a person on a day. */
export type Standing =
  /** A source shows the office for that very day. */
  | 'shown'
  /** Known before or after, not for the day. */
  | 'near'
  /** The sources leave a gap or contradict one another. */
  | 'unknown';

export interface OfficialOn {
  readonly official: Official;
  readonly answer: OfficeOn;
  readonly standing: Standing;
  /** The date of a document that the answer rests on is inferred. */
  readonly isInferred: boolean;
}

/** All officials of the reference on a day, by pinyin. */
export function officialsOn(lexicon: Lexicon, day: PartialDate): OfficialOn[] {
  const found: OfficialOn[] = [];
  for (const official of lexicon.entries.values()) {
    if (official.kind !== 'official') continue;
    const answer = officeIn(official, day, lexicon);
    found.push({ official, answer, standing: standingOf(answer), isInferred: isInferred(official, answer, lexicon) });
  }
  return found.sort((a, b) => a.official.names.pinyin.localeCompare(b.official.names.pinyin));
}

function isInferred({ tenures }: Official, answer: OfficeOn, lexicon: Lexicon): boolean {
  if (!('on' in answer)) return false;
  const seen = tenures.flatMap(({ attested }) => attested).filter(({ date }) => date === answer.on);
  return seen.some(({ article }) => lexicon.articles.get(article)?.dateStated === false);
}

function standingOf(answer: OfficeOn): Standing {
  switch (answer.is) {
    case 'attested':
    case 'ends':
    case 'between':
    case 'within':
      return 'shown';
    case 'last-attested-before':
    case 'first-attested-after':
    case 'before-change':
      return 'near';
    case 'not-yet':
    case 'ended':
    case 'edge':
    case 'far':
    case 'other-holder':
    case 'gap':
    case 'several':
    case 'undated':
      return 'unknown';
  }
}
