// npm run --silent anchors [-- COUNT [SEED]]: how often anchors are right on generated edits, with every fault.
import { describe, locate } from '../../lib/anchor/locate';
import type { Located } from '../../lib/model';
import { makeEdits, type Edit } from './edits';

type Verdict = 'right' | 'lost' | 'silently wrong' | 'needlessly changed' | 'change not told' | 'found though gone';

/** Units by which a found edge may differ where words at the edge were changed. */
const SLACK = 2;

export function verdictOn({ truth }: Edit, located: Located, edited: string): Verdict {
  if (truth === null)
    return located.state === 'orphan' ? 'right' : located.state === 'exact' ? 'silently wrong' : 'found though gone';
  if (located.state === 'orphan') return 'lost';
  const bare = (text: string) => text.replace(/[\s\u200b]/g, '');
  const isThere =
    Math.abs(located.start - truth.start) <= SLACK && Math.abs(located.end - truth.end) <= SLACK
      ? true
      : bare(edited.slice(located.start, located.end)) === bare(edited.slice(truth.start, truth.end)) &&
        located.start < truth.end &&
        truth.start < located.end;
  if (!isThere) return located.state === 'exact' ? 'silently wrong' : 'found though gone';
  if (located.state === truth.state) return 'right';
  return truth.state === 'exact' ? 'needlessly changed' : 'change not told';
}

if (process.argv[1] === import.meta.filename) {
  const edits = makeEdits(Number(process.argv[2] ?? 3000), Number(process.argv[3] ?? 1));
  const counts = new Map<string, Map<Verdict, number>>();
  for (const edit of edits) {
    const located = locate(edit.edited, describe(edit.text, edit.span));
    const verdict = verdictOn(edit, located, edit.edited);
    for (const key of [edit.kind, 'all']) {
      const row = counts.get(key) ?? new Map<Verdict, number>();
      row.set(verdict, (row.get(verdict) ?? 0) + 1);
      counts.set(key, row);
    }
    if (verdict === 'right' || process.env.QUIET) continue;
    const quote = edit.text.slice(edit.span.start, edit.span.end).replaceAll('\n', '⏎');
    const got =
      located.state === 'orphan'
        ? 'orphan'
        : `${located.state} “${edit.edited.slice(located.start, located.end).replaceAll('\n', '⏎')}” ${located.score.toFixed(2)}`;
    console.log(`${verdict}\t${edit.kind}\t“${quote}” → ${got}`);
  }
  for (const [kind, row] of counts)
    console.log(kind, [...row].map(([verdict, count]) => `${verdict} ${count}`).join(', '));
}
