// npm run attest -- FOLDER [--write] [--records FOLDER]
// Finds every place in documents where an entry of the reference stands, and what the reference lacks.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pinyin } from 'pinyin-pro';
import type { EntryId } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { readBundledPack } from '../seeds';
import { candidatesIn, type Candidate } from './candidates';
import { readFolder } from './documents';
import { attested, type PlaceInFile } from './places';

const SEEDS = new URL('../../seeds/', import.meta.url);
const ATTESTATIONS = new URL('attestations.json', SEEDS);
const USAGE = 'usage: npm run attest -- FOLDER [--write] [--records FOLDER]';
const CONTEXTS = 3;

main();

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean' }, records: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [folder] = positionals;
  if (values.help || folder === undefined || !existsSync(folder)) {
    console.log(folder === undefined || values.help ? USAGE : `${folder} is not a folder`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const lexicon = buildLexicon([readBundledPack()]);
  const { articles, unrecorded } = readFolder(
    folder,
    JSON.parse(readFileSync(new URL('articles.json', SEEDS), 'utf8')),
  );
  const read = articles.map((article) => ({ article, ...attested(article, lexicon) }));
  const places = Object.fromEntries(
    read.map(({ article, places: of }) => [
      article.id,
      Object.fromEntries([...of].sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
  for (const { article, mentions, places: of } of read) {
    console.log(`${article.id}\t${mentions.length} mentions of ${of.size} entries\t${article.file}`);
  }
  reportUnlisted(places, lexicon);
  const candidates = candidatesIn(read);
  for (const candidate of candidates) report(candidate);
  if (values.write) write(listedOnly(places, lexicon));
  if (values.records !== undefined) writeRecords(values.records, candidates, unrecorded);
}

/** Entries that stand in an article which their record does not name. */
function reportUnlisted(
  places: Readonly<Record<string, Readonly<Record<string, readonly PlaceInFile[]>>>>,
  lexicon: ReturnType<typeof buildLexicon>,
): void {
  for (const entry of lexicon.entries.values()) {
    const listed = new Set<string>(entry.attestations.map(({ article }) => article));
    const missing = Object.keys(places).filter(
      (article) => places[article]![entry.id] !== undefined && !listed.has(article),
    );
    if (missing.length > 0) console.log(`add to "attestations" of ${entry.id}: ${missing.join(', ')}`);
  }
}

/** What the records do not name yet waits until they do: the build would refuse it. */
function listedOnly(
  places: Readonly<Record<string, Readonly<Record<string, readonly PlaceInFile[]>>>>,
  lexicon: ReturnType<typeof buildLexicon>,
): object {
  const isListed = (article: string, id: string) =>
    lexicon.entries.get(id as EntryId)!.attestations.some((each) => each.article === article);
  return Object.fromEntries(
    Object.entries(places).map(([article, entries]) => [
      article,
      Object.fromEntries(Object.entries(entries).filter(([id]) => isListed(article, id))),
    ]),
  );
}

function report({ kind, name, office, why, found }: Candidate): void {
  console.log(`\n${kind}\t${name}\t${found.length} ×\t${office ?? ''}\t${why}`);
  for (const { article, context } of found.slice(0, CONTEXTS)) console.log(`  ${article}\t${context}`);
}

/** Keeps what other folders have given; the articles read now are replaced. */
function write(places: object): void {
  const before = existsSync(ATTESTATIONS) ? (JSON.parse(readFileSync(ATTESTATIONS, 'utf8')) as object) : {};
  const all = Object.entries({ ...before, ...places }).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = all.map(([article, entries]) => {
    const of = Object.entries(entries as object).map(([id, at]) => `    ${JSON.stringify(id)}: ${JSON.stringify(at)}`);
    return `  ${JSON.stringify(article)}: {\n${of.join(',\n')}\n  }`;
  });
  writeFileSync(ATTESTATIONS, `{\n${lines.join(',\n')}\n}\n`);
  console.log(`\nwritten: seeds/attestations.json, ${all.length} articles`);
}

/** One file a candidate, to be completed by hand: what the documents do not say stays empty, and the build asks for it. */
function writeRecords(folder: string, candidates: readonly Candidate[], unrecorded: readonly object[]): void {
  mkdirSync(folder, { recursive: true });
  for (const candidate of candidates) {
    const record = candidate.kind === 'official' ? officialRecord(candidate) : termRecord(candidate);
    writeFileSync(join(folder, `${record.id}.json`), `${JSON.stringify(record, null, 2)}\n`);
  }
  writeFileSync(join(folder, 'articles.json'), `${JSON.stringify(unrecorded, null, 2)}\n`);
  console.log(`\nwritten: ${candidates.length} records in ${folder}`);
}

function common({ name, found }: Candidate) {
  const bare = name.replace(/[《》]/g, '');
  const syllables = pinyin(bare, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return {
    id: syllables
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60),
    names: { zh: name, traditional: null, pinyin: pinyin(bare), en: null },
    forms: [{ text: name }],
    attestations: [...new Set(found.map(({ article }) => article))],
    sources: [],
  };
}

function termRecord(candidate: Candidate) {
  const { id, ...rest } = common(candidate);
  return {
    id,
    kind: candidate.kind,
    ...rest,
    ...(candidate.why === 'quoted numeral code' ? { conditions: { quotedOnly: true } } : {}),
    gloss: { zh: '', en: '', status: 'unknown' },
    tier: 2,
    comment: candidate.why,
  };
}

function officialRecord(candidate: Candidate) {
  const { id, ...rest } = common(candidate);
  return {
    id,
    kind: 'official',
    ...rest,
    tier: 1,
    tenures: rest.attestations.map((article) => ({
      office: candidate.office,
      en: '',
      attested: [{ date: '', article }],
    })),
  };
}
