import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvLine } from './csv';
import { derivedId } from './derivedId';
import { guarded, unguarded } from './formula';
import { noteHtml } from './noteHtml';
import { containedNote, isPlain, markdownText, parseNote } from './noteMarkdown';
import { sayable, xml, xmlAttribute } from './xml';
import { obsidianTag, yamlText } from './yaml';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@\'"|,;\t\r\n<>&#*_`~[](){}!\\/:.1a提𠮷\ud800\0') }),
);
const many = { numRuns: 1000 };

test('a cell that was guarded is read back as it was', () => {
  fc.assert(
    fc.property(text, (cell) => unguarded(guarded(cell)) === cell),
    many,
  );
}, 60_000);

test('a line of CSV is read back, and no cell of it is a formula', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
      const [row] = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' }).data;
      expect(row!.map(unguarded)).toEqual(cells.map((cell) => cell.toWellFormed().replaceAll('\0', '\ufffd')));
      expect(row!.some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
    }),
    many,
  );
}, 60_000);

test('what XML cannot hold is replaced one for one', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(sayable(given)).toHaveLength(given.length);
      // eslint-disable-next-line no-control-regex
      expect(xml(given)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f<>]|&(?!(?:amp|lt|gt|#13);)/);
      expect(xmlAttribute(given)).not.toMatch(/["\n\t\r<>]/);
    }),
    many,
  );
}, 60_000);

test('text of the page reads in Markdown as it is: no heading, list, link, code or HTML comes of it', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { children } = parseNote(markdownText(given));
      const kinds = new Set(
        children.flatMap((node) => [node.type, ...('children' in node ? node.children.map(({ type }) => type) : [])]),
      );
      for (const kind of ['paragraph', 'text', 'break', 'link'] as const) kinds.delete(kind);
      expect([...kinds]).toEqual([]);
    }),
    many,
  );
}, 60_000);

test('a note ends what it begins: what follows it is read by itself', () => {
  fc.assert(
    fc.property(text, (note) => {
      const { children } = parseNote(`${containedNote(note)}\n\n# 之后\n`);
      expect(children.at(-1)).toMatchObject({ type: 'heading', children: [{ value: '之后' }] });
    }),
    many,
  );
}, 60_000);

test('HTML of a note has only tags that Markdown makes', () => {
  fc.assert(
    fc.property(text, (note) => {
      const tags = Array.from(noteHtml(note).matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi), ([, name]) => name!);
      expect(
        tags.filter(
          (name) =>
            !/^(?:p|h[1-6]|ul|ol|li|a|em|strong|del|code|pre|blockquote|hr|br|table|thead|tbody|tr|t[hd]|sup|section)$/.test(
              name,
            ),
        ),
      ).toEqual([]);
    }),
    many,
  );
}, 60_000);

describe('plain notes', () => {
  test.each(['一句话。', '两行\n第二行', 'a > b', '100%'])('%s is one', (note) => {
    expect(isPlain(note)).toBe(true);
    expect(noteHtml(note)).toMatch(/^<p>[^<]*<\/p>$/);
  });

  test.each([
    '# 标题',
    '- 项',
    '1. 项',
    '**重**',
    'http://a.cn',
    '    code',
    '> 引',
    '题\n===',
    '题\n---',
    'a\n\nb',
    '<b>',
  ])('%s is none', (note) => {
    expect(isPlain(note)).toBe(false);
  });
});

test.each([
  ['营商 环境', '营商-环境'],
  ['2025', 'y2025'],
  ['政策/营商', '政策/营商'],
  ['#六稳', '六稳'],
  ['“六稳”', '六稳'],
  ['!!!', null],
  ['𠮷', '𠮷'],
])('the tag %s is %s in Obsidian', (tag, name) => {
  expect(obsidianTag(tag)).toBe(name);
});

test('a text in YAML is one line of nothing but printable characters', () => {
  fc.assert(
    fc.property(text, (given) => {
      // eslint-disable-next-line no-control-regex
      expect(yamlText(given)).toMatch(/^"[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]*"$/);
      expect(JSON.parse(yamlText(given))).toBe(given.toWellFormed());
    }),
    many,
  );
}, 60_000);

test('ids that are made of the same parts are the same, of others are others', () => {
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
  expect(derivedId('a', 'b')).not.toBe(derivedId('ab'));
  expect(derivedId('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
