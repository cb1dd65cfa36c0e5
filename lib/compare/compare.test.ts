import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { EntryId } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { compare, type ParagraphRow, type Side } from './compare';
import { sideOf } from './mentions';
import { inOrder, pairsOf } from './pairs';
import { piecesOf } from './pieces';
import { sentencesOf } from './sentences';
import { summaryOf } from './summary';
import { figuresIn } from './terms';

const lexicon = buildLexicon([readBundledPack()]);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const cut = (text: string) => segmenter.segment(text);

function side(...paragraphs: string[]): Side {
  return sideOf(paragraphs, lexicon, null);
}

const shape = (rows: readonly ParagraphRow[]) => rows.map(({ is, a, b }) => [is, a, b]);
const PARAGRAPHS = [
  '全市要深刻领悟“两个确立”的决定性意义，坚持稳中求进工作总基调。',
  '抓好春耕生产。各县应当备足种子、化肥和农机，力争播种面积达到120万亩。',
  '抓好重点项目。原则上每月调度一次，确保年底前完成投资85%。',
  '抓好民生实事。鼓励社会力量参与，严禁弄虚作假。',
];

describe('paragraphs', () => {
  test('that are the same in other marks, widths and script are the same', () => {
    const rows = compare(side('全市要“抓落实”，再加力。'), side('全市要「抓落實」， 再加力。'), cut);
    expect(shape(rows)).toEqual([['same', 0, 0]]);
  });

  test('that went, came, changed or moved are told apart', () => {
    const [first, second, third, fourth] = PARAGRAPHS as [string, string, string, string];
    const changed = third.replace('每月', '每季度');
    const rows = compare(
      side(first, second, third, fourth),
      side(fourth, first, changed, '新的一段，谈科技创新。'),
      cut,
    );
    expect(shape(rows)).toEqual([
      ['moved-here', 3, 0],
      ['same', 0, 1],
      ['removed', 1, null],
      ['changed', 2, 2],
      ['moved-away', 3, 0],
      ['added', null, 3],
    ]);
  });

  test('in which sentences differ tell the words', () => {
    const [row] = compare(
      side(PARAGRAPHS[1]!),
      side(PARAGRAPHS[1]!.replace('应当', '可以').replace('120', '100')),
      cut,
    );
    const [same, changed] = row!.sentences;
    expect(same).toMatchObject({ is: 'same', a: { text: '抓好春耕生产。' } });
    expect(changed!.pieces!.filter(({ is }) => is !== 'same')).toEqual([
      { is: 'removed', text: '应当' },
      { is: 'added', text: '可以' },
      { is: 'removed', text: '120' },
      { is: 'added', text: '100' },
    ]);
  });

  test('a sentence that went into another paragraph is moved', () => {
    const sentence = '要把安全生产责任落实到每一个岗位。';
    const rows = compare(
      side(`${PARAGRAPHS[0]!}${sentence}`, PARAGRAPHS[3]!),
      side(PARAGRAPHS[0]!, `${PARAGRAPHS[3]!}${sentence}`),
      cut,
    );
    const moved = rows.flatMap(({ sentences }) => sentences).filter(({ is }) => is.startsWith('moved'));
    expect(moved.map(({ is, a, b }) => [is, a!.paragraph, b!.paragraph, b!.text])).toEqual([
      ['moved-away', 0, 1, sentence],
      ['moved-here', 0, 1, sentence],
    ]);
  });
});

