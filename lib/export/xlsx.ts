/**
 * A workbook of one table, written row by row: the libraries for it hold all rows at once, and need 800 MB for 100,000
 * (write-excel-file 4.1).
 */
import { wordsOf } from '../words/words';
import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { COLUMNS, headings, rowsOf } from './table';
import { xml, xmlAttribute } from './xml';
import { zip, type ZipEntry } from './zip';

/** Rows of a sheet that Excel opens; the next begins after them. */
const MOST_ROWS = 1_000_000;
/** UTF-16 units of a cell that Excel opens. */
const LONGEST_CELL = 32_767;
const WIDTHS: Partial<Record<(typeof COLUMNS)[number], number>> = { title: 40, quote: 60, note: 60, paragraph: 60 };
const USUAL_WIDTH = 16;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function write(articles: Articles, context: ExportContext): Chunks {
  return zip(entries(articles, context), context.now);
}

async function* entries(articles: Articles, context: ExportContext): AsyncGenerator<ZipEntry> {
  const rows = allRows(articles, context);
  let count = 0;
  let next = await rows.next();
  do {
    yield { name: `xl/worksheets/sheet${++count}.xml`, chunks: sheet() };
  } while (next.done !== true);
  yield* around(count, wordsOf(context.language).files.sheet);

  async function* sheet() {
    const widths = COLUMNS.map(
      (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[column] ?? USUAL_WIDTH}" customWidth="1"/>`,
    );
    yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
    yield row(headings(context), 1);
    for (let at = 0; at < MOST_ROWS && next.done !== true; at++) {
      yield row(next.value, 2);
      next = await rows.next();
    }
    yield '</sheetData></worksheet>';
  }
}

async function* allRows(articles: Articles, context: ExportContext): AsyncGenerator<(string | number)[]> {
  for await (const each of oneByOne(articles, context)) {
    for (const cells of rowsOf(each, context)) yield COLUMNS.map((column) => cells[column]);
  }
}

function row(cells: readonly (string | number)[], style: number): string {
  return `<row>${cells.map((cell) => one(cell, style)).join('')}</row>`;
}

/** Text is text: what looks like a formula is none. */
function one(cell: string | number, style: number): string {
  if (typeof cell === 'number') return `<c s="${style}"><v>${cell}</v></c>`;
  if (cell === '') return `<c s="${style}"/>`;
  const cut = cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell;
  // _x0041_ would be read as A.
  const text = xml(cut.toWellFormed().replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function* around(sheets: number, title: string): Generator<ZipEntry> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbers.map((n) => `<sheet name="${xmlAttribute(n === 1 ? title : `${title} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
  };
  for (const [name, text] of Object.entries(files)) yield { name, chunks: [HEAD + text] };
}
