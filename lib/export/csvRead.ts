import Papa from 'papaparse';
import { wholeText } from './bytes';
import { unguarded } from './formula';
import { Refusal, type ImportFile } from './incoming';

const MOST_ROWS = 1_000_000;

/** A row with its cells by the names of the columns; what is not there is empty. */
export interface CsvRow {
  readonly line: number;
  readonly cell: (column: string) => string;
}

/** The rows of a file with a line of headings, which must have the columns named. Throws a Refusal. */
export async function csvRows(file: ImportFile, needed: readonly string[]): Promise<CsvRow[]> {
  const text = await wholeText(file);
  if (text.trim() === '') throw new Refusal('empty');
  let headings: ReadonlyMap<string, number> | null = null;
  const rows: CsvRow[] = [];
  let line = 0;
  let failure: Refusal | null = null;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: 'greedy',
    step: ({ data, errors }, parser) => {
      line++;
      const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
      if (isOpen) failure = new Refusal('cut-off', '', { is: 'record', number: line });
      if (rows.length >= MOST_ROWS)
        failure = new Refusal('too-many', String(MOST_ROWS), { is: 'record', number: line });
      if (failure !== null) return parser.abort();
      if (headings === null) {
        headings = new Map(data.map((name, index) => [name.trim().toLowerCase(), index]));
        return;
      }
      const columns = headings;
      rows.push({
        line,
        cell: (column) => unguarded(data[columns.get(column.toLowerCase()) ?? -1] ?? ''),
      });
    },
  });
  if (failure !== null) throw failure as Refusal;
  const missing = needed.find((column) => headings?.has(column.toLowerCase()) !== true);
  if (missing !== undefined) throw new Refusal('columns', missing);
  return rows;
}

/** By the headings alone: what is quoted has commas, points and bars of its own. Spreadsheets write semicolons or tabs. */
function delimiterOf(text: string): string {
  const [headings = ''] = text.split('\n', 1);
  return [',', '\t', ';'].find((each) => headings.includes(each)) ?? ',';
}
