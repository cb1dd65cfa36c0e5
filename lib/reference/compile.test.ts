import { expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { BrokenSeeds, compile, type RawSeeds } from './compile';

const term = {
  id: 'liu-wen',
  kind: 'formulation',
  names: { zh: '六稳', pinyin: 'liù wěn', en: null },
  forms: [{ text: '六稳' }],
  gloss: { zh: '六项目标。', en: 'Six aims.', status: 'general' },
  attestations: ['000-A1'],
  sources: [],
  tier: 1,
};
const official = {
  id: 'mou-mou',
  kind: 'official',
  names: { zh: '某某', pinyin: 'Mǒu Mǒu', en: null },
  forms: [{ text: '某某' }],
  attestations: ['000-A1'],
  sources: [],
  tier: 1,
  tenures: [{ office: '市长', en: 'Mayor', attested: [{ date: '2022-05-13', article: '000-A1' }] }],
};

function seeds(entries: readonly unknown[], more: Partial<RawSeeds> = {}): RawSeeds {
  return {
    pack: {
      from: 'seeds/pack.json',
      value: {
        id: 'x',
        version: '1',
        title: { zh: '试', en: 'Trial' },
        licence: 'MIT',
        asOf: '2026-01-01',
        home: null,
        changes: [],
      },
    },
    sources: { from: 'seeds/sources.json', value: [] },
    documents: {
      from: 'seeds/articles.json',
      value: [
        {
          id: '000',
          file: 'a.txt',
          publisher: { zh: '日报', en: 'Daily' },
          publisherStated: false,
          publisherBasis: 'not stated',
          articles: [
            {
              id: '000-A1',
              title: '题',
              label: { zh: '报道', en: 'report' },
              date: '2022-05-13',
              dateIs: 'published',
              dateStated: true,
              dateBasis: 'stated',
              segments: [[0, 10]],
              complete: true,
            },
          ],
        },
      ],
    },
    attestations: { from: 'seeds/attestations.json', value: {} },
    entries: entries.map((value) => ({ from: `seeds/x/${(value as { id?: string }).id}.json`, value })),
    ...more,
  };
}

function faults(...entries: unknown[]): string {
  try {
    compile(seeds(entries));
    return '';
  } catch (error) {
    if (error instanceof BrokenSeeds) return error.faults.join('\n');
    throw error;
  }
}

test('a record that leaves out what is usual is filled in', () => {
  const [entry] = compile(seeds([{ ...term, conditions: { needs: ['工作'] } }])).entries;
  expect(entry!.forms[0]).toMatchObject({ text: '六稳', when: { needs: ['工作'], quotedOnly: false, marked: true } });
  expect(compile(seeds([term])).entries[0]!.forms).toEqual([{ text: '六稳', when: null }]);
});

test('a form may lift a condition of its entry', () => {
  const [entry] = compile(
    seeds([
      {
        ...term,
        conditions: { quotedOnly: true },
        forms: [{ text: '六稳' }, { text: '首都“六稳”', quotedOnly: false }],
      },
    ]),
  ).entries;
  expect(entry!.forms.map((form) => form.when?.quotedOnly ?? false)).toEqual([true, false]);
});

test.each([
  ['a missing gloss', { ...term, gloss: undefined }, /liu-wen\.json: gloss/],
  [
    'an empty translation',
    { ...term, gloss: { zh: '六项。', en: '', status: 'general' } },
    /gloss\.en: must not be empty/,
  ],
  ['an unknown field', { ...term, glos: 1 }, /glos/],
  ['an unknown kind', { ...term, kind: 'slogan' }, /kind/],
  ['no form', { ...term, forms: [] }, /forms: needs at least one form/],
  ['no pinyin', { ...term, names: { zh: '六稳', en: null } }, /names\.pinyin/],
  ['a source that is not there', { ...term, sources: ['nowhere'] }, /sources: nothing has the id nowhere/],
  ['an article that is not there', { ...term, attestations: ['009-A1'] }, /attestations: nothing has the id 009-A1/],
  ['neither attestation nor source', { ...term, attestations: [] }, /needs an attestation or a source/],
  ['a part that is not there', { ...term, parts: ['liu-bao'] }, /parts: nothing has the id liu-bao/],
  [
    'a day outside the calendar',
    { ...term, validity: { from: '2022-02-30', to: null } },
    /validity\.from: is not a date of the calendar/,
  ],
  ['an end before the beginning', { ...term, validity: { from: '2022-05', to: '2021' } }, /ends before it begins/],
  [
    'an office without a text that shows it',
    { ...official, tenures: [{ ...official.tenures[0], attested: [] }] },
    /tenures\.0\.attested/,
  ],
  [
    'members given and called unknown',
    { ...term, membersUnknown: true, members: { items: [{ zh: '一', en: 'one' }], complete: true, status: 'general' } },
    /membersUnknown/,
  ],
])('%s stops the build with record and field', (_, record, fault) => {
  expect(faults(record)).toMatch(fault);
});

test('two records of one id stop the build', () => {
  expect(faults(term, { ...term })).toMatch(/liu-wen is taken by another record/);
});

test('all faults are told at once', () => {
  expect(faults({ ...term, gloss: undefined }, { ...official, names: {} }).split('\n').length).toBeGreaterThan(2);
});

test('an official without an end keeps its bounds open', () => {
  expect(compile(seeds([official])).entries[0]).toMatchObject({
    reach: 'local',
    tenures: [{ from: null, to: null, body: null }],
  });
});

test('an article has the publisher of its document unless it says another', () => {
  const plain = seeds([term]);
  const [document] = plain.documents.value as [{ articles: object[] }];
  document.articles.push({
    ...document.articles[0],
    id: '000-A2',
    publisher: { zh: '晚报', en: 'Evening News' },
    publisherStated: true,
  });
  expect(compile(plain).articles).toMatchObject([
    { id: '000-A1', publisher: { en: 'Daily' }, publisherStated: false },
    { id: '000-A2', publisher: { en: 'Evening News' }, publisherStated: true },
  ]);
});

test('the seeds of this project compile', () => {
  expect(readBundledPack().entries.length).toBeGreaterThan(400);
});
