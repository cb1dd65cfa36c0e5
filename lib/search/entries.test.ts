import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { initialsOf, plainPinyin, syllablesOf } from '../text/pinyin';
import { indexEntries } from './entries';

const { entries } = readBundledPack();
const search = indexEntries(entries);

test.each([
  ['六稳', 'liu-wen'],
  ['六穩', 'liu-wen'],
  ['“六稳”', 'liu-wen'],
  ['liù wěn', 'liu-wen'],
  ['liu wen', 'liu-wen'],
  ['liuwen', 'liu-wen'],
  ['liu4 wen3', 'liu-wen'],
  ['lw', 'liu-wen'],
  ['stability on six fronts', 'liu-wen'],
  ['林武', 'lin-wu'],
  ['linwu', 'lin-wu'],
  ['Lin Wu', 'lin-wu'],
  ['李军', 'li-jun'],
  ['全方位', 'quan-fangwei-tuidong-gao-zhiliang-fazhan'],
  ['营商', 'yingshang-huanjing'],
  ['黑天鹅 灰犀牛', 'hei-tiane-hui-xiniu-shijian'],
])('%s finds %s among the first', (query, id) => {
  expect(search.find(query).slice(0, 8)).toContain(id);
});

test('an exact form comes first', () => {
  expect(search.find('三无三可')[0]).toBe('san-wu-san-ke');
  expect(search.find('省委书记').length).toBeGreaterThan(0);
});

test.each(['', '   ', '没有这样的词组', 'zzzzzz'])('"%s" finds nothing', (query) => {
  expect(search.find(query)).toEqual([]);
});

test('characters asked for stand next to each other, each with the next', () => {
  const found = search.find('现代化');
  expect(found.length).toBeGreaterThan(3);
  for (const id of found) {
    const entry = entries.find((each) => each.id === id)!;
    const texts = entry.kind === 'official' ? entry.tenures.map(({ office }) => office) : [entry.gloss.zh];
    const text = [...entry.forms.map((form) => form.text), ...texts].join('\n');
    expect(text.includes('现代') && text.includes('代化'), id).toBe(true);
  }
});

test('pinyin in syllables', () => {
  expect(syllablesOf('gāo zhìliàng fāzhǎn')).toEqual(['gao', 'zhi', 'liang', 'fa', 'zhan']);
  expect(syllablesOf('fāngàn')).toEqual(['fan', 'gan']);
  expect(syllablesOf('Xī’ān')).toEqual(['xi', 'an']);
  expect(syllablesOf('xiàndàihuà')).toEqual(['xian', 'dai', 'hua']);
  expect(syllablesOf('12 jiàn mínshēng shíshì')).toEqual(['12', 'jian', 'min', 'sheng', 'shi', 'shi']);
  expect(plainPinyin('Lǜsè')).toBe('lvse');
  expect(initialsOf('liǎng gè quèlì')).toBe('lgql');
});

test('every entry is found by its name, its pinyin and its initials', () => {
  const missed = entries.flatMap(({ id, names }) =>
    [names.zh, names.pinyin, plainPinyin(names.pinyin).replace(/[^a-z0-9]/g, '')]
      .filter((query) => !search.find(query).includes(id))
      .map((query) => `${id}: ${query}`),
  );
  expect(missed).toEqual([]);
});
