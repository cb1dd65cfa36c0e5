import { expect, test } from 'vitest';
import { pinyinMatcher } from './pinyinMatch';

test.each([
  ['gaozhiliang', '推动高质量发展'],
  ['gzl', '推动高质量发展'],
  ['gaozl', '高质量'],
  ['gzhiliangfa', '高质量发展'],
  ['gāo zhìliàng', '高质量发展'],
  ['lv', '绿色低碳'],
  ['lüse', '绿色低碳'],
  ['chongqing', '重庆调研'],
  ['zhongdian', '重点任务'],
  ['2025nian', '展望2025年'],
  ['xian', '西安'],
])('%s is read in %s', (query, text) => {
  expect(pinyinMatcher(query)?.(text)).toBe(true);
});

test.each([
  ['gaozhong', '高质量发展'],
  ['ianfa', '高质量发展'],
  ['report', '年度报告'],
  ['ab', 'abc'],
])('%s is not read in %s', (query, text) => {
  expect(pinyinMatcher(query)?.(text)).toBe(false);
});

test.each(['g', '12', '六稳', ''])('“%s” is no pinyin', (query) => {
  expect(pinyinMatcher(query)).toBeNull();
});
