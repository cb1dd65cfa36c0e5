/** Every format in one table. */
import type { FormatId } from '../model';
import * as anki from './anki';
import * as backup from './backup';
import * as csv from './csv';
import * as docx from './docx';
import type { Articles, Chunks, ExportContext } from './format';
import * as html from './html';
import * as hypothesis from './hypothesis';
import * as hypothesisCsv from './hypothesisCsv';
import type { Reader } from './incoming';
import * as markdown from './markdown';
import type { Reads } from './plan';
import * as plainJson from './plainJson';
import * as readwise from './readwise';
import { writeBiblatex, writeBibtex, writeCslJson } from './references';
import * as refiQda from './refiQda';
import * as ris from './ris';
import * as tbx from './tbx';
import * as tmx from './tmx';
import * as w3c from './w3c';
import * as w3cRead from './w3cRead';
import * as xlsx from './xlsx';

export interface Format {
  /** Without a dot. */
  readonly extension: string;
  readonly mime: string;
  readonly write: (articles: Articles, context: ExportContext) => Chunks;
  /** For more annotations than one file holds: several in a ZIP. */
  readonly parts: { readonly above: number; readonly write: Format['write'] } | null;
}

export const ZIP = 'application/zip';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const one = (extension: string, mime: string, write: Format['write']): Format => ({
  extension,
  mime,
  write,
  parts: null,
});

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  markdown: one('md', 'text/markdown;charset=utf-8', markdown.write),
  'markdown-each': one('zip', ZIP, markdown.writeEach),
  html: one('html', 'text/html;charset=utf-8', html.write),
  docx: {
    ...one('docx', `${OFFICE}.wordprocessingml.document`, docx.write),
    parts: { above: docx.MOST_NOTES, write: docx.writeParts },
  },
  csv: one('csv', 'text/csv;charset=utf-8', csv.write),
  xlsx: one('xlsx', `${OFFICE}.spreadsheetml.sheet`, xlsx.write),
  w3c: one('jsonld', 'application/ld+json', w3c.write),
  hypothesis: one('json', 'application/json', hypothesis.write),
  readwise: one('csv', 'text/csv;charset=utf-8', readwise.write),
  ris: one('ris', 'application/x-research-info-systems', ris.write),
  bibtex: one('bib', 'application/x-bibtex', writeBibtex),
  biblatex: one('bib', 'application/x-bibtex', writeBiblatex),
  'csl-json': one('json', 'application/vnd.citationstyles.csl+json', writeCslJson),
  anki: one('txt', 'text/plain;charset=utf-8', anki.write),
  tmx: one('tmx', 'application/x-tmx+xml', tmx.write),
  tbx: one('tbx', 'application/x-tbx+xml', tbx.write),
  'refi-qda': one('qdpx', ZIP, refiQda.write),
  json: one('json', 'application/json', plainJson.write),
  backup: one(backup.EXTENSION, 'application/x-ndjson', backup.write),
};

/** What can be read. */
export const READERS = {
  backup: { read: backup.read, reads: 'all' },
  json: { read: plainJson.read, reads: 'all' },
  w3c: { read: w3cRead.read, reads: 'some' },
  hypothesis: { read: hypothesis.read, reads: 'some' },
  'hypothesis-csv': { read: hypothesisCsv.read, reads: 'some' },
  readwise: { read: readwise.read, reads: 'some' },
} as const satisfies Readonly<Record<string, { readonly read: Reader; readonly reads: Reads }>>;
export type ReaderId = keyof typeof READERS;
