/** Near misses of fixed forms: two letters exchanged, one missing or added, where that is no ordinary Chinese. */
import type { Lexicon } from '../reference/lexicon';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { nearForms, type Near } from './near';
import { isMistake } from './slips';

export function wordingFindings(draft: Draft, lexicon: Lexicon): Finding[] {
  return [...nearForms(draft, lexicon)].filter((near) => isMistake(near, draft)).map((near) => findingOf(near, draft));
}

/** The fix leaves the marks of the draft where they stand. */
function findingOf({ pattern, start, end, edits }: Near, draft: Draft): Finding {
  const { letters, original } = draft;
  const from = draft.toOriginal(letters.at[start]!);
  const to = draft.toOriginalEnd(letters.at[end - 1]!);
  let fix = '';
  let at = from;
  for (const edit of edits) {
    const here = edit.is === 'missing' && edit.text === end ? to : draft.toOriginal(letters.at[edit.text]!);
    fix += original.slice(at, here);
    at = here;
    if (edit.is === 'missing') fix += pattern.plain[edit.form]!;
    if (edit.is === 'exchanged') fix += pattern.plain[edit.form]!;
    if (edit.is === 'swapped') fix += pattern.plain.slice(edit.form, edit.form + 2);
    if (edit.is !== 'missing') at = draft.toOriginalEnd(letters.at[edit.text + (edit.is === 'swapped' ? 1 : 0)]!);
  }
  fix += original.slice(at, to);
  return {
    start: from,
    end: to,
    surface: original.slice(from, to),
    entryId: pattern.entry.id,
    fix,
    what: { is: 'wording', attested: pattern.attested },
  };
}
