import { csvLine } from '../export/csv';
import type { Language } from '../model';
import { wordsOf } from '../words/words';
import type { Comparison } from './compared';
import type { TermChange } from './summary';

/** The summary as CSV: one change a row, with the sentences; a mark at the start tells Excel that it is UTF-8. */
export function summaryCsv({ a, b, summary, nameOf }: Comparison, language: Language): string {
  const { compare: words } = wordsOf(language);
  const cells = words.columns;
  const rows: (string | number)[][] = [
    [cells.what, cells.item, cells.before, cells.after, cells.sentenceBefore, cells.sentenceAfter],
  ];
  rows.push([words.texts, '', a.citation ?? a.name, b.citation ?? b.name, '', '']);
  for (const { is, key, wordings, ...counts } of summary.formulations) {
    rows.push([
      words.formulations[is],
      nameOf(key),
      wordings?.a ?? words.times(counts.a),
      wordings?.b ?? words.times(counts.b),
      '',
      '',
    ]);
  }
  const term = (what: string) => (change: TermChange) => [
    what,
    '',
    change.a.join(' '),
    change.b.join(' '),
    change.sentenceA?.text ?? '',
    change.sentenceB?.text ?? '',
  ];
  rows.push(...summary.obligations.map(term(words.obligations)), ...summary.figures.map(term(words.figures)));
  return `\ufeff${rows.map(csvLine).join('')}`;
}
