import type { Span } from '../../model';
import type { Reading } from '../candidate';

/** One office of a chain; offsets are those of the normalised text. */
export interface Part extends Span {
  /** What stands before the title: 云川县委. */
  readonly body: string;
  readonly title: string;
  /** What was cut off before it. */
  readonly before: string;
}

/** The words as the text writes them, without white space. */
export function originalOf({ start, end }: Span, { normal: { starts, ends }, original }: Reading): string {
  return original.slice(starts[start], ends[end - 1]).replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '');
}
