import { expect, test } from 'vitest';
import { collect } from '../page/collect';
import { bodyOf } from './body';

const NEWS = [
  '5月15日，一场关于企业办事难易的座谈在太原举行，二十多家企业的负责人发了言。',
  '座谈会提出，要扎实做好“六稳”工作，全面落实“六保”任务，稳住经济大盘。',
  '会后，有关部门将按月回访，结果在本网公布。',
];
const paragraphs = (texts: readonly string[]) => texts.map((each) => `<p>${each}</p>`).join('');
const links = (texts: readonly string[]) =>
  `<ul>${texts.map((each) => `<li><a href="/1">${each}</a></li>`).join('')}</ul>`;

function bodyIn(html: string): string[] {
  document.body.innerHTML = html;
  const reading = collect(document);
  let step = reading.next();
  while (!step.done) step = reading.next();
  const { blocks } = step.value;
  return bodyOf(blocks).map((index) => blocks[index]!.text);
}

test.each<[string, string, readonly string[]]>([
  [
    'in a container of its own',
    `<nav>首页</nav><div><div>${paragraphs(NEWS)}</div></div><footer>版权所有。</footer>`,
    NEWS,
  ],
  [
    'without links to other articles beside and below',
    `<div>${links(['今天的第一条要闻，说了别的事。'])}</div><div>${paragraphs(NEWS)}${links(['又一条要闻，也说了别的事。'])}</div>`,
    NEWS,
  ],
  [
    'up to where the site goes on',
    `<div>${paragraphs([...NEWS, '相关阅读：', '另一篇文章的摘要，说的是修路。'])}</div>`,
    NEWS,
  ],
  [
    'without comments',
    `<div>${paragraphs(NEWS)}</div><div class="comments">${paragraphs(['写得好。'.repeat(30)])}</div>`,
    NEWS,
  ],
  ['of one paragraph, with the label above it', `<div><p>快讯</p><p>${NEWS[0]}</p></div>`, ['快讯', NEWS[0]!]],
  ['with line breaks only', `<div>${NEWS.join('<br>')}</div>`, [NEWS.join('\n')]],
  ['of a page that says nothing in sentences', '<p>首页</p><p>要闻</p>', ['首页', '要闻']],
  ['of an empty page', '', []],
])('the article’s own text: %s', (_, html, body) => expect(bodyIn(html)).toEqual(body));
