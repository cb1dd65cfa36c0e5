import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { describe as describePassage } from '../anchor/locate';
import { COLOURS, type Annotation, type AnnotationId, type Day, type EntryId, type SavedArticle } from '../model';
import { termsOf } from '../search/terms';
import { DataSet } from './dataSet';
import type { EntryNames } from './entryNames';
import { find } from './found';
import { groupsOf } from './groups';
import { ordersOf } from './orders';
import { overviewOf } from './overview';
import { NO_QUERY, type Query } from './query';
import type { Listed } from './rows';

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10) as Day;
const at = (day: string) => Date.parse(`${day}T08:00:00Z`);

function article(id: string, fields: Partial<SavedArticle> = {}): SavedArticle {
  const savedAt = at('2025-03-10');
  const base = {
    key: id,
    url: `http://www.gov.cn/${id}.html`,
    title: '题',
    publishedAt: '2025-03-01',
    source: '新华网',
  };
  const rest = {
    authors: [],
    documentNumber: null,
    corrected: [],
    paragraphs: [],
    body: [],
    fingerprints: [],
    savedAt,
    updatedAt: savedAt,
    deletedAt: null,
  };
  return { id, ...base, ...rest, ...fields } as unknown as SavedArticle;
}

function note(id: string, articleId: string, quote: string | null, fields: Partial<Annotation> = {}): Annotation {
  const anchor = quote === null ? null : describePassage(quote, { start: 0, end: quote.length });
  const base = { paragraph: quote, colour: 'yellow', note: '', tags: [], entries: [], revision: 1, otherNotes: [] };
  const times = { createdAt: at('2025-03-11'), updatedAt: at('2025-03-11'), deletedAt: null };
  return { id, articleId, anchor, ...base, ...times, ...fields } as unknown as Annotation;
}

const LIU_WEN: EntryNames = {
  id: 'liu-wen' as EntryId,
  kind: 'formulation',
  forms: ['六稳', '六稳工作'],
  pinyin: ['liuwen', 'lw', 'wen', 'w'],
  english: ' stability on six fronts',
};
const PERSON: EntryNames = {
  id: 'jia' as EntryId,
  kind: 'official',
  forms: ['甲某'],
  pinyin: ['jiamou', 'jm'],
  english: ' jia mou',
};

let set: DataSet;
beforeEach(() => {
  set = new DataSet(dayOf);
  set.entryNames = new Map([LIU_WEN, PERSON].map((names) => [names.id, names]));
});

function ids(
  query: Partial<Query>,
  of: 'notes' | 'articles' = 'notes',
  segment: ((run: string) => string[]) | null = null,
) {
  const asked = { ...NO_QUERY, ...query };
  const { numbers } = find(set, ordersOf(set), of, asked, termsOf(asked.text, segment));
  return [...numbers].map(
    (number) => ((of === 'notes' ? set.listedNote(number) : set.listedArticle(number)) as Listed).id,
  );
}

