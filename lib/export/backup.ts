/**
 * The whole library in one file: lines of JSON, so that a gigabyte is written and read without being held.
 *
 * Line 1 says what it is; then one row a line, articles each before its annotations, those in the trash too; the last
 * line counts the rows and has the SHA-256 of all bytes before it. Kept are articles, annotations, exceptions,
 * choices about reprints, the log of reading, own entries, corrections, packs (each before its entries; not the version
 * before it) and settings. Not kept: what is counted anew (sightings), the change log and drafts. What is read back is written as new changes, so that sync and undo know
 * of it; an older log would speak of rows as they no longer are.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Annotation, SavedArticle } from '../model';
import { linesOf } from './bytes';
import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { Refusal, refusing, type ImportFile, type Incoming, type Problem } from './incoming';
import { isRecord, parseJson } from './json';
import { checkCorrection, checkOwnEntry, checkPack, checkPackEntries } from './referenceRows';
import { checkAnnotation, checkArticle, checkChoice, checkException, checkReading, type Checked } from './rows';
import { toUtf8 } from './utf8';

const SCHEMA = 1;

const KINDS = [
  'article',
  'annotation',
  'exception',
  'choice',
  'own',
  'correction',
  'pack',
  'pack-entries',
  'setting',
  'reading',
] as const;
type Counts = Record<(typeof KINDS)[number], number>;
const none = () => Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Counts;

/** Of its files. */
export const EXTENSION = 'ndjson';

/** What it takes of what formats get. */
type BackupContext = Pick<ExportContext, 'now' | 'version' | 'beside' | 'signal' | 'progress'>;

