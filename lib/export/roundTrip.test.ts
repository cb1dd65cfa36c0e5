import fc from 'fast-check';
import { gzipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contextFor, LIBRARY, textOf } from '../../tests/export/library';
import { allOf, fileOf, MemoryStore } from '../../tests/export/memoryStore';
import { readBundledPack } from '../../scripts/seeds';
import {
  COLOURS,
  type Annotation,
  type Day,
  type EntryId,
  type PageKey,
  type Reading,
  type SavedArticle,
} from '../model';
import { packEntry } from '../packs/packEntry';
import { buildLexicon } from '../reference/lexicon';
import type { AnnotatedArticle } from './format';
import { FORMATS, READERS } from './formats';
import { checkReading } from './rows';

const context = contextFor(buildLexicon([readBundledPack()]));
const LOSSLESS = ['backup', 'json'] as const;

/** Any Unicode, halves of characters too, and what formats stumble over. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '|',
      '"',
      "'",
      '\n',
      '\r\n',
      '\\',
      '*',
      '<b>',
      '𠮷',
      '\ud800',
      '\udc00',
      '\0',
      '\u2028',
      '\ufeff',
      '=',
      ',',
      '{{',
      '提法',
    ),
  }),
);
const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const id = fc.uuid();
const offset = fc.nat(100);
const passage = { before: text, quote: text, after: text };
const tell = fc.record({ side: fc.constantFrom('before', 'after'), far: fc.integer(), own: word, theirs: word });
const anchor = fc
  .record({
    ...passage,
    start: offset,
    more: offset,
    rest: offset,
    same: fc.record({ count: offset, index: offset }),
    rivals: fc.array(fc.record({ ...passage, tell }, { requiredKeys: ['before', 'quote', 'after'] }), { maxLength: 2 }),
    sample: fc.array(word, { maxLength: 2 }),
  })
  .map(({ start, more, rest, ...others }) => ({ ...others, start, end: start + more, length: start + more + rest }));

const annotation = fc.record({
  id,
  anchor: fc.option(anchor),
  paragraph: fc.option(text),
  colour: fc.constantFrom(...COLOURS),
  note: text,
  tags: fc.array(word, { maxLength: 3 }),
  entries: fc.array(word, { maxLength: 3 }),
  revision: offset,
  otherNotes: fc.array(text, { maxLength: 2 }),
  createdAt: time,
  updatedAt: time,
  deletedAt: fc.option(time),
  // A field that this version does not know.
  later: fc.option(fc.record({ of: text })),
});
const article = fc.record({
  id,
  url: fc.webPath().map((path) => `https://example.gov.cn${path}`),
  title: fc.option(text),
  publishedAt: fc.constantFrom(null, '2022-05-13', '2024-02-29'),
  source: fc.option(text),
  corrected: fc.constantFrom([], ['title']),
  paragraphs: fc.array(text, { maxLength: 3 }),
  fingerprints: fc.constantFrom([], ['0123456789abcdef']),
  savedAt: time,
  textSavedAt: time,
  updatedAt: time,
  deletedAt: fc.option(time),
  authors: fc.array(fc.record({ name: word, role: fc.constant(null) }), { maxLength: 2 }),
  subtitle: fc.option(text),
  editor: fc.option(text),
  pageNumber: fc.option(text),
  site: fc.option(text),
  issuingBody: fc.option(text),
  documentNumber: fc.option(text),
  foundBy: fc.constant({ title: 'title' }),
  otherKeys: fc.array(word, { maxLength: 2 }),
  canonical: fc.option(word),
  said: fc.constant({ title: '题' }),
  body: fc.constantFrom([], [0]),
  // A field that this version does not know.
  later: fc.option(fc.record({ of: text })),
});
const library = fc
  .uniqueArray(fc.tuple(article, fc.uniqueArray(annotation, { maxLength: 4, selector: (each) => each.id })), {
    maxLength: 4,
    selector: ([each]) => each.id,
  })
  .map((all) =>
    all.map(([each, annotations], index): AnnotatedArticle => ({
      article: { ...each, key: `example.gov.cn/${index}` } as unknown as SavedArticle,
      annotations: annotations.map((note) => ({ ...note, articleId: each.id }) as unknown as Annotation),
    })),
  );

describe.each(LOSSLESS)('%s', (format) => {
  const written = (all: readonly AnnotatedArticle[]) => textOf(FORMATS[format].write(() => all, context));
  const { read } = READERS[format];

  test('what was written is read back, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(library, fc.integer({ min: 1, max: 5000 }), async (all, piece) => {
        const file = fileOf(await written(all), 'a', piece);
        const articles = (await allOf(read(file))).filter((each) => each.is !== 'setting');
        expect(articles).toEqual(all.map((each) => ({ is: 'article', ...each })));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('written, wiped and read, the library is the same; read again, nothing is added; undone, it is empty', async () => {
    const file = fileOf(await written(LIBRARY));
    const store = new MemoryStore();
    const first = await store.take(() => read(file), 'all');
    expect(store.library()).toEqual(LIBRARY);
    expect(first.tally.annotations).toEqual({ added: 7, changed: 0, skipped: 0 });
    const second = await store.take(() => read(file), 'all');
    expect(second.tally).toMatchObject({
      articles: { added: 0, changed: 0 },
      annotations: { added: 0, changed: 0, skipped: 7 },
    });
    store.undo(first.steps);
    expect(store.library()).toEqual([]);
  });
});

test('a backup keeps what the reader decided', async () => {
  const exception = {
    id: 'e',
    site: 'example.gov.cn',
    form: '六稳',
    entryId: 'liu-wen' as EntryId,
    createdAt: 1,
    deletedAt: null,
  };
  const choice = {
    key: 'example.gov.cn/1' as PageKey,
    articleId: LIBRARY[0]!.article.id,
    choice: 'dismissed' as const,
  };
  const reading: Reading = {
    key: 'example.gov.cn/2' as PageKey,
    url: 'http://example.gov.cn/2',
    title: '题',
    publishedAt: '2025-03-04' as Day,
    source: null,
    site: 'example.gov.cn',
    place: '山西省',
    readAt: 5,
    sentences: [{ text: '扎实做好“六稳”工作。', paragraph: 3 }],
    found: [{ of: 'liu-wen' as EntryId, forms: ['六稳'], places: [0, 5, 7, 0] }],
    lists: [],
  };
  const entry = v.parse(packEntry, { id: 'own-1', kind: 'event', name: '青禾会', gloss: '一次集会' });
  const own = { id: entry.id, entry, createdAt: 1, updatedAt: 2, deletedAt: null };
  const gloss = { zh: '改', en: 'changed', status: 'given' } as const;
  const was = { gloss: { zh: '原', en: 'as it was', status: 'defined' } } as const;
  const correction = { id: 'liu-wen' as EntryId, hidden: false, fields: { gloss }, was, updatedAt: 3, deletedAt: 4 };
  const row = {
    id: 'county',
    content: 'content-1',
    version: '2',
    title: { zh: '县', en: 'County' },
    licence: '',
    hash: 'a'.repeat(64),
    entries: 3,
    changes: [],
    importedAt: 5,
    enabled: false,
    order: -1,
    previous: null,
  };
  const lines = ['甲甲', '乙乙', '丙丙'].map((name) => JSON.stringify({ id: name, kind: 'event', name }));
  const beside = {
    settings: { language: 'en' },
    exceptions: [exception],
    choices: [choice],
    readings: [reading],
    ownEntries: [own],
    corrections: [correction],
    packs: [{ row, blocks: () => [lines.slice(0, 2), lines.slice(2)] }],
  };
  const file = fileOf(await textOf(FORMATS.backup.write(() => [], { ...context, beside })));
  expect(await allOf(READERS.backup.read(file))).toEqual([
    { is: 'setting', name: 'language', value: 'en' },
    { is: 'exception', exception },
    { is: 'choice', choice },
    { is: 'reading', reading },
    { is: 'own', own },
    { is: 'correction', correction },
    { is: 'pack', row },
    { is: 'pack-entries', entries: lines.slice(0, 2) },
    { is: 'pack-entries', entries: lines.slice(2) },
  ]);
});

test('a reading whose places lie in no sentence of it is refused', async () => {
  const reading = { key: 'k', url: 'http://a.cn/', title: null, publishedAt: null, source: null, site: 'a.cn' };
  const rest = { place: null, readAt: 1, sentences: [{ text: '六稳', paragraph: 0 }], lists: [] };
  const found = (places: readonly number[]) => [{ of: 'liu-wen', forms: ['六稳'], places }];
  expect(checkReading({ ...reading, ...rest, found: found([0, 0, 2, 0]) }).is).toBe('row');
  for (const places of [
    [1, 0, 2, 0],
    [0, 0, 3, 0],
    [0, 1, 1, 0],
    [0, 0, 2, 1],
    [0, 0, 2],
  ]) {
    expect(checkReading({ ...reading, ...rest, found: found(places) }).is).toBe('invalid');
  }
  expect(checkReading({ ...reading, ...rest, url: 'javascript:alert(1)', found: [] }).is).toBe('invalid');
});

test('a backup from before there was a log of reading is read', async () => {
  const written = await textOf(FORMATS.backup.write(() => LIBRARY, context));
  const older = written.replace(',"reading":0}', '}');
  expect(older).not.toBe(written);
  expect((await allOf(READERS.backup.read(fileOf(older)))).some(({ is }) => is === 'refused')).toBe(false);
});

test('a backup keeps the settings, and is read when it was packed or its line ends were changed', async () => {
  const written = await textOf(FORMATS.backup.write(() => LIBRARY, context));
  const plain = await allOf(READERS.backup.read(fileOf(written)));
  expect(plain).toContainEqual({ is: 'setting', name: 'colour:yellow', value: '重点' });
  const packed = gzipSync(new TextEncoder().encode(written));
  expect(await allOf(READERS.backup.read(fileOf(packed)))).toEqual(plain);
  expect(await allOf(READERS.backup.read(fileOf(written.replaceAll('\n', '\r\n'))))).toEqual(plain);
});
