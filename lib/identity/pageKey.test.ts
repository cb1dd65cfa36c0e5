import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageKey, pageNumberIn } from './pageKey';

const PEOPLE = 'sx.people.com.cn/n2/2023/0526/c189130-40432109.html';
const GOV = 'gov.cn/zhengce/content_5690000.htm';
const WECHAT = 'mp.weixin.qq.com/s?__biz=MzA3MjAwMjAwMA%3D%3D&mid=2650000001&idx=1';

describe('one article has one key', () => {
  test.each([
    [
      'scheme',
      PEOPLE,
      [`http://${PEOPLE}`, `https://${PEOPLE}`, `HTTP://SX.People.COM.cn/${PEOPLE.split('/').slice(1).join('/')}`],
    ],
    [
      'default ports',
      GOV,
      [
        `http://www.gov.cn:80/zhengce/content_5690000.htm`,
        `https://www.gov.cn:443/zhengce/content_5690000.htm`,
        `http://www.gov.cn:443/zhengce/content_5690000.htm`,
      ],
    ],
    [
      'host prefixes',
      GOV,
      [
        `http://${GOV}`,
        `http://www.${GOV}`,
        `http://m.${GOV}`,
        `http://wap.${GOV}`,
        `http://www.gov.cn./zhengce/content_5690000.htm`,
      ],
    ],
    [
      'fragment',
      PEOPLE,
      [
        `http://${PEOPLE}#`,
        `http://${PEOPLE}#p2`,
        `http://${PEOPLE}#/`,
        `http://${PEOPLE}#/?`,
        `http://${PEOPLE}#/?share=1`,
        `http://${PEOPLE}#:~:text=六稳`,
      ],
    ],
    [
      'tracking',
      PEOPLE,
      [
        'utm_source=a&utm_medium=b',
        'spm=C73544894212.P59511941341.0.0',
        'from=timeline&isappinstalled=0',
        'from=singlemessage&scene=21&clicktime=1652680000',
        'share_token=1&sharefrom=wx&shareId=9',
        'nsukey=abc%3D',
        'timestamp=1652680000123',
        't=1652680000&_=1652680000123&rand=0.12345678',
        'print=1',
        '',
      ].map((query) => `http://${PEOPLE}?${query}`),
    ],
    [
      'the order of parameters',
      'a.cn/show?cat=2&id=1',
      ['http://a.cn/show?id=1&cat=2', 'http://a.cn/show?cat=2&id=1&utm_id=3', 'http://a.cn/show?cat=2&amp;id=1'],
    ],
    [
      'page numbers of gov.cn',
      GOV,
      [
        `http://${GOV}`,
        'http://www.gov.cn/zhengce/content_5690000_2.htm',
        'http://www.gov.cn/zhengce/content_5690000_12.htm',
      ],
    ],
    ['page numbers of people.cn', PEOPLE, [`http://${PEOPLE}`, `http://${PEOPLE.replace('.html', '-2.html')}`]],
    [
      'page numbers of chinanews.com',
      'chinanews.com/gn/2022/05-16/9756789.shtml',
      ['http://www.chinanews.com/gn/2022/05-16/9756789_2.shtml', 'https://m.chinanews.com/gn/2022/05-16/9756789.shtml'],
    ],
    [
      'page numbers after letters and digits',
      'a.cn/22/H7GABCDE00018AP1.html',
      ['http://a.cn/22/H7GABCDE00018AP1_3.html'],
    ],
    [
      'print views',
      'a.cn/x/12345.html',
      [
        'http://a.cn/x/12345_print.html',
        'http://a.cn/x/12345.html?printable=yes',
        'http://a.cn/x/12345_2.html',
        'http://a.cn/x/12345_2-print.html',
      ],
    ],
    [
      'index pages',
      'a.cn/zt/2022',
      [
        'http://www.a.cn/zt/2022/',
        'http://a.cn/zt/2022',
        'http://a.cn/zt/2022/index.html',
        'http://a.cn/zt//2022/index.shtml',
      ],
    ],
    ['a front page', 'a.cn', ['http://a.cn', 'http://www.a.cn/', 'https://a.cn/index.htm']],
    [
      'percent signs',
      'a.cn/%E5%B1%B1%E8%A5%BF?q=%E7%A8%B3%20',
      ['http://a.cn/山西?q=稳+', 'http://a.cn/%e5%b1%b1%e8%a5%bf?q=%e7%a8%b3%20'],
    ],
    ['percent signs that are not UTF-8', 'a.cn?q=%C9%BD', ['http://a.cn/?q=%c9%bd', 'http://a.cn/?q=%C9%BD']],
    [
      'WeChat, short',
      'mp.weixin.qq.com/s/AbC-d_1',
      ['https://mp.weixin.qq.com/s/AbC-d_1', 'https://mp.weixin.qq.com/s/AbC-d_1?scene=1&poc_token=x#rd'],
    ],
    [
      'a page of an application',
      'a.cn#/detail/12?id=3',
      ['http://a.cn/#/detail/12?id=3&share=1', 'http://www.a.cn/?utm_source=x#/detail/12?id=3'],
    ],
  ])('%s', (_, key, addresses) => {
    expect(addresses.map(pageKey)).toEqual(addresses.map(() => key));
  });
});

