import { describe, expect, test } from 'vitest';
import { cite, citeInText } from './cite';
import { CITATION_STYLES, type AuthorDateStyle, type CitationStyle } from './citationStyle';
import type { CslItem } from './cslItem';

const PAPER: CslItem = {
  id: 'paper',
  type: 'article-newspaper',
  title: '山里来了“数字村医”',
  author: [{ family: '程', given: '若川' }],
  'container-title': '云泽日报',
  page: '7',
  issued: { 'date-parts': [[2025, 9, 4]] },
  language: 'zh-CN',
};
const ONLINE: CslItem = {
  ...PAPER,
  URL: 'https://paper.yunze.example/2025-09/04/c7.htm',
  accessed: { 'date-parts': [[2025, 10, 8]] },
};
const PAGE: CslItem = {
  id: 'page',
  type: 'webpage',
  title: '秋粮收购一问一答',
  'container-title': '云泽在线',
  issued: { 'date-parts': [[2025, 9, 12]] },
  accessed: { 'date-parts': [[2025, 10, 8]] },
  URL: 'https://www.yunze.example/qa/912.html',
  language: 'zh-CN',
};
const NOTICE: CslItem = {
  ...PAGE,
  title: '关于做好古树名木保护工作的意见',
  number: '泽政办发〔2025〕31号',
  author: [{ literal: '云泽省人民政府办公厅' }],
};
const REPORT: CslItem = {
  id: 'report',
  type: 'report',
  title: '云泽省地下水位监测报告',
  number: 'YZ-GW-09',
  author: [{ literal: '云泽省水文局' }],
  publisher: '云泽科技出版社',
  'publisher-place': '泽州',
  page: '11-4',
  issued: { 'date-parts': [[2023, 5]] },
  language: 'zh-CN',
};

function authors(...names: readonly string[]): CslItem['author'] {
  return names.map((name) => ({ family: name.slice(0, 1), given: name.slice(1) }));
}

