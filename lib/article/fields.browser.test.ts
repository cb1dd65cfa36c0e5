import { describe, expect, test } from 'vitest';
import type { Article } from '../model';
import { readArticle } from './read';

const NOW = Date.UTC(2026, 10, 20);

function read(html: string, url = 'http://www.example.cn/a.html'): Article {
  return readArticle(new DOMParser().parseFromString(html, 'text/html'), url, NOW);
}

describe('page of the paper', () => {
  test.each<[string, string, string | null, string?]>([
    ['Founder', '<!--enpproperty <founder-pagenum>03</founder-pagenum>/enpproperty-->', '3'],
    ['Founder, name of the page', '<!--enpproperty <nodename>第02版:要闻</nodename>/enpproperty-->', '2'],
    ['人民日报', '<h1>题目在此</h1><p>《人民日报》（<span>2026年08月03日</span> 第 01 版）</p>', '1'],
    ['at the end of a reprint', '<h1>题目在此</h1><p>文</p><p>《 人民日报 》（ 2019年06月15日 07 版）</p>', '7'],
    ['with a letter', '<p>山西日报 2026年06月27日 星期六 第A03版</p><h1>题目在此</h1>', 'A3'],
    [
      'address',
      '<p>文</p>',
      '17',
      'http://paper.people.com.cn/rmrb/html/2022-08/16/nw.D110000renmrb_20220816_3-17.htm',
    ],
    [
      'a list of pages is none',
      '<p>第01版 第02版</p><h1>题目在此</h1>',
      null,
      'http://epaper.example.cn/html/2026-06/25/content_1.htm',
    ],
    ['only papers have pages', '<h1>题目在此</h1><p>第2版</p>', null],
  ])('%s', (_, html, page, url) => {
    expect(read(html, url).pageNumber).toBe(page);
  });
});

describe('documents', () => {
  const TABLE =
    '<table><tr><td>索 引 号：</td><td>0001/2022-1</td><td>发文机关：</td><td>山西省人民政府</td></tr>' +
    '<tr><td>成文日期：</td><td>2022年05月10日</td><td>发布日期：</td><td>2022年05月20日</td></tr>' +
    '<tr><td>发文字号：</td><td>晋政发〔2022〕12号</td><td>主题分类：</td><td>农业</td></tr></table><h1>关于果业的通知</h1>';

  test('the table tells body, number and day', () => {
    expect(read(TABLE)).toMatchObject({
      issuingBody: '山西省人民政府',
      documentNumber: '晋政发〔2022〕12号',
      publishedAt: '2022-05-20',
      otherDates: [],
      foundBy: { issuingBody: 'document table', documentNumber: 'document table', publishedAt: 'date line' },
    });
  });

  test.each<[string, string | null]>([
    ['晋政发〔2022〕12号', '晋政发〔2022〕12号'],
    ['晋政办发[2022]第12号', '晋政办发〔2022〕12号'],
    ['国办发（2024）21号', '国办发〔2024〕21号'],
    ['国办函［2024］ 003 号', '国办函〔2024〕3号'],
    ['根据晋政发〔2022〕12号文件要求，现通知如下。', null],
  ])('number on a line: %s', (line, number) => {
    const article = read(`<h1>山西省人民政府关于印发措施的通知</h1><p>${line}</p><p>各市：</p>`);
    expect(article.documentNumber).toBe(number);
    expect(article.issuingBody).toBe(number === null ? null : '山西省人民政府');
  });

  test('two words of a table do not make one', () => {
    expect(read('<h1>关于文号的说明</h1><p>文号：见附件</p>').documentNumber).toBeNull();
  });
});

describe('pages of an article', () => {
  test.each<[string, string, string, string | null]>([
    [
      'with a link back',
      '<a href="t20220520_9.htm">上一页</a>',
      'http://a.cn/x/t20220520_9_2.htm',
      'http://a.cn/x/t20220520_9.htm',
    ],
    [
      'people.com.cn',
      '<a href="c1-2.html">2</a><a href="c1.html">1</a>',
      'http://a.cn/n1/c1-3.html',
      'http://a.cn/n1/c1.html',
    ],
    ['a number of an article', '<a href="b.html">b</a>', 'http://a.cn/html/content_2.htm', null],
    ['the first one', '<a href="t1_2.htm">下一页</a>', 'http://a.cn/t1.htm', null],
  ])('%s', (_, html, url, first) => {
    expect(read(`<h1>题目在此</h1>${html}`, url).pageOf).toBe(first);
  });
});