describe('other articles have other keys', () => {
  test.each([
    ['ids in the query', 'http://a.cn/show?id=1', 'http://a.cn/show?id=2'],
    ['early ids after a word', 'http://www.gov.cn/content_21.htm', 'http://www.gov.cn/content_22.htm'],
    ['early ids after a day', 'http://a.gov.cn/t20050811_21.htm', 'http://a.gov.cn/t20050811_22.htm'],
    ['pages of a newspaper', 'http://epaper.a.cn/2022-05/16/node_2.htm', 'http://epaper.a.cn/2022-05/16/node_3.htm'],
    [
      'articles of a newspaper',
      'http://p.a.cn/nw.D110000renmrb_20220516_1-01.htm',
      'http://p.a.cn/nw.D110000renmrb_20220516_2-01.htm',
    ],
    [
      'articles of a page',
      'http://p.a.cn/nw.D110000renmrb_20220516_1-01.htm',
      'http://p.a.cn/nw.D110000renmrb_20220516_1-02.htm',
    ],
    ['places in a message of WeChat', `https://${WECHAT}`, `https://${WECHAT.replace('idx=1', 'idx=2')}`],
    ['short ids of WeChat', 'https://mp.weixin.qq.com/s/AbC', 'https://mp.weixin.qq.com/s/Abc'],
    ['routes', 'http://a.cn/#/detail/1', 'http://a.cn/#/detail/2'],
    ['routes of the older kind', 'http://a.cn/#!/detail/1', 'http://a.cn/#!/detail/2'],
    ['subdomains', 'http://sx.people.com.cn/1.html', 'http://he.people.com.cn/1.html'],
    ['ports', 'http://a.cn:8080/1.html', 'http://a.cn/1.html'],
    ['a number for t', 'http://a.cn/show?t=12', 'http://a.cn/show?t=13'],
    ['a version', 'http://a.cn/show?version=1', 'http://a.cn/show?version=2'],
    ['bytes that are not UTF-8', 'http://a.cn/?q=%C9%BD', 'http://a.cn/?q=%C9%BE'],
    ['what is no site without its prefix', 'http://www.com.cn/', 'http://m.com.cn/'],
  ])('%s', (_, one, other) => {
    expect(pageKey(one)).not.toBe(pageKey(other));
  });
});

test.each(['about:blank', 'about:srcdoc', 'data:text/html,x', 'blob:http://a.cn/1', 'javascript:1', 'a.cn', ''])(
  '%s is no page',
  (address) => expect(pageKey(address)).toBeNull(),
);

test('files and pages of extensions keep their scheme', () => {
  expect(pageKey('file:///home/a/1.html#x')).toBe('file:///home/a/1.html');
  expect(pageKey('chrome-extension://abc/welcome.html?x=1')).toBe('chrome-extension://abc/welcome.html');
});

test('the key of a key is itself', () => {
  const segment = fc.stringMatching(/^[a-z0-9_.-]{0,12}$/);
  const address = fc
    .tuple(
      fc.constantFrom('www.', 'm.', 'www.m.', 'wap.', ''),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.array(segment, { maxLength: 4 }),
      fc.constantFrom('', '_2.htm', '-3.shtml', '_print.html', '/index.html', '12345_2.html'),
    )
    .map(([prefix, url, path, end]) =>
      url.replace('://', `://${prefix}`).replace(/(?=[?#]|$)/, `/${path.join('/')}${end}`),
    );
  fc.assert(
    fc.property(address, (url) => {
      // Node 20 leaves a last dot standing where another segment begins with one (//.0/.).
      fc.pre(!url.includes('/.'));
      const key = pageKey(url);
      expect(pageKey(`http://${key}`)).toBe(key);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['http://www.gov.cn/zhengce/content_5690000.htm', 1],
  ['http://www.gov.cn/zhengce/content_5690000_2.htm?from=timeline#p', 2],
  ['http://sx.people.com.cn/n2/2023/0526/c189130-40432109-12.html', 12],
  ['http://a.cn/x/12345_2-print.html', 2],
  ['http://a.gov.cn/t20050811_21.htm', 1],
  ['http://a.cn/content_21.htm', 1],
  ['about:blank', 1],
])('%s is page %d', (address, page) => expect(pageNumberIn(address)).toBe(page));
