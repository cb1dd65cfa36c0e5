import type { Frame, Page } from '@playwright/test';
import { paintedInPage } from './support/articles';
import { expect, test } from './support/fixtures';

/** Another for each test: what is marked stays. */
let count = 0;
const nextUrl = () => `http://www.shanxi.gov.cn/${process.pid}/selection${count++}.html`;
const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>选取</title><h1>全省工作会议在太原召开</h1>${body}`;

/** Selects from one text to another, both in the light tree or in the open shadow root of `host`; with the end first, backwards. */
function selectInPage([from, to, host]: readonly [string, string, string | null]): void {
  const root = host === null ? document.body : document.querySelector(host)!.shadowRoot!;
  const find = (text: string) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(text);
      if (at >= 0) return { node, at };
    }
    throw new Error(`“${text}” is not there.`);
  };
  const [a, b] = [find(from), find(to)];
  const isBackwards = (b.node.compareDocumentPosition(a.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const [start, end] = isBackwards ? [a.at + from.length, b.at] : [a.at, b.at + to.length];
  getSelection()!.setBaseAndExtent(a.node, start, b.node, end);
}

/** What is painted in yellow, whatever tree it is in. */
async function highlighted(frame: Page | Frame): Promise<string | undefined> {
  return (await frame.evaluate(paintedInPage))['note-yellow'];
}

/** Selects and presses the key, once what answers it is there. */
async function highlight(
  tab: Page,
  frame: Page | Frame,
  selection: readonly [string, string, string | null],
  wanted: string,
): Promise<void> {
  await expect(async () => {
    await frame.evaluate(() => window.focus());
    await frame.evaluate(selectInPage, selection);
    await tab.keyboard.press('Shift');
    await tab.keyboard.press('Alt+Shift+KeyH');
    await expect.poll(() => highlighted(frame), { timeout: 1500 }).toBe(wanted);
  }).toPass({ timeout: 10_000 });
}

interface Case {
  readonly name: string;
  readonly body: string;
  readonly from: string;
  readonly to: string;
  readonly host?: string;
  /** Text that stays out: ruby, hidden. */
  readonly painted: string;
}

const CASES: readonly Case[] = [
  {
    name: 'over paragraphs',
    body: '<p>第一段说到道路。</p><p>第二段说到桥梁。</p><p>第三段说到隧道。</p>',
    from: '说到道路',
    to: '第三段',
    painted: '说到道路。第二段说到桥梁。第三段',
  },
  {
    name: 'backwards',
    body: '<p>第一段说到道路。</p><p>第二段说到桥梁。</p>',
    from: '说到桥梁',
    to: '道路',
    painted: '道路。第二段说到桥梁',
  },
  {
    name: 'over cells of a table',
    body: '<table><tr><td>项目</td><td>里程</td></tr><tr><td>高速公路</td><td>六千公里</td></tr></table>',
    from: '里程',
    to: '高速公路',
    painted: '里程高速公路',
  },
  {
    name: 'over items of a list',
    body: '<ul><li>修好一条路</li><li>架好一座桥</li></ul>',
    from: '一条路',
    to: '架好',
    painted: '一条路架好',
  },
  {
    name: 'inside a link',
    body: '<p>详见<a href="/more.html">全省道路建设的说明</a>一文。</p>',
    from: '道路建设',
    to: '道路建设',
    painted: '道路建设',
  },
  {
    name: 'a word of a page of div and br',
    body: '<div>第一行说到道路。<br>第二行说到桥梁。<br><br>第三行也说到桥梁。</div>',
    from: '也说到',
    to: '桥梁',
    painted: '',
  },
  {
    name: 'over inline markup',
    body: '<p>会议<b>明确</b>了<i><span>三</span>项</i>任务。</p>',
    from: '了',
    to: '任务',
    painted: '了三项任务',
  },
  {
    name: 'over ruby',
    body: '<p>经过<ruby>漳<rt>zhāng</rt></ruby>河大桥。</p>',
    from: '经过',
    to: '大桥',
    painted: '经过漳河大桥',
  },
  {
    name: 'in a shadow root',
    body: '<news-body></news-body><script>document.querySelector("news-body").attachShadow({mode:"open"}).innerHTML="<p>影子里的一段话，说到道路与桥梁。</p>"</script>',
    from: '一段话',
    to: '道路',
    host: 'news-body',
    painted: '一段话，说到道路',
  },
];

for (const { name, body, from, to, host = null, painted } of CASES) {
  test(`a selection ${name} is highlighted, and found again`, async ({ open, site }) => {
    // The last of two equal words is meant where the words are the same.
    const wanted = painted === '' ? '也说到桥梁' : painted;
    const url = nextUrl();
    site.serve(url, { body: page(body) });
    const tab = await open(url);
    await expect.poll(() => tab.evaluate(() => document.readyState)).toBe('complete');
    await highlight(tab, tab, [from, painted === '' ? '也说到桥梁' : to, host], wanted);
    await tab.reload();
    await expect.poll(() => highlighted(tab)).toBe(wanted);
  });
}

test('overlapping highlights both stand, and the card goes from one to the other', async ({ open, site, card }) => {
  const url = nextUrl();
  site.serve(url, { body: page('<p>会议要求把道路修好，把桥梁架好，把隧道打通。</p>') });
  const tab = await open(url);
  const probe = await card(tab);
  for (const [from, to, name] of [
    ['把道路', '架好', '标为绿色'],
    ['把桥梁', '打通', '标为粉色'],
    ['路修好', '把桥', '标为绿色'],
  ] as const) {
    await tab.evaluate(selectInPage, [from, to, null] as const);
    await tab.keyboard.press('Shift');
    await expect(() => probe.press(name)).toPass({ timeout: 5000 });
  }
  await expect
    .poll(() => tab.evaluate(paintedInPage))
    .toMatchObject({
      'note-green': '把道路修好，把桥梁架好',
      'note-green-2': '路修好，把桥',
      'note-pink': '把桥梁架好，把隧道打通',
    });
  const box = await tab.evaluate(() => {
    const node = document.querySelector('p')!.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf('架好'));
    range.setEnd(node, node.data.indexOf('架好') + 2);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await tab.mouse.click(box.x, box.y);
  await expect(() => probe.press('此处另有 2 条')).toPass({ timeout: 5000 });
  await probe.waitFor('绿');
});

test('in frames: one with its own address, one without', async ({ open, site }) => {
  const inner = nextUrl().replace('www', 'news');
  site.serve(inner, { body: page('<p>框架里的一段话，说到道路与桥梁，也说到别的事情。</p>') });
  const srcdoc = page('<p>没有地址的框架里，也有一段话说到隧道。</p>').replaceAll('"', '&quot;');
  const sized = 'width="700" height="260"';
  const url = nextUrl();
  site.serve(url, {
    body: page(
      `<p>外面的一段。</p><iframe ${sized} src="${inner}"></iframe><iframe ${sized} srcdoc="${srcdoc}"></iframe>`,
    ),
  });
  const tab = await open(url);
  const framesOf = () => tab.frames().filter((frame) => frame !== tab.mainFrame());
  await expect.poll(() => framesOf().length).toBe(2);
  for (const [index, text] of ['一段话，说到道路', '一段话说到隧道'].entries()) {
    await highlight(tab, framesOf()[index]!, [text, text, null], text);
  }
  await tab.reload();
  await expect.poll(() => framesOf().length).toBe(2);
  await expect.poll(() => highlighted(framesOf()[0]!)).toBe('一段话，说到道路');
  await expect.poll(() => highlighted(framesOf()[1]!)).toBe('一段话说到隧道');
});

test('nothing to mark: inputs, white space, what was let go of, our own card', async ({ open, site, card }) => {
  const url = nextUrl();
  site.serve(url, {
    body: page(
      '<p id="a">会议要求把道路修好，把桥梁架好。</p><p id="b">　　 </p><input value="输入框里的字"><textarea>文本框里的字</textarea>',
    ),
  });
  const tab = await open(url);
  const probe = await card(tab);
  const toolbar = async () => (await probe.html())?.includes('notes-toolbar') ?? false;
  await tab.evaluate(selectInPage, ['道路', '道路', null] as const);
  await tab.keyboard.press('Shift');
  await expect.poll(toolbar).toBe(true);
  // Gone with the selection.
  await tab.evaluate(() => getSelection()!.removeAllRanges());
  await tab.keyboard.press('Shift');
  await expect.poll(toolbar).toBe(false);
  for (const select of ['input', 'textarea'] as const) {
    await tab.focus(select);
    await tab.keyboard.press('Control+a');
    await tab.keyboard.press('Shift');
    await tab.waitForTimeout(150);
    expect(await toolbar()).toBe(false);
  }
  await tab.evaluate(() => {
    const blank = document.querySelector('#b')!.firstChild!;
    getSelection()!.setBaseAndExtent(blank, 0, blank, 2);
  });
  await tab.keyboard.press('Shift');
  await tab.waitForTimeout(150);
  expect(await toolbar()).toBe(false);
  expect(await tab.evaluate(paintedInPage)).not.toHaveProperty('note-yellow');
});
