import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName, uniqueNames } from './fileName';

test.each([
  ['某省召开会议', '2022-05-13', '某省召开会议 2022-05-13.md'],
  ['../../etc/passwd', '', 'etc passwd.md'],
  ['C:\\Windows\\system32', '', 'C Windows system32.md'],
  ['nul', '', 'nul_.md'],
  ['COM1.txt', '', 'COM1_.txt.md'],
  ['.hidden', '', 'hidden.md'],
  ['a\u202etxt.exe', '', 'a txt.exe.md'],
  ['', '', '_.md'],
  ['...', '2022', '2022.md'],
])('%s', (title, suffix, name) => {
  expect(fileName(title, suffix, 'md')).toBe(name);
});

test('whatever the title, the name is one that all systems take', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = fileName(title, '2022-05-13', 'md');
      // eslint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[. ]|[. ]$/);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(name.isWellFormed()).toBe(true);
      expect(name.endsWith(' 2022-05-13.md') || name === '2022-05-13.md').toBe(true);
    }),
  );
}, 60_000);

test('names that differ only in case, or in how they are composed, are not the same file', () => {
  const unique = uniqueNames();
  expect(['a.md', 'A.md', 'a (2).md', 'é.md', 'e\u0301.md', 'a.md'].map(unique)).toEqual([
    'a.md',
    'A (2).md',
    'a (2) (2).md',
    'é.md',
    'e\u0301 (2).md',
    'a (3).md',
  ]);
});
