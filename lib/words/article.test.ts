import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUTHOR_ROLES, type Day } from '../model';
import { authorsIn, authorsLine } from './authorsLine';
import { placeOfArticle } from './placeOfArticle';

describe('authors as a reader writes them', () => {
  test.each([
    [
      '张三（记者）、李四',
      [
        { name: '张三', role: '记者' },
        { name: '李四', role: null },
      ],
    ],
    [
      '张三(通讯员), 李四；王五',
      [
        { name: '张三', role: '通讯员' },
        { name: '李四', role: null },
        { name: '王五', role: null },
      ],
    ],
    ['本报评论部（太原）', [{ name: '本报评论部（太原）', role: null }]],
    [' 、', []],
    ['', []],
  ])('%s', (line, authors) => expect(authorsIn(line)).toEqual(authors));

  test('are read as they are written', () => {
    const author = fc.record({
      name: fc.constantFrom('张三', '李四', '欧阳修', '新华社'),
      role: fc.constantFrom(null, ...AUTHOR_ROLES),
    });
    fc.assert(
      fc.property(fc.array(author), (authors) => {
        expect(authorsIn(authorsLine(authors))).toEqual(authors);
      }),
    );
  });
});

test('an article is placed by who published it, its title and its date, as far as they are known', () => {
  const nothing = { title: null, publishedAt: null, source: null, site: null, url: 'http://www.a.cn:80/1.html' };
  expect(placeOfArticle(nothing, 'zh')).toBe('www.a.cn');
  const more = { ...nothing, title: '题', publishedAt: '2022-05-16' as Day, source: '山西日报' };
  expect(placeOfArticle(more, 'zh')).toBe('山西日报《题》（2022-05-16）');
  expect(placeOfArticle({ ...more, site: '人民网' }, 'en')).toBe('人民网 《题》 (2022-05-16)');
});
