/** What a text has that the reference does not know, recognised by its form; the last word is that of known mentions. */
import type { Span, UnlistedMention } from '../../model';
import type { Reading } from '../candidate';
import { choose } from '../choose';
import { findFormulations } from './formulations';
import type { FoundFormulation, ToldFormulation } from './foundFormulation';
import { originalOf } from './officePart';
import type { FoundOfficial, ToldOfficial } from './foundOfficial';
import { findOfficials } from './officials';

/** What parts of a text tell the parts after it. */
export interface ToldUnlisted {
  readonly officials: readonly ToldOfficial[];
  readonly formulations: readonly ToldFormulation[];
}

/** Least confidence with which unlisted mentions are given. */
export const UNLISTED_FROM = { sparse: 0.85, normal: 0.6, generous: 0.4 } as const;
/** How much is marked of what the reference does not have. */
export type UnlistedAmount = keyof typeof UNLISTED_FROM;

/** What known mentions leave to be recognised. */
export interface Taken {
  /** Known mentions, in order and apart. */
  readonly mentions: readonly Span[];
  /** Names of officials of the reference of whom the text does not tell whether it is they: nobody is named there. */
  readonly undecided: readonly Span[];
}

export interface Unlisted {
  /** In order and apart, and apart from what is taken; offsets are those of the text given. */
  readonly mentions: readonly UnlistedMention[];
  readonly told: ToldUnlisted;
}

export const NOTHING_UNLISTED: Unlisted = { mentions: [], told: { officials: [], formulations: [] } };

export function findUnlisted(reading: Reading, taken: Taken, earlier: ToldUnlisted | null, from: number): Unlisted {
  const officials = findOfficials(reading, earlier?.officials ?? [], from).filter((each) => isFree(each, taken));
  const formulations = findFormulations(reading, earlier?.formulations ?? [], from).filter((each) =>
    isFree(each, taken),
  );
  const best = [...officials, ...formulations]
    .filter(({ confidence }) => confidence >= from)
    .toSorted((a, b) => b.confidence - a.confidence);
  return {
    mentions: choose(best).map((each) => mentionOf(each, reading)),
    told: {
      officials: firsts([...(earlier?.officials ?? []), ...officials]).map(
        ({ name, office, organisation, confidence }) => ({
          name,
          office,
          organisation,
          confidence,
        }),
      ),
      formulations: firsts([...(earlier?.formulations ?? []), ...formulations]).map(
        ({ name, members, confidence, basis }) => ({ name, members, confidence, basis }),
      ),
    },
  };
}

function firsts<T extends { readonly name: string }>(all: readonly T[]): T[] {
  const byName = new Map<string, T>();
  for (const each of all) if (!byName.has(each.name)) byName.set(each.name, each);
  return [...byName.values()];
}

function isFree(span: Span, { mentions, undecided }: Taken): boolean {
  const overlaps = (other: Span) => other.start < span.end && span.start < other.end;
  return !mentions.some(overlaps) && !undecided.some((other) => other.start === span.start && other.end === span.end);
}

function mentionOf(found: FoundOfficial | FoundFormulation, reading: Reading): UnlistedMention {
  const { normal, original } = reading;
  const start = normal.starts[found.start]!;
  const end = normal.ends[found.end - 1]!;
  const { confidence, why } = found;
  const name = originalOf(found, reading);
  const shared = {
    start,
    end,
    surface: original.slice(start, end),
    status: 'unlisted',
    entryId: null,
    name,
    confidence,
    why,
  } as const;
  if ('office' in found) {
    return { ...shared, kind: 'official', office: found.office, organisation: found.organisation, basis: found.basis };
  }
  return { ...shared, kind: 'formulation', members: found.members, basis: found.basis };
}
