import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language, Tenure } from '../model';
import { inQuotes } from './inQuotes';
import { placeOf, statedOffice } from './office';
import { wordsOf } from './words';

/** Every sentence of a language; gaps are filled with numbers as they are written. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [words('2', '3', '4', '5')];
  return Object.values(words as object).flatMap(sentences);
}

test('each language has its own punctuation', () => {
  const { punctuation: _en, ...en } = wordsOf('en');
  expect(sentences(en).filter((each) => /[，。；：？！（）、]/.test(each))).toEqual([]);
  const { punctuation: _zh, ...zh } = wordsOf('zh');
  expect(sentences(zh).filter((each) => /\p{Script=Han}\s*[,;:?!()"]|[,;:?!()"]\s*\p{Script=Han}/u.test(each))).toEqual(
    [],
  );
});

test.each([
  ['链长制', '“链长制”'],
  ['“两个确立”', '“两个确立”'],
  ['“六稳”“六保”', '“‘六稳’‘六保’”'],
  ['深刻领悟“两个确立”的决定性意义', '“深刻领悟‘两个确立’的决定性意义”'],
])('quotation marks are not doubled: %s', (text, quoted) => {
  expect(inQuotes(text)).toBe(quoted);
});

describe('an office', () => {
  const tenure = (office: string, en: string, city: string | null) =>
    ({ office, en, body: null, region: { province: '山西省', city } }) as Tenure;

  test.each<[Language, Tenure, string | null]>([
    ['zh', tenure('省委书记', 'Secretary of the CPC Shanxi Provincial Committee', null), '山西省'],
    ['zh', tenure('山西省委书记', 'Secretary of the CPC Shanxi Provincial Committee', null), null],
    ['zh', tenure('市领导', 'Leading official of the city', '晋中市'), '山西省晋中市'],
    ['en', tenure('省委书记', 'Secretary of the CPC Shanxi Provincial Committee', null), null],
    ['en', tenure('市委书记', 'Secretary of the CPC Jinzhong Municipal Committee', '晋中市'), null],
    ['en', tenure('市领导', 'Leading official of the city', '晋中市'), 'Jinzhong, Shanxi'],
  ])('has its place said where its name does not say it: %s', (language, held, place) => {
    expect(placeOf(held, language)).toBe(place);
  });

  test('as an article writes it is followed by its English, where that is known', () => {
    const known = [tenure('省委书记', 'Secretary of the CPC Shanxi Provincial Committee', null)];
    expect(statedOffice('省委书记', known, 'zh')).toBe('本文写作“省委书记”');
    expect(statedOffice('省委书记', known, 'en')).toBe(
      'This article writes “省委书记” (Secretary of the CPC Shanxi Provincial Committee)',
    );
    expect(statedOffice('省长', known, 'en')).toBe('This article writes “省长”');
  });
});

describe.each([
  ['zh', 'zh_CN'],
  ['en', 'en'],
] as const)('the browser’s own words, %s', (language, folder) => {
  const file = join(import.meta.dirname, '../../public/_locales', folder, 'messages.json');
  const said = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;

  test('commands are called as in the settings', () => {
    const { shortcutNames } = wordsOf(language).options;
    expect(said.commandToggleMarks!.message).toBe(shortcutNames['toggle-marks']);
    expect(said.commandNextMention!.message).toBe(shortcutNames['next-mention']);
    expect(said.commandPreviousMention!.message).toBe(shortcutNames['previous-mention']);
    expect(said.commandOpenPanel!.message).toBe(shortcutNames['open-panel']);
  });

  test('name and description fit into the stores', () => {
    expect(said.name!.message).toContain(wordsOf(language).name);
    expect(said.name!.message.length).toBeLessThanOrEqual(50);
    expect(said.description!.message.length).toBeLessThanOrEqual(132);
  });
});
