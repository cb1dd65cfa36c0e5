import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { toBiblatex, toBibtex } from './bibtex';
import { toCslJson } from './cslJson';
import type { CslItem, CslName } from './cslItem';
import { toRis } from './ris';

const PAGE: CslItem = {
  id: 'yunze.example-2025-09-12',
  type: 'webpage',
  title: '“三问”100% & C#_入门 {节选}~^\\ $5',
  author: [{ literal: '云泽省财政厅 and 水利厅' }, { family: 'Vane', given: 'Ines K.' }],
  issued: { 'date-parts': [[2025, 9, 12]] },
  accessed: { 'date-parts': [[2025, 10, 8]] },
  number: '泽政办发〔2025〕31号',
  URL: 'https://www.yunze.example/qa?a=1&b_c=2#x',
  language: 'zh-CN',
};
const REPORT: CslItem = {
  id: 'report',
  type: 'report',
  title: '监测报告',
  number: 'YZ-09',
  publisher: '云泽科技出版社',
  'publisher-place': '泽州',
  page: '11-14',
  issued: { 'date-parts': [[2023, 5]] },
  language: 'zh-CN',
};

function read(written: string): Readonly<Record<string, unknown>> {
  return new Cite(written).data[0]!;
}

describe('other programs read what is written', () => {
  test.each([
    ['RIS', toRis],
    ['biblatex', toBiblatex],
    ['BibTeX', toBibtex],
  ])('%s', (_, write) => {
    const { author, ...page } = read(write([PAGE]));
    expect(page).toMatchObject({ title: PAGE.title, issued: PAGE.issued, URL: PAGE.URL, language: 'zh-CN' });
    expect((author as CslName[]).map(({ literal, family, given }) => [literal ?? family, given])).toEqual([
      ['云泽省财政厅 and 水利厅', undefined],
      ['Vane', 'Ines K.'],
    ]);
    expect(read(write([REPORT]))).toMatchObject({ type: 'report', title: '监测报告' });
    expect(new Cite(write([PAGE, REPORT, PAGE])).data).toHaveLength(3);
  });

  test('CSL-JSON', () => {
    expect(read(toCslJson([PAGE]))).toMatchObject({ ...PAGE, note: 'number: 泽政办发〔2025〕31号' });
    expect(JSON.parse(toCslJson([{ id: 'x', type: 'pamphlet' }]))).toEqual([{ id: 'x', type: 'document' }]);
  });
});

test('RIS: tags in their lines, a number only where a type has a place for it', () => {
  expect(toRis([{ ...REPORT, keyword: '水位; 监测' }]).split('\r\n')).toEqual([
    'TY  - RPRT',
    'TI  - 监测报告',
    'DA  - 2023/05',
    'PY  - 2023',
    'SP  - 11',
    'EP  - 14',
    'SN  - YZ-09',
    'PB  - 云泽科技出版社',
    'CY  - 泽州',
    'LA  - zh-CN',
    'KW  - 水位',
    'KW  - 监测',
    'ER  - ',
    '',
  ]);
  expect(toRis([PAGE])).toContain('\r\nN1  - 泽政办发〔2025〕31号\r\n');
  expect(toRis([{ id: 'x', type: 'webpage', title: '甲\n乙 &lt;丙&gt;' }])).toContain('TI  - 甲 乙 &amp;lt;丙&amp;gt;');
});

test('biblatex: a newspaper in the form that all readers know, keys used once', () => {
  const paper: CslItem = {
    id: '云泽 a',
    type: 'article-newspaper',
    title: '甲',
    'container-title': '云泽日报',
    page: 7,
  };
  expect(toBiblatex([paper, { ...paper, language: 'en' }])).toBe(
    `@article{a,
  title = {甲},
  entrysubtype = {newspaper},
  journaltitle = {云泽日报},
  pages = {7},
}

@article{a-2,
  title = {甲},
  entrysubtype = {newspaper},
  journaltitle = {云泽日报},
  pages = {7},
  langid = {english},
  language = {en},
}
`,
  );
});
