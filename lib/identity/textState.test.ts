import { describe, expect, test } from 'vitest';
import { textState } from './textState';

const TEXT = [
  '5月15日，一场关于企业办事难易的座谈在太原举行，二十多家企业的负责人发了言。',
  '座谈会提出，要扎实做好“六稳”工作，全面落实“六保”任务，稳住经济大盘。',
  '一位开饭店的老板说，去年办证跑了五趟，今年只跑了一趟。',
  '会后，有关部门将按月回访，结果在本网公布。',
  '与会人员还参观了当地的两家企业，看了它们的办事窗口。',
  '据了解，类似的座谈今后每个季度举行一次，地点由各市轮流承办。',
];
const OTHER = [
  '一条新修的公路上周通车，沿线三个村子的人进城少走了一个小时。',
  '司机们说，从前下雨天这条路没法走，如今再大的雨也不怕了。',
  '公路由省里和县里一起出钱修，工期比计划短了两个月。',
];

describe('the text of a page, to the saved one', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['same', 'as it was', TEXT, TEXT],
    ['same', 'nothing saved', [], TEXT],
    ['edited', 'one paragraph with another number', TEXT, [TEXT[0]!.replace('二十', '三十'), ...TEXT.slice(1)]],
    ['edited', 'the last paragraph taken out', TEXT, TEXT.slice(0, -1)],
    ['edited', 'one put in', TEXT, [TEXT[0]!, OTHER[0]!, ...TEXT.slice(1)]],
    ['edited', 'half of it rewritten', TEXT, [...TEXT.slice(0, 3), ...OTHER]],
    ['shorter', 'the first third, as before a login', TEXT, [...TEXT.slice(0, 2), '登录后可继续阅读全文。']],
    ['shorter', 'cut off within a paragraph', TEXT, [TEXT[0]!, `${TEXT[1]!.slice(0, 24)}……`]],
    ['shorter', 'only the request to log in', TEXT, ['请登录后继续阅读本文的全部内容。']],
    ['shorter', 'nothing there yet', TEXT, []],
    ['longer', 'all of it where only its beginning was saved', TEXT.slice(0, 2), TEXT],
    ['longer', 'the next article under it', TEXT, [...TEXT, ...OTHER, ...OTHER.map((each) => `又讯，${each}`)]],
    ['other', 'another article', TEXT, OTHER],
    [
      'other',
      'another article under the same last line',
      TEXT,
      [...OTHER, ...OTHER.map((each) => `又讯，${each}`), TEXT[3]!],
    ],
  ])('%s: %s', (is, _, before, now) => expect(textState(before, now).is).toBe(is));

  test('edits are told with both wordings, what is missing with its paragraphs', () => {
    const now = TEXT[2]!.replace('五趟', '三趟');
    expect(textState(TEXT, TEXT.with(2, now))).toEqual({
      is: 'edited',
      edits: [{ is: 'changed', before: TEXT[2], now }],
    });
    expect(textState(TEXT, TEXT.slice(0, 2))).toEqual({ is: 'shorter', by: 4 });
  });
});
