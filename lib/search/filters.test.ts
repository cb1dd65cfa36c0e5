import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { EntryId } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { filterChoices, NO_PLACE, passesFilters, placesOf, yearsOf, type Filters } from './filters';

const lexicon = buildLexicon([readBundledPack()]);
const entry = (id: string) => lexicon.entries.get(id as EntryId)!;
const none: Filters = { kind: null, place: null, year: null };

test('places are those of the scope, or of the offices', () => {
  expect(placesOf(entry('feng-xiaolei'))).toEqual(['山西省', '晋中市']);
  expect(placesOf(entry('xi-jinping'))).toEqual([NO_PLACE]);
});

test('years hold those of the articles and of the period', () => {
  expect(yearsOf(entry('lin-wu'), lexicon)).toEqual(['2022']);
  const dated = [...lexicon.entries.values()].find(
    (each) =>
      each.kind !== 'official' && each.validity?.from?.startsWith('2021') && each.validity.to?.startsWith('2022'),
  )!;
  expect(yearsOf(dated, lexicon)).toEqual(expect.arrayContaining(['2021', '2022']));
});

test.each<[Partial<Filters>, string, boolean]>([
  [{}, 'liu-wen', true],
  [{ kind: 'formulation' }, 'liu-wen', true],
  [{ kind: 'official' }, 'liu-wen', false],
  [{ place: '晋中市' }, 'liu-xing', true],
  [{ place: '晋中市' }, 'lin-wu', false],
  [{ year: '2026' }, 'liu-xing', true],
  [{ year: '2022' }, 'liu-xing', false],
])('%j lets %s pass: %s', (filters, id, passes) => {
  expect(passesFilters(entry(id), { ...none, ...filters }, lexicon)).toBe(passes);
});

test('every choice shows as many entries as it says', () => {
  const { kinds, places, years } = filterChoices(lexicon.entries.values(), lexicon);
  const shown = (filters: Partial<Filters>) =>
    [...lexicon.entries.values()].filter((each) => passesFilters(each, { ...none, ...filters }, lexicon)).length;
  for (const [kind, count] of kinds) expect(shown({ kind })).toBe(count);
  for (const [place, count] of places) expect(shown({ place })).toBe(count);
  for (const [year, count] of years) expect(shown({ year })).toBe(count);
});
