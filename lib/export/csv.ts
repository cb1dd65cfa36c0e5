import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { guarded } from './formula';
import { COLUMNS, headings, rowsOf } from './table';

/** Without it Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180. */
export async function* write(articles: Articles, context: ExportContext): Chunks {
  yield BYTE_ORDER_MARK + csvLine(headings(context));
  for await (const each of oneByOne(articles, context)) {
    yield rowsOf(each, context)
      .map((row) => csvLine(COLUMNS.map((column) => row[column])))
      .join('');
  }
}

/** Texts are guarded against formulas; numbers are numbers. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : field(guarded(cell)))).join(',')}\r\n`;
}

function field(text: string): string {
  const plain = text.toWellFormed().replaceAll('\0', '\ufffd');
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
