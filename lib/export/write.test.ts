import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { annotated, bytesOf, contextFor, LIBRARY, PAGES, textOf } from '../../tests/export/library';
import { FORMAT_IDS } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { exportFile } from './exportFile';
import type { AnnotatedArticle, ExportContext } from './format';
import { FORMATS } from './formats';
import { unguarded } from './formula';

const lexicon = buildLexicon([readBundledPack()]);
const context = contextFor(lexicon);
const written = (id: keyof typeof FORMATS, all: readonly AnnotatedArticle[] = LIBRARY, as: ExportContext = context) =>
  textOf(FORMATS[id].write(() => all, as));

describe.each(FORMAT_IDS)('%s', (id) => {
  test('is written for nothing, for one article and for all, in both languages', async () => {
    for (const all of [[], LIBRARY.slice(0, 1), LIBRARY]) {
      for (const language of ['zh', 'en'] as const) {
        const { name, chunks } = await exportFile(id, () => all, contextFor(lexicon, language));
        expect(name).toMatch(/^[^/\\]+ 2026-06-01\.\w+$/);
        await bytesOf(chunks);
      }
    }
  });

  // Word files carry ids that its library makes.
  test.skipIf(id === 'docx')('is the same when it is written again', async () => {
    expect(await bytesOf(FORMATS[id].write(() => LIBRARY, context))).toEqual(
      await bytesOf(FORMATS[id].write(() => LIBRARY, context)),
    );
  });

  test('tells how far it is, and ends when it is cancelled', async () => {
    const done: number[] = [];
    await bytesOf(FORMATS[id].write(() => LIBRARY, { ...context, progress: (count) => done.push(count) }));
    expect(done).toEqual([1, 2, 3]);
    const controller = new AbortController();
    const cancelled = { ...context, signal: controller.signal, progress: () => controller.abort(new Error('genug')) };
    await expect(bytesOf(FORMATS[id].write(() => LIBRARY, cancelled))).rejects.toThrow('genug');
  });

  test('takes a text with halves of characters and marks that XML cannot hold', async () => {
    const broken = annotated(
      {
        ...PAGES[0]!,
        title: 'a\ud800\0',
        paragraphs: ['甲\ud800乙\u0001丙\udc00', ']]>&amp;'],
        notes: [{ quote: '乙\u0001丙', note: '\udfff\u0000<x', tags: ['\ud800'] }],
      },
      9,
    );
    await expect(bytesOf(FORMATS[id].write(() => [broken], context))).resolves.toBeDefined();
  });
});

describe('Markdown', () => {
  test('of one article begins with properties that hold whatever the page says', async () => {
    const [page] = PAGES;
    const text = await written('markdown', [
      annotated({ ...page!, title: 'a: "b" \\ #c\n---\nx: y', source: null }, 1),
    ]);
    expect(text.split('\n---\n')[0]).toBe(
      [
        '---',
        'title: "a: \\"b\\" \\\\ #c --- x: y"',
        'source: "http://www.example.gov.cn/2022-05/13/content_1234567.htm?a=1&b=中文"',
        'author:',
        '  - "沈嘉禾"',
        '  - "韩亦舟"',
        'publication: ""',
        'published: 2022-05-13',
        'created: 2026-06-01',
        'tags:',
        '  - "六稳"',
        '  - "营商-环境"',
        '  - "y2022"',
        '  - "HYPERLINKhttp/x"',
        '  - "𠮷"',
        '  - "整篇"',
      ].join('\n'),
    );
  });

  test('in a file each: names are safe, mean something and are unique', async () => {
    const titles = ['同题', '同题', '../../etc/passwd', 'CON', null, 'a/b\\c:d*e', '同题'];
    const all = titles.map((title, index) => annotated({ ...PAGES[2]!, title }, index));
    const names = Object.keys(unzipSync(await bytesOf(FORMATS['markdown-each'].write(() => all, context))));
    expect(names).toEqual([
      '同题 2024-02-29.md',
      '同题 2024-02-29 (2).md',
      'etc passwd 2024-02-29.md',
      'CON 2024-02-29.md',
      '无题 2024-02-29.md',
      'a b c d e 2024-02-29.md',
      '同题 2024-02-29 (3).md',
    ]);
  });

  test('follows the reader’s template', async () => {
    const template = '{{#notes}}\n* {{quote}}{{#tags}} [{{tag}}]{{/tags}}{{^note}} –{{/note}}\n{{/notes}}\n';
    expect(await written('markdown', LIBRARY.slice(0, 1), { ...context, template })).toBe(
      [
        '* 扎实做好“六稳”工作 [六稳] [营商-环境] [y2022]',
        '* 一定要把1＋1>2的效应做出来，做到a\\<b & c\\|d [HYPERLINKhttp/x]',
        '* \\=SUM(A1:A9) 不是算式，是台账里的一行。',
        '* 𠮷林路社区 [𠮷] –',
        '*  [整篇]',
        '',
      ].join('\n'),
    );
  });
});

describe('the page', () => {
  test('has no script, fetches nothing, and says so in its policy', async () => {
    const nasty = annotated(
      {
        ...PAGES[0]!,
        title: '</title><script>alert(1)</script>',
        notes: [
          {
            quote: PAGES[0]!.paragraphs[1]!,
            note: '<img src=x onerror=alert(1)>\n\n![i](http://x/y.png) [j](javascript:alert(1)) <b onclick="x">',
            tags: ['"><script>'],
          },
        ],
      },
      1,
    );
    const html = await written('html', [nasty, ...LIBRARY]);
    const tags = new Set(Array.from(html.matchAll(/<([a-z]\w*)/g), ([, name]) => name));
    expect(['script', 'img', 'iframe', 'link', 'object', 'form', 'b'].filter((name) => tags.has(name))).toEqual([]);
    expect(html).not.toMatch(/<[a-z][^>]*\s(?:on\w+|style|srcset)=/);
    expect(html).toContain('&#x3C;img src=x onerror=alert(1)>');
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'/);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].filter(([, to]) => !/^(?:https?:|#)/.test(to!))).toEqual([]);
    expect(html).toContain('六项经济工作目标');
  });
});

test('cells that a spreadsheet would calculate are guarded, and no others', async () => {
  const csv = await written('csv');
  expect(csv.startsWith('\ufeff题名,')).toBe(true);
  expect(csv).toContain(",'=SUM(A1:A9) 不是算式，是台账里的一行。,'+86 开头的不是算式,");
  const cells = Papa.parse<string[]>(csv, { delimiter: ',' }).data.flat();
  expect(cells.filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => cell.startsWith("'")).map(unguarded)).toEqual([
    '=HYPERLINK("http://x")',
    '=SUM(A1:A9) 不是算式，是台账里的一行。',
    '+86 开头的不是算式',
    '=SUM(A1:A9) 不是算式，是台账里的一行。',
    "-开头, 逗号; 'x'",
  ]);
});

test('many notes make several Word files', async () => {
  const [page] = PAGES;
  const notes = Array.from({ length: 700 }, () => ({ quote: '六稳', note: '' }));
  const all = [1, 2, 3].map((number) => annotated({ ...page!, notes }, number));
  const { name, mime, chunks } = await exportFile('docx', () => all, context);
  expect([name, mime]).toEqual(['旁注笔记 2026-06-01.zip', 'application/zip']);
  expect(Object.keys(unzipSync(await bytesOf(chunks)))).toEqual(['旁注笔记 1.docx', '旁注笔记 2.docx']);
}, 60_000);
