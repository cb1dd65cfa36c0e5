/** A library for tests, written for them: its texts have what breaks formats. */
import { describe } from '../../lib/anchor/locate';
import { fingerprintsOf } from '../../lib/identity/fingerprint';
import { pageKey } from '../../lib/identity/pageKey';
import {
  FACTS,
  type Annotation,
  type AnnotationId,
  type Colour,
  type Day,
  type EntryId,
  type PageKey,
  type SavedArticle,
  type SavedArticleId,
} from '../../lib/model';
import { citing } from '../../lib/export/citing';
import { NOTHING_BESIDE, type AnnotatedArticle, type ExportContext } from '../../lib/export/format';
import { cardOf } from '../../lib/reference/card';
import type { Lexicon } from '../../lib/reference/lexicon';
import { PARAGRAPH_MARK } from '../../lib/text/normalise';

const NOW = Date.parse('2026-06-01T04:00:00Z');

interface Note {
  readonly quote: string | null;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly entries?: readonly string[];
  readonly colour?: Colour;
  readonly otherNotes?: readonly string[];
}

interface Page {
  readonly title: string | null;
  readonly url: string;
  readonly publishedAt: string | null;
  readonly source: string | null;
  readonly paragraphs: readonly string[];
  readonly notes: readonly Note[];
}

/** With characters of two units, marks of Markdown, HTML, tables and formulas. */
export const PAGES: readonly Page[] = [
  {
    title: '某省召开会议：部署“六稳” *重点* 工作',
    url: 'http://www.example.gov.cn/2022-05/13/content_1234567.htm?a=1&b=中文',
    publishedAt: '2022-05-13',
    source: '某省日报',
    paragraphs: [
      '会议强调，要扎实做好“六稳”工作，全面落实“六保”任务。',
      '𠮷林路社区负责人说：一定要把1＋1>2的效应做出来，做到a<b & c|d，“实”字当头。',
      '=SUM(A1:A9) 不是算式，是台账里的一行。',
    ],
    notes: [
      {
        quote: '扎实做好“六稳”工作',
        note: '与上一版相比，由“推进”改为**扎实做好**。\n\n- 一\n- 二\n\n见 [原文](https://example.gov.cn/a(b)?x=1&y=2)。',
        tags: ['六稳', '营商 环境', '2022'],
        entries: ['liu-wen'],
        colour: 'yellow',
      },
      {
        quote: '一定要把1＋1>2的效应做出来，做到a<b & c|d',
        note: '<script>alert(1)</script> 与 `a|b`\n\n```\n未结束的代码',
        tags: ['=HYPERLINK("http://x")'],
        colour: 'pink',
        otherNotes: ['另一台机器上写的'],
      },
      { quote: '=SUM(A1:A9) 不是算式，是台账里的一行。', note: '+86 开头的不是算式', colour: 'green' },
      { quote: '𠮷林路社区', note: '', tags: ['𠮷'], colour: 'blue' },
      { quote: null, note: '整篇：# 不是标题\n| a | b |\n|---|---|\n| 1 | 2 |', tags: ['整篇'], colour: 'purple' },
    ],
  },
  {
    title: null,
    url: 'https://paper.example.cn/rmrb/2023-01/02/nw.D110000_3-01.htm',
    publishedAt: null,
    source: null,
    paragraphs: ['坚持以人民为中心，深刻领悟“两个确立”的决定性意义。', '第一行\t制表符与"直引号"。'],
    notes: [
      { quote: '深刻领悟“两个确立”的决定性意义', note: 'a "quoted" note\nsecond line', entries: ['liang-ge-queli'] },
      { quote: '第一行\t制表符与"直引号"。', note: "-开头, 逗号; 'x'", tags: ['a,b', 'c|d'] },
    ],
  },
  {
    title: 'CON',
    url: 'https://www.example.com/only-saved',
    publishedAt: '2024-02-29',
    source: '网站',
    paragraphs: ['只保存，没有标注。'],
    notes: [],
  },
];

export const LIBRARY: readonly AnnotatedArticle[] = PAGES.map(annotated);

export function annotated(page: Page, number: number): AnnotatedArticle {
  const { title, url, publishedAt, source, paragraphs } = page;
  const text = paragraphs.join(PARAGRAPH_MARK);
  const id = uuid('a', number) as SavedArticleId;
  const article: SavedArticle = {
    id,
    key: pageKey(url) ?? ('' as PageKey),
    url,
    title,
    publishedAt: publishedAt as Day | null,
    source,
    subtitle: null,
    authors: [
      { name: '沈嘉禾', role: '记者' },
      { name: '韩亦舟', role: null },
    ],
    editor: '周望',
    pageNumber: null,
    site: null,
    issuingBody: null,
    documentNumber: null,
    otherKeys: [],
    canonical: null,
    foundBy: Object.fromEntries(FACTS.map((fact) => [fact, null])) as SavedArticle['foundBy'],
    corrected: [],
    said: {},
    paragraphs,
    body: [...paragraphs.keys()],
    fingerprints: fingerprintsOf(paragraphs),
    savedAt: NOW - 86_400_000,
    textSavedAt: NOW - 86_400_000,
    updatedAt: NOW - 3_600_000,
    deletedAt: null,
  };
  const annotations = page.notes.map((each, index): Annotation => {
    const start = each.quote === null ? -1 : text.indexOf(each.quote);
    if (each.quote !== null && start < 0) throw new Error(`${each.quote} is not in the text`);
    return {
      id: uuid('b', number * 100_000 + index) as AnnotationId,
      articleId: id,
      anchor: each.quote === null ? null : describe(text, { start, end: start + each.quote.length }),
      paragraph: each.quote === null ? null : (paragraphs.find((paragraph) => paragraph.includes(each.quote!)) ?? null),
      colour: each.colour ?? 'yellow',
      note: each.note ?? '',
      tags: each.tags ?? [],
      entries: (each.entries ?? []) as EntryId[],
      revision: 1,
      otherNotes: each.otherNotes ?? [],
      createdAt: NOW - 60_000 * (index + 1),
      updatedAt: NOW - 30_000 * (index + 1),
      deletedAt: null,
    };
  });
  return { article, annotations };
}

/** `language` decides words; the clock is that of China. */
export function contextFor(lexicon: Lexicon, language: 'zh' | 'en' = 'zh'): ExportContext {
  return {
    now: NOW,
    version: '0.1.0',
    language,
    local: (time) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 19),
    colourNames: { yellow: '重点', green: null, blue: null, pink: null, purple: null },
    card: (id, day) => {
      const entry = lexicon.entries.get(id);
      return entry === undefined ? null : cardOf(entry, lexicon, day);
    },
    ...citing('2025-numeric'),
    template: null,
    beside: { ...NOTHING_BESIDE, settings: { language: 'zh', 'colour:yellow': '重点' } },
  };
}

function uuid(kind: string, number: number): string {
  return `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** All bytes of a file that is written piece by piece. */
export async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return Buffer.concat(all);
}

export async function textOf(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  return Buffer.from(await bytesOf(chunks)).toString('utf8');
}
