import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PartialDate, Region } from '../../lib/model';
import { firstDay } from '../../lib/text/dates';
import { PARAGRAPH_MARK } from '../../lib/text/normalise';

/** An article inside a file, in reading order, with the way back to the file. */
export interface ArticleText {
  readonly id: string;
  readonly file: string;
  readonly date: PartialDate | null;
  readonly region: Region | null;
  readonly text: string;
  /** Offset in the file (UTF-16 units) of unit i of `text`. */
  readonly offsets: Uint32Array;
}

/** A record of `seeds/articles.json`, as far as needed here. */
interface DocumentRecord {
  readonly id: string;
  readonly file: string;
  readonly articles: readonly {
    readonly id: string;
    readonly date: PartialDate;
    readonly region?: { readonly province: string; readonly city?: string | null } | null;
    /** Code points, end exclusive, in reading order. */
    readonly segments: readonly (readonly [number, number])[];
  }[];
}

export interface ReadFolder {
  readonly articles: readonly ArticleText[];
  /** Files without a record, as records to edit. */
  readonly unrecorded: readonly object[];
}

/** Reads the .txt files of a folder. Those that `records` describes are cut into their articles; any other is one article. */
export function readFolder(folder: string, records: readonly DocumentRecord[]): ReadFolder {
  const articles: ArticleText[] = [];
  const unrecorded: object[] = [];
  let next = Math.max(-1, ...records.map(({ id }) => Number(id))) + 1;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const written = readFileSync(join(folder, file), 'utf8');
    const known = records.find((record) => record.file === file);
    if (known === undefined) {
      const id = String(next++).padStart(3, '0');
      const date = firstDay(written);
      articles.push({ id: `${id}-A1`, file, date, region: null, ...readable(written, [[0, written.length]]) });
      unrecorded.push(recordOf(id, file, date, unitOffsets(written).length - 1));
      continue;
    }
    const units = unitOffsets(written);
    for (const { id, date, region, segments } of known.articles) {
      articles.push({
        id,
        file,
        date,
        region: region == null ? null : { province: region.province, city: region.city ?? null },
        ...readable(
          written,
          segments.map(([start, end]) => [units[start]!, units[end]!] as const),
        ),
      });
    }
  }
  return { articles, unrecorded };
}

/** UTF-16 offset of every code point, and of the end. */
function unitOffsets(written: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of written) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return offsets;
}

/** The segments run together, without front matter and tags; a tag that ends a block becomes a paragraph break. */
function readable(
  written: string,
  segments: readonly (readonly [number, number])[],
): Pick<ArticleText, 'text' | 'offsets'> {
  let text = '';
  const offsets: number[] = [];
  const add = (piece: string, at: number) => {
    text += piece;
    for (let i = 0; i < piece.length; i++) offsets.push(at + i);
  };
  for (const [start, end] of segments) {
    const from = start + (start === 0 ? frontMatter(written) : 0);
    const body = written.slice(from, end);
    let done = 0;
    for (const tag of body.matchAll(/<\/?([a-z][a-z0-9]*)[^<>]*>/gi)) {
      add(body.slice(done, tag.index), from + done);
      if (/^(p|div|br|h\d|li|tr|section)$/i.test(tag[1]!)) add(PARAGRAPH_MARK, from + tag.index);
      done = tag.index + tag[0].length;
    }
    add(body.slice(done), from + done);
  }
  return { text, offsets: Uint32Array.from(offsets) };
}

/** Length of a head between two lines of `---`. */
function frontMatter(written: string): number {
  return /^---\r?\n[\s\S]*?\n---\r?\n/.exec(written)?.[0].length ?? 0;
}

function recordOf(id: string, file: string, date: PartialDate | null, length: number): object {
  return {
    id,
    file,
    publisher: null,
    publisherStated: false,
    publisherBasis: 'not stated',
    articles: [
      {
        id: `${id}-A1`,
        title: null,
        label: { zh: '报道', en: 'report' },
        date,
        dateIs: 'published',
        dateStated: date !== null,
        dateBasis: date === null ? 'not found' : 'the first date of the file',
        segments: [[0, length]],
        complete: true,
      },
    ],
  };
}
