/**
 * A table as contributors write it in a spreadsheet: a row an entry, lists with bars between their items. What no column
 * can say stands as JSON in the last one, so that a pack that was written is read back as it was.
 */
import Papa from 'papaparse';
import { csvLine } from '../export/csv';
import { unguarded } from '../export/formula';
import { isRecord } from '../export/json';
import { KINDS } from '../model';
import type { PackEntry } from '../packs/packEntry';
import { writtenEntry } from '../packs/packEntry';
import { wordsOf } from '../words/words';
import { refused, rowOf, withoutTwice, type OpenedPack, type PackHead, type Refused, type Row } from './opened';

/** The name of each column, and others under which it is known. */
const COLUMNS = {
  id: ['id', '编号'],
  kind: ['kind', '种类', '类别'],
  name: ['name', '名称', '词条', '提法', '姓名'],
  forms: ['forms', '写法', '文中写法', '别称'],
  gloss: ['gloss', '释义', '解释', '说明'],
  gloss_en: ['gloss_en', '英文释义'],
  members: ['members', '所含各项', '内容'],
  english: ['english', '英文', '英译'],
  pinyin: ['pinyin', '拼音'],
  office: ['office', '职务'],
  office_from: ['office_from', '任职起'],
  office_to: ['office_to', '任职止'],
  office_seen: ['office_seen', '见于'],
  source_title: ['source_title', '出处', '来源题名', '出处题名'],
  source_publisher: ['source_publisher', '来源'],
  source_date: ['source_date', '日期', '来源日期'],
  source_url: ['source_url', '网址', '链接'],
  more: ['more'],
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];
type Cells = Readonly<Record<Column, string>>;

const BAR = ' | ';
const MOST_ROWS = 500_000;

export function* writeCsv(entries: Iterable<PackEntry>): Generator<string> {
  // Without the mark Excel reads UTF-8 as the machine's own code page.
  yield `\ufeff${csvLine(NAMES)}`;
  for (const entry of entries) {
    const cells = cellsOf(entry);
    yield csvLine(NAMES.map((name) => cells[name]));
  }
}

/** `name` is that of the file: a table does not say what it is called. */
export function openCsv(text: string, name: string, wasGb18030: boolean): OpenedPack | Refused {
  if (text.trim().replace('\ufeff', '') === '') return refused('empty');
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: delimiterOf(text),
    skipEmptyLines: 'greedy',
  });
  const [headings = [], ...lines] = data;
  const columns = new Map<Column, number>();
  for (const [at, heading] of headings.entries()) {
    const wanted = heading.trim().toLowerCase();
    const column = NAMES.find((each) => (COLUMNS[each] as readonly string[]).includes(wanted));
    if (column !== undefined && !columns.has(column)) columns.set(column, at);
  }
  if (!columns.has('name')) return refused('columns', 'name');
  if (lines.length === 0) return refused('no-entries');
  if (lines.length > MOST_ROWS) return refused('inflates', String(lines.length));
  return {
    is: 'opened',
    format: 'csv',
    head: headOf(name),
    total: lines.length,
    rows: withoutTwice(rowsOf(lines, columns, idOf(name)), 2),
    wasGb18030,
  };
}

function* rowsOf(lines: readonly string[][], columns: ReadonlyMap<Column, number>, pack: string): Generator<Row> {
  for (const [at, line] of lines.entries()) {
    const row = at + 2;
    const cells = Object.fromEntries(
      NAMES.map((column) => [column, unguarded(line[columns.get(column) ?? -1] ?? '')]),
    ) as unknown as Cells;
    const record = recordOf(cells, pack);
    yield record === null ? { is: 'problem', problem: { row, why: 'invalid', what: 'more' } } : rowOf(record, row);
  }
}

