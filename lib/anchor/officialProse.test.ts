import { describe as group, expect, test } from 'vitest';
import { articles } from '../../tests/bench/edits';
import type { Located } from '../model';
import { describe, locate } from './locate';

const spanOf = (text: string, quote: string, nth = 0) => {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length };
};
const quoteOf = (text: string, located: Located) =>
  located.state === 'orphan' ? null : text.slice(located.start, located.end);

group('official prose', () => {
  const TEXT =
    '会议指出，全省上下要深刻领悟“两个确立”的决定性意义，在思想上同心同向。\n\n会议强调，要坚决做到“两个维护”，在行动上令行禁止。\n\n山西省去年生产总值增长5.0%，粮食产量再创新高。陕西省去年生产总值增长4.3%，工业用电量回升。\n\n省长金湘军介绍了12件民生实事的进展，并就6月底前的安排作了说明。';

  test.each<[string, string, (text: string) => string, Located['state'], string | null]>([
    ['as it was', '决定性意义，在思想上同心同向', (text) => text, 'exact', '决定性意义，在思想上同心同向'],
    [
      'wrapped anew',
      '决定性意义，在思想上同心同向',
      (text) => text.replace('思想上', '思想\n上'),
      'exact',
      '决定性意义，在思想\n上同心同向',
    ],
    [
      'with spaces between scripts',
      '生产总值增长5.0%，粮食产量再创新高',
      (text) => text.replace('5.0%', ' 5.0% '),
      'exact',
      '生产总值增长 5.0% ，粮食产量再创新高',
    ],
    [
      'full-width digits and half-width commas',
      '12件民生实事的进展，并就6月底前',
      (text) => text.replace('12', '１２').replaceAll('，', ','),
      'exact',
      '１２件民生实事的进展,并就6月底前',
    ],
    [
      'other quotation marks',
      '领悟“两个确立”的决定性意义',
      (text) => text.replaceAll('“', '「').replaceAll('”', '」'),
      'exact',
      '领悟「两个确立」的决定性意义',
    ],
    [
      'traditional characters',
      '深刻领悟“两个确立”的决定性意义',
      (text) => text.replace('深刻领悟“两个确立”的决定性意义', '深刻領悟「兩個確立」的決定性意義'),
      'exact',
      '深刻領悟「兩個確立」的決定性意義',
    ],
    [
      'zero-width and no-break spaces',
      '粮食产量再创新高',
      (text) => text.replace('粮食产量再创新高', '粮食\u200b产量\u00a0再创新高'),
      'exact',
      '粮食\u200b产量\u00a0再创新高',
    ],
    [
      'a changed number',
      '山西省去年生产总值增长5.0%，粮食产量',
      (text) => text.replace('5.0%', '5.3%'),
      'changed',
      '山西省去年生产总值增长5.3%，粮食产量',
    ],
    [
      'a replaced name',
      '省长金湘军介绍了12件民生实事的进展',
      (text) => text.replace('金湘军', '蓝佛安'),
      'changed',
      '省长蓝佛安介绍了12件民生实事的进展',
    ],
    [
      'a look-alike code in its place',
      '深刻领悟“两个确立”的决定性意义',
      (text) => text.replace('两个确立', '两个维护'),
      'changed',
      '深刻领悟“两个维护”的决定性意义',
    ],
    [
      'white space, a digit and a date of full width together',
      '12件民生实事的进展，并就6月底前',
      (text) => text.replace('12', '１３').replaceAll('，', ', ').replace('6月', '６月'),
      'changed',
      '１３件民生实事的进展, 并就６月底前',
    ],
    [
      'a changed date',
      '并就6月底前的安排作了说明',
      (text) => text.replace('6月底', '7月底'),
      'changed',
      '并就7月底前的安排作了说明',
    ],
    [
      'one code of two for the other, in traditional characters and wrapped',
      '要坚决做到“两个维护”，在行动上令行禁止',
      (text) => text.replace('要坚决做到“两个维护”，在行动上令行禁止', '要堅決做到「兩個確立」，在行動\n上令行禁止'),
      'changed',
      '要堅決做到「兩個確立」，在行動\n上令行禁止',
    ],
    [
      'the reading of a name put in beside it',
      '省长金湘军介绍了12件民生实事',
      (text) => text.replace('金湘军', '金湘军（jīn xiāng jūn）'),
      'changed',
      '省长金湘军（jīn xiāng jūn）介绍了12件民生实事',
    ],
    [
      'a word put in',
      '粮食产量再创新高',
      (text) => text.replace('再创新高', '未再创新高'),
      'changed',
      '粮食产量未再创新高',
    ],
    [
      'the full page where a list had a teaser',
      '去年生产总值增长5.0%',
      (text) => `${'各市各部门的同志参加会议。\n\n'.repeat(20)}${text}${'（责任编辑）\n\n'.repeat(20)}`,
      'exact',
      '去年生产总值增长5.0%',
    ],
    [
      'a short word that stands often, here no more',
      '会议',
      (text) => text.replace('会议指出，全省上下', '全省上下'),
      'orphan',
      null,
    ],
    [
      'a shortened sentence',
      '省长金湘军介绍了12件民生实事的进展，并就6月底前的安排作了说明',
      (text) => text.replace('，并就6月底前的安排作了说明', ''),
      'changed',
      '省长金湘军介绍了12件民生实事的进展',
    ],
    ['the code gone, its twin elsewhere', '两个确立', (text) => text.replace('“两个确立”的', ''), 'orphan', null],
    [
      'its paragraph gone',
      '会议强调，要坚决做到“两个维护”，在行动上令行禁止。',
      (text) => text.replace(/会议强调.*?\n\n/s, ''),
      'orphan',
      null,
    ],
    [
      'the province’s sentence gone, the neighbour’s left',
      '去年生产总值增长',
      (text) => text.replace(/山西省.*?新高。/s, ''),
      'orphan',
      null,
    ],
    ['an unrelated page', '在行动上令行禁止', () => '今天天气很好，大家去河边散步，看见许多水鸟。', 'orphan', null],
    [
      'an excerpt of the page',
      '粮食产量再创新高',
      (text) => text.slice(text.indexOf('山西省'), text.indexOf('工业')),
      'exact',
      '粮食产量再创新高',
    ],
  ])('%s', (_, quote, edit, state, found) => {
    const edited = edit(TEXT);
    const located = locate(edited, describe(TEXT, spanOf(TEXT, quote)));
    expect(located.state).toBe(state);
    expect(quoteOf(edited, located)).toBe(found);
  });

  test('六稳 and 六保 are told apart where one of them is cut out', () => {
    const text = '要做好“六稳”工作，落实“六保”任务，稳住基本盘。\n\n各市要结合实际抓落实。';
    expect(locate(text.replace('做好“六稳”工作，', ''), describe(text, spanOf(text, '六稳'))).state).toBe('orphan');
    expect(locate(text.replace('，落实“六保”任务', ''), describe(text, spanOf(text, '六稳')))).toMatchObject({
      state: 'exact',
      ...spanOf(text, '六稳'),
    });
  });

  test('an anchor of earlier days, whose rivals tell nothing, is found as well', () => {
    const anchor = describe(TEXT, spanOf(TEXT, '去年生产总值增长'));
    const old = { ...anchor, rivals: anchor.rivals.map(({ before, quote, after }) => ({ before, quote, after })) };
    expect(anchor.rivals).not.toHaveLength(0);
    expect(locate(`会议召开。\n\n${TEXT}`, old)).toMatchObject({ state: 'exact' });
    expect(locate(TEXT.replace(/山西省去年.*?新高。/s, ''), old).state).toBe('orphan');
  });

  test('a passage of many thousand characters is found in little time though a word of it differs', () => {
    const text = articles().join('\n\n');
    const anchor = describe(text, { start: 500, end: 20_500 });
    const changed = `${text.slice(0, 9_000)}新加的话${text.slice(9_000)}`;
    expect(locate(changed, anchor)).toMatchObject({ state: 'changed', start: 500, end: 20_504 });
  });

  test('the same sentence in two paragraphs is told apart, and the other is not taken when one goes', () => {
    const text =
      '山西省的同志说，工作要抓实抓细，一件一件落地。\n\n陕西省的同志说，工作要抓实抓细，一件一件落地。\n\n散会。';
    const anchor = describe(text, spanOf(text, '工作要抓实抓细', 1));
    expect(locate(`开会。\n\n${text}`, anchor)).toMatchObject({
      state: 'exact',
      start: spanOf(`开会。\n\n${text}`, '工作要抓实抓细', 1).start,
    });
    expect(locate(text.replace(/陕西省.*?落地。/s, ''), anchor).state).toBe('orphan');
  });
});
