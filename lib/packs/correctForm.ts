/** A correction as a form has it. */
import type { Bilingual, Entry, PartialDate } from '../model';
import { firstDay, partialDate } from '../text/dates';
import { fieldsOf, type CorrectedFields } from './own';

/** All as written; members one a line. */
export interface WrittenCorrection {
  readonly name: string;
  readonly pinyin: string;
  readonly english: string;
  readonly gloss: Bilingual;
  readonly members: string;
  readonly tenures: readonly { readonly office: string; readonly from: string; readonly to: string }[];
}

export function correctionFor(entry: Entry): WrittenCorrection {
  const { zh, pinyin, en } = entry.names;
  const isOfficial = entry.kind === 'official';
  return {
    name: zh,
    pinyin,
    english: en?.text ?? '',
    gloss: isOfficial ? { zh: '', en: '' } : { zh: entry.gloss.zh, en: entry.gloss.en },
    members: isOfficial ? '' : (entry.members?.items.map((item) => item.zh).join('\n') ?? ''),
    tenures: isOfficial
      ? entry.tenures.map(({ office, from, to }) => ({ office, from: from ?? '', to: to ?? '' }))
      : [],
  };
}

/** The fields of `original` that are to be others. `wrong`: what was written is no date. */
export function correctedIn(
  written: WrittenCorrection,
  original: Entry,
): { readonly is: 'fields'; readonly fields: CorrectedFields } | { readonly is: 'wrong'; readonly what: string } {
  const wrong: string[] = [];
  const dateIn = (text: string): PartialDate | null => {
    const trimmed = text.trim();
    if (trimmed === '') return null;
    const date = partialDate(trimmed) ?? firstDay(trimmed);
    if (date === null) wrong.push(trimmed);
    return date;
  };
  const before = fieldsOf(original);
  const { names } = original;
  const english = written.english.trim();
  const wanted: CorrectedFields = {
    names: {
      ...names,
      zh: written.name.trim() || names.zh,
      pinyin: written.pinyin.trim(),
      en: english === (names.en?.text ?? '') ? names.en : english === '' ? null : { text: english, by: 'pack' },
    },
    ...(original.kind === 'official'
      ? {
          tenures: original.tenures.map((tenure, at) => {
            const now = written.tenures[at];
            if (now === undefined) return tenure;
            return {
              ...tenure,
              office: now.office.trim() || tenure.office,
              from: dateIn(now.from),
              to: dateIn(now.to),
            };
          }),
        }
      : { gloss: glossIn(written, original.gloss), members: membersIn(written, original.members) }),
  };
  if (wrong.length > 0) return { is: 'wrong', what: wrong[0]! };
  return {
    is: 'fields',
    fields: Object.fromEntries(
      Object.entries(wanted).filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof CorrectedFields]),
      ),
    ),
  };
}

function glossIn({ gloss }: WrittenCorrection, before: NonNullable<CorrectedFields['gloss']>) {
  const zh = gloss.zh.trim();
  const en = gloss.en.trim();
  return zh === before.zh && en === before.en ? before : { zh, en, status: 'given' as const };
}

function membersIn({ members }: WrittenCorrection, before: NonNullable<CorrectedFields['members']> | null) {
  const lines = members.split('\n').flatMap((line) => line.trim() || []);
  const items = lines.map((zh) => before?.items.find((item) => item.zh === zh) ?? { zh, en: zh });
  if (lines.length === 0) return before?.items.length === 0 ? before : null;
  if (JSON.stringify(items) === JSON.stringify(before?.items)) return before;
  return { items, complete: true, status: 'given' as const };
}
