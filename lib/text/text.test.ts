import { describe, expect, test } from 'vitest';
import { isChinese } from './chinese';
import type { PartialDate } from '../model';
import { compareDates, dayOf, firstDay, isPartOf, partialDate } from './dates';
import { sentenceAround } from './sentences';

describe('dates', () => {
  test.each([
    ['2026年6月25日 08:18', '2026-06-25'],
    ['发布时间：2026-06-25 10:00', '2026-06-25'],
    ['2026/6/5', '2026-06-05'],
    ['20260625', '2026-06-25'],
    ['2026 年 6 月 25 日', '2026-06-25'],
    ['2026年2月30日', null],
    ['电话 0351-20260625123', null],
    ['6月25日', null],
    ['２０２６年６月２５日', '2026-06-25'],
    ['2026 06/25', '2026-06-25'],
    ['2026-02-30，后改为2026-03-02', '2026-03-02'],
    ['2026-06-24T16:30:00Z', '2026-06-25'],
    ['2026-06-24T15:30:00Z', '2026-06-24'],
    ['2026-06-25T00:30:00+08:00', '2026-06-25'],
    ['2026-06-24 23:30 -0500', '2026-06-25'],
    ['1026-06-25', null],
  ])('%s', (text, day) => {
    expect(firstDay(text)).toBe(day);
  });

  test.each(['2022', '2022-05', '2024-02-29'])('%s is a date as far as it is exact', (written) => {
    expect(partialDate(written)).toBe(written);
  });
  test.each(['2022-13', '2023-02-29', '2022-5', '22-05-13', '2022-05-13T00:00', ''])('%s is none', (written) => {
    expect(partialDate(written)).toBeNull();
  });

  test('dates compare as far as both are exact', () => {
    const compare = (a: string, b: string) => compareDates(a as PartialDate, b as PartialDate);
    expect([compare('2022', '2022-05-13'), compare('2022-05-13', '2022-05')]).toEqual([0, 0]);
    expect([compare('2022-05-13', '2022-06'), compare('2023', '2022-12-31')]).toEqual([-1, 1]);
    expect(isPartOf('2022-05-13' as PartialDate, '2022-05' as PartialDate)).toBe(true);
    expect(isPartOf('2022-05' as PartialDate, '2022-05' as PartialDate)).toBe(false);
  });

  test('the calendar decides', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dayOf(2023, 2, 29)).toBeNull();
    expect(dayOf(2023, 13, 1)).toBeNull();
  });
});

describe('sentences', () => {
  const around = (text: string, inside: string) => {
    const start = text.indexOf(inside);
    const sentence = sentenceAround(text, { start, end: start + inside.length });
    return text.slice(sentence.start, sentence.end);
  };
  test('end at full stop, question, exclamation, semicolon and paragraph', () => {
    expect(around('甲。乙丙;丁', '丙')).toBe('乙丙');
    expect(around('甲!乙\n丙', '乙')).toBe('乙');
    expect(around('只有一句', '有')).toBe('只有一句');
  });
  test('a text without any end is cut at a distance', () => {
    const sentence = sentenceAround('字'.repeat(5000), { start: 2500, end: 2501 });
    expect(sentence.end - sentence.start).toBe(801);
  });
});

describe('Chinese pages', () => {
  test.each([
    ['a Chinese sentence', '深刻领悟“两个确立”的决定性意义', true],
    ['traditional characters', '深刻領悟「兩個確立」的決定性意義', true],
    ['Chinese among much English', `${'English words. '.repeat(10)}扎实做好六稳六保工作，推动高质量发展`, true],
    ['English with one name', `${'A report on policy. '.repeat(50)}习近平`, false],
    ['Japanese', '山西省は中国の省である。省都は太原市にある。', false],
    ['Korean', '산시성은 중국의 성이다. 山西省 太原市 黄河流域 生态保护', false],
    ['nothing', '', false],
  ])('%s', (_, text, chinese) => {
    expect(isChinese(text)).toBe(chinese);
  });
});
