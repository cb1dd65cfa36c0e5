/** npm run consumers: every export is opened by a program that will read it. Ends with one line: N passed, N failed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../../lib/export/formats';
import { FORMAT_IDS, type FormatId } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { installPackages } from '../../scripts/browsers.mjs';
import { readBundledPack } from '../../scripts/seeds';
import { finish, isThere } from './checks';
import { checkDocuments } from './consumers/documents';
import { checkTables } from './consumers/tables';
import { checkExchange } from './consumers/exchange';
import { bytesOf, contextFor, LIBRARY } from './library';

const PROGRAMS = {
  pandoc: 'pandoc',
  soffice: ['libreoffice-writer', 'libreoffice-calc'],
  xmllint: 'libxml2-utils',
} as const;

const missing = Object.entries(PROGRAMS).filter(([program]) => !isThere(program));
if (missing.length > 0) installPackages(missing.flatMap(([, packages]) => packages));

const folder = mkdtempSync(join(tmpdir(), 'pangzhu-consumers-'));
const lexicon = buildLexicon([readBundledPack()]);
const files = {} as Record<FormatId, string>;
for (const id of FORMAT_IDS) {
  files[id] = join(folder, `${id}.${FORMATS[id].extension}`);
  writeFileSync(files[id], await bytesOf(FORMATS[id].write(() => LIBRARY, contextFor(lexicon))));
}
await checkDocuments(files, folder);
await checkTables(files, folder);
await checkExchange(files, folder);
rmSync(folder, { recursive: true, force: true });
finish();
