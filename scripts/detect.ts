// npm run --silent detect -- FILE...|- [--date YYYY-MM-DD] [--place 山西] [--pack FILE]... [--json] [--ndjson]
// docs/detect.md is the manual.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { detect } from '../lib/detect/detect';
import { regionOf } from '../lib/detect/place';
import { reportMention, type ReportedMention } from '../lib/detect/report';
import type { Pack, PartialDate, Region } from '../lib/model';
import { buildLexicon, type Lexicon } from '../lib/reference/lexicon';
import { partialDate } from '../lib/text/dates';
import { readBundledPack } from './seeds';

const USAGE =
  'usage: npm run --silent detect -- FILE...|- [--date YYYY-MM-DD] [--place 山西] [--pack FILE]... [--json] [--ndjson]';

interface Circumstances {
  readonly date: PartialDate | null;
  readonly region: Region | null;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      place: { type: 'string' },
      pack: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      ndjson: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || (positionals.length === 0 && !values.ndjson)) {
    console.log(USAGE);
    return;
  }
  const circumstances = { date: readDate(values.date), region: readPlace(values.place) };
  const lexicon = buildLexicon([...(values.pack ?? []).map(readPack), readBundledPack()]);
  if (values.ndjson) {
    await filter(positionals[0] ?? '-', lexicon, circumstances);
    return;
  }
  if (positionals.length > 1) {
    for (const file of positionals) await reportFile(file, lexicon, circumstances);
    return;
  }
  const mentions = mentionsOf(readText(positionals[0]!), lexicon, circumstances);
  await write(values.json ? `${JSON.stringify(mentions, null, 1)}\n` : table(mentions));
}

function mentionsOf(text: string, lexicon: Lexicon, { date, region }: Circumstances): ReportedMention[] {
  const place = region && ({ region, by: 'given' } as const);
  return detect(text, lexicon, { date, place }).mentions.map((mention) => reportMention(mention, lexicon, date));
}

/** One JSON line a file; a file that cannot be read is told and skipped. */
async function reportFile(file: string, lexicon: Lexicon, circumstances: Circumstances): Promise<void> {
  try {
    await write(`${JSON.stringify({ file, mentions: mentionsOf(readText(file), lexicon, circumstances) })}\n`);
  } catch (error) {
    process.exitCode = 1;
    await write(`${JSON.stringify({ file, error: (error as Error).message })}\n`);
  }
}

/** Records in, records with their mentions out, in order; a bad record gives one line that says so. */
async function filter(file: string, lexicon: Lexicon, fallback: Circumstances): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let line = 0;
  for await (const record of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    if (record.trim() !== '') await write(`${JSON.stringify(answer(record, line, lexicon, fallback))}\n`);
  }
}

function answer(record: string, line: number, lexicon: Lexicon, fallback: Circumstances): unknown {
  try {
    const { id = null, text, date, place } = JSON.parse(record) as Record<string, unknown>;
    const circumstances = {
      date: date == null ? fallback.date : readDate(asString('date', date)),
      region: place == null ? fallback.region : readPlace(asString('place', place)),
    };
    return { id, mentions: mentionsOf(asString('text', text), lexicon, circumstances) };
  } catch (error) {
    return { line, error: (error as Error).message };
  }
}

function asString(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new Error(`"${field}" is missing or not a string`);
  return value;
}

/** Writes and waits until the reader has taken it. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** The text as it stands, byte-order mark included, so that offsets fit. GB18030 when it is not UTF-8. */
function readText(file: string): string {
  const bytes = readFileSync(file === '-' ? 0 : file);
  if (bytes.includes(0)) throw new Error(`${file} is not a text file`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function readDate(date: string | undefined): PartialDate | null {
  if (date === undefined) return null;
  const read = partialDate(date);
  if (read === null) throw new Error(`${date} is not a date; write 2022-05-13, 2022-05 or 2022`);
  return read;
}

function readPlace(place: string | undefined): Region | null {
  if (place === undefined) return null;
  const region = regionOf(place);
  if (region === null) throw new Error(`${place} is not a province or a prefecture-level city of China`);
  return region;
}

function readPack(file: string): Pack {
  const pack = JSON.parse(readFileSync(file, 'utf8')) as Pack;
  if (pack.schema !== 1 || !Array.isArray(pack.entries)) throw new Error(`${file} is not a pack of schema 1`);
  return pack;
}

function table(mentions: readonly ReportedMention[]): string {
  return mentions
    .map(({ start, end, surface, kind, entryId, office, officeBasis }) => {
      const held = office === null ? (officeBasis ?? '') : `${office} (${officeBasis})`;
      return `${start}-${end}\t${kind}\t${surface.replace(/\s+/g, ' ')}\t${entryId}\t${held}\n`;
    })
    .join('');
}
