import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, EntryId, Sighting } from '../model';
import { BIN_SIZES, binOf, binsBetween, MOST_BINS, type BinSize } from './bins';
import { breakdownOf } from './breakdown';
import { companionsOf } from './companions';
import { compare, halves } from './comparison';
import { EVERYTHING, within, type CountedArticle } from './counted';
import { formsOf } from './forms';
import { inKwicOrder, kwicLine } from './kwic';
import { officesOf } from './offices';
import { ordersOf } from './orders';
import { timelineOf } from './timeline';

const id = (name: string) => name as EntryId;
const LIU_WEN = id('liu-wen');
const LIU_BAO = id('liu-bao');

function article(
  number: number,
  date: string | null,
  found: readonly Sighting[],
  more: Partial<CountedArticle> = {},
): CountedArticle {
  return {
    ...{
      id: `article-${String(number).padStart(4, '0')}`,
      is: 'saved',
      url: `http://a.cn/${number}`,
      title: `第${number}篇`,
    },
    ...{ source: '山西日报', site: 'a.cn', place: '山西省', date: date as Day | null, found, lists: [] },
    ...more,
  };
}

/** One form, in the paragraphs given, one place each. */
function stands(of: string, paragraphs: readonly number[], form = of): Sighting {
  return { of: id(of), forms: [form], places: paragraphs.flatMap((paragraph) => [paragraph, 0, form.length, 0]) };
}

const days = fc
  .integer({ min: Date.UTC(1995, 0, 1) / 86_400_000, max: Date.UTC(2031, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10) as Day);
const sightings = fc
  .uniqueArray(fc.constantFrom('liu-wen', 'liu-bao', 'lin-wu'), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }).map((at) => stands(name, at)))),
  );
const articles = fc
  .array(fc.tuple(fc.option(days, { nil: null }), sightings), { maxLength: 40 })
  .map((all) => all.map(([date, found], number) => article(number, date, found)));
const sizes = fc.constantFrom<BinSize>(...BIN_SIZES);

describe('bins', () => {
  test.each<[string, BinSize, string, string, string]>([
    ['2024-02-29', 'month', '2024-02', '2024-02-01', '2024-02-29'],
    ['2024-12-30', 'week', '2025-W01', '2024-12-30', '2025-01-05'],
    ['2021-01-03', 'week', '2020-W53', '2020-12-28', '2021-01-03'],
    ['2026-07-29', 'year', '2026', '2026-01-01', '2026-12-31'],
  ])('%s lies in the %s %s', (day, by, name, from, to) => {
    expect(binOf(day as Day, by)).toEqual({ name, from, to });
  });

  test('bins follow each other without gaps and hold both ends', () => {
    fc.assert(
      fc.property(days, days, sizes, (one, other, wanted) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { bins } = binsBetween(from, to, wanted);
        expect(bins[0]!.from <= from && to <= bins.at(-1)!.to).toBe(true);
        for (const [index, bin] of bins.slice(1).entries()) {
          expect(Date.parse(bin.from) - Date.parse(bins[index]!.to)).toBe(86_400_000);
        }
      }),
    );
  });

  test('where there would be too many the next larger size is taken', () => {
    const { by, bins } = binsBetween('1949-10-01' as Day, '2026-01-01' as Day, 'week');
    expect(by).toBe('year');
    expect(bins.length).toBeLessThan(MOST_BINS);
    expect(binsBetween('0100-01-01' as Day, '2026-01-01' as Day, 'week').bins).toHaveLength(1927);
  });
});