/** Null when the JSON of the last column is none. */
function recordOf(cells: Cells, pack: string): object | null {
  const list = (text: string) =>
    text
      .split(/\s*[|｜\n]\s*/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const given = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
  const name = cells.name.trim();
  const offices = list(cells.office).map((office, at) => ({
    office,
    ...given({ from: list(cells.office_from)[at] ?? '', to: list(cells.office_to)[at] ?? '' }),
    ...(at === 0 && cells.office_seen !== '' ? { seen: list(cells.office_seen) } : {}),
  }));
  const hasSource = `${cells.source_title}${cells.source_url}` !== '';
  const record = {
    id: cells.id.trim() || `${pack}:${name}`.replace(/[^\p{L}\p{N}._:-]/gu, '-').slice(0, 120),
    kind: kindIn(cells.kind.trim(), offices.length > 0),
    name,
    ...given({ english: cells.english, pinyin: cells.pinyin }),
    ...(list(cells.forms).length > 0 ? { forms: list(cells.forms) } : {}),
    ...(`${cells.gloss}${cells.gloss_en}` === '' ? {} : { gloss: { zh: cells.gloss, en: cells.gloss_en } }),
    ...(list(cells.members).length > 0 ? { members: list(cells.members) } : {}),
    ...(offices.length > 0 ? { offices } : {}),
    ...(hasSource
      ? {
          sources: [
            {
              title: cells.source_title || cells.source_url,
              ...given({ publisher: cells.source_publisher, date: cells.source_date, url: cells.source_url }),
            },
          ],
        }
      : {}),
  };
  if (cells.more === '') return record;
  try {
    const more: unknown = JSON.parse(cells.more);
    return isRecord(more) ? { ...record, ...more } : null;
  } catch {
    return null;
  }
}

function kindIn(written: string, hasOffice: boolean): string {
  if (written === '') return hasOffice ? 'official' : 'formulation';
  const [zh, en] = [wordsOf('zh').kinds, wordsOf('en').kinds];
  return KINDS.find((kind) => [kind, zh[kind], en[kind].toLowerCase()].includes(written.toLowerCase())) ?? written;
}

function cellsOf(entry: PackEntry): Cells {
  const [source] = entry.sources;
  const cells: Cells = {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    forms: entry.forms.map(({ text }) => text).join(BAR),
    gloss: entry.gloss.zh,
    gloss_en: entry.gloss.en,
    members: entry.members.map(({ zh, en }) => zh || en).join(BAR),
    english: entry.english,
    pinyin: entry.pinyin,
    office: entry.offices.map(({ office }) => office).join(BAR),
    office_from: entry.offices
      .map(({ from }) => from ?? '')
      .join(BAR)
      .replace(/^[ |]+$/, ''),
    office_to: entry.offices
      .map(({ to }) => to ?? '')
      .join(BAR)
      .replace(/^[ |]+$/, ''),
    office_seen: entry.offices[0]?.seen.join(BAR) ?? '',
    source_title: source?.title ?? '',
    source_publisher: source?.publisher ?? '',
    source_date: source?.date ?? '',
    source_url: source?.url ?? '',
    more: '',
  };
  const back = rowOf(recordOf(cells, ''), 0);
  const missing = differing(entry, back.is === 'entry' ? back.entry : null);
  return Object.keys(missing).length === 0 ? cells : { ...cells, more: JSON.stringify(missing) };
}

/** The fields, as they are written, that the columns alone would not bring back. */
function differing(entry: PackEntry, back: PackEntry | null): object {
  const wanted = writtenEntry(entry) as Readonly<Record<string, unknown>>;
  const got: Readonly<Record<string, unknown>> = back === null ? {} : writtenEntry(back);
  const names = new Set([...Object.keys(wanted), ...Object.keys(got)]);
  return Object.fromEntries(
    [...names].flatMap((name) =>
      JSON.stringify(wanted[name]) === JSON.stringify(got[name]) ? [] : [[name, wanted[name] ?? usual(entry, name)]],
    ),
  );
}

/** What is usual is not written, but here it has to stand against what a column says. */
function usual(entry: PackEntry, name: string): unknown {
  return (entry as unknown as Readonly<Record<string, unknown>>)[name];
}

function headOf(name: string): PackHead {
  const title = name.replace(/\.[^.]*$/, '').trim() || name;
  // A table has no version of its own: that of its content is told by its hash.
  return { id: idOf(name), version: '1', title: { zh: title, en: title }, licence: '', changes: [] };
}

function idOf(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `table-${plain || 'pack'}`.slice(0, 80);
}

/** By the headings alone. */
function delimiterOf(text: string): string {
  const [headings = ''] = text.split('\n', 1);
  return [',', '\t', ';', '，'].find((each) => headings.includes(each)) ?? ',';
}