describe('titles of a paper', () => {
  test('lines above and below are kept apart', () => {
    const article = read('<div class="article"><h3>新时代画卷</h3><h1>煤城的账本</h1><h2>——从矿坑到湿地</h2></div>');
    expect(article).toMatchObject({ title: '煤城的账本', subtitle: '新时代画卷 ——从矿坑到湿地' });
  });

  test('a byline is no subtitle', () => {
    expect(read('<h1>煤城的账本</h1><h4>本报记者 张三</h4>').subtitle).toBeNull();
  });

  test('Founder, its tags and entities taken out', () => {
    const html =
      '<!--enpproperty <founder-title>煤城&nbsp;的<br>账本</founder-title><founder-subtitle>副题</founder-subtitle>/enpproperty-->';
    expect(read(html)).toMatchObject({
      title: '煤城 的 账本',
      subtitle: '副题',
      foundBy: { title: 'comment founder-title' },
    });
  });
});

describe('dates', () => {
  test('one that contradicts is told with its rule', () => {
    const article = read(
      '<meta name="PubDate" content="2026-06-27 03:12"><body><!--enpproperty <founder-date>2026-06-26</founder-date>/enpproperty-->',
    );
    expect(article.publishedAt).toBe('2026-06-26');
    expect(article.otherDates).toEqual([{ day: '2026-06-27', by: 'meta PubDate' }]);
  });

  test.each<[string, string, string | null]>([
    ['in the future', '<meta name="PubDate" content="2099-01-01">', null],
    ['the reader’s clock may be a day behind', '<meta name="PubDate" content="2026-11-21">', '2026-11-21'],
    ['before the People’s Republic', '<meta name="PubDate" content="1900-01-01">', null],
    [
      'a wrong one does not hide a right one',
      '<meta name="PubDate" content="2099-01-01"><h1>题目在此</h1><p>2026-06-25</p>',
      '2026-06-25',
    ],
    [
      'repeated tags, the first empty',
      '<meta name="PubDate" content=""><meta name="pubdate" content="2022-05-20">',
      '2022-05-20',
    ],
    ['prose', '<h1>题目在此</h1><p>2021年7月1日，会议召开。</p>', null],
    ['prose, in the middle', '<h1>题目在此</h1><p>据了解，2021年7月1日起施行。</p>', null],
    ['relative', '<h1>题目在此</h1><p>3小时前</p>', null],
    ['of a comment', '<h1>题目在此</h1><div class="comments"><p>2026-02-03 08:00</p></div>', null],
    ['today', '<p>今天是 2026年11月20日</p><h1>题目在此</h1><p>2026-06-25 08:00</p>', '2026-06-25'],
    ['written and made public', '<p>成文日期：2022-05-10 发布日期：2022-05-20</p><h1>题目在此</h1>', '2022-05-20'],
    [
      'Xinhua in parts',
      '<div class="header-time"><span><em>2022</em></span><span><em>05</em>/<em>13</em></span><span>19:41:22</span></div><p>天晴了。</p>',
      '2022-05-13',
    ],
    ['WeChat', '<div id="js_content"></div><script>var ct = "1656410400";</script>', '2022-06-28'],
    [
      'JSON-LD, in the day of China',
      '<script type="application/ld+json">{"datePublished":"2026-04-02T23:10:00Z"}</script>',
      '2026-04-03',
    ],
  ])('%s', (_, html, day) => {
    expect(read(html).publishedAt).toBe(day);
  });
});

describe('source', () => {
  test.each<[string, string, string | null, string?]>([
    ['of the paper', '<p>晋中日报 2026年06月27日 星期六 第 01 版</p><h1>题目在此</h1>', '晋中日报'],
    ['by the title of an e-paper', '<title>晋中日报数字报-题目在此</title><h1>题目在此</h1>', '晋中日报'],
    ['its book marks dropped', '<h1>题目在此</h1><p>来源：《山西日报》</p>', '山西日报'],
    ['without 原创稿', '<meta name="source" content="来源：人民网-人民日报 原创稿">', '人民网-人民日报'],
    ['a label follows in one piece', '<h1>题目在此</h1><p>来源：新华社发布时间：2026-06-25</p>', '新华社'],
    ['empty, a label follows', '<h1>题目在此</h1><p>来源： 作者：张三</p>', null],
    ['above the title', '<p>来源：新华网</p><h1>题目在此</h1>', '新华网'],
  ])('%s', (_, html, source, url) => {
    expect(read(html, url).source).toBe(source);
  });
});

test('the page is left as it was', () => {
  const html =
    '<h1>题目在此</h1><!--enpproperty <founder-title>题&nbsp;目</founder-title>/enpproperty--><p>（记者 张三）</p>';
  const document = new DOMParser().parseFromString(html, 'text/html');
  const before = document.documentElement.outerHTML;
  readArticle(document, 'http://www.example.cn/a.html', NOW);
  expect(document.documentElement.outerHTML).toBe(before);
});
