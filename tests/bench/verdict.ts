import type { Located } from '../../lib/model';
import type { Edit } from './edits';

/** What an answer is worth, from best to worst but for the order of the middle ones. */
export const VERDICTS = [
  'right',
  /** Found, and the words are said to differ, but they do not. */
  'needless',
  /** Found, but that the words differ is not said. */
  'untold',
  'lost',
  /** Somewhere else, or though it is gone; said to be changed. */
  'wrong, told',
  /** Somewhere else, or though it is gone; said to be as it was. */
  'silently wrong',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Units by which a found edge may differ where words at the edge were changed. */
const SLACK = 2;

export function verdictOn({ truth, edited }: Edit, located: Located): Verdict {
  if (located.state === 'orphan') return truth === null ? 'right' : 'lost';
  if (truth === null || !isThere(located, truth, edited)) {
    return located.state === 'exact' ? 'silently wrong' : 'wrong, told';
  }
  if (located.state === truth.state) return 'right';
  return truth.state === 'exact' ? 'needless' : 'untold';
}

/** Whether the edges are those of the true place, as far as anybody sees. */
function isThere(
  located: { start: number; end: number },
  truth: { start: number; end: number },
  edited: string,
): boolean {
  const isClose = Math.abs(located.start - truth.start) <= SLACK && Math.abs(located.end - truth.end) <= SLACK;
  if (isClose) return true;
  const bare = ({ start, end }: { start: number; end: number }) => edited.slice(start, end).replace(/[\s\u200b]/g, '');
  return bare(located) === bare(truth) && located.start < truth.end && truth.start < located.end;
}
