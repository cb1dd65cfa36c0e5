import { expect, test } from 'vitest';
import { contextFor, LIBRARY } from '../../tests/export/library';
import { FORMAT_IDS } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { exportFile } from './exportFile';
import { READERS } from './formats';

const context = contextFor(buildLexicon([]));

test.each(FORMAT_IDS)('%s is written in a browser', async (id) => {
  const { chunks, mime } = await exportFile(id, () => LIBRARY, context);
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  expect(new Blob(parts, { type: mime }).size).toBeGreaterThan(100);
});

test('a backup packed by the browser is read back as it comes', async () => {
  const { chunks } = await exportFile('backup', () => LIBRARY, context);
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const packed = await new Response(new Blob(parts).stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const file = { name: 'a', bytes: () => packed.stream() };
  const articles = [];
  for await (const each of READERS.backup.read(file)) if (each.is === 'article') articles.push(each);
  expect(articles).toEqual(LIBRARY.map((each) => ({ is: 'article', ...each })));
});
