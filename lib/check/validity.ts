/** Formulations of another time: where the reference says until when, and the text does not look back. */
import type { EntryId, Mention, PartialDate } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { compareDates } from '../text/dates';
import { sentenceAround } from '../text/sentences';
import type { Draft } from './draft';
import type { Finding } from './finding';

/** Words of a sentence that tells what was. */
const LOOKS_BACK =
  /过去|以来|期间|时期|曾|回顾|当时|当年|历史|去年|前年|上年|年前|收官|完成|历程|总结|已经|[了过]|(?:19|20)\d{2}年|成就|圆满|胜利|战胜|后疫情|从.{1,12}到/;

export function validityFindings(draft: Draft, lexicon: Lexicon): Finding[] {
  const { date, mentions } = draft;
  if (date === null) return [];
  const told = new Set<EntryId>();
  return mentions.flatMap((mention) => {
    const entry = lexicon.entries.get(mention.entryId);
    if (entry === undefined || entry.kind === 'official' || entry.validity?.to == null) return [];
    const { to, note } = entry.validity;
    if (entry.kind !== 'formulation' && entry.kind !== 'programme') return [];
    if (compareDates(date, endOf(to)) <= 0 || told.has(entry.id) || looksBack(mention, draft)) return [];
    // Once for each; the writer knows then.
    told.add(entry.id);
    const { start, end, surface } = mention;
    return [
      {
        start,
        end,
        surface,
        entryId: entry.id,
        fix: null,
        what: { is: 'validity', attested: entry.names.zh, to, note },
      },
    ];
  });
}

/** A year is spoken of for some months after it: its work is summed up. */
function endOf(to: PartialDate): PartialDate {
  return to.length === 4 ? (`${Number(to) + 1}-06` as PartialDate) : to;
}

function looksBack({ start, end }: Mention, { normal, toUnit }: Draft): boolean {
  const sentence = sentenceAround(normal.text, { start: toUnit(start), end: toUnit(end) });
  const around = normal.text.slice(sentence.start, toUnit(start)) + normal.text.slice(toUnit(end), sentence.end);
  return LOOKS_BACK.test(around);
}
