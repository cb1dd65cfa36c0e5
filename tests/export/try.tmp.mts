import { contextFor, LIBRARY, bytesOf } from './library';
import { FORMATS } from '../../lib/export/formats';
import { buildLexicon } from '../../lib/reference/lexicon';
import { readBundledPack } from '../../scripts/seeds';
import { mkdirSync, writeFileSync } from 'node:fs';
const context = contextFor(buildLexicon([readBundledPack()]), (process.argv[2] ?? 'zh') as 'zh');
mkdirSync('/tmp/out', { recursive: true });
for (const [id, format] of Object.entries(FORMATS))
  writeFileSync(`/tmp/out/${id}.${format.extension}`, await bytesOf(format.write(() => LIBRARY, context)));
