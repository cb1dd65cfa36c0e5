import { expect, test } from 'vitest';
import type { CslItem, CslName } from './cslItem';
import { citeList } from './list';

function page(id: string, author: CslName | null, year: number | null): CslItem {
  return {
    id,
    type: 'webpage',
    title: id,
    ...(author === null ? {} : { author: [author] }),
    ...(year === null ? {} : { issued: { 'date-parts': [[year]] } }),
    language: 'zh-CN',
  };
}

test('numbered: in the order given', () => {
  const { order, intext } = citeList([page('二', null, 2020), page('一', null, 2019)], '2025-numeric');
  expect(order).toEqual(['二', '一']);
  expect(intext).toEqual({ 二: '[1]', 一: '[2]' });
});

test('by author: pinyin before Latin names, then the year, undated ones last', () => {
  const items = [
    page('v', { family: 'Vane', given: 'Ines' }, 2020),
    page('z', { literal: '赵简' }, 2020),
    page('b3', { literal: '白以宁' }, null),
    page('b2', { literal: '白以宁' }, 2024),
    page('b1', { literal: '白以宁' }, 2021),
    page('c', { literal: '程若川' }, 2020),
  ];
  expect(citeList(items, '2025-author-date').order).toEqual(['b1', 'b2', 'b3', 'c', 'z', 'v']);
});

test('the same author and year: letters in the order of the list', () => {
  const of = { literal: '程若川' };
  const { bibliography, intext } = citeList(
    [page('甲', of, 2025), page('乙', of, 2024), page('丙', of, 2025)],
    '2025-author-date',
  );
  expect(bibliography).toEqual([
    '程若川，2024. 乙[EB]. （2024）.',
    '程若川，2025a. 甲[EB]. （2025）.',
    '程若川，2025b. 丙[EB]. （2025）.',
  ]);
  expect(intext).toEqual({ 甲: '（程若川，2025a）', 乙: '（程若川，2024）', 丙: '（程若川，2025b）' });
});

test('namesakes of the same year are told apart by their given names', () => {
  const english = (id: string, given: string): CslItem => ({
    ...page(id, { family: 'Vane', given }, 2025),
    language: 'en',
  });
  expect(citeList([english('a', 'Ines'), english('b', 'Ruben')], '2015-author-date').intext).toEqual({
    a: '(Vane I, 2025)',
    b: '(Vane R, 2025)',
  });
  expect(citeList([english('a', 'Ines'), english('b', 'Ida')], '2025-author-date').intext).toEqual({
    a: '（Vane Ines，2025）',
    b: '（Vane Ida，2025）',
  });
});

test('more than twenty-six of one year go on with two letters', () => {
  const items = Array.from({ length: 28 }, (_, index) => page(String(index), null, 2025));
  expect(citeList(items, '2025-author-date').intext['27']).toBe('（佚名，2025ab）');
});
