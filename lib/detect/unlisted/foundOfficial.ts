import type { OfficialBasis, Reason, Span } from '../../model';
import type { OfficeRead } from './office';
import type { PersonName } from './personName';

/** Somebody with an office; offsets are those of the normalised text. */
export interface FoundOfficial extends Span {
  readonly name: string;
  readonly office: string;
  readonly organisation: string | null;
  readonly basis: OfficialBasis;
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** What a text has told of a person before. */
export type ToldOfficial = Pick<FoundOfficial, 'name' | 'office' | 'organisation' | 'confidence'>;

export function foundBy(
  name: PersonName,
  { written, organisation, certainty }: OfficeRead,
  basis: Exclude<OfficialBasis, 'named-before'>,
): FoundOfficial {
  const why: Reason =
    basis === 'title' || basis === 'list' ? { is: basis, title: written } : { is: basis, office: written };
  return {
    start: name.start,
    end: name.end,
    name: name.name,
    office: written,
    organisation,
    basis,
    confidence: Math.round(certainty * name.certainty * 100) / 100,
    why: [why],
  };
}
