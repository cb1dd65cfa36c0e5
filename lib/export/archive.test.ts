import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { contextFor, LIBRARY, textOf } from '../../tests/export/library';
import { allOf, fileOf } from '../../tests/export/memoryStore';
import { buildLexicon } from '../reference/lexicon';
import { filesIn } from './archive';
import { FORMATS, READERS } from './formats';
import { recognise } from './recognise';
import { problemSentence } from './sentence';

const context = contextFor(buildLexicon([readBundledPack()]));
const json = new TextEncoder().encode(await textOf(FORMATS.json.write(() => LIBRARY, context)));

async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  const opened = await filesIn(fileOf(bytes, 'a.zip', 4096));
  return opened.is === 'refused' ? problemSentence(opened.problem, 'en') : null;
}

test('what is in a ZIP is read as if it stood by itself', async () => {
  const zipped = zipSync({
    'notes/mine.json': json,
    '__MACOSX/._mine.json': new Uint8Array(3),
    'notes/': new Uint8Array(0),
  });
  const opened = await filesIn(fileOf(zipped, 'a.zip', 100));
  if (opened.is !== 'files') throw new Error('refused');
  expect(opened.files.map(({ name }) => name)).toEqual(['a.zip: mine.json']);
  const [file] = opened.files;
  expect(await recognise(file!)).toBe('json');
  expect(await allOf(READERS.json.read(file!))).toEqual(LIBRARY.map((each) => ({ is: 'article', ...each })));
});

test('what is no ZIP is the file itself', async () => {
  const file = fileOf(json);
  expect(await filesIn(file)).toEqual({ is: 'files', files: [file] });
});

test.each(['../../etc/passwd', 'C:\\Windows\\x.json', '/abs/x.json', 'a/../../\u202ex.json'])(
  '%s is a name like others, without its path',
  async (path) => {
    const opened = await filesIn(fileOf(zipSync({ [path]: json }), 'a.zip'));
    if (opened.is !== 'files') throw new Error('refused');
    expect(opened.files[0]!.name).toMatch(/^a\.zip: (?:passwd|x\.json)$/);
  },
);

describe('refused, in a sentence:', () => {
  test('one that was cut off', async () => {
    const zipped = zipSync({ 'mine.json': json });
    expect(await refusalOf(zipped.slice(0, zipped.length / 2))).toBe(
      'a.zip: The compressed file is damaged or incomplete.',
    );
  });

  test('one that was altered', async () => {
    const zipped = zipSync({ 'mine.json': json });
    zipped.fill(0xff, 60, 300);
    expect(await refusalOf(zipped)).toBe('a.zip: The compressed file is damaged or incomplete.');
  });

  test('a bomb', async () => {
    expect(await refusalOf(zipSync({ 'a.json': new Uint8Array(60_000_000) }))).toMatch(/unpacks to far too much/);
  }, 60_000);

  test('one with more files than anybody has', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.json`, new Uint8Array(1)]));
    expect(await refusalOf(zipSync(many, { level: 0 }))).toBe(
      'a.zip: There are more than 10000 records. Nothing was read.',
    );
  }, 60_000);

  test('an empty one', async () => {
    expect(await refusalOf(zipSync({ 'folder/': new Uint8Array(0) }))).toBe('a.zip: The file is empty.');
  });
});
