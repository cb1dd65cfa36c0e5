import { describe, expect, test } from 'vitest';
import type { Article } from '../model';
import { readArticle } from './read';

function read(html: string, url = 'http://www.example.cn/a.html'): Article {
  const head = '<title>树下的课堂_某某网</title>';
  return readArticle(new DOMParser().parseFromString(head + html, 'text/html'), url);
}

const TITLE = '<h1>树下的课堂</h1>';

describe('authors', () => {
  test.each<[string, string[]]>([
    ['（记者 张三丰 李四维）孩子们围坐。', ['记者 张三丰', '记者 李四维']],
    ['本报讯(记者张文彦)6月25日，开课。', ['记者 张文彦']],
    ['本报讯（记者 张 强 通讯员 王小东、赵敏）开课。', ['记者 张强', '通讯员 王小东', '通讯员 赵敏']],
    ['新华社太原6月25日电（记者梁晓飞、王皓）开课。', ['记者 梁晓飞', '记者 王皓']],
    ['人民网太原5月26日电 （记者王建忠、张文军）车间里。', ['记者 王建忠', '记者 张文军']],
    ['本报记者 张远樵', ['记者 张远樵']],
    ['■ 本报记者 张远樵 见习记者 闫松', ['记者 张远樵', '见习记者 闫松']],
    ['□山西晚报全媒体记者 张远樵', ['记者 张远樵']],
    ['本报特约记者 周维 本报通讯员 郑爽', ['特约记者 周维', '通讯员 郑爽']],
    ['文/本报记者 张远樵', ['记者 张远樵']],
    ['作者：张远樵', ['作者 张远樵']],
    ['本报北京6月2日电 记者张远樵、闫松报道：今天开课。', ['记者 张远樵', '记者 闫松']],
    ['本报记者任知禾闫松孟荷张荷张远樵', ['记者 任知禾', '记者 闫松', '记者 孟荷', '记者 张荷', '记者 张远樵']],
    ['本报记者王文安高远', ['记者 王文安高远']],
    ['本报记者 欧阳文静', ['记者 欧阳文静']],
    ['（记者 古丽娜尔·吐尔逊 巴特尔）', ['记者 古丽娜尔·吐尔逊', '记者 巴特尔']],
    ['（记者 张三丰 实习生 李四维）', ['记者 张三丰', '实习生 李四维']],
    ['本报评论员', []],
    ['本报讯 6月25日，树下开课。', []],
    ['（记者从省教育厅获悉）', []],
    ['记者在现场看到，孩子们围坐。', []],
    ['本报记者 张远樵 摄', []],
    ['（记者 张三丰123）', []],
  ])('%s', (line, authors) => {
    const article = read(`${TITLE}<p>　　${line}</p><p>　　天晴了。</p>`);
    expect(article.authors.map(({ name, role }) => `${role} ${name}`)).toEqual(authors);
    expect(article.foundBy.authors).toBe(authors.length === 0 ? null : 'byline');
  });

  test.each<[string, string, string | null]>([
    ['meta', '<meta name="Author" content="张远樵">', '张远樵'],
    ['a staff id is nobody', '<meta name="author" content="104363">', null],
    ['a body is nobody', '<meta name="Author" content="省政府办公厅">', null],
    ['nor is the editor', '<meta name="author" content="张远樵"><meta name="editor" content="张远樵">', null],
    ['an id', `${TITLE}<span id="author_baidu">作者：张远樵</span>`, '张远樵'],
    [
      'Founder comment',
      `<!--enpproperty <founder-author>本报记者　张远樵</founder-author>/enpproperty-->${TITLE}`,
      '张远樵',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"author":{"name":"张远樵"},"headline":"树下的课堂"}</script>',
      '张远樵',
    ],
    ['broken JSON-LD', '<script type="application/ld+json">{"author":</script>', null],
    ['another article’s byline', `${TITLE}<p>天晴了。</p><aside><p>（记者 张远樵）</p></aside>`, null],
    ['below the article', `${TITLE}<p>天晴了。</p><p>相关新闻</p><p>（记者 张远樵）</p>`, null],
  ])('%s', (_, html, name) => {
    expect(read(html).authors.map((author) => author.name)).toEqual(name === null ? [] : [name]);
  });
});

describe('editor', () => {
  test.each<[string, string | null]>([
    ['<p>(责编：汤诗瑶、丁涛)</p>', '汤诗瑶、丁涛'],
    ['<p>责任编辑：郝 琳</p>', '郝琳'],
    ['<p>责任编辑：郝琳　浏览次数：1027</p>', '郝琳'],
    ['<p>【责任编辑:王佳宁】</p>', '王佳宁'],
    ['<p>责任编辑丨郝琳</p>', '郝琳'],
    ['<p>责编/郝琳 校对/闫松</p>', '郝琳'],
    ['<p>[责任编辑: 郝琳 ]</p>', '郝琳'],
    ['<p>编辑：田甜</p><p>责任编辑：郝琳</p>', '郝琳'],
    ['<div class="editor">责任编辑：郝琳</div>', '郝琳'],
    ['<p>责任编辑：</p><p>版权所有</p>', null],
    ['<p>编辑：办公室</p>', null],
    ['<meta name="editor" content="100912">', null],
  ])('%s', (html, editor) => {
    expect(read(`${TITLE}<p>天晴了。</p>${html}`).editor).toBe(editor);
  });
});
