import { afterEach, expect, test } from 'vitest';
import { collect } from './collect';
import { PageText } from './pageText';

afterEach(() => {
  document.body.innerHTML = '';
  getSelection()!.removeAllRanges();
});

function pageText(html: string): PageText {
  document.body.innerHTML = html;
  const work = collect(document);
  let step = work.next();
  while (!step.done) step = work.next();
  return new PageText(step.value.blocks);
}
const quoteOf = (page: PageText, range: Range) => {
  const span = page.spanOf(range);
  return span && page.text.slice(span.start, span.end);
};
function rangeOf(from: Node, start: number, to: Node, end: number): Range {
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}
const textIn = (selector: string, nth = 0) => document.querySelector(selector)!.childNodes[nth]! as Text;

test.each<[string, string, () => Range, string | null]>([
  ['a word', '<p>深刻领悟“两个确立”。</p>', () => rangeOf(textIn('p'), 5, textIn('p'), 9), '两个确立'],
  [
    'over inline markup',
    '<p>两个<b>确立</b>的意义</p>',
    () => rangeOf(textIn('p'), 0, textIn('p', 2), 1),
    '两个确立的',
  ],
  [
    'over paragraphs',
    '<p>第一段。</p><p>第二段。</p>',
    () => rangeOf(textIn('p'), 2, document.querySelectorAll('p')[1]!.firstChild!, 2),
    '段。\u2029第二',
  ],
  ['whole elements', '<p>第一段。</p><p>第二段。</p>', () => rangeOf(document.body, 0, document.body, 1), '第一段。'],
  [
    'in a page of div and br',
    '<div>第一行<br>第二行<br>第三行</div>',
    () => rangeOf(textIn('div', 2), 0, textIn('div', 2), 3),
    '第二行',
  ],
  [
    'in a table',
    '<table><tr><td>甲乙</td><td>丙丁</td></tr></table>',
    () => rangeOf(textIn('td'), 1, document.querySelectorAll('td')[1]!.firstChild!, 1),
    '乙\u2029丙',
  ],
  ['in a link', '<p>见<a href="#">全文报道</a>。</p>', () => rangeOf(textIn('a'), 0, textIn('a'), 2), '全文'],
  ['with white space around', '<p>  领悟  </p>', () => rangeOf(textIn('p'), 0, textIn('p'), 6), '领悟'],
  ['white space only', '<p>领悟 意义</p>', () => rangeOf(textIn('p'), 2, textIn('p'), 3), null],
  ['a picture', '<p>领悟</p><img alt="图">', () => rangeOf(document.body, 1, document.body, 2), null],
  ['an input', '<p>领悟</p><textarea>写在这里</textarea>', () => rangeOf(document.body, 1, document.body, 2), null],
])('%s', (_, html, range, quote) => {
  const page = pageText(html);
  expect(quoteOf(page, range())).toBe(quote);
});

test('the pieces of a span are what the range covered', () => {
  const page = pageText('<p>两个<b>确立</b>的意义</p><p>第二段</p>');
  const span = page.spanOf(rangeOf(textIn('p'), 1, document.querySelectorAll('p')[1]!.firstChild!, 2))!;
  expect(page.pieces(span).map(({ node, start, end }) => node.data.slice(start, end))).toEqual([
    '个',
    '确立',
    '的意义',
    '第二',
  ]);
  expect(page.paragraphAt(span.start)).toBe('两个确立的意义');
});
