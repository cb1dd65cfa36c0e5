import { createReadStream, existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { ReportedMention } from '../../lib/detect/report';
import { loadLexicon, mentionsOf, readDate, readPlace, readUnlisted } from './detector';
import type { Answer, Job } from './jobs';
import { answers } from './pool';
import { Progress } from './progress';
import { filesIn, readText } from './texts';
import type { Start } from './worker';

const USAGE = `usage: detect FILE|FOLDER...|- [--date YYYY-MM-DD] [--place 山西] [--pack FILE]... [--unlisted off|sparse|normal|generous]
              [--json]
       detect --ndjson [FILE...|-] [--date YYYY-MM-DD] [--place 山西] [--pack FILE]... [--unlisted …] [--jobs N]`;

/** Exit codes: 0 all well; 1 some file could not be read; 2 the command itself could not be understood. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      place: { type: 'string' },
      pack: { type: 'string', multiple: true },
      unlisted: { type: 'string' },
      json: { type: 'boolean' },
      ndjson: { type: 'boolean' },
      jobs: { type: 'string', short: 'j' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || (positionals.length === 0 && !values.ndjson)) {
    console.log(USAGE);
    if (!values.help) process.exitCode = 2;
    return;
  }
  const start = {
    packs: values.pack ?? [],
    said: { date: values.date, place: values.place, unlisted: values.unlisted },
  };
  readDate(values.date);
  readPlace(values.place);
  readUnlisted(values.unlisted);
  const jobs = readJobs(values.jobs);
  // Once here, so that a pack that is none is told in a sentence, whoever is to read it.
  if (start.packs.length > 0) loadLexicon(start.packs);
  if (values.ndjson) {
    const paths = positionals.length === 0 ? ['-'] : positionals;
    await writeAll(answers(records(paths), start, jobs ?? 1), null);
    return;
  }
  const files = filesIn(positionals);
  if (files.length === 1 && files[0] === positionals[0]) {
    await reportOne(files[0]!, start, values.json ?? false);
    return;
  }
  const workers = Math.min(jobs ?? availableParallelism(), Math.ceil(files.length / 8));
  const paths = files.map((file) => ({ file }));
  const faults = await writeAll(answers(paths, start, workers), new Progress(files.length));
  if (faults > 0) process.exitCode = 1;
}

async function reportOne(file: string, { packs, said }: Start, asJson: boolean): Promise<void> {
  const lexicon = loadLexicon(packs);
  try {
    const mentions = mentionsOf(readText(file), lexicon, said);
    await write(asJson ? `${JSON.stringify(mentions, null, 1)}\n` : table(mentions));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function readJobs(written: string | undefined): number | null {
  if (written === undefined) return null;
  const jobs = Number(written);
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error(`--jobs takes a whole number of 1 or more, not ${written}`);
  return jobs;
}

/** The lines of the files, one after the other; blank lines are left out, a byte-order mark is not part of a record. */
async function* records(paths: readonly string[]): AsyncGenerator<Job> {
  for (const path of paths) {
    if (path !== '-' && !existsSync(path)) {
      console.error(`${path} is not there`);
      process.exitCode = 1;
      continue;
    }
    const input = path === '-' ? process.stdin : createReadStream(path);
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      const record = line === 1 ? text.replace(/^\uFEFF/, '') : text;
      if (record.trim() !== '') yield { record, line };
    }
  }
}

/** Writes each answer as a line and waits until the reader has taken it; how many were faults. */
async function writeAll(batches: AsyncIterable<readonly Answer[]>, progress: Progress | null): Promise<number> {
  let faults = 0;
  for await (const batch of batches) {
    await write(batch.map(({ line }) => `${line}\n`).join(''));
    faults += batch.filter(({ isFault }) => isFault).length;
    progress?.add(batch);
  }
  progress?.end();
  return faults;
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function table(mentions: readonly ReportedMention[]): string {
  return mentions
    .map(({ start, end, surface, kind, entryId, office, officeBasis }) => {
      const held = office === null ? (officeBasis ?? '') : `${office} (${officeBasis})`;
      return `${start}-${end}\t${kind}\t${surface.replace(/\s+/g, ' ')}\t${entryId ?? 'unlisted'}\t${held}\n`;
    })
    .join('');
}
