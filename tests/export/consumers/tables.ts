import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unguarded } from '../../../lib/export/formula';
import { COLUMNS } from '../../../lib/export/table';
import type { FormatId } from '../../../lib/model';
import { check, claim, isThere, run, skip } from '../checks';
import { LIBRARY } from '../library';

const NOTES = LIBRARY.flatMap(({ annotations }) => annotations);
/** Those without notes have a row, too. */
const ROWS = NOTES.length + LIBRARY.filter(({ annotations }) => annotations.length === 0).length;
/** Of LibreOffice: comma, double quotes, UTF-8, from the first line, quoted as text, formulas not calculated. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

/** CSV and Excel, by papaparse and LibreOffice. */
export async function checkTables(files: Record<FormatId, string>, folder: string): Promise<void> {
  await check('papaparse reads CSV as it was meant', () => expectRows(readFileSync(files.csv, 'utf8'), unguarded));
  if (!isThere('soffice')) {
    skip('CSV and Excel in LibreOffice', 'install libreoffice-calc');
    return;
  }
  const convert = (file: string, into: string, filter: string) => {
    run('soffice', [
      '--headless',
      '--infilter=CSV:44,34,76,1',
      '--convert-to',
      filter,
      '--outdir',
      join(folder, into),
      file,
    ]);
  };
  await check('LibreOffice opens the Excel file', () => {
    run('soffice', ['--headless', '--convert-to', CSV_FILTER, '--outdir', join(folder, 'from-xlsx'), files.xlsx]);
    expectRows(readFileSync(join(folder, 'from-xlsx/xlsx.csv'), 'utf8'), (text) => text);
  });
  await check('LibreOffice opens the CSV file and calculates nothing', () => {
    convert(files.csv, 'from-csv', 'xlsx');
    run('soffice', [
      '--headless',
      '--convert-to',
      CSV_FILTER,
      '--outdir',
      join(folder, 'from-csv'),
      join(folder, 'from-csv/csv.xlsx'),
    ]);
    expectRows(readFileSync(join(folder, 'from-csv/csv.csv'), 'utf8'), unguarded);
  });
}

function expectRows(text: string, read: (cell: string) => string): void {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',', skipEmptyLines: true });
  claim(data.length === ROWS + 1, `${data.length} rows, not ${ROWS + 1}`);
  const [quote, note] = [COLUMNS.indexOf('quote'), COLUMNS.indexOf('note')];
  for (const { anchor, note: written } of NOTES) {
    const row = data.find(
      (cells) => read(cells[quote]!) === (anchor?.quote ?? '') && same(read(cells[note]!), written),
    );
    claim(row !== undefined, `no row says ${anchor?.quote ?? written}`);
  }
}

/** Line ends are those of the program. */
function same(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}
