import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import type { Located } from '../model';
import { makeEdits } from '../../tests/bench/edits';
import { verdictOn } from '../../tests/bench/anchoring';
import { describe, describeAll, locate, locateAll } from './locate';

const spanOf = (text: string, quote: string, nth = 0) => {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length };
};
const quoteOf = (text: string, located: Located) =>
  located.state === 'orphan' ? null : text.slice(located.start, located.end);

const piece = fc.constantFrom(
  '六稳',
  '六保',
  '“',
  '”',
  '两个确立',
  '两个维护',
  '，',
  '。',
  '\n\n',
  ' ',
  '　',
  'a b',
  '12',
  '省',
  '𠮷',
  '\u200b',
  '了',
  '山西',
);
const texts = fc.array(piece, { minLength: 1, maxLength: 80 }).map((pieces) => pieces.join(''));

/** A span of whole characters. */
function spanIn(text: string, a: number, b: number) {
  const characters = [...text];
  const [first, last] = [a % characters.length, b % characters.length].sort((x, y) => x - y) as [number, number];
  const start = characters.slice(0, first).join('').length;
  return { start, end: start + characters.slice(first, last + 1).join('').length };
}

group('any span of any text', () => {
  test('is found where it is', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const span = spanIn(text, a, b);
        expect(locate(text, describe(text, span))).toMatchObject({ state: 'exact', ...span });
      }),
      { numRuns: 400 },
    );
  });

  test('that cuts a character takes it whole', () => {
    expect(describe('甲𠮷乙', { start: 2, end: 3 })).toMatchObject({ quote: '𠮷', start: 1, end: 2 });
    expect(describe('甲𠮷乙', { start: 1, end: 2 })).toMatchObject({ quote: '𠮷', start: 1, end: 2 });
  });

  test('moves with what is put in before it, as far as it is found at all', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), texts, (text, a, b, before) => {
        const span = spanIn(text, a, b);
        const anchor = describe(text, span);
        const moved = `${before}这里是新加的一段${text}`;
        const located = locate(moved, anchor);
        if (located.state !== 'exact') return;
        expect(moved.slice(located.start, located.end).replace(/[\s\u200b]/g, '')).toBe(
          anchor.quote.replace(/[\s\u200b]/g, ''),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('no text and no anchor breaks it', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (text, other, a, b) => {
        const span = spanIn(text, a, b);
        const located = locate(other, describe(text, span));
        if (located.state === 'orphan') return;
        expect(located.start).toBeLessThan(located.end);
        expect(located.end).toBeLessThanOrEqual(other.length);
      }),
      { numRuns: 300 },
    );
  });
});

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

test('many at once are found as one by one', () => {
  const [edit] = makeEdits(1, 5);
  const spans = Array.from({ length: 40 }, (_, index) => ({ start: index * 7, end: index * 7 + 12 }));
  const anchors = describeAll(edit!.text, spans);
  expect(anchors).toEqual(spans.map((span) => describe(edit!.text, span)));
  const changed = edit!.text.replaceAll('的', '之');
  expect(locateAll(changed, anchors)).toEqual(anchors.map((anchor) => locate(changed, anchor)));
});

test('generated edits: right in at least 99 of 100, silently elsewhere in hardly one of 1,000', () => {
  const edits = makeEdits(800, 11);
  const verdicts = edits.map((edit) =>
    verdictOn(edit, locate(edit.edited, describe(edit.text, edit.span)), edit.edited),
  );
  const share = (verdict: string) => verdicts.filter((each) => each === verdict).length / edits.length;
  expect(share('right')).toBeGreaterThanOrEqual(0.985);
  expect(share('silently wrong')).toBeLessThanOrEqual(0.0026);
  expect(share('needlessly changed')).toBeLessThanOrEqual(0.005);
}, 60_000);
