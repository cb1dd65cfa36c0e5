import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { PartialDate } from '../model';
import { buildLexicon } from './lexicon';
import { officialsOn } from './officialsOn';

const lexicon = buildLexicon([readBundledPack()]);
const on = (day: string) => officialsOn(lexicon, day as PartialDate);
const shown = (day: string) => on(day).flatMap(({ official, standing }) => (standing === 'shown' ? [official.id] : []));

test('two secretaries in two years', () => {
  expect(shown('2022-05-13')).toContain('lin-wu');
  expect(shown('2022-05-13')).not.toContain('lan-foan');
  expect(shown('2023-05-25')).toContain('lan-foan');
  expect(shown('2023-05-25')).not.toContain('lin-wu');
});

test('everybody once', () => {
  const ids = on('2024-01-01').map(({ official }) => official.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength([...lexicon.entries.values()].filter(({ kind }) => kind === 'official').length);
});

test('nobody is said to have held anything long before or after', () => {
  expect(on('1950').every(({ standing }) => standing === 'unknown')).toBe(true);
  expect(on('2050').every(({ standing }) => standing === 'unknown')).toBe(true);
});
