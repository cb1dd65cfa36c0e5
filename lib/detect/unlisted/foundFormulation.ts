import type { FormulationBasis, ListedMember, Reason, Span } from '../../model';
import type { Reading } from '../candidate';
import { originalOf } from './officePart';

/** Offsets are those of the normalised text; those of members lead into the original. */
export interface FoundFormulation extends Span {
  readonly name: string;
  readonly members: readonly ListedMember[];
  readonly basis: FormulationBasis;
  readonly confidence: number;
  readonly why: readonly Reason[];
}

export type ToldFormulation = Pick<FoundFormulation, 'name' | 'members' | 'confidence' | 'basis'>;

/** The words between two offsets of the normalised text. */
export function memberAt(start: number, end: number, { normal: { starts, ends }, original }: Reading): ListedMember {
  const from = starts[start]!;
  const to = ends[end - 1]!;
  return { text: original.slice(from, to), start: from, end: to };
}

export function foundBy(
  span: Span,
  basis: FormulationBasis,
  confidence: number,
  why: readonly Reason[],
  members: readonly ListedMember[],
  reading: Reading,
): FoundFormulation {
  const sure = Math.round(Math.min(0.98, confidence) * 100) / 100;
  return { ...span, name: originalOf(span, reading), members, basis, confidence: sure, why };
}
