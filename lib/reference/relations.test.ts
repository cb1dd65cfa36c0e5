import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { EntryId, Official, PartialDate } from '../model';
import { buildLexicon } from './lexicon';
import { officeIn, othersInOffice, relationsOf } from './relations';

const lexicon = buildLexicon([readBundledPack()]);
const entry = (id: string) => lexicon.entries.get(id as EntryId)!;
const related = (id: string, how: string) =>
  relationsOf(entry(id), lexicon).flatMap((each) => (each.how === how ? [each.entry.id] : []));

test('a combination and its parts know each other', () => {
  expect(related('liu-wen-liu-bao', 'part')).toEqual(['liu-wen', 'liu-bao']);
  expect(related('liu-wen', 'whole')).toContain('liu-wen-liu-bao');
  expect(related('liu-wen', 'beside')).toContain('liu-bao');
  expect(related('san-wu', 'whole')).toContain('san-wu-san-ke');
  expect(related('san-wu', 'beside')).toContain('san-ke');
});

test('no relation leads to the entry itself, and none twice', () => {
  for (const each of lexicon.entries.values()) {
    const ids = relationsOf(each, lexicon).map((other) => other.entry.id);
    expect(ids).not.toContain(each.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('others in the same office, in order of time', () => {
  const others = (id: string) =>
    othersInOffice(entry(id) as Official, lexicon).map(({ official, from }) => [official.id, from]);
  expect(others('lin-wu')).toEqual([['lan-foan', '2023-05-25']]);
  expect(others('lan-foan')).toEqual([['lin-wu', '2022-05-13']]);
});

test('deputies and members are not others in one office', () => {
  for (const id of ['niu-geping', 'duan-yanxiang', 'wang-yixin', 'liu-wei']) {
    expect(othersInOffice(entry(id) as Official, lexicon)).toEqual([]);
  }
});

test('where another person is shown in the office in between, nothing is said of the day', () => {
  const on = (id: string, day: string) => officeIn(entry(id) as Official, day as PartialDate, lexicon).is;
  expect(on('lin-wu', '2022-08-01')).toBe('last-attested-before');
  expect(on('lin-wu', '2023-05-26')).toBe('other-holder');
  expect(on('lan-foan', '2023-01-01')).toBe('first-attested-after');
  expect(on('lan-foan', '2022-05-12')).toBe('other-holder');
  expect(on('lan-foan', '2023-05-25')).toBe('attested');
});