describe('search', () => {
  beforeEach(() => {
    set.putArticle(
      article('a1', {
        title: '青禾县部署安全生产',
        paragraphs: ['会议指出，要推进营商环境建设，完成重大项目。', '第二段'],
      }),
    );
    set.putArticle(
      article('a2', { title: '柳泉市召开座谈会', source: '柳泉日报', paragraphs: ['全文另说乡村振兴。'] }),
    );
    set.putNote(note('n1', 'a1', '要推进营商环境建设', { note: 'compare the March bulletin', tags: ['措辞'] }));
    set.putNote(note('n2', 'a1', '完成重大项目', { entries: [LIU_WEN.id] }));
    set.putNote(note('n3', 'a2', null, { note: '**结构**与上月相同', tags: ['待核实'], entries: [PERSON.id] }));
  });

  test.each<[string, string[]]>([
    ['营商环境', ['n1']],
    ['營商環境', ['n1']],
    ['营商 建设', ['n1']],
    ['“推进营商”', ['n1']],
    ['march', ['n1']],
    ['Bulletin Compare', ['n1']],
    ['arch', []],
    ['措辞', ['n1']],
    ['cuoci', ['n1']],
    ['cc', ['n1']],
    ['六稳', ['n2']],
    ['liuwen', ['n2']],
    ['stability', ['n2']],
    ['jia', ['n3']],
    ['安全生产', ['n1', 'n2']],
    ['aqsc', ['n1', 'n2']],
    ['anquansc', ['n1', 'n2']],
    ['lqrb', ['n3']],
    ['结构 daiheshi', ['n3']],
    ['安全 march', ['n1']],
    ['乡村振兴', []],
    ['项', ['n2']],
    ['　', ['n1', 'n2', 'n3']],
  ])('“%s” finds the annotations %j', (text, expected) => {
    expect(ids({ text }).sort()).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['乡村振兴', ['a2']],
    ['重大项目', ['a1']],
    ['qhx', ['a1']],
    ['compare', ['a1']],
    ['jiamou', ['a2']],
  ])('“%s” finds the articles %j', (text, expected) => {
    expect(ids({ text }, 'articles')).toEqual(expected);
  });

  test('a run that nowhere stands so is found by its words, one that does comes first', () => {
    set.putNote(note('n4', 'a2', '建设营商环境要先行'));
    const segment = (run: string) => (run === '营商环境建设' ? ['营商环境', '建设'] : [run]);
    expect(ids({ text: '营商环境建设' }, 'notes', null)).toEqual(['n1']);
    expect(ids({ text: '营商环境建设' }, 'notes', segment)).toEqual(['n1', 'n4']);
    expect(ids({ text: '“营商环境建设”' }, 'notes', segment)).toEqual(['n1']);
  });

  test.each<[string, readonly string[], string[], string[]]>([
    ['both in the title', ['部署', '青禾'], ['n1', 'n2'], ['a1']],
    ['title and quote', ['青禾', '营商环境'], ['n1'], ['a1']],
    ['title and tag', ['安全生产', '措辞'], ['n1'], ['a1']],
    ['title and linked formulation', ['安全生产', '六稳'], ['n2'], ['a1']],
    ['source and person', ['柳泉日报', '甲某'], ['n3'], ['a2']],
    ['note, tag and source', ['结构', '核实', '柳泉日报'], ['n3'], ['a2']],
    ['tag and person', ['核实', '甲某'], ['n3'], ['a2']],
    ['title and a text that no annotation quotes', ['柳泉市', '乡村振兴'], [], ['a2']],
    ['words of two annotations of one article', ['措辞', '六稳'], [], ['a1']],
    ['words of two articles', ['青禾', '柳泉市'], [], []],
  ])('words are found together wherever they stand, written apart or as a run: %s', (_, words, notes, articles) => {
    const segment = (run: string) => (run === words.join('') ? [...words] : [run]);
    for (const text of [words.join(' '), words.join('')]) {
      expect(ids({ text }, 'notes', segment).sort(), text).toEqual(notes);
      expect(ids({ text }, 'articles', segment), text).toEqual(articles);
    }
  });

  test('own words weigh more than the title of the article', () => {
    set.putNote(note('n5', 'a2', '安全生产责任', { createdAt: at('2020-01-01') }));
    expect(ids({ text: '安全生产' })[0]).toBe('n5');
    expect(ids({ text: '安全生产', sort: 'newest' }).at(-1)).toBe('n5');
  });
});