export async function* write(articles: Articles, context: BackupContext): Chunks {
  const { version, now, beside } = context;
  const hash = sha256.create();
  const counts = none();
  const lined = (lines: readonly object[]) => {
    const bytes = toUtf8(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    hash.update(bytes);
    return bytes;
  };
  yield lined([{ pangzhu: 'backup', schema: SCHEMA, version, writtenAt: new Date(now).toISOString() }]);
  for (const [name, value] of Object.entries(beside.settings)) {
    counts.setting++;
    yield lined([{ is: 'setting', name, value }]);
  }
  for (const row of beside.exceptions) {
    counts.exception++;
    yield lined([{ is: 'exception', row }]);
  }
  for (const row of beside.choices) {
    counts.choice++;
    yield lined([{ is: 'choice', row }]);
  }
  for await (const row of beside.readings) {
    counts.reading++;
    yield lined([{ is: 'reading', row }]);
  }
  for (const row of beside.ownEntries) {
    counts.own++;
    yield lined([{ is: 'own', row }]);
  }
  for (const row of beside.corrections) {
    counts.correction++;
    yield lined([{ is: 'correction', row }]);
  }
  for (const { row, blocks } of beside.packs) {
    counts.pack++;
    yield lined([{ is: 'pack', row: { ...row, previous: null } }]);
    for await (const entries of blocks()) {
      context.signal?.throwIfAborted();
      counts['pack-entries']++;
      yield lined([{ is: 'pack-entries', entries }]);
    }
  }
  for await (const { article, annotations } of oneByOne(articles, context)) {
    counts.article++;
    counts.annotation += annotations.length;
    yield lined([{ is: 'article', row: article }, ...annotations.map((row) => ({ is: 'annotation', row }))]);
  }
  yield `${JSON.stringify({ is: 'end', counts, sha256: bytesToHex(hash.digest()) })}\n`;
}

export function read(file: ImportFile): AsyncIterable<Incoming> {
  return refusing(file, records(file));
}

/**
 * A row that does not fit is left out and said, and so are annotations of an article that is. The file as a whole is
 * refused when it is not as it was written: cut off, other sums, a line that is no JSON.
 */
async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const hash = sha256.create();
  const counts = none();
  let number = 0;
  let open: { article: SavedArticle; annotations: Annotation[] } | null = null;
  let isPackOpen = false;
  let isOver = false;
  for await (const { line, isEnded } of linesOf(file)) {
    const at = { is: 'line', number: ++number } as const;
    const problem = (why: Problem['why'], what: string): Incoming => ({
      is: 'problem',
      problem: { file: file.name, at, why, what },
    });
    if (isOver) throw new Refusal('more-after-end', '', at);
    if (number === 1) checkHead(line);
    else if (!isEnded && !line.startsWith('{"is":"end"')) throw new Refusal('cut-off', '', at);
    const record = number === 1 ? { is: 'head' } : parseJson(line, at);
    const { is, row } = isRecord(record) ? record : { is: null, row: null };
    if (is !== 'annotation' && open !== null) {
      yield { is: 'article', ...open };
      open = null;
    }
    if (!isRecord(record)) {
      yield problem('invalid', '');
    } else if (is === 'article') {
      const checked = checkArticle(row);
      if (checked.is === 'invalid') yield problem('invalid', checked.field);
      else open = { article: checked.row, annotations: [] };
    } else if (is === 'annotation') {
      const checked = checkAnnotation(row);
      if (checked.is === 'invalid') yield problem('invalid', checked.field);
      else if (checked.row.articleId !== open?.article.id) yield problem('no-article', '');
      else open.annotations.push(checked.row);
    } else if (is === 'exception') {
      yield taken(checkException(row), (exception) => ({ is: 'exception', exception }));
    } else if (is === 'choice') {
      yield taken(checkChoice(row), (choice) => ({ is: 'choice', choice }));
    } else if (is === 'reading') {
      yield taken(checkReading(row), (reading) => ({ is: 'reading', reading }));
    } else if (is === 'own') {
      yield taken(checkOwnEntry(row), (own) => ({ is: 'own', own }));
    } else if (is === 'correction') {
      yield taken(checkCorrection(row), (correction) => ({ is: 'correction', correction }));
    } else if (is === 'pack') {
      const checked = checkPack(row);
      isPackOpen = checked.is === 'row';
      yield taken(checked, (each) => ({ is: 'pack', row: each }));
    } else if (is === 'pack-entries') {
      // Those of a pack that does not fit go with it.
      if (isPackOpen) yield taken(checkPackEntries(record.entries), (entries) => ({ is: 'pack-entries', entries }));
    } else if (is === 'setting') {
      const { name, value } = record;
      yield typeof name === 'string' ? { is: 'setting', name, value } : problem('invalid', 'name');
    } else if (is === 'end') {
      checkEnd(record, counts, bytesToHex(hash.digest()));
      isOver = true;
      continue;
    } else if (is !== 'head') {
      // From a later version, which would have raised the schema if it could not be done without.
      yield problem('unknown-record', String(is));
    }
    if (KINDS.includes(is as keyof Counts)) counts[is as keyof Counts]++;
    // A machine that writes CR LF has not altered what stands in the line.
    hash.update(toUtf8(`${line.replace(/\r$/, '')}\n`));

    function taken<Row>(checked: Checked<Row>, incoming: (row: Row) => Incoming): Incoming {
      return checked.is === 'row' ? incoming(checked.row) : problem('invalid', checked.field);
    }
  }
  if (number === 0) throw new Refusal('empty');
  if (!isOver) throw new Refusal('cut-off', '', { is: 'line', number });
}

function checkHead(line: string): void {
  const head = line.startsWith('{') ? parseJson(line, { is: 'line', number: 1 }) : null;
  if (!isRecord(head) || head.pangzhu !== 'backup') throw new Refusal('not-ours');
  if (head.schema !== SCHEMA) throw new Refusal('newer', String(head.schema));
}

function checkEnd(end: Readonly<Record<string, unknown>>, counts: Counts, sha: string): void {
  const said = isRecord(end.counts) ? end.counts : {};
  // Kinds that came later are not counted in older files, and not there.
  const wrong = KINDS.find((kind) => (said[kind] ?? 0) !== counts[kind]);
  if (wrong !== undefined) throw new Refusal('counts', `${wrong}: ${String(said[wrong])} ≠ ${counts[wrong]}`);
  if (end.sha256 !== sha) throw new Refusal('altered');
}