describe('over time', () => {
  test('in 2 of 3 articles of March; one without a date is counted apart', () => {
    const all = [
      article(1, '2025-03-02', [stands('liu-wen', [0, 3])]),
      article(2, '2025-03-09', [stands('liu-wen', [1]), stands('liu-bao', [1])]),
      article(3, '2025-03-10', []),
      article(4, '2025-05-01', [stands('liu-bao', [2])]),
      article(5, null, [stands('liu-wen', [0])]),
    ];
    const { bins, lines, articles: counted, undated } = timelineOf(all, [LIU_WEN], 'month');
    expect(bins.map(({ name, all: denominator }) => [name, denominator])).toEqual([
      ['2025-03', 3],
      ['2025-04', 0],
      ['2025-05', 1],
    ]);
    expect(lines[0]).toMatchObject({
      points: [
        { articles: 2, places: 3 },
        { articles: 0, places: 0 },
        { articles: 0, places: 0 },
      ],
      undated: { articles: 1, places: 1 },
      total: { articles: 3, places: 4 },
      first: { date: '2025-03-02', article: { id: 'article-0001' } },
      last: { date: '2025-03-09', article: { id: 'article-0002' } },
    });
    expect([counted, undated]).toEqual([5, 1]);
  });

  test('nothing counted is no bin, and something never seen is a line of nothing', () => {
    expect(timelineOf([], [LIU_WEN], 'week')).toMatchObject({
      bins: [],
      articles: 0,
      lines: [{ first: null, last: null }],
    });
    const { lines } = timelineOf([article(1, '2025-03-02', [])], [LIU_WEN], 'year');
    expect(lines[0]!.points).toEqual([{ articles: 0, places: 0 }]);
  });

  test('the bins and what has no date make the total, of lines and of denominators', () => {
    fc.assert(
      fc.property(articles, sizes, (all, by) => {
        const { bins, lines, undated, articles: counted } = timelineOf(all, [LIU_WEN, LIU_BAO], by);
        expect(bins.reduce((sum, each) => sum + each.all, undated)).toBe(counted);
        for (const { points, undated: apart, total } of lines) {
          for (const what of ['articles', 'places'] as const) {
            expect(points.reduce((sum, point) => sum + point[what], apart[what])).toBe(total[what]);
          }
          for (const [number, point] of points.entries()) expect(point.articles).toBeLessThanOrEqual(bins[number]!.all);
        }
      }),
    );
  });

  test('the order of the articles changes nothing', () => {
    fc.assert(
      fc.property(articles, sizes, fc.nat(), (all, by, seed) => {
        const others = all.toSorted(
          (a, b) => ((Number(a.id.slice(8)) * 7919 + seed) % 97) - ((Number(b.id.slice(8)) * 7919 + seed) % 97),
        );
        expect(timelineOf(others, [LIU_WEN], by)).toEqual(timelineOf(all, [LIU_WEN], by));
        expect(formsOf(others, LIU_WEN)).toEqual(formsOf(all, LIU_WEN));
        expect(companionsOf(others, LIU_WEN, 'paragraph')).toEqual(companionsOf(all, LIU_WEN, 'paragraph'));
      }),
    );
  });

  test('a scope leaves out what lies outside, and what has no date unless all time is meant', () => {
    const all = [
      article(1, '2025-03-02', []),
      article(2, null, []),
      article(3, '2025-04-01', [], { source: null, is: 'read' }),
    ];
    const idsIn = (scope: Partial<typeof EVERYTHING>) =>
      within(all, { ...EVERYTHING, ...scope }).map((each) => each.id.slice(-1));
    expect(idsIn({})).toEqual(['1', '2', '3']);
    expect(idsIn({ from: '2025-03-02' as Day, to: '2025-03-31' as Day })).toEqual(['1']);
    expect(idsIn({ to: '2025-04-01' as Day })).toEqual(['1', '3']);
    expect(idsIn({ source: '' })).toEqual(['3']);
    expect(idsIn({ is: 'saved' })).toEqual(['1', '2']);
  });
});

test('by source the denominators make all articles', () => {
  fc.assert(
    fc.property(articles, (all) => {
      const rows = breakdownOf(all, [LIU_WEN], 'source');
      expect(rows.reduce((sum, row) => sum + row.all, 0)).toBe(all.length);
    }),
  );
  const rows = breakdownOf(
    [article(1, null, [stands('liu-wen', [0])]), article(2, null, [], { source: null }), article(3, null, [])],
    [LIU_WEN],
    'source',
  );
  expect(rows).toEqual([
    { name: '山西日报', all: 2, counts: [{ articles: 1, places: 1 }] },
    { name: '', all: 1, counts: [{ articles: 0, places: 0 }] },
  ]);
});

test('forms stand side by side with when each was seen', () => {
  const mixed: Sighting = { of: LIU_WEN, forms: ['六稳', '“六稳”工作'], places: [0, 0, 2, 0, 1, 0, 6, 1, 2, 0, 2, 0] };
  expect(
    formsOf([article(1, '2025-01-01', [mixed]), article(2, '2024-01-01', [stands('liu-wen', [0], '六稳')])], LIU_WEN),
  ).toEqual([
    { form: '六稳', articles: 2, places: 3, first: '2024-01-01', last: '2025-01-01' },
    { form: '“六稳”工作', articles: 1, places: 1, first: '2025-01-01', last: '2025-01-01' },
  ]);
});

describe('together', () => {
  const all = [
    article(1, null, [stands('liu-wen', [0, 2]), stands('liu-bao', [2, 3])]),
    article(2, null, [stands('liu-wen', [1])]),
    article(3, null, [stands('liu-bao', [1])]),
  ];

  test('in articles: 1 of 2, of its own 2', () => {
    expect(companionsOf(all, LIU_WEN, 'article')).toEqual({
      all: 2,
      companions: [{ of: LIU_BAO, together: 1, all: 2 }],
    });
  });

  test('in paragraphs: 1 of 3, of its own 3', () => {
    expect(companionsOf(all, LIU_WEN, 'paragraph')).toEqual({
      all: 3,
      companions: [{ of: LIU_BAO, together: 1, all: 3 }],
    });
  });

  test('sentences of one paragraph are one, where only sentences were kept', () => {
    const read = article(4, null, [stands('liu-wen', [0]), stands('liu-bao', [1])], { is: 'read' });
    expect(companionsOf([read], LIU_WEN, 'paragraph').companions).toEqual([]);
    expect(companionsOf([read], LIU_WEN, 'paragraph', () => 5).companions).toHaveLength(1);
  });
});