describe('what changes', () => {
  test('an annotation that was changed is found by its new words only; a deleted one not at all', () => {
    set.putArticle(article('a1'));
    set.putNote(note('n1', 'a1', '旧的说法'));
    set.settle();
    set.putNote(note('n1', 'a1', '新的提法', { revision: 2 }));
    expect([ids({ text: '旧的' }), ids({ text: '新的' })]).toEqual([[], ['n1']]);
    set.putNote(note('n1', 'a1', '新的提法', { deletedAt: 1 }));
    expect([ids({}), ids({ text: '新的' })]).toEqual([[], []]);
    set.putNote(note('n1', 'a1', '又回来了'));
    expect(ids({ text: '回来' })).toEqual(['n1']);
  });

  test('an article goes with its annotations; an annotation without its article is left out', () => {
    set.putArticle(article('a1'));
    set.putNote(note('n1', 'a1', '甲'));
    set.putNote(note('n2', 'a9', '乙'));
    expect(ids({})).toEqual(['n1']);
    set.putArticle(article('a1', { deletedAt: 1 }));
    expect([ids({}), ids({}, 'articles')]).toEqual([[], []]);
    expect(set.counts).toEqual({ notes: 0, articles: 0 });
  });

  test('a quote that the stored text does not have is lost; without a text nothing is', () => {
    set.putArticle(article('a1', { paragraphs: ['会议强调，要抓好落实。'] }));
    set.putArticle(article('a2'));
    set.putNote(note('n1', 'a1', '会议强调'));
    set.putNote(note('n2', 'a1', '会议指出'));
    set.putNote(note('n3', 'a2', '会议指出'));
    expect(ids({ states: ['lost'] })).toEqual(['n2']);
    set.putArticle(article('a3', { paragraphs: ['热门推荐', '会议强调，要抓好落实。'], body: [1] }));
    set.putNote(note('n4', 'a3', '热门推荐'));
    expect(ids({ states: ['lost'] })).toEqual(['n2']);
    expect(ids({ text: '热门' }, 'articles')).toEqual(['a3']);
    set.removeNote('n4' as AnnotationId);
    expect(ids({ text: '热门' }, 'articles')).toEqual([]);
  });
});

