import { citing } from '../../../lib/export/citing';
import { exportFile } from '../../../lib/export/exportFile';
import { NOTHING_BESIDE, type Articles, type Chunk, type ExportContext } from '../../../lib/export/format';
import { PLACEHOLDERS, write as writeMarkdown } from '../../../lib/export/markdown';
import { templateSentence } from '../../../lib/export/sentence';
import { parseTemplate } from '../../../lib/export/template';
import { correctBy } from '../../../lib/packs/correct';
import { cardOf } from '../../../lib/reference/card';
import { buildLexicon } from '../../../lib/reference/lexicon';
import { openDatabase, type Database } from '../../../lib/store/database';
import { allArticles, chosenArticles } from '../../../lib/store/exporting';
import { besideRows } from '../../../lib/store/importing';
import { readingsOneByOne } from '../../../lib/store/readings';
import { defaultTemplate } from '../../../lib/words/template';
import type { Answered, ExportRequest } from './protocol';

/** Bytes handed over at a time. */
const PIECE = 1024 ** 2;
/** ms between two tellings how far it is. */
const TELL_EVERY = 100;
/** Articles that a preview shows. */
const SHOWN = 1;
const MINUTE = 60_000;

export async function writeFile(
  request: ExportRequest,
  tell: (answered: Answered) => void,
  send: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const database = await openDatabase();
  const total = request.of === null ? await database.articles.count() : request.of.length;
  let told = 0;
  const context = await contextOf(request, database, (done) => {
    if (performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    tell({ is: 'progress', done, total });
  });
  const file = await exportFile(request.format, articlesOf(request, database), context);
  tell({ is: 'file', name: file.name, mime: file.mime });
  for await (const bytes of inPieces(file.chunks)) await send(bytes);
  tell({ is: 'done', rows: total, isStopped: false });
}

/** The first article as a template makes it. */
export async function preview(request: ExportRequest): Promise<Answered> {
  const parsed = parseTemplate(request.template ?? defaultTemplate(request.language), PLACEHOLDERS);
  if (parsed.is === 'faults') {
    return { is: 'faults', sentences: parsed.faults.map((fault) => templateSentence(fault, request.language)) };
  }
  const database = await openDatabase();
  const first = { ...request, of: request.of?.slice(0, SHOWN) ?? null };
  const context = await contextOf(first, database, () => {});
  let text = '';
  for await (const chunk of writeMarkdown(articlesOf(first, database), context)) text += String(chunk);
  return { is: 'previewed', text };
}

function articlesOf({ of }: ExportRequest, database: Database): Articles {
  return () => (of === null ? allArticles(database) : chosenArticles(database, of));
}

async function contextOf(
  request: ExportRequest,
  database: Database,
  progress: (articles: number) => void,
): Promise<ExportContext> {
  const lexicon = buildLexicon(request.reference.packs, correctBy(request.reference.corrections));
  const isBackup = request.format === 'backup';
  const beside = isBackup ? { ...(await besideRows(database)), readings: readingsOneByOne(database) } : NOTHING_BESIDE;
  return {
    now: Date.now(),
    version: request.version,
    language: request.language,
    local: (time) => new Date(time - new Date(time).getTimezoneOffset() * MINUTE).toISOString().slice(0, 19),
    colourNames: request.colourNames,
    card: (id, day) => {
      const entry = lexicon.entries.get(id);
      return entry === undefined ? null : cardOf(entry, lexicon, day);
    },
    ...citing(request.style),
    template: request.template,
    beside: { ...beside, settings: request.settings },
    progress,
  };
}

/** Small chunks joined, so that few messages are sent. */
async function* inPieces(chunks: AsyncIterable<Chunk>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    held.push(bytes);
    length += bytes.length;
    if (length < PIECE) continue;
    yield joined(held, length);
    held = [];
    length = 0;
  }
  if (length > 0) yield joined(held, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
