import { describe, expect, test } from 'vitest';
import type { EntryId } from '../model';
import { entryIn, formFor, formOfEntry, type WrittenForm } from './entryForm';
import { offerIn, parametersOfOffer } from './offered';
import { entryOf } from './entryOf';

const ID = 'own-1' as EntryId;
const entryFrom = (written: WrittenForm) => entryIn(written, null, ID, 'zh', '2026-01-02');

describe('what another page offers', () => {
  const offered = {
    kind: 'official',
    form: '张三',
    office: '县长',
    members: ['修渠', '植树'],
    url: 'http://www.shanxi.gov.cn/a.html?x=1&y=2',
    title: '题 & 目',
    date: '2022-05-16',
  } as const;
  test('goes through an address and comes out as it was', () => {
    expect(offerIn(new URLSearchParams(parametersOfOffer(offered)))).toEqual(offered);
  });
  test.each([
    ['kind=nothing&form=甲', { form: '甲' }],
    ['date=2022-13-01', {}],
    ['url=javascript:alert(1)', {}],
    ['members=[1,"甲"]', { members: ['甲'] }],
    ['members={', {}],
  ])('%s: what is not right is left out', (query, read) => {
    expect(offerIn(new URLSearchParams(query))).toEqual(read);
  });
});

describe('the form of a new entry', () => {
  test('has the words without their quotation marks, and the article as its source', () => {
    const form = formFor({ form: '“六 稳”', url: 'http://a.cn/1', title: '题', date: '2022-05-16' });
    expect(form).toMatchObject({ name: '六 稳', kind: 'formulation', sources: [{ title: '题', date: '2022-05-16' }] });
    expect(entryFrom(form)).toMatchObject({
      is: 'entry',
      entry: {
        id: ID,
        name: '六 稳',
        forms: [],
        sources: [{ title: '题', url: 'http://a.cn/1', accessed: '2026-01-02' }],
      },
    });
  });
  test('of a person with an office is that of an official, seen on the day of the article', () => {
    const read = entryFrom(formFor({ form: '张三丰', office: '县长', date: '2022-05-16' }));
    expect(read).toMatchObject({
      is: 'entry',
      entry: { kind: 'official', alone: true, offices: [{ office: '县长', seen: ['2022-05-16'] }] },
    });
    const { entry, articles } = entryOf((read as Extract<typeof read, { is: 'entry' }>).entry);
    expect(entry).toMatchObject({
      kind: 'official',
      reach: 'national',
      tenures: [{ attested: [{ date: '2022-05-16' }] }],
    });
    expect(articles).toHaveLength(1);
  });
  test.each([
    [{ name: '稳' }, 'name', '稳'],
    [{ name: '' }, 'name', ''],
    [{ name: '好提法', forms: '好提法\n我们' }, 'forms', '我们'],
    [{ name: '好提法', from: '去年' }, 'date', '去年'],
  ] as const)('%j is told', (written, field, what) => {
    expect(entryFrom({ ...formFor({}), ...written })).toEqual({ is: 'faults', faults: [{ field, what }] });
  });
});

test('an entry that is opened and saved is as it was, in either language', () => {
  const read = entryFrom({
    ...formFor({ form: '青禾工程' }),
    gloss: '为村镇修渠',
    members: '修渠\n植树',
    forms: '青禾工程\n“青禾”行动',
    english: 'Qinghe',
    from: '2022年5月16日',
  });
  const { entry } = read as Extract<typeof read, { is: 'entry' }>;
  const before = {
    ...entry,
    gloss: { zh: '为村镇修渠', en: 'canals' },
    forms: [{ ...entry.forms[0]!, quotedOnly: true }, entry.forms[1]!],
    parts: ['liu-wen' as EntryId],
  };
  for (const language of ['zh', 'en'] as const) {
    const again = entryIn(formOfEntry(before, language), before, ID, language, '2027-01-01');
    expect(again).toEqual({ is: 'entry', entry: before });
  }
});
