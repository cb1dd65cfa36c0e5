import { gzipSync } from 'fflate';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { contextFor, LIBRARY, textOf } from '../../tests/export/library';
import { allOf, fileOf, MemoryStore } from '../../tests/export/memoryStore';
import { buildLexicon } from '../reference/lexicon';
import type { AnnotatedArticle } from './format';
import { FORMATS, READERS, type ReaderId } from './formats';
import type { ImportFile, Incoming } from './incoming';
import { recognise } from './recognise';
import { problemSentence } from './sentence';

const context = contextFor(buildLexicon([readBundledPack()]));
const backup = await textOf(FORMATS.backup.write(() => LIBRARY, context));
const json = await textOf(FORMATS.json.write(() => LIBRARY, context));
const page = 'http://example.gov.cn/1';

/** Reads, and shows that nothing was changed when the file was refused. */
async function refusalOf(id: ReaderId, file: ImportFile): Promise<string | null> {
  const store = new MemoryStore(LIBRARY);
  const { read, reads } = READERS[id];
  const { tally } = await store.take(() => read(file), reads);
  expect(store.library()).toEqual(LIBRARY);
  return tally.refused === null ? null : problemSentence(tally.refused, 'en');
}

function problemsOf(all: readonly Incoming[]): string[] {
  return all.flatMap((each) =>
    each.is === 'problem' || each.is === 'refused' ? problemSentence(each.problem, 'en') : [],
  );
}

