import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBiblatex } from './bibtex';
import { cite, citeInText } from './cite';
import { CITATION_STYLES } from './citationStyle';
import type { CslDate, CslItem, CslName } from './cslItem';
import { citeList } from './list';
import { toRis } from './ris';

const TYPES =
  'article-newspaper webpage report article-magazine article-journal post-weblog book chapter standard legislation regulation document thesis paper-conference dataset article manuscript patent periodical unheard-of'.split(
    ' ',
  );
/** No marks at the edges: what the data has there may stand beside a mark of ours. */
const word = fc.constantFrom(
  '泽州',
  '云泽日报',
  '数字村医',
  'Arden',
  'Fenwick Press',
  '十三问',
  'A4',
  '2024年',
  '程若川',
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const number = some(fc.constantFrom<(string | number)[]>('1', '01', '12-4', 'A3', 7, '特刊', '1, 4', '第5版'));
const date: fc.Arbitrary<CslDate> = fc.oneof(
  fc.record({
    'date-parts': fc.array(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 3 }), { maxLength: 2 }),
  }),
  fc.record({ raw: fc.constantFrom('2025-04-21', '2025年春', '') }),
);
const name: fc.Arbitrary<CslName> = fc.oneof(
  fc.record({ literal: word }),
  fc.record({
    family: word,
    given: some(fc.constantFrom('若川', 'Ines K.', 'Jean-Luc', 'I.K.')),
    suffix: some(fc.constant('Jr.')),
  }),
);
const names = some(fc.array(name, { maxLength: 6 }));
const item: fc.Arbitrary<CslItem> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom(...TYPES),
  title: some(word),
  author: names,
  editor: names,
  translator: names,
  'container-title': some(word),
  publisher: some(word),
  'publisher-place': some(word),
  page: number,
  volume: number,
  issue: number,
  number,
  edition: number,
  issued: some(date),
  accessed: some(date),
  URL: some(fc.constant('https://www.yunze.example/a')),
  DOI: some(fc.constant('10.5555/a')),
  language: some(fc.constantFrom('zh-CN', 'en-GB', 'fr', '')),
});

describe('whatever is known and whatever is not', () => {
  test.each(CITATION_STYLES)('%s: no gaps, no marks without anything between them', (style) => {
    fc.assert(
      fc.property(item, (of) => {
        // The stop of “et al.” and a comma after it are right.
        const reference = cite(of, style).replaceAll('et al.', 'et al');
        expect(reference).not.toMatch(/undefined|NaN|null|\[object/u);
        expect(reference).not.toMatch(
          /^[.,:，：/\s]|[.，：]{2}|[,:]\s*[,:.]|[，：]\s*[.。]|（）|\(\)|\[\]|\[\/|\/\]| {2}|\. \.|\s$/u,
        );
        expect(reference).toMatch(/\.$/u);
      }),
    );
  });

  test('in the text: name and year in brackets', () => {
    fc.assert(
      fc.property(item, (of) => {
        expect(citeInText(of, '2025-author-date')).toMatch(/^（[^，].*[^，]）$/u);
        expect(citeInText(of, '2015-author-date')).toMatch(/^\([^,].*[^,]\)$/u);
      }),
    );
  });

  test('a list has each item once, and no two are cited alike', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 12 }), (items) => {
        const { order, intext, bibliography } = citeList(items, '2025-author-date');
        expect([...order].sort()).toEqual(items.map(({ id }) => id).sort());
        expect(bibliography).toHaveLength(items.length);
        const dated = items
          .filter((each) => each.issued?.['date-parts']?.[0]?.[0] === 2025)
          .map(({ id }) => intext[id]);
        expect(new Set(dated).size).toBe(dated.length);
      }),
      { numRuns: 40 },
    );
  });

  test('RIS and biblatex keep their lines', () => {
    fc.assert(
      fc.property(fc.record({ ...{ of: item }, title: fc.string({ unit: 'grapheme' }) }), ({ of, title }) => {
        const lines = toRis([{ ...of, title }])
          .split('\r\n')
          .slice(0, -1);
        expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /u.test(line))).toEqual([]);
        expect([lines[0]!.slice(0, 2), lines.at(-1)!.slice(0, 2)]).toEqual(['TY', 'ER']);
        const braces = toBiblatex([{ ...of, title }]).replaceAll(/\\./gu, '');
        expect(braces.split('{')).toHaveLength(braces.split('}').length);
      }),
    );
  });
});
