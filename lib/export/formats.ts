/** Every format in one table. */
import type { FormatId } from '../model';
import * as backup from './backup';
import * as csv from './csv';
import type { Articles, Chunks, ExportContext } from './format';
import type { Reader } from './incoming';
import * as markdown from './markdown';
import * as plainJson from './plainJson';
import * as w3c from './w3c';
import * as xlsx from './xlsx';

export interface Format {
  /** Without a dot. */
  readonly extension: string;
  readonly mime: string;
  readonly write: (articles: Articles, context: ExportContext) => Chunks;
  /** Null: cannot be read back. */
  readonly read: Reader | null;
}

export const FORMATS: Partial<Readonly<Record<FormatId, Format>>> = {
  markdown: { extension: 'md', mime: 'text/markdown;charset=utf-8', write: markdown.write, read: null },
  'markdown-each': { extension: 'zip', mime: 'application/zip', write: markdown.writeEach, read: null },
  csv: { extension: 'csv', mime: 'text/csv;charset=utf-8', write: csv.write, read: null },
  xlsx: {
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsx.write,
    read: null,
  },
  w3c: { extension: 'jsonld', mime: 'application/ld+json', write: w3c.write, read: null },
  json: { extension: 'json', mime: 'application/json', write: plainJson.write, read: plainJson.read },
  backup: { extension: 'ndjson', mime: 'application/x-ndjson', write: backup.write, read: backup.read },
};
