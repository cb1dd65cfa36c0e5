import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import { contextFor, LIBRARY, textOf } from '../../tests/export/library';
import { allOf, fileOf, MemoryStore } from '../../tests/export/memoryStore';
import { locate } from '../anchor/locate';
import { buildLexicon } from '../reference/lexicon';
import { FORMATS, READERS } from './formats';

const context = contextFor(buildLexicon([readBundledPack()]));
const page = 'https://news.example.cn/2025/0331/c1001.html';
// As long as anchors want it where nothing is known of what stands around it.
const quote = '扎实推进“放管服”改革，着力打造市场化法治化国际化营商环境';
const prefix = '会议提出，要';

const HYPOTHESIS = {
  export_date: '2025-06-03T09:00:00.000Z',
  annotations: [
    {
      id: 'hypothesis-1',
      created: '2025-06-03T08:16:00.000000+00:00',
      uri: page,
      text: '与上一版不同。',
      tags: ['放管服'],
      target: [
        { source: page, selector: [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact: quote, prefix }] },
      ],
      document: { title: ['改革再出发'] },
    },
    { id: 'hypothesis-2', uri: page, text: '同意。', references: ['hypothesis-1'] },
  ],
};
const W3C = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://annotations.example/1',
  type: 'Annotation',
  created: '2025-06-03T08:16:00Z',
  body: [
    { type: 'TextualBody', value: '与上一版不同。', purpose: 'commenting' },
    { type: 'TextualBody', value: '放管服', purpose: 'tagging' },
  ],
  target: { source: page, selector: { type: 'TextQuoteSelector', exact: quote, prefix } },
};
const READWISE = `Highlight,Title,Author,URL,Note,Location,Date\n${quote},改革再出发,,${page},.放管服 与上一版不同。,3,2025-06-03 08:16:00\n`;
const HYPOTHESIS_CSV = `Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n2025-06-03 08:16,reader,,${page},Public,Annotation,${quote},与上一版不同。,"放管服,改革"`;

describe.each([
  ['hypothesis', JSON.stringify(HYPOTHESIS), '与上一版不同。\n\n同意。', ['放管服']],
  ['w3c', JSON.stringify(W3C), '与上一版不同。', ['放管服']],
  ['readwise', READWISE, '与上一版不同。', ['放管服']],
  ['hypothesis-csv', HYPOTHESIS_CSV, '与上一版不同。', ['放管服', '改革']],
] as const)('%s', (id, content, note, tags) => {
  const { read, reads } = READERS[id];

  test('its quote, note, tags, time and page are taken', async () => {
    const [only] = await allOf(read(fileOf(content)));
    expect(only).toMatchObject({
      is: 'article',
      article: { url: page, key: 'news.example.cn/2025/0331/c1001.html' },
      annotations: [{ note, tags, anchor: { quote }, createdAt: Date.parse('2025-06-03T08:16:00Z') }],
    });
  });

  test('its passage is found in the page', async () => {
    const [only] = await allOf(read(fileOf(content)));
    const text = `标题\u2029${prefix}${quote}，更好服务企业。`;
    if (only?.is !== 'article') throw new Error('no article');
    expect(locate(text, only.annotations[0]!.anchor!)).toMatchObject({ state: 'exact', start: text.indexOf(quote) });
  });

  test('read twice, it is added once', async () => {
    const store = new MemoryStore();
    await store.take(() => read(fileOf(content)), reads);
    const { tally } = await store.take(() => read(fileOf(content)), reads);
    expect(tally.annotations).toEqual({ added: 0, changed: 0, skipped: 1 });
    expect(store.notes.size).toBe(1);
  });
});

test('CSV that a spreadsheet wrote, with semicolons or tabs, is read', async () => {
  for (const mark of [';', '\t']) {
    const csv = `\ufeffHighlight${mark}URL${mark}Note\r\n"甲,乙"${mark}${page}${mark}丙|丁\r\n`;
    const [only] = await allOf(READERS.readwise.read(fileOf(csv)));
    expect(only).toMatchObject({ annotations: [{ anchor: { quote: '甲,乙' }, note: '丙|丁' }] });
  }
});

test('our own web annotations come back with everything but what the model has no place for', async () => {
  const file = fileOf(await textOf(FORMATS.w3c.write(() => LIBRARY, context)));
  const articles = (await allOf(READERS.w3c.read(file))).filter((each) => each.is === 'article');
  const notes = articles.flatMap(({ annotations }) => annotations);
  const wanted = LIBRARY.flatMap(({ annotations }) => annotations);
  expect(
    notes.map(({ id, note, otherNotes, tags, entries, colour, createdAt, updatedAt, paragraph }) => ({
      id,
      note,
      otherNotes,
      tags,
      entries,
      colour,
      createdAt,
      updatedAt,
      paragraph,
    })),
  ).toEqual(
    wanted.map(({ id, note, otherNotes, tags, entries, colour, createdAt, updatedAt, paragraph }) => ({
      id,
      note,
      otherNotes,
      tags,
      entries,
      colour,
      createdAt,
      updatedAt,
      paragraph,
    })),
  );
  expect(
    notes.map(({ anchor }) => anchor && [anchor.before, anchor.quote, anchor.after, anchor.start, anchor.end]),
  ).toEqual(
    wanted.map(({ anchor }) => anchor && [anchor.before, anchor.quote, anchor.after, anchor.start, anchor.end]),
  );
  const [first] = articles;
  expect(first!.article).toMatchObject({
    title: LIBRARY[0]!.article.title,
    publishedAt: '2022-05-13',
    source: '某省日报',
  });
});

test('our own file for Readwise and for Hypothesis give the quotes and notes back', async () => {
  for (const id of ['readwise', 'hypothesis'] as const) {
    const file = fileOf(await textOf(FORMATS[id].write(() => LIBRARY, context)));
    const articles = (await allOf(READERS[id].read(file))).filter((each) => each.is === 'article');
    const quotes = articles.flatMap(({ annotations }) => annotations.map(({ anchor }) => anchor?.quote ?? null));
    expect(quotes).toEqual(
      LIBRARY.flatMap(({ annotations }) => annotations.map(({ anchor }) => anchor?.quote ?? null)),
    );
    expect(articles[0]!.annotations[2]).toMatchObject({ note: '+86 开头的不是算式' });
  }
});
