import type { KnownMention, PartialDate } from '../model';
import type { Reading } from '../detect/candidate';
import type { Normal } from '../text/normalise';
import type { Known } from './known';
import type { Letters } from './letters';
import type { CutWords } from './words';

/** A text to be checked, read once for all rules. */
export interface Draft {
  readonly original: string;
  readonly normal: Normal;
  readonly letters: Letters;
  readonly known: Known;
  readonly date: PartialDate | null;
  readonly mentions: readonly KnownMention[];
  /** As `detect` has read the text: for the rules that read offices. */
  readonly reading: Reading;
  readonly cut: CutWords;
  /** From an offset of the normalised text to where that unit begins, or ends, in the text given. */
  readonly toOriginal: (unit: number) => number;
  readonly toOriginalEnd: (unit: number) => number;
  /** The unit of the normalised text that stands at, or next after, an offset of the text given. */
  readonly toUnit: (offset: number) => number;
}