describe('a file that was damaged or made to harm is refused as a whole, in a sentence with its name and place', () => {
  const lines = backup.split('\n');
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const polluted = json.replace('"articles":[', '"__proto__":{"isAdmin":true},"articles":[');
  test.each<[string, ReaderId, string | Uint8Array, RegExp]>([
    ['a backup cut off within a line', 'backup', backup.slice(0, -400), /notes, line \d+: .*breaks off here/],
    ['a backup cut off between lines', 'backup', lines.slice(0, 5).join('\n') + '\n', /line 5: .*breaks off/],
    ['a backup without its last line', 'backup', lines.slice(0, -2).join('\n') + '\n', /breaks off/],
    [
      'a backup with a word changed',
      'backup',
      backup.replace('扎实做好“六稳”工作', '扎实做好“六保”工作'),
      /checksum does not fit/,
    ],
    [
      'a backup without one of its rows',
      'backup',
      lines.toSpliced(5, 1).join('\n'),
      /number of rows .*annotation: 7 ≠ 6/,
    ],
    ['a backup with something after it', 'backup', `${backup}{"is":"article"}\n`, /Something follows the end/],
    [
      'a backup of a later version',
      'backup',
      backup.replace('"schema":1', '"schema":2'),
      /another version \(format 2\)/,
    ],
    [
      'a packed backup cut off',
      'backup',
      gzipSync(Buffer.from(backup)).slice(0, -50),
      /damaged or incomplete|breaks off/,
    ],
    ['JSON cut off', 'json', json.slice(0, -300), /incomplete/],
    ['JSON of a later version', 'json', json.replace('"schema":1', '"schema":99'), /format 99/],
    ['JSON that changes the prototype of all objects', 'json', polluted, /forbidden name “__proto__”/],
    [
      'JSON with a constructor',
      'json',
      json.replace('"title":', '"constructor":{"prototype":{"x":1}},"title":'),
      /“constructor”/,
    ],
    ['JSON nested too deeply', 'json', deep, /nested too deeply/],
    ['a picture', 'json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not encoded as UTF-8/],
    ['a web page', 'json', '<!doctype html><script>alert(1)</script>', /not JSON/],
    ['another JSON', 'backup', '{"name":"x"}', /not a file of the chosen format/],
    ['nothing', 'json', '', /is empty/],
    ['nothing, as a backup', 'backup', '', /is empty/],
    ['nothing, as CSV', 'readwise', '\n', /is empty/],
    ['a list of annotations of nobody', 'w3c', '[1,2]', /not a file of the chosen format/],
    ['an object of no annotations', 'hypothesis', '{"annotations":{}}', /not a file of the chosen format/],
    ['CSV without its columns', 'hypothesis-csv', 'a,b\n1,2\n', /column “URL” is missing/],
    ['CSV cut off within quotes', 'readwise', 'Highlight,URL\n"一段未完的', /breaks off/],
  ])('%s', async (_, id, content, sentence) => {
    expect(await refusalOf(id, fileOf(content))).toMatch(sentence);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

describe('one record of our own files that does not fit is left out and named; the others are taken', () => {
  /** What is said of the file, and how much of it is taken. */
  async function takenOf(id: ReaderId, content: string): Promise<readonly [readonly string[], number, number]> {
    const store = new MemoryStore();
    const { read, reads } = READERS[id];
    const { tally } = await store.take(() => read(fileOf(content)), reads);
    expect(tally.refused).toBeNull();
    return [tally.shown.map((each) => problemSentence(each, 'en')), store.articles.size, store.notes.size];
  }
  const articles = LIBRARY.length;
  const notes = LIBRARY.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const first = LIBRARY[0]!.annotations.length;
  const lost = Array.from({ length: first }, (_, index) =>
    expect.stringContaining(`record 1: “annotations[${index}]”: Its article was left out`),
  );

  test.each<[string, string, readonly unknown[], number, number]>([
    [
      'an address that is a script',
      json.replace('"url":"https://www.example.com/only-saved"', '"url":"javascript:alert(1)"'),
      [expect.stringMatching(/record 3: The field “article.url”/)],
      articles - 1,
      notes - LIBRARY[2]!.annotations.length,
    ],
    [
      'a number for a note',
      json.replace(/"note":"[^"]*"/, '"note":7'),
      [expect.stringMatching(/record 1: The field “annotations\[0\].note”/)],
      articles,
      notes - 1,
    ],
    [
      'an id that is a path, with the notes below it',
      json.replace(/"id":"a0[^"]*"/, '"id":"../../etc/passwd"'),
      [expect.stringMatching(/record 1: The field “article.id”/), ...lost],
      articles - 1,
      notes - first,
    ],
    [
      'no record at all',
      json.replace('"articles":[', '"articles":[7,'),
      [expect.stringMatching(/record 1: The content does not fit/)],
      articles,
      notes,
    ],
    [
      'an article without a list of notes',
      json.replace('"articles":[', `"articles":[${JSON.stringify({ article: extra() })},`),
      [expect.stringMatching(/record 1: The field “annotations”/)],
      articles + 1,
      notes,
    ],
  ])('JSON: %s', async (_, content, said, ...rest) => {
    expect(await takenOf('json', content)).toEqual([said, ...rest]);
  });

  /** As a store with a broken row would write it: the sums fit. */
  async function backupWith(change: (each: AnnotatedArticle, index: number) => unknown): Promise<string> {
    const rows = LIBRARY.map(change) as AnnotatedArticle[];
    return textOf(FORMATS.backup.write(() => rows, context));
  }

  test('a backup: a note', async () => {
    const broken = await backupWith(({ article, annotations }) => ({
      article,
      annotations: annotations.map((each, index) => (index === 1 ? { ...each, colour: 'plaid' } : each)),
    }));
    const many = LIBRARY.filter(({ annotations }) => annotations.length > 1).length;
    const [said, ...rest] = await takenOf('backup', broken);
    expect(said[0]).toMatch(/notes, line \d+: The field “colour” does not fit/);
    expect([said.length, ...rest]).toEqual([many, articles, notes - many]);
  });

  test('a backup: an article, with the notes below it', async () => {
    const broken = await backupWith((each, index) =>
      index === 0 ? { ...each, article: { ...each.article, url: 7 } } : each,
    );
    const [said, ...rest] = await takenOf('backup', broken);
    expect(said[0]).toMatch(/line \d+: The field “url” does not fit/);
    expect(said.slice(1)).toEqual(Array.from({ length: first }, () => expect.stringMatching(/article was left out/)));
    expect(rest).toEqual([articles - 1, notes - first]);
  });

  function extra(): unknown {
    const { article } = LIBRARY[0]!;
    return {
      ...article,
      id: `${article.id.slice(0, -4)}ffff`,
      key: 'example.cn/extra',
      url: 'https://example.cn/extra',
      otherKeys: [],
    };
  }
});

test('a bomb is given up long before it is unpacked', async () => {
  const bomb = zlib.gzipSync(new Uint8Array(100_000_000));
  let read = 0;
  const file: ImportFile = {
    name: 'bomb.gz',
    async *bytes() {
      for (let at = 0; at < bomb.length; at += 65_536) {
        read = at;
        yield bomb.subarray(at, at + 65_536);
      }
    },
  };
  const [last] = (await allOf(READERS.backup.read(file))).slice(-1);
  expect(problemsOf([last!])).toEqual([expect.stringMatching(/bomb.gz: It unpacks to far too much \(\d+ MB so far\)/)]);
  expect(read).toBeLessThan(bomb.length / 2);
}, 60_000);

test('a file without lines is given up before it fills the memory', async () => {
  const file: ImportFile = {
    name: 'long',
    async *bytes() {
      yield new TextEncoder().encode('{"pangzhu":"backup","schema":1}\n');
      for (let at = 0; at < 10_000; at++) yield new Uint8Array(1 << 20).fill(0x41);
    },
  };
  expect(problemsOf(await allOf(READERS.backup.read(file)))).toEqual([
    expect.stringMatching(/long, line 2: This line is too long/),
  ]);
}, 60_000);

test('ten million records are not held', async () => {
  const file: ImportFile = {
    name: 'many.json',
    async *bytes() {
      yield new TextEncoder().encode('{"annotations":[{}');
      for (let at = 0; at < 100; at++) yield new TextEncoder().encode(',{}'.repeat(100_000));
      yield new TextEncoder().encode(']}');
    },
  };
  expect(problemsOf(await allOf(READERS.hypothesis.read(file)))).toEqual([
    'many.json: There are more than 10000000 records. Nothing was read.',
  ]);
}, 60_000);

describe('of others’ files, what cannot be kept is said, and the rest is taken', () => {
  test('Hypothesis', async () => {
    const file = {
      annotations: [
        {
          id: 'one-of-them',
          uri: page,
          text: '好',
          target: [{ source: page, selector: [{ type: 'TextQuoteSelector', exact: '提法' }] }],
        },
        { id: 'two', uri: 'javascript:alert(1)', text: '坏' },
        { id: 'three', uri: page, text: '' },
        { uri: page, text: 7 },
        'four',
        { id: 'one-of-them', uri: page, text: '再一次' },
      ],
    };
    const all = await allOf(READERS.hypothesis.read(fileOf(JSON.stringify(file), 'h.json')));
    expect(problemsOf(all)).toEqual([
      'h.json, record 4: The field “text” does not fit the format.',
      'h.json, record 5: The content does not fit the format.',
      'h.json, record 2: “javascript:alert(1)” is not the address of a page; it was left out.',
      'h.json, record 3: It has neither a quote nor a note and was left out.',
      'h.json, record 6: The id “one-of-them” stands there twice; only the first is taken.',
    ]);
    expect(all.at(-1)).toMatchObject({ is: 'article', annotations: [{ note: '好', anchor: { quote: '提法' } }] });
  });

  test('formulas and scripts stay text', async () => {
    const csv = `Highlight,URL,Note\r\n"'=1+1",${page},<script>alert(1)</script>\r\n=2+2,${page},\r\n`;
    const [only] = await allOf(READERS.readwise.read(fileOf(csv)));
    expect(only).toMatchObject({
      annotations: [{ anchor: { quote: '=1+1' }, note: '<script>alert(1)</script>' }, { anchor: { quote: '=2+2' } }],
    });
  });
});

test('a foreign file cannot write over what is there, whatever id it gives', async () => {
  const [there] = LIBRARY[0]!.annotations;
  const item = {
    type: 'Annotation',
    id: `urn:uuid:${there!.id}`,
    bodyValue: '改写',
    target: LIBRARY[0]!.article.url,
    modified: '2030-01-01T00:00:00Z',
  };
  const store = new MemoryStore(LIBRARY);
  const { tally } = await store.take(() => READERS.w3c.read(fileOf(JSON.stringify(item))), 'some');
  expect(tally.annotations).toEqual({ added: 0, changed: 0, skipped: 1 });
  expect(store.library()).toEqual(LIBRARY);
});

test.each<[ReaderId, string]>([
  ['backup', backup],
  ['json', json],
  ['w3c', await textOf(FORMATS.w3c.write(() => LIBRARY, context))],
  ['hypothesis', await textOf(FORMATS.hypothesis.write(() => LIBRARY, context))],
  ['readwise', await textOf(FORMATS.readwise.write(() => LIBRARY, context))],
  ['hypothesis-csv', 'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n'],
])('%s is recognised by how it begins', async (id, text) => {
  expect(await recognise(fileOf(text))).toBe(id);
  expect(await recognise(fileOf(`\ufeff${text}`))).toBe(id);
});

test('what is nothing of these is not recognised', async () => {
  expect(await recognise(fileOf('<html>'))).toBeNull();
  expect(await recognise(fileOf(new Uint8Array([0xff, 0xd8])))).toBeNull();
});
