import { Zip, ZipDeflate } from 'fflate';
import type { Chunk, Chunks } from './format';
import { toUtf8 } from './utf8';

export interface ZipEntry {
  readonly name: string;
  readonly chunks: AsyncIterable<Chunk> | Iterable<Chunk>;
}

/** Entries that a ZIP without its 64-bit extension can name. */
export const MOST_ENTRIES = 65_535;
/** Bytes gathered before they are compressed and handed on. */
const BLOCK = 1 << 16;
const LEVEL = 6;

/** A ZIP of entries that come one by one; never more than a block of it is held. `now` dates the entries. */
export async function* zip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>, now: number): Chunks {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for await (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: LEVEL });
    // The format knows years from 1980 to 2099.
    entry.mtime = Math.min(Math.max(now, Date.UTC(1980, 0, 3)), Date.UTC(2099, 0, 1));
    archive.add(entry);
    for await (const block of inBlocks(chunks)) {
      entry.push(block);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

async function* inBlocks(chunks: ZipEntry['chunks']): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let text: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      text.push(chunk);
      length += chunk.length;
      if (length < BLOCK) continue;
    }
    if (text.length > 0) yield toUtf8(text.join(''));
    text = [];
    length = 0;
    if (typeof chunk !== 'string') yield chunk;
  }
  if (text.length > 0) yield toUtf8(text.join(''));
}