describe('the summary', () => {
  const summary = (a: Side, b: Side) => summaryOf(compare(a, b, cut), a, b);

  test('tells formulations that came, went, were reworded, and stand in another order', () => {
    const a = side(
      '要深刻领悟“两个确立”的决定性意义，坚持人民至上、生命至上，做好“六稳”工作。',
      '推动高质量发展，优化营商环境。',
    );
    const b = side(
      '要深刻认识“两个确立”的决定性意义，坚持人民至上、生命至上。',
      '优化营商环境，推动高质量发展，壮大数字经济。',
    );
    const { formulations } = summary(a, b);
    const names = formulations.map(({ is, key }) => [is, lexicon.entries.get(key as EntryId)!.names.zh]);
    expect(names).toContainEqual(['reworded', '深刻领悟“两个确立”的决定性意义']);
    expect(names).toContainEqual(['dropped', '六稳']);
    expect(names).toContainEqual(['added', '数字经济']);
    expect(names.filter(([is]) => is === 'reordered')).toHaveLength(1);
    expect(names).not.toContainEqual(['dropped', '营商环境']);
  });

  test('tells words of obligation and figures with their sentences', () => {
    const a = side(PARAGRAPHS[1]!, PARAGRAPHS[2]!);
    const b = side(
      PARAGRAPHS[1]!.replace('应当', '必须').replace('120万亩', '130万亩'),
      PARAGRAPHS[2]!.replace('原则上', ''),
    );
    const { obligations, figures } = summary(a, b);
    expect(obligations.map(({ a: was, b: now }) => [was, now])).toEqual([
      [['应当'], ['必须']],
      [['原则上'], []],
    ]);
    expect(figures.map(({ a: was, b: now, sentenceB }) => [was, now, sentenceB!.paragraph])).toEqual([
      [['120万亩'], ['130万亩'], 0],
    ]);
  });

  test('of the same text is empty', () => {
    const a = side(...PARAGRAPHS);
    expect(summary(a, a)).toEqual({
      counts: { same: 4, changed: 0, moved: 0, added: 0, removed: 0 },
      formulations: [],
      obligations: [],
      figures: [],
    });
  });
});

test.each([
  ['增长5.5%，完成1,200亿元，提高三成，覆盖12个县', ['5.5%', '1,200亿元', '三成', '12个']],
  ['占百分之三十', ['百分之三十']],
  ['没有数字', []],
])('figures of %s', (text, figures) => {
  expect(figuresIn(text)).toEqual(figures);
});

const paragraph = fc
  .array(fc.constantFrom('甲方负责。', '乙方配合；', '“丙”不得外传！', '其他事项', '\n', '第7条。'), { maxLength: 6 })
  .map((parts) => parts.join(''));

test('every word of both texts stands in the comparison, in its order', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 6 }), fc.array(paragraph, { maxLength: 6 }), (one, other) => {
      const rows = compare(
        { paragraphs: one, mentions: one.map(() => []) },
        { paragraphs: other, mentions: other.map(() => []) },
        cut,
      );
      const inA = rows.filter(({ is }) => is !== 'moved-here').flatMap(({ a }) => (a === null ? [] : [a]));
      const inB = rows.filter(({ is }) => is !== 'moved-away').flatMap(({ b }) => (b === null ? [] : [b]));
      expect(inA).toEqual(one.map((_, index) => index));
      expect(inB).toEqual(other.map((_, index) => index));
    }),
  );
});

test('pieces make both wordings again', () => {
  fc.assert(
    fc.property(paragraph, paragraph, (one, other) => {
      const pieces = piecesOf(one, other, cut);
      const text = (left: 'removed' | 'added') =>
        pieces
          .filter(({ is }) => is !== left)
          .map((each) => each.text)
          .join('');
      expect([text('added'), text('removed')]).toEqual([one, other]);
    }),
  );
});

test('sentences hold everything but white space', () => {
  fc.assert(
    fc.property(paragraph, (text) => {
      const bare = (written: string) => written.replace(/\s/g, '');
      expect(
        bare(
          sentencesOf(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ),
      ).toBe(bare(text));
    }),
  );
});

test('what stays in order is the most that can', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 8 }), (order) => {
      const pairs = [...new Set(order)].map((b, a) => ({ a, b, score: 1 }));
      const kept = [...inOrder(pairs, () => 1)].sort((one, other) => one.a - other.a);
      expect(kept.every(({ b }, index) => index === 0 || kept[index - 1]!.b < b)).toBe(true);
      expect(kept.length).toBe(longestAscending(pairs.map(({ b }) => b)));
    }),
  );
});

function longestAscending(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [index, number] of numbers.entries()) {
    const before = lengths.filter((_, earlier) => numbers[earlier]! < number);
    lengths[index] = 1 + Math.max(0, ...before);
  }
  return Math.max(0, ...lengths);
}

test('each unit is in one pair', () => {
  expect(pairsOf(['甲乙丙丁', '甲乙丙丁'], ['甲乙丙丁', '甲乙丙戊'], 0.3).map(({ a, b }) => [a, b])).toEqual([
    [0, 0],
    [1, 1],
  ]);
});
