import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, normalise, PARAGRAPH_MARK } from './normalise';

describe('folding', () => {
  test.each([
    ['space between Han', '高质量 发展', '高质量发展'],
    ['ideographic space in a padded name', '林　武', '林武'],
    ['no-break space', '六\u00a0稳', '六稳'],
    ['line break inside a word', '资金保\n障', '资金保障'],
    ['zero-width space', '两个\u200b确立', '两个确立'],
    ['soft hyphen and byte-order mark', '六\u00ad稳\ufeff', '六稳'],
    ['full-width digits and letters', '１７项ＡＩ', '17项ai'],
    ['corner brackets', '「六穩」『六保』', '“六稳”“六保”'],
    ['single curly quotes', '‘六稳’', '“六稳”'],
    ['straight quotes, in turn', '"四个意识"、"四个自信"', '“四个意识”,“四个自信”'],
    ['half brackets', '〝六稳〞', '“六稳”'],
    ['dashes of all lengths', '中国—中亚 中国－中亚 中国–中亚 中国-中亚', '中国-中亚中国-中亚中国-中亚中国-中亚'],
    ['a double dash is one', '中国——中亚', '中国-中亚'],
    ['interpuncts', '晋中•甜美 晋中・甜美 晋中·甜美', '晋中·甜美晋中·甜美晋中·甜美'],
    ['enumeration comma and comma', '稳就业、稳金融，稳外贸', '稳就业,稳金融,稳外贸'],
    ['brackets', '（草案）〔2022〕【题】', '(草案)[2022][题]'],
    ['title marks within title marks', '《甲〈乙〉》', '《甲《乙》》'],
    ['plus signs', '承诺制＋标准地', '承诺制+标准地'],
    ['traditional characters', '兩個確立、習近平總書記、山西省委員會', '两个确立,习近平总书记,山西省委员会'],
    ['variants of Taiwan and Hong Kong', '為民裡外著', '为民里外着'],
    ['compatibility ideograph and radical', '\uf92e\u2f00', '冷一'],
    ['a space between Latin words stays', 'New  York 2022 年', 'new york 2022年'],
    ['an apostrophe in a word is no quote', "don't", "don't"],
  ])('%s', (_, original, folded) => {
    expect(fold(original)).toBe(folded);
  });
});

describe('paragraphs', () => {
  test.each([
    ['a blank line parts', '甲\n\n乙', '甲\n乙'],
    ['our own mark parts', `甲${PARAGRAPH_MARK}乙`, '甲\n乙'],
    ['an indent after a line break parts', '甲。\n　　乙', '甲。\n乙'],
    ['a single line break does not', '甲\n乙', '甲乙'],
    ['nothing at the very beginning', '\n\n甲', '甲'],
    ['many are one', '甲\n\n \n\n乙', '甲\n乙'],
    ['inside an open title it does not part', '《关于废止〈乙〉的\n\n决定(草案)》', '《关于废止《乙》的决定(草案)》'],
    ['a stray title mark does not hold the next paragraphs', '《甲\n\n乙《丙》', '《甲\n乙《丙》'],
    ['one kind of straight quote inside the other', `"甲'乙'丙"`, '“甲“乙”丙”'],
    ['variation selectors of ideographs', '葛\u{e0100}洲', '葛洲'],
    ['a straight quote left open ends with its paragraph', '"甲\n\n"乙"', '“甲\n“乙”'],
  ])('%s', (_, original, folded) => {
    expect(fold(original)).toBe(folded);
  });
});

test('every unit leads back to its place in the original', () => {
  const original = '　省委书记 林　武\u200b：“六 稳”——好';
  const { text, starts, ends } = normalise(original);
  const at = text.indexOf('林武');
  expect(original.slice(starts[at], ends[at + 1])).toBe('林　武');
  const dash = text.indexOf('-');
  expect(original.slice(starts[dash], ends[dash])).toBe('——');
});

test('white space before a unit is remembered, since it parts words in headlines', () => {
  const { text, gaps } = normalise('丁薛祥　李希 韩正');
  expect(text).toBe('丁薛祥李希韩正');
  expect([...gaps]).toEqual([0, 0, 0, 1, 0, 1, 0]);
});

const anyText = fc.string({
  unit: fc.constantFrom(...'六稳保“”"\'《》〈〉\n　 \u200b—-、，Aa1。確立', PARAGRAPH_MARK),
  maxLength: 80,
});

test('offsets rise, do not overlap and stay inside the original', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (original) => {
      const { codes, starts, ends, text } = normalise(original);
      expect(text.length).toBe(codes.length);
      let last = 0;
      for (let i = 0; i < codes.length; i++) {
        expect(starts[i]).toBeGreaterThanOrEqual(last);
        expect(ends[i]).toBeGreaterThan(starts[i]!);
        last = ends[i]!;
      }
      expect(last).toBeLessThanOrEqual(original.length);
    }),
  );
});

test('folding twice is folding once', () => {
  const withoutParagraphs = fc.string({
    unit: fc.constantFrom(...'六稳保“”"《》〈〉 \u200b—-、，Aa1。確立'),
    maxLength: 60,
  });
  fc.assert(fc.property(withoutParagraphs, (original) => fold(fold(original)) === fold(original)));
});