test('new and vanished between two periods, with both denominators', () => {
  const all = [
    article(1, '2024-05-01', [stands('liu-wen', [0])]),
    article(2, '2024-06-01', [stands('liu-wen', [0]), stands('lin-wu', [1])]),
    article(3, '2025-06-01', [stands('liu-bao', [0]), stands('lin-wu', [1])]),
  ];
  const [earlier, later] = halves(all)!;
  expect(earlier.from).toBe('2024-05-01');
  expect(later.to).toBe('2025-06-01');
  const { ofEarlier, ofLater, rows } = compare(all, earlier, later);
  expect([ofEarlier, ofLater]).toEqual([2, 1]);
  expect(rows.map(({ of, is }) => [of, is])).toEqual([
    ['liu-wen', 'vanished'],
    ['liu-bao', 'new'],
    ['lin-wu', 'both'],
  ]);
  expect(halves([article(1, '2024-05-01', []), article(2, null, [])])).toBeNull();
});

describe('keyword in context', () => {
  const place = { form: '六稳', office: null, paragraph: 0 };
  const line = (number: number, date: string | null, text: string) => {
    const start = text.indexOf('六稳');
    return kwicLine(article(number, date, []), { ...place, start, end: start + 2 }, text);
  };
  const lines = [
    line(1, '2024-01-01', '做好六稳工作'),
    line(2, null, '扎实推进六稳'),
    line(3, '2025-01-01', '把好六稳安排'),
  ];

  test.each([
    ['date', ['3', '1', '2']],
    ['left', ['3', '1', '2']],
    ['right', ['2', '3', '1']],
  ] as const)('by %s', (order, expected) => {
    expect(inKwicOrder(lines, order).map((each) => each.article.id.slice(-1))).toEqual(expected);
  });

  test('a keyword at the edges of its paragraph has nothing beside it; no character is cut in two', () => {
    expect(line(1, null, '六稳')).toMatchObject({ left: '', keyword: '六稳', right: '' });
    expect(line(1, null, `${'𠮷'.repeat(30)}字六稳`).left.isWellFormed()).toBe(true);
  });
});

describe('offices as the articles state them', () => {
  const lin = (office: string | null): Sighting => ({ ...stands('lin-wu', [0, 1], '林武'), offices: [office, null] });
  const all = [
    article(1, '2022-05-13', [lin('省委书记')]),
    article(2, '2022-05-13', [lin('省长')], { source: null }),
    article(3, '2021-01-01', [lin('省长')]),
    article(4, null, [lin('省委书记')]),
    article(5, '2022-06-01', [stands('lin-wu', [0], '林武')]),
  ];
  const { rows, conflicts, articles: named, without } = officesOf(all, id('lin-wu'), null);

  test('each with its articles and days, the earliest first', () => {
    expect(rows.map(({ office, articles: count, first, last }) => [office, count, first, last])).toEqual([
      ['省长', 2, '2021-01-01', '2022-05-13'],
      ['省委书记', 2, '2022-05-13', '2022-05-13'],
    ]);
    expect([named, without]).toEqual([5, 1]);
  });

  test('two articles of one day that differ are told side by side', () => {
    expect(conflicts.map(({ date, stated }) => [date, stated.map(({ office }) => office)])).toEqual([
      ['2022-05-13', ['省委书记', '省长']],
    ]);
  });

  test('several offices in one text are no conflict', () => {
    const both: Sighting = { ...stands('lin-wu', [0, 1], '林武'), offices: ['省委书记', '省人大常委会主任'] };
    const found = officesOf(
      [article(1, '2022-05-13', [both]), article(2, '2022-05-13', [lin('省委书记')])],
      id('lin-wu'),
      null,
    );
    expect(found.conflicts).toEqual([]);
  });
});

test('lists keep the order of each article, and tell who of two stands first in how many', () => {
  const list = (...names: string[]) => names.map(id);
  const all = [
    article(1, '2025-02-01', [], { lists: [list('a', 'b', 'c'), list('c', 'x')] }),
    article(2, '2025-01-01', [], { lists: [list('b', 'a')] }),
    article(3, null, [], { lists: [list('a', 'b')] }),
  ];
  const { lists, pairs } = ordersOf(all, list('a', 'b'));
  expect(lists.map(({ of }) => of.join(''))).toEqual(['ba', 'abc', 'ab']);
  expect(pairs).toEqual([{ one: 'a', other: 'b', oneFirst: 2, otherFirst: 1 }]);
  expect(ordersOf(all, list('c')).lists).toHaveLength(2);
  expect(ordersOf(all, []).lists).toEqual([]);
});
