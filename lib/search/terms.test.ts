import { expect, test } from 'vitest';
import { hasRuns, termsOf } from './terms';

const texts = (query: string) => termsOf(query, null).map(({ text, script }) => [text, script]);

test.each([
  [
    '高质量 发展',
    [
      ['高质量', 'han'],
      ['发展', 'han'],
    ],
  ],
  ['“高质量 发展”', [['高质量 发展', 'han']]],
  [
    '"six fronts" 六稳',
    [
      ['six fronts', 'latin'],
      ['六稳', 'han'],
    ],
  ],
  [
    '安全fangzhi，项目',
    [
      ['安全', 'han'],
      ['fangzhi', 'latin'],
      ['项目', 'han'],
    ],
  ],
  [
    '117项',
    [
      ['117', 'other'],
      ['项', 'han'],
    ],
  ],
  ['  ', []],
])('%s asks for %j', (query, expected) => {
  expect(texts(query)).toEqual(expected);
});

test('words of a run: two and more characters, and only when there are two of them', () => {
  const words = (cut: string[]) => termsOf('综合改革试点', () => cut)[0]!.words.length;
  expect(words(['综合', '改革', '试点'])).toBe(3);
  expect(words(['综合改革', '的', '试'])).toBe(0);
  expect(hasRuns('改革 试点')).toBe(false);
  expect(hasRuns('综合改革')).toBe(true);
});
