import { expect, test } from 'vitest';
import { bytesInWords } from './bytes';

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [20_000, '20 KB'],
  [1_468_006, '1.4 MB'],
  [9.96 * 1024 ** 2, '10 MB'],
  [36 * 1024 ** 3, '36 GB'],
  [5000 * 1024 ** 4, '5000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words);
});
