import { expect, test } from 'vitest';
import type { Official, PartialDate, Region, Tenure } from '../model';
import { officeName, officeOn } from './tenures';

const shanxi: Region = { province: '山西省', city: null };

function tenure(office: string, seen: readonly string[], more: Partial<Tenure> = {}): Tenure {
  return {
    office,
    body: null,
    en: office,
    organisation: null,
    region: shanxi,
    attested: seen.map((date) => ({ date: date as PartialDate, article: '000-A1' as never })),
    from: null,
    to: null,
    change: null,
    before: null,
    note: null,
    ...more,
  };
}

function official(...tenures: Tenure[]): Official {
  return {
    id: 'x' as never,
    kind: 'official',
    names: { zh: '某某', traditional: null, pinyin: 'Mǒu Mǒu', en: null, enLong: null },
    forms: [],
    scope: null,
    attestations: [],
    sources: [],
    tier: 1,
    marked: true,
    reach: 'local',
    tenures,
    caution: null,
  };
}

const once = official(tenure('省委书记', ['2022-05-13']));
const long = official(tenure('总书记', ['2022-02-21', '2023-05-25', '2026-06-25']));
const moved = official(tenure('副市长', ['2022-03-01']), tenure('市长', ['2024-03-01']));
const bounded = official(
  tenure('部长', ['2023-01-05'], { from: '2023-01-05' as PartialDate, to: '2025-03-06' as PartialDate }),
);
const resigned = official(tenure('省委委员', ['2022-05-13'], { to: '2022-05-13' as PartialDate, change: 'resigned' }));
const coOpted = official(
  tenure('省委委员', ['2022-05-13'], {
    from: '2022-05-13' as PartialDate,
    change: 'co-opted',
    before: { office: '省委候补委员', en: 'alternate member' },
  }),
);
const twoOnOneDay = official(tenure('市领导', ['2026-06-25']), tenure('常务副市长', ['2026-06-25']));
const yearly = official(tenure('局长', ['2024-02-01'], { from: '2023' as PartialDate, to: '2025' as PartialDate }));
const overlapping = official(
  tenure('主任', ['2023-01-01', '2024-01-01']),
  tenure('书记', ['2023-02-01', '2024-02-01']),
);
const monthOnly = official(tenure('书记', ['2022-05']));

test.each<[string, Official, string | null, string, string | null]>([
  ['the day before the only attestation', once, '2022-05-12', 'first-attested-after', '省委书记'],
  ['the day of it', once, '2022-05-13', 'attested', '省委书记'],
  ['the day after', once, '2022-05-14', 'last-attested-before', '省委书记'],
  ['many years before the only attestation', once, '2010-01-01', 'far', null],
  ['many years after it', once, '2030', 'far', null],
  ['many years before moving up', coOpted, '1990-01-01', 'not-yet', null],
  ['between two attestations of one office', long, '2024-01-01', 'between', '总书记'],
  ['after the last of them', long, '2026-06-26', 'last-attested-before', '总书记'],
  ['the gap between two offices', moved, '2023-01-01', 'gap', null],
  ['the year alone, when nothing is known of it', moved, '2023', 'gap', null],
  ['inside stated bounds', bounded, '2024-06-01', 'within', '部长'],
  ['the last day is inside, as its end', bounded, '2025-03-06', 'ends', '部长'],
  ['the day after the last', bounded, '2025-03-07', 'ended', null],
  ['the day before the first', bounded, '2023-01-04', 'not-yet', null],
  ['the year in which it began, the day asked', yearly, '2023-06-01', 'edge', null],
  ['the year between the bounds', yearly, '2024-06-01', 'within', '局长'],
  ['the year in which it ended, the year asked', yearly, '2025', 'ends', '局长'],
  ['the day before resigning', resigned, '2022-05-12', 'first-attested-after', '省委委员'],
  ['the day of resigning', resigned, '2022-05-13', 'ends', '省委委员'],
  ['the day after resigning', resigned, '2022-05-14', 'ended', null],
  ['the day before moving up', coOpted, '2022-05-12', 'before-change', '省委候补委员'],
  ['the day of moving up', coOpted, '2022-05-13', 'attested', '省委委员'],
  ['two offices on one day', twoOnOneDay, '2026-06-25', 'several', null],
  ['a day that the bounds of two offices cover', overlapping, '2023-06-01', 'several', null],
  ['a month known, a day asked', monthOnly, '2022-05-20', 'attested', '书记'],
  ['a day known, a month asked', once, '2022-05', 'attested', '省委书记'],
  ['no date at all', once, null, 'undated', null],
  ['nobody without tenures', official(), '2022-05-13', 'undated', null],
])('%s', (_, person, day, is, office) => {
  const answer = officeOn(person, day as PartialDate | null);
  expect(answer.is).toBe(is);
  expect(officeName(answer)).toBe(office);
});

test('the body is part of the name of an office', () => {
  const person = official(tenure('秘书长', ['2026-06-25'], { body: '市政协' }));
  expect(officeName(officeOn(person, '2026-06-25' as PartialDate))).toBe('市政协秘书长');
});