describe('conditions', () => {
  beforeEach(() => {
    set.putArticle(article('a1', { publishedAt: '2025-01-05' as Day }));
    set.putArticle(article('a2', { publishedAt: null, source: null, url: 'http://sx.people.com.cn/2.html' }));
    set.putNote(note('n1', 'a1', '甲', { colour: 'blue', tags: ['要点', '数字'], createdAt: at('2025-02-01') }));
    set.putNote(note('n2', 'a1', '乙', { colour: 'green', tags: ['要点'], note: '写了', createdAt: at('2025-02-28') }));
    set.putNote(
      note('n3', 'a2', null, {
        note: '全文',
        entries: [LIU_WEN.id],
        otherNotes: ['另一份'],
        createdAt: at('2025-03-01'),
      }),
    );
  });

  test.each<[string, Partial<Query>, string[]]>([
    ['one of the colours', { colours: ['blue', 'green'] }, ['n1', 'n2']],
    ['all of the tags', { tags: ['要点', '数字'] }, ['n1']],
    ['kinds', { kinds: ['highlight', 'article'] }, ['n1', 'n3']],
    ['an entry', { entries: [LIU_WEN.id] }, ['n3']],
    ['a source that is none', { sources: [''] }, ['n3']],
    ['a site', { sites: ['gov.cn'] }, ['n1', 'n2']],
    ['both ends of when it was read', { read: { from: '2025-02-01' as Day, to: '2025-02-28' as Day } }, ['n1', 'n2']],
    [
      'published, which an undated article is never',
      { published: { from: null, to: '2030-01-01' as Day } },
      ['n1', 'n2'],
    ],
    ['states together', { states: ['conflict', 'undated'] }, ['n3']],
    ['several at once', { colours: ['blue'], tags: ['要点'], text: '甲' }, ['n1']],
    ['what nothing has', { tags: ['没有'] }, []],
  ])('%s', (_, query, expected) => {
    expect(ids(query).sort()).toEqual(expected);
  });

  test('an article passes when one of its annotations meets all conditions on annotations', () => {
    expect(ids({ colours: ['blue'], tags: ['数字'] }, 'articles')).toEqual(['a1']);
    expect(ids({ colours: ['green'], tags: ['数字'] }, 'articles')).toEqual([]);
    expect(ids({ states: ['undated'] }, 'articles')).toEqual(['a2']);
  });

  test('counts tell what another value of the same condition would find', () => {
    const facets = find(set, ordersOf(set), 'notes', { ...NO_QUERY, colours: ['blue'] }, []).facets();
    expect(facets.colours.filter(({ count }) => count > 0)).toEqual([
      { name: 'yellow', count: 1 },
      { name: 'green', count: 1 },
      { name: 'blue', count: 1 },
    ]);
    expect(facets.tags).toEqual([
      { name: '数字', count: 1 },
      { name: '要点', count: 1 },
    ]);
  });

  test('every order, and the newest first where nothing is asked for', () => {
    expect(ids({})).toEqual(['n3', 'n2', 'n1']);
    expect(ids({ sort: 'oldest' })).toEqual(['n1', 'n2', 'n3']);
    expect(ids({ sort: 'published' }).at(-1)).toBe('n3');
  });

  test('groups: by tag, people apart from other entries, by name', () => {
    const tags = groupsOf(set, 'tags', NO_QUERY, []);
    expect(tags.map(({ name, notes, articles, last }) => [name, notes, articles, last])).toEqual([
      ['要点', 2, 1, '2025-02-28'],
      ['数字', 1, 1, '2025-02-01'],
    ]);
    expect(groupsOf(set, 'tags', NO_QUERY, termsOf('shuz', null)).map(({ name }) => name)).toEqual(['数字']);
    expect(groupsOf(set, 'people', NO_QUERY, [])).toEqual([]);
    expect(groupsOf(set, 'formulations', NO_QUERY, termsOf('six', null)).map(({ name }) => name)).toEqual(['liu-wen']);
  });

  test('overview: months without gaps, totals, what most', () => {
    const overview = overviewOf(set, NO_QUERY);
    expect(overview.months).toEqual([
      { month: '2025-02', articles: 0, notes: 2 },
      { month: '2025-03', articles: 2, notes: 1 },
    ]);
    expect(overview).toMatchObject({ notes: 3, articles: 2, written: 2, tags: 2 });
    expect(overview.topTags[0]).toEqual({ name: '要点', count: 2 });
  });
});

test('whatever is asked, the count of each value is what choosing it finds', () => {
  const rows = fc.array(
    fc.record({
      article: fc.integer({ min: 0, max: 3 }),
      colour: fc.constantFrom(...COLOURS),
      tags: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙')),
      note: fc.constantFrom('', '写了'),
    }),
    { maxLength: 25 },
  );
  const queries = fc.record({
    colours: fc.uniqueArray(fc.constantFrom(...COLOURS), { maxLength: 2 }),
    tags: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙'), { maxLength: 2 }),
    sources: fc.uniqueArray(fc.constantFrom('源0', '源1', '源2'), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(rows, queries, fc.constantFrom('notes' as const, 'articles' as const), (all, conditions, of) => {
      set = new DataSet(dayOf);
      for (let each = 0; each < 4; each++) set.putArticle(article(`a${each}`, { source: `源${each}` }));
      all.forEach((row, index) => set.putNote(note(`n${index}`, `a${row.article}`, '文', row)));
      const query = { ...NO_QUERY, ...conditions };
      const facets = find(set, ordersOf(set), of, query, []).facets();
      for (const { name, count } of facets.colours) {
        if (of === 'notes') expect(count).toBe(ids({ ...query, colours: [name as never] }).length);
      }
      for (const { name, count } of facets.sources) expect(count).toBe(ids({ ...query, sources: [name] }, of).length);
      for (const { name, count } of facets.tags) {
        expect(count).toBe(ids({ ...query, tags: [...new Set([...query.tags, name])] }, of).length);
      }
    }),
    { numRuns: 60 },
  );
});
