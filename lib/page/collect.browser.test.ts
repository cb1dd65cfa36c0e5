import { afterEach, describe, expect, test } from 'vitest';
import { piecesOf } from './blocks';
import { collect } from './collect';

afterEach(() => document.body.replaceChildren());

function read(html: string) {
  document.body.innerHTML = html;
  const work = collect(document);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
const texts = (html: string) => read(html).blocks.map((block) => block.text.trim());

describe('what joins', () => {
  test.each([
    ['inline markup', '<p>两个<b>确</b>立</p>', ['两个确立']],
    ['links and nested spans', '<p>做到<a href="#">两个<span>维护</span></a></p>', ['做到两个维护']],
    [
      'ruby without its readings',
      '<p><ruby>三<rp>(</rp><rt>sān</rt><rp>)</rp>无<rt>wú</rt></ruby>三可</p>',
      ['三无三可'],
    ],
    ['a line break of the source', '<p>高质量\n   发展</p>', ['高质量    发展']],
    ['a soft break', '<p>高质<wbr>量发展</p>', ['高质量发展']],
    ['a line break of the page', '<p>高质<br>量发展</p>', ['高质\n量发展']],
    ['text beside a comment', '<p>高质<!-- 量 -->量发展</p>', ['高质量发展']],
    ['text beside a script', '<p>高质<script>1</script>量发展</p>', ['高质量发展']],
  ])('%s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });
});

describe('what parts', () => {
  test.each([
    ['paragraphs', '<p>高质量</p><p>发展好</p>', ['高质量', '发展好']],
    ['a block inside text', '<div>高质量<div>发展</div>六稳</div>', ['高质量', '发展', '六稳']],
    ['table cells', '<table><tr><td>六稳</td><td>六保</td></tr></table>', ['六稳', '六保']],
    [
      'spans laid out as blocks',
      '<div><span style="display:block">山</span><span style="display:block">西</span></div>',
      ['山', '西'],
    ],
    ['an input between', '<p>高质<input value="量">发展</p>', ['高质\uFFFC发展']],
    ['an element that has no box of its own', '<div style="display:contents">六稳</div>六保', ['六稳', '六保']],
  ])('%s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });
});

describe('what is left out', () => {
  test.each([
    ['inputs', '<textarea>六稳六保</textarea><input value="六稳"><select><option>六稳</option></select>'],
    [
      'editors',
      '<div contenteditable>六稳六保</div><div contenteditable="True">六稳</div><div role="textbox">六稳</div>' +
        '<div contenteditable="plaintext-only">六稳<p contenteditable="false">六保</p></div>',
    ],
    ['code', '<code>六稳</code><pre><code>六稳</code></pre><pre class="language-js">六稳</pre><kbd>六稳</kbd>'],
    [
      'scripts, styles, templates',
      '<script>"六稳"</script><style>/*六稳*/</style><template>六稳</template><noscript>六稳</noscript>',
    ],
    [
      'what is not displayed',
      '<div style="display:none"><p>六稳</p></div><p hidden>六稳</p><details><summary>x</summary>六稳</details>',
    ],
    ['text without Han', '<p>Hello, world</p>'],
  ])('%s', (_, html) => {
    expect(texts(html)).toEqual([]);
  });

  test('hidden text is kept in mind', () => {
    expect(read('<div style="display:none"><p>六稳</p></div>').hidden).toHaveLength(1);
  });
  test('what has no box of its own appears with what is around it', () => {
    const { hidden } = read('<p style="display:none"><x-t style="display:contents">六稳</x-t></p>');
    expect(hidden.map(({ tagName }) => tagName)).toEqual(['P']);
  });
  test('the text of a closed <details> is not watched for: the element itself is in sight', () => {
    expect(read('<details><summary>详情</summary>六稳</details>').hidden).toEqual([]);
  });
  test('a word that makes no editor of an element leaves it as it is', () => {
    expect(texts('<div contenteditable="inherit">六稳</div><div contenteditable="no">六保</div>')).toEqual([
      '六稳',
      '六保',
    ]);
  });
  test('a document that is an editor as a whole', () => {
    document.designMode = 'on';
    try {
      expect(texts('<p>六稳</p>')).toEqual([]);
    } finally {
      document.designMode = 'off';
    }
  });
  test('invisible text is read: WeChat shows its articles late', () => {
    expect(texts('<div style="visibility:hidden"><p>六稳</p></div>')).toEqual(['六稳']);
  });
  test('a part of an editor that is not editable is still the editor’s', () => {
    expect(texts('<div contenteditable="true"><p>六稳</p></div><div contenteditable="false">六保</div>')).toEqual([
      '六保',
    ]);
  });
});

test('plain text in <pre> keeps its lines', () => {
  expect(texts('<pre>甲\n\n乙</pre>')).toEqual(['甲\n\n乙']);
});

test('open shadow roots are read, in page order', () => {
  document.body.innerHTML = '<p>甲一</p><div id="host"></div><p>丙三</p>';
  const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>乙二</p>';
  const work = collect(document);
  let step = work.next();
  while (!step.done) step = work.next();
  expect(step.value.blocks.map((block) => block.text)).toEqual(['甲一', '乙二', '丙三']);
  expect(step.value.shadowRoots).toEqual([root]);
});

test('custom elements without a shadow root are told: they may get one', () => {
  expect(read('<x-t>甲</x-t><p>乙</p>').bare.map(({ tagName }) => tagName)).toEqual(['X-T']);
});

test('a span leads back to its text nodes, piece by piece, without what lies between', () => {
  const [block] = read('<p>做到<b>两<ruby>个<rt>gè</rt></ruby></b>维护</p>').blocks;
  const start = block!.text.indexOf('两个维护');
  const pieces = piecesOf(block!, { start, end: start + 4 });
  expect(pieces.map(({ node, start: from, end }) => node.data.slice(from, end))).toEqual(['两', '个', '维护']);
});

test('a deep tree does not overflow', () => {
  let deep = document.createElement('div');
  document.body.replaceChildren(deep);
  for (let i = 0; i < 2_000; i++) deep = deep.appendChild(document.createElement('div'));
  deep.textContent = '六稳';
  const work = collect(document);
  let step = work.next();
  while (!step.done) step = work.next();
  expect(step.value.blocks.map((block) => block.text)).toEqual(['六稳']);
});

test('the page gets its turn', () => {
  document.body.innerHTML = '<p>六稳</p>'.repeat(1000);
  const work = collect(document);
  let turns = 0;
  for (let step = work.next(); !step.done; step = work.next()) turns++;
  expect(turns).toBeGreaterThan(5);
});