describe('a reference has the elements of its kind, in the marks of its standard', () => {
  test.each<[string, CslItem, Readonly<Partial<Record<CitationStyle, string>>>]>([
    [
      'newspaper',
      PAPER,
      {
        '2025-numeric': '程若川. 山里来了“数字村医”[N]. 云泽日报，2025-09-04（7）.',
        '2025-author-date': '程若川，2025. 山里来了“数字村医”[N]. 云泽日报，2025-09-04（7）.',
        '2015-numeric': '程若川. 山里来了“数字村医”[N]. 云泽日报, 2025-09-04(7).',
        '2015-author-date': '程若川, 2025. 山里来了“数字村医”[N]. 云泽日报, 2025-09-04(7).',
      },
    ],
    [
      'newspaper online: a day of the visit in 2015 only',
      ONLINE,
      {
        '2025-numeric':
          '程若川. 山里来了“数字村医”[N/OL]. 云泽日报，2025-09-04（7）. https://paper.yunze.example/2025-09/04/c7.htm.',
        '2015-note':
          '程若川. 山里来了“数字村医”[N/OL]. 云泽日报, 2025-09-04(7)[2025-10-08]. https://paper.yunze.example/2025-09/04/c7.htm.',
      },
    ],
    [
      'web page without an author',
      PAGE,
      {
        '2025-numeric': '秋粮收购一问一答[EB/OL]. （2025-09-12）[2025-10-08]. https://www.yunze.example/qa/912.html.',
        '2025-author-date':
          '佚名，2025. 秋粮收购一问一答[EB/OL]. （2025-09-12）[2025-10-08]. https://www.yunze.example/qa/912.html.',
        '2015-numeric': '秋粮收购一问一答[EB/OL]. (2025-09-12)[2025-10-08]. https://www.yunze.example/qa/912.html.',
      },
    ],
    [
      'document with its number',
      NOTICE,
      {
        '2025-note':
          '云泽省人民政府办公厅. 关于做好古树名木保护工作的意见：泽政办发〔2025〕31号[EB/OL]. （2025-09-12）[2025-10-08]. https://www.yunze.example/qa/912.html.',
        '2015-numeric':
          '云泽省人民政府办公厅. 关于做好古树名木保护工作的意见: 泽政办发〔2025〕31号[EB/OL]. (2025-09-12)[2025-10-08]. https://www.yunze.example/qa/912.html.',
      },
    ],
    [
      'printed report, the end of its pages written out',
      REPORT,
      {
        '2025-numeric': '云泽省水文局. 云泽省地下水位监测报告：YZ-GW-09[R]. 泽州：云泽科技出版社，2023：11-14.',
        '2025-author-date': '云泽省水文局，2023. 云泽省地下水位监测报告：YZ-GW-09[R]. 泽州：云泽科技出版社：11-14.',
        '2015-numeric': '云泽省水文局. 云泽省地下水位监测报告: YZ-GW-09[R]. 泽州: 云泽科技出版社, 2023: 11-14.',
      },
    ],
    [
      'standard: its number first in 2025',
      {
        id: 's',
        type: 'standard',
        title: '古树养护规范',
        number: 'DB88/T 17—2024',
        author: [{ literal: '云泽省林业局' }],
        issued: { 'date-parts': [[2024]] },
      },
      {
        '2025-numeric': 'DB88/T 17—2024\u2003古树养护规范[S].',
        '2015-numeric': '云泽省林业局. 古树养护规范: DB88/T 17—2024[S]. 2024.',
      },
    ],
    [
      'journal without volume',
      {
        id: 'j',
        type: 'article-journal',
        title: '政策词频的季节性',
        author: authors('白以宁', '温叙'),
        'container-title': '泽学',
        issue: '4',
        page: '20-28',
        issued: { 'date-parts': [[2024, 8]] },
      },
      {
        '2025-numeric': '白以宁，温叙. 政策词频的季节性[J]. 泽学，2024（4）：20-28.',
        '2025-author-date': '白以宁，温叙，2024. 政策词频的季节性[J]. 泽学（4）：20-28.',
        '2015-author-date': '白以宁, 温叙, 2024. 政策词频的季节性[J]. 泽学(4): 20-28.',
      },
    ],
    [
      'chapter of a translated book',
      {
        id: 'c',
        type: 'chapter',
        title: 'The county seat',
        author: [{ family: 'Vane', given: 'Ines K.' }],
        editor: [{ family: 'Ostrow', given: 'Pavel' }],
        translator: [{ literal: '温叙' }],
        'container-title': 'Reading Counties',
        edition: '2',
        publisher: 'Fenwick Press',
        'publisher-place': 'Arden',
        page: '3-19',
        issued: { 'date-parts': [[2019]] },
        language: 'en-GB',
      },
      {
        '2025-numeric':
          'Vane I K. The county seat[M]. 温叙，trans.//Ostrow P. Reading Counties. 2nd ed. Arden：Fenwick Press，2019：3-19.',
        '2015-numeric':
          'VANE I K. The county seat[M]. 温叙, trans.//OSTROW P. Reading Counties. 2nd ed. Arden: Fenwick Press, 2019: 3-19.',
      },
    ],
    [
      'undated: the year of the visit, or none',
      { ...PAGE, issued: undefined },
      {
        '2025-author-date':
          '佚名，[2025]. 秋粮收购一问一答[EB/OL]. [2025-10-08]. https://www.yunze.example/qa/912.html.',
      },
    ],
    [
      'a year only',
      { ...PAGE, issued: { 'date-parts': [[2021]] } },
      {
        '2025-numeric': '秋粮收购一问一答[EB/OL]. （2021）[2025-10-08]. https://www.yunze.example/qa/912.html.',
        '2015-numeric': '秋粮收购一问一答[EB/OL]. 2021[2025-10-08]. https://www.yunze.example/qa/912.html.',
      },
    ],
  ])('%s', (_, item, expected) => {
    const styles = CITATION_STYLES.filter((style) => expected[style] !== undefined);
    expect(Object.fromEntries(styles.map((style) => [style, cite(item, style)]))).toEqual(expected);
  });
});

