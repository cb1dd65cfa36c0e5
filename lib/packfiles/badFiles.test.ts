import iconv from 'iconv-lite';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPack } from './openPack';

const read = (content: string | Uint8Array, name = '县区词表.csv') => {
  const opened = openPack(name, typeof content === 'string' ? strToU8(content) : content);
  if (opened.is === 'refused') return opened;
  const rows = [...opened.rows];
  return {
    ...opened,
    entries: rows.flatMap((row) => (row.is === 'entry' ? [row.entry] : [])),
    problems: rows.flatMap((row) => (row.is === 'problem' ? [row.problem] : [])),
  };
};

const TABLE = '名称,种类,释义,所含各项\n青禾工程,行动与工程,为村镇修水渠,修渠 | 植树\n白石沟会议,会议,,\n';

describe('a table', () => {
  test('with headings in Chinese, kinds by their names, lists with bars', () => {
    expect(read(TABLE)).toMatchObject({
      head: { id: 'table-县区词表', title: { zh: '县区词表' } },
      entries: [
        { name: '青禾工程', kind: 'programme', members: [{ zh: '修渠' }, { zh: '植树' }] },
        { name: '白石沟会议', kind: 'meeting' },
      ],
      problems: [],
    });
  });
  test.each([
    ['with a byte-order mark', strToU8(`\ufeff${TABLE}`), false],
    ['in GB 18030', new Uint8Array(iconv.encode(TABLE, 'gb18030')), true],
    ['with CR LF', strToU8(TABLE.replaceAll('\n', '\r\n')), false],
    ['with semicolons', strToU8(TABLE.replaceAll(',', ';')), false],
  ])('%s', (_, bytes, wasGb18030) => {
    expect(read(bytes)).toMatchObject({ wasGb18030, problems: [], entries: [{ name: '青禾工程' }, {}] });
  });
  test.each([
    ['', 'empty', ''],
    ['编号,释义\na,b\n', 'columns', 'name'],
    ['名称,种类\n', 'no-entries', ''],
  ])('%j is refused: %s', (content, why, what) => {
    expect(read(content)).toEqual({ is: 'refused', why, what });
  });
  test('bytes that are no text are refused', () => {
    expect(read(Uint8Array.of(0x80, 0xff, 0xff, 0x00, 0x81))).toMatchObject({ is: 'refused', why: 'encoding' });
  });
  test.each([
    ['稳', 'form-one-character', '稳'],
    ['*', 'form-matches-everything', '*'],
    ['2023', 'form-matches-everything', '2023'],
    ['我们', 'form-common-word', '我们'],
    ['', 'no-name', ''],
  ])('the row of %j is told: %s', (name, why, what) => {
    expect(read(`编号,名称,释义\na,${name},x\nb,好的提法,y\n`)).toMatchObject({
      entries: [{ id: 'b' }],
      problems: [{ row: 2, why, what }],
    });
  });
  test('of rows with one id the first stays, a kind that is none is told', () => {
    expect(read('id,name,kind\na,好的提法,\na,另一提法,\nc,第三提法,东西\n')).toMatchObject({
      entries: [{ name: '好的提法' }],
      problems: [
        { row: 3, why: 'duplicate-id', what: 'a' },
        { row: 4, why: 'kind', what: '东西' },
      ],
    });
  });
});

describe('our JSON', () => {
  const json = (more: object) =>
    JSON.stringify({ pangzhu: 'pack', schema: 1, id: 'a', version: '1', title: '甲', entries: [], ...more });
  test.each([
    [json({ schema: 2 }), 'newer', '2'],
    [json({ pangzhu: 'backup' }), 'not-a-pack', ''],
    [json({ id: '../up' }), 'head', 'id'],
    [json({ version: '' }), 'head', 'version'],
    ['{"pangzhu": "pack"', 'not-json', ''],
  ])('%s is refused: %s', (content, why, what) => {
    expect(read(content)).toEqual({ is: 'refused', why, what });
  });
  test('an entry with a field that there is not, or that nests without end, is told; the others are taken', () => {
    const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    const entries = [
      { id: 'a', kind: 'event', name: '好的提法' },
      { id: 'b', kind: 'event', name: '乙乙', x: 1 },
      { deep },
    ];
    expect(read(json({ entries }))).toMatchObject({ entries: [{ id: 'a' }], problems: [{ row: 2 }, { row: 3 }] });
  });
});

describe('a dictionary of Yomitan', () => {
  const index = { title: '测试词典', revision: '7', format: 3, attribution: 'CC0' };
  const zip = (files: Record<string, unknown>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          strToU8(typeof content === 'string' ? content : JSON.stringify(content)),
        ]),
      ),
    );
  const term = (word: string, ...definitions: unknown[]) => [word, '', '', '', 0, definitions, 1, ''];

  test('gives words with plain texts; styles, scripts and pictures are left behind', () => {
    const structured = {
      type: 'structured-content',
      content: [
        { tag: 'div', content: ['第一义', { tag: 'ruby', content: ['字', { tag: 'rt', content: 'zì' }] }] },
        { tag: 'img', path: 'a.png', description: '图' },
        { tag: 'script', content: '' },
        { tag: 'a', href: 'https://example.org', content: '链接' },
      ],
    };
    const read1 = read(
      zip({
        'index.json': index,
        'term_bank_1.json': [term('青禾工程', '为村镇修渠', structured), term('渠', '一字'), ['broken']],
        'styles.css': 'body { background: url(https://example.org) }',
        'run.js': 'alert(1)',
        'a.png': 'x',
      }),
    );
    expect(read1).toMatchObject({
      head: { title: { zh: '测试词典' }, version: '7', licence: 'CC0' },
      entries: [{ name: '青禾工程', gloss: { zh: '为村镇修渠\n第一义字\n图链接' } }],
      problems: [{ why: 'form-one-character' }, { why: 'invalid' }],
    });
    expect(JSON.stringify(read1)).not.toMatch(/alert|example\.org|png/);
  });
  test.each([
    [{ 'index.json': { ...index, format: 4 }, 'term_bank_1.json': [] }, 'newer'],
    [{ 'index.json': { ...index, title: '' } }, 'not-a-pack'],
    [{ 'index.json': index }, 'no-entries'],
    [{ 'index.json': index, 'term_bank_1.json': '{]' }, 'not-json'],
    [{ 'term_bank_1.json': [] }, 'not-a-pack'],
  ])('%j is refused: %s', (files, why) => {
    expect(read(zip(files))).toMatchObject({ is: 'refused', why });
  });
  test('an archive that is damaged is refused', () => {
    expect(read(zip({ 'index.json': index }).subarray(0, 60))).toMatchObject({ is: 'refused', why: 'damaged-archive' });
  });
});
