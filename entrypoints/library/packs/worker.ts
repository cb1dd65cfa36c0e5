/** Reads a pack beside the page: looks at every row, writes the entries where nobody looks yet, and what finds them. */
import { openPack } from '../../../lib/packfiles/openPack';
import { isPatch, openPatch } from '../../../lib/packfiles/patch';
import { markOf, Previewing, type Earlier } from '../../../lib/packfiles/preview';
import { BLOCK, PackCompiler } from '../../../lib/packs/compiled';
import { writtenEntry } from '../../../lib/packs/packEntry';
import { report } from '../../../lib/report';
import { openDatabase, type Database } from '../../../lib/store/database';
import { failureOf } from '../../../lib/store/failure';
import type { PackRow } from '../../../lib/packs/packRow';
import { entriesOf, SMALL, writeEntries } from '../../../lib/store/packs';
import type { Answered, Asked } from './protocol';

/** Entries written in one transaction. */
const AT_ONCE = BLOCK * 512;
/** ms between two tellings how far it is. */
const TELL_EVERY = 100;
/** UTF-16 units: a patch is told by its first words. */
const HEAD = 200;

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  read(data).then(tell, (error: unknown) => {
    report('reading a pack', error);
    tell({ is: 'failed', reason: failureOf(error).reason });
  });
});

async function read({ file, known, content }: Asked): Promise<Answered> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  if (isPatch(head)) {
    const patch = openPatch(new TextDecoder().decode(bytes));
    return patch.is === 'patch' ? { is: 'patch', patch } : patch;
  }
  const opened = openPack(file.name, bytes);
  if (opened.is === 'refused') return opened;
  const database = await openDatabase();
  const before = (await database.packs.get(opened.head.id)) ?? null;
  const previewing = new Previewing(known, before === null ? new Map() : await earlierOf(database, before));
  const compiler = opened.total > SMALL ? new PackCompiler() : null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  let lines: string[] = [];
  let block = 0;
  let done = 0;
  let told = performance.now();
  const flush = async () => {
    await writeEntries(database, content, block, lines);
    parts.push(encoder.encode(lines.map((line) => `${line}\n`).join('')));
    block += lines.length / BLOCK;
    lines = [];
  };
  for (const row of opened.rows) {
    done++;
    if (row.is === 'problem') previewing.refuse(row.problem);
    else {
      const line = JSON.stringify(writtenEntry(row.entry));
      previewing.take(row.entry, line);
      compiler?.add(row.entry);
      lines.push(line);
      if (lines.length === AT_ONCE) await flush();
    }
    if (performance.now() - told < TELL_EVERY) continue;
    told = performance.now();
    tell({ is: 'progress', done, total: opened.total });
  }
  await flush();
  if (previewing.entries === 0) {
    const { problems } = previewing.preview(opened, '', null);
    return { is: 'refused', why: 'no-entries', what: problems.first.map(({ what }) => what).join(' ') };
  }
  if (compiler !== null && previewing.entries > SMALL) await database.packTables.put({ content, ...compiler.finish() });
  const hash = await sha256(parts);
  const preview = previewing.preview(opened, hash, before && { version: before.version, hash: before.hash });
  const { version, title, licence, changes } = opened.head;
  const { entries } = preview;
  const importedAt = Date.now();
  return { is: 'read', preview, version: { content, version, title, licence, changes, hash, entries, importedAt } };
}

async function earlierOf(database: Database, row: PackRow): Promise<Earlier> {
  const earlier: Earlier = new Map();
  for await (const some of entriesOf(database, row)) {
    for (const entry of some) {
      earlier.set(entry.id, { name: entry.name, mark: markOf(JSON.stringify(writtenEntry(entry))) });
    }
  }
  return earlier;
}

/** Of the entries' JSON, a line an entry. The browser's own: in JavaScript it takes longer than all else. */
async function sha256(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const bytes = await new Blob([...parts]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function tell(answered: Answered): void {
  self.postMessage(answered, { transfer: [] });
}
