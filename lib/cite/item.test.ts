import { expect, test } from 'vitest';
import type { Article, Day } from '../model';
import { cite } from './cite';
import { cslItem, type CitedArticle } from './item';

const day = (date: string) => date as Day;
const NOTHING: Omit<CitedArticle, 'url'> = {
  title: null,
  subtitle: null,
  publishedAt: null,
  source: null,
  authors: [],
  editor: null,
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
};
const ARTICLE: CitedArticle = {
  ...NOTHING,
  url: 'https://www.yunze.example/2025/0904/7.html',
  title: '山里来了“数字村医”',
  publishedAt: day('2025-09-04'),
  source: '云泽在线',
};
const reporter = (name: string): Article['authors'][number] => ({ name, role: '记者' });

test('a web page: title, source, both dates, address', () => {
  expect(cslItem(ARTICLE, day('2025-10-08'))).toEqual({
    id: 'yunze.example-2025-09-04',
    type: 'webpage',
    title: '山里来了“数字村医”',
    'container-title': '云泽在线',
    issued: { 'date-parts': [[2025, 9, 4]] },
    accessed: { 'date-parts': [[2025, 10, 8]] },
    URL: 'https://www.yunze.example/2025/0904/7.html',
    language: 'zh-CN',
  });
});

test('what is not known is left out', () => {
  const bare = { ...NOTHING, url: 'https://a.example/' };
  expect(cslItem(bare, null)).toEqual({ id: 'a.example', type: 'webpage', URL: 'https://a.example/' });
});

test('with a page number it stood in a newspaper, whose name is not that of an agency', () => {
  const inPaper = {
    ...ARTICLE,
    pageNumber: '7',
    source: '云泽通讯社',
    site: '云泽日报',
    authors: [reporter('程若川')],
  };
  expect(cite(cslItem(inPaper, day('2025-10-08')), '2025-numeric')).toBe(
    '程若川. 山里来了“数字村医”[N/OL]. 云泽日报，2025-09-04（7）. https://www.yunze.example/2025/0904/7.html.',
  );
});

test('a document is answered for by who issued it', () => {
  const document = {
    ...ARTICLE,
    title: '关于做好古树名木保护工作的意见',
    issuingBody: '云泽省林业局、云泽省财政厅',
    documentNumber: '泽林发〔2025〕3号',
    authors: [reporter('程若川')],
  };
  expect(cite(cslItem(document, day('2025-10-08')), '2025-numeric')).toBe(
    '云泽省林业局，云泽省财政厅. 关于做好古树名木保护工作的意见：泽林发〔2025〕3号[EB/OL]. （2025-09-04）[2025-10-08]. https://www.yunze.example/2025/0904/7.html.',
  );
});

test('a later page of an article is cited by the first', () => {
  const first = 'https://www.yunze.example/2025/0904/7_1.html';
  expect(cslItem({ ...ARTICLE, pageOf: first }, null).URL).toBe(first);
});

test('an English title makes an English entry', () => {
  expect(cslItem({ ...ARTICLE, title: 'A doctor in the hills' }, null).language).toBe('en');
});
