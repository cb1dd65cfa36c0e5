import type { Evidence } from '../../lib/check/evidence';
import type { Finding } from '../../lib/check/finding';

/** A finding as the page shows it. */
export interface ShownFinding extends Finding {
  readonly id: number;
  readonly isIgnored: boolean;
  readonly evidence: readonly Evidence[];
}
