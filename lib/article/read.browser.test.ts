import { describe, expect, test } from 'vitest';
import { readArticle } from './read';

function read(html: string, url = 'http://www.shanxi.gov.cn/a.html') {
  return readArticle(new DOMParser().parseFromString(html, 'text/html'), url);
}

describe('date', () => {
  test.each<[string, string, string | null, string | null, string?]>([
    ['gov standard tag', '<meta name="PubDate" content="2022-05-13 20:00">', '2022-05-13', 'meta PubDate'],
    ['in another case', '<meta name="pubdate" content="2022-05-13 20:00">', '2022-05-13', 'meta PubDate'],
    ['people.com.cn', '<meta name="publishdate" content="2019-06-15">', '2019-06-15', 'meta publishdate'],
    [
      'Open Graph',
      '<meta property="article:published_time" content="2023-05-25T08:00:00+08:00">',
      '2023-05-25',
      'meta article:published_time',
    ],
    [
      'Founder comment',
      '<body><!--enpproperty <founder-date>2026-06-26</founder-date>/enpproperty--><p>x</p>',
      '2026-06-26',
      'founder-date',
    ],
    [
      'date line under the headline',
      '<div><h1>标题标题标题</h1><p>2026年06月25日08:18 来源：山西日报</p></div>',
      '2026-06-25',
      'date line',
    ],
    [
      'the printed paper before the upload',
      `<meta name="PubDate" content="2026-06-27 03:12"><meta property="article:published_time" content="2026-06-28">
        <body><!--enpproperty <founder-date>2026-06-26</founder-date>/enpproperty--><p>x</p>`,
      '2026-06-26',
      'founder-date',
    ],
    [
      'date line above the headline',
      '<p>今天是2026年11月20日</p><ul><li>首页</li></ul><div><p>山西日报 2026年06月25日 第01版</p><h1>标题标题标题</h1></div>',
      '2026-06-25',
      'paper line',
    ],
    [
      'of several dates the one nearest to the headline, not the first',
      `<ul><li>旧闻 <time datetime="2019-01-02">1月2日</time></li></ul><h1>网站</h1>
        <p>热点：另一条消息</p><div class="side"><i class="pubtime">2020-03-04</i></div>
        <div><header><h2>标题标题标题</h2></header><p><span>发布时间：</span><time datetime="2026-06-25T09:00">昨天</time></p>
        <p>2021年7月1日，会议召开。</p></div><meta name="ArticleTitle" content="标题标题标题">`,
      '2026-06-25',
      'date line',
    ],
    [
      'a script is not read',
      '<h1>标题标题标题</h1><script>var day = "2011-01-01"</script><p>2026年6月25日</p>',
      '2026-06-25',
      'date line',
    ],
    ['time element without a headline', '<time datetime="2026-06-25">昨天</time>', '2026-06-25', 'time[datetime]'],
    ['address', '<p>文</p>', '2026-06-25', 'paper address', 'http://epaper.example.cn/html/2026-06/25/content_1.htm'],
    ['address in one piece', '<p>文</p>', '2026-06-25', 'url', 'http://www.example.cn/art/20260625/1.html'],
    ['nothing', '<p>文</p>', null, null, 'http://www.example.cn/a/123456789012.html'],
    ['an impossible date', '<meta name="PubDate" content="2022-13-40">', null, null],
  ])('%s', (_, html, date, rule, url) => {
    const article = read(html, url);
    expect(article.publishedAt).toBe(date);
    expect(article.foundBy.publishedAt).toBe(rule);
  });

  test('a date in an alt is never read', () => {
    expect(read('<h1>标题标题</h1><img alt="2017-11-08 省政府办公厅">').publishedAt).toBeNull();
  });
});

describe('title', () => {
  test.each([
    [
      'gov standard tag',
      '<title>甲_山西省人民政府</title><meta name="ArticleTitle" content="全会在太原召开">',
      '全会在太原召开',
    ],
    ['heading', '<title>x</title><h1>全会 在太原\n召开</h1>', '全会 在太原 召开'],
    ['page title without its site', '<title>中共山西省委召开会议--时政--人民网</title>', '中共山西省委召开会议'],
    ['a heading is not cut', '<h1>中共山西省委召开会议_图文</h1>', '中共山西省委召开会议_图文'],
    ['nor a heading with a dash', '<h1>攻坚践初心 破难出政绩——我省综述</h1>', '攻坚践初心 破难出政绩——我省综述'],
    [
      'Open Graph without its site',
      '<meta property="og:title" content="中共山西省委召开会议 - 晋中日报">',
      '中共山西省委召开会议',
    ],
    ['a hyphen inside a name', '<title>山西代表参加中国-中亚峰会_新华网</title>', '山西代表参加中国-中亚峰会'],
    ['a site after a hyphen', '<title>山西代表参加中国-中亚峰会-人民网</title>', '山西代表参加中国-中亚峰会'],
    ['underscores', '<title>中共山西省委召开会议_新闻中心_长江网_cjn.cn</title>', '中共山西省委召开会议'],
  ])('%s', (_, html, title) => {
    expect(read(html).title).toBe(title);
  });
});

describe('source', () => {
  test.each([
    ['gov standard tag', '<meta name="contentSource" content="山西日报">', '山西日报'],
    ['a numeric id is none', '<meta name="source" content="104363"><h1>题</h1><p>来源：新华社</p>', '新华社'],
    ['by its word', '<h1>题</h1><p>2022年5月13日 来源： 山西日报 作者：某</p>', '山西日报'],
    ['right after the date', '<h1>题</h1><p><i>2022年5月13日</i><i>来源：山西日报</i></p>', '山西日报'],
    ['in one piece with the date', '<h1>题</h1><p>2022年5月13日来源：山西日报</p>', '山西日报'],
    ['of information', '<h1>题</h1><p>信息来源：山西日报</p>', '山西日报'],
    ['another word', '<h1>题</h1><p>主要能源来源：煤炭。资金来源：财政拨款</p>', null],
    ['nothing', '<p>文</p>', null],
  ])('%s', (_, html, source) => {
    expect(read(html).source).toBe(source);
  });
});