describe('names', () => {
  const head = (author: CslItem['author'], language: string, style: CitationStyle) =>
    cite({ id: 'x', type: 'webpage', title: '|', author, language }, style).split('|')[0];
  test.each<[CslItem['author'], string, string, string]>([
    [authors('程若川', '白以宁', '温叙'), 'zh-CN', '程若川，白以宁，温叙. ', '程若川, 白以宁, 温叙. '],
    [authors('程若川', '白以宁', '温叙', '贺远'), 'zh-CN', '程若川，白以宁，温叙，等. ', '程若川, 白以宁, 温叙, 等. '],
    [[{ family: 'Vane', given: 'Ines K.' }], 'en', 'Vane I K. ', 'VANE I K. '],
    [[{ family: 'Vane', given: 'Ines-Karla' }], 'en', 'Vane I-K. ', 'VANE I K. '],
    [[{ family: 'Vane', given: 'I.K.' }], 'en', 'Vane I K. ', 'VANE I K. '],
    [[{ family: 'Vane', given: 'Ruben', suffix: 'Jr.' }], 'en', 'Vane R Jr. ', 'VANE R Jr. '],
    [[{ family: 'Vane', given: 'Ruben, Jr.' }], 'en', 'Vane R Jr. ', 'VANE R Jr. '],
    [
      [{ family: 'Berg', given: 'Ada', 'non-dropping-particle': 'van den' }],
      'en',
      'van den Berg A. ',
      'VAN DEN BERG A. ',
    ],
    [[{ family: 'Berg', given: 'Ada', 'dropping-particle': 'von' }], 'en', 'Berg A von. ', 'BERG A von. '],
    [[{ family: 'Vane', given: 'Ines' }, { literal: '温叙' }], 'zh', 'Vane I，温叙. ', 'VANE I, 温叙. '],
    [[{ literal: 'Arden Timber Co.' }], 'en', 'Arden Timber Co. ', 'Arden Timber Co. '],
    [
      [{ literal: '云泽省林业局' }, { literal: '云泽省财政厅' }],
      'zh',
      '云泽省林业局，云泽省财政厅. ',
      '云泽省林业局, 云泽省财政厅. ',
    ],
    [[{ family: '', given: '' }], 'zh', '', ''],
  ])('%j (%s)', (author, language, in2025, in2015) => {
    expect(head(author, language, '2025-numeric')).toBe(in2025);
    expect(head(author, language, '2015-numeric')).toBe(in2015);
  });

  test('the footnotes of 2025 name everybody', () => {
    const four = authors('程若川', '白以宁', '温叙', '贺远');
    expect(head(four, 'zh', '2025-note')).toBe('程若川，白以宁，温叙，贺远. ');
    expect(head(four, 'zh', '2015-note')).toBe('程若川, 白以宁, 温叙, 等. ');
  });
});

describe('in the text', () => {
  test.each<[CslItem, AuthorDateStyle, string]>([
    [PAPER, '2025-author-date', '（程若川，2025）'],
    [PAPER, '2015-author-date', '(程若川, 2025)'],
    [{ ...PAPER, author: authors('程若川', '温叙') }, '2025-author-date', '（程若川等，2025）'],
    [{ ...PAPER, author: authors('程若川', '温叙') }, '2015-author-date', '(程若川 等, 2025)'],
    [{ ...PAPER, author: [{ family: 'Vane', given: 'Ines' }], language: 'en' }, '2025-author-date', '（Vane，2025）'],
    [{ ...PAPER, author: [{ family: 'Vane', given: 'Ines' }] }, '2025-author-date', '（Vane I，2025）'],
    [{ ...PAPER, author: undefined, language: 'en' }, '2015-author-date', '(Anon, 2025)'],
    [{ ...PAPER, issued: undefined }, '2025-author-date', '（程若川，无日期）'],
    [{ ...PAPER, issued: undefined }, '2015-author-date', '(程若川)'],
  ])('%#', (item, style, expected) => {
    expect(citeInText(item, style)).toBe(expected);
  });
});

describe('titles', () => {
  test.each([
    [
      'straight quotation marks that begin a word are curled, of two kinds in two forms',
      "The \"spring\" of 'our' county's",
      'The “spring” of ‘our’ county’s',
    ],
    ['the second kind is the inner one', '"A \'new\' plan"', '“A ‘new’ plan”'],
    ['one that is never closed stays', 'The 3" pipe', 'The 3" pipe'],
    ['curly ones stay', '“以‘小’见大”', '“以‘小’见大”'],
    ['markup is not printed', 'H<sub>2</sub>O', 'H2O'],
    ['what only looks like markup is', 'PM<35的城市', 'PM<35的城市'],
  ])('%s', (_, title, expected) => {
    expect(cite({ id: 'x', type: 'book', title }, '2025-numeric')).toBe(`${expected}[M].`);
  });

  test('an end mark of the data and a mark between elements are one', () => {
    const titled = (title: string) => cite({ id: 'x', type: 'webpage', title, number: '9号' }, '2015-numeric');
    expect(['何时?', '即刻!', '泽州:', '何时？'].map(titled)).toEqual([
      '何时? 9号[EB].',
      '即刻! 9号[EB].',
      '泽州: 9号[EB].',
      '何时？: 9号[EB].',
    ]);
  });

  test('an address stands as it is', () => {
    const URL = 'https://a.example/it\'s?q="x"';
    expect(cite({ id: 'x', type: 'webpage', URL }, '2025-numeric')).toBe(`[EB/OL]. ${URL}.`);
  });
});
