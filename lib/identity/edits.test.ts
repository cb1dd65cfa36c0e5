import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween, isProse } from './edits';

const TEXT = [
  '5月15日，一场关于企业办事难易的座谈在太原举行，二十多家企业的负责人发了言。',
  '座谈会提出，要扎实做好“六稳”工作，全面落实“六保”任务，稳住经济大盘。',
  '一位开饭店的老板说，去年办证跑了五趟，今年只跑了一趟。',
  '会后，有关部门将按月回访，结果在本网公布。',
];
const replaced = (index: number, ...by: string[]) => TEXT.toSpliced(index, 1, ...by);

describe('no edit', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['the same text', TEXT, TEXT],
    ['white space', TEXT, TEXT.map((each) => `　　${each.replace('，', '， ')} `)],
    ['quotation marks', TEXT, TEXT.map((each) => each.replaceAll(/[“”]/g, '"'))],
    ['widths', TEXT, TEXT.map((each) => each.replaceAll('，', ',').replaceAll('5', '５'))],
    ['traditional characters', TEXT, replaced(2, '一位開飯店的老闆說，去年辦證跑了五趟，今年只跑了一趟。')],
    ['one paragraph with line breaks', TEXT, [TEXT.join('\n')]],
    ['two paragraphs joined', TEXT, replaced(0, TEXT[0]! + TEXT[1]!).toSpliced(1, 1)],
    ['a sentence wrapped over lines', TEXT, replaced(1, TEXT[1]!.slice(0, 20), TEXT[1]!.slice(20))],
    ['paragraphs in another order', TEXT, [TEXT[1]!, TEXT[0]!, TEXT[2]!, TEXT[3]!]],
    ['a counter', [...TEXT, '本页已被浏览123次，感谢关注'], [...TEXT, '本页已被浏览9876次，感谢关注']],
    [
      'a counter of another wording',
      [...TEXT, '您是本站第000123位访客欢迎您'],
      [...TEXT, '您是本站第004567位访客欢迎您'],
    ],
    ['today', [...TEXT, '今天是2026年3月1日 星期日'], [...TEXT, '今天是2026年10月23日 星期五']],
    ['a short label', [...TEXT, '上一篇'], [...TEXT, '下一篇']],
    ['nothing saved', [], TEXT],
  ])('%s', (_, before, now) => {
    expect(editsBetween(before, now)).toEqual([]);
  });
});

describe('an edit', () => {
  test.each<[string, readonly string[], object[]]>([
    [
      'a digit',
      replaced(0, TEXT[0]!.replace('15', '16')),
      [{ is: 'changed', before: TEXT[0], now: TEXT[0]!.replace('15', '16') }],
    ],
    ['a paragraph taken out', TEXT.toSpliced(1, 1), [{ is: 'removed', before: TEXT[1] }]],
    ['the last taken out', TEXT.slice(0, 3), [{ is: 'removed', before: TEXT[3] }]],
    [
      'one put in',
      TEXT.toSpliced(1, 0, '与会人员还参观了当地的两家企业。'),
      [{ is: 'added', now: '与会人员还参观了当地的两家企业。' }],
    ],
    [
      'one in place of a quite different one',
      replaced(2, '天气晴好，群众纷纷走上街头参加活动。'),
      [
        { is: 'removed', before: TEXT[2] },
        { is: 'added', now: '天气晴好，群众纷纷走上街头参加活动。' },
      ],
    ],
    [
      'two neighbours, one of them rewritten',
      [TEXT[0]!, TEXT[1]!.replace('六稳', '六保'), TEXT[2]!.replace('五趟', '三趟'), TEXT[3]!],
      [
        { is: 'changed', before: TEXT[1], now: TEXT[1]!.replace('六稳', '六保') },
        { is: 'changed', before: TEXT[2], now: TEXT[2]!.replace('五趟', '三趟') },
      ],
    ],
    [
      'one rewritten, another put in before it',
      replaced(2, '与会人员还参观了当地的两家企业。', TEXT[2]!.replace('五趟', '三趟')),
      [
        { is: 'added', now: '与会人员还参观了当地的两家企业。' },
        { is: 'changed', before: TEXT[2], now: TEXT[2]!.replace('五趟', '三趟') },
      ],
    ],
    [
      'a sentence added to a paragraph',
      replaced(3, `${TEXT[3]!}欢迎监督。`),
      [{ is: 'changed', before: TEXT[3], now: `${TEXT[3]!}欢迎监督。` }],
    ],
  ])('%s', (_, now, edits) => {
    expect(editsBetween(TEXT, now)).toEqual(edits);
  });
});

test('another text in its place is not told paragraph by paragraph', () => {
  expect(editsBetween(TEXT, ['请登录后继续阅读本文的全部内容。'])).toBeNull();
  expect(editsBetween(TEXT, [])).toBeNull();
});

test('a very long page that is all another is given up, in time', () => {
  const pages = ['甲', '乙'].map((name) =>
    Array.from({ length: 6000 }, (_, n) => `${name}页的第${n}段说了一些${name}事情。`),
  );
  const begun = performance.now();
  expect(editsBetween(pages[0]!, pages[1]!)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(3000);
});

test('in a page of a million characters, edits at both ends are found in time', () => {
  const page = Array.from(
    { length: 20_000 },
    (_, n) => `第${n}段说，省里要把第${n}件实事办好，进展由有关部门按月公布，欢迎监督。`,
  );
  const edited = page
    .with(0, '第0段另说了一些事情，与从前不同。')
    .with(page.length - 1, page.at(-1)!.replace('按月', '按季'));
  const begun = performance.now();
  expect(editsBetween(page, edited)?.map(({ is }) => is)).toEqual(['removed', 'added', 'changed']);
  expect(performance.now() - begun).toBeLessThan(3000);
});

test('prose is told from what a site has around it', () => {
  expect(TEXT.every(isProse)).toBe(true);
  expect(
    ['山西：把会开到车间里 谋划全年工作', '今天是2026年3月1日 星期日', '责编：张三。', '首页 > 要闻'].some(isProse),
  ).toBe(false);
});

test('every paragraph is accounted for: each edit’s wordings are of the two texts, and as many as differ', () => {
  const paragraph = fc.constantFrom(...TEXT, ...TEXT.map((each) => each.replace('，', '，经研究，')));
  fc.assert(
    fc.property(
      fc.uniqueArray(paragraph, { minLength: 1 }),
      fc.uniqueArray(paragraph, { minLength: 1 }),
      (before, now) => {
        const edits = editsBetween(before, now);
        if (edits === null) return before.every((each) => !now.includes(each));
        const gone = edits.flatMap((edit) => (edit.is === 'added' ? [] : [edit.before]));
        const come = edits.flatMap((edit) => (edit.is === 'removed' ? [] : [edit.now]));
        return (
          gone.every((each) => before.includes(each)) &&
          come.every((each) => now.includes(each)) &&
          before.length - gone.length === now.length - come.length
        );
      },
    ),
  );
});
