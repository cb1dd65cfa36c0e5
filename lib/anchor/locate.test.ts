import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { makeEdits } from '../../tests/bench/edits';
import { verdictOn, type Verdict } from '../../tests/bench/verdict';
import { describe, describeAll, locate, locateAll } from './locate';

const spanOf = (text: string, quote: string, nth = 0) => {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length };
};
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
        const words = (part: string) => part.replace(/[\s\u200b]/g, '').replaceAll('”', '“');
        expect(words(moved.slice(located.start, located.end))).toBe(words(anchor.quote));
      }),
      { numRuns: 300 },
    );
  });

  test('of surrogates, joined and combining characters, or of white space alone, is found where it is', () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        '𠮷',
        '\ud842',
        '\udfb7',
        'e\u0301',
        '\u0301',
        '👨\u200d👩',
        '\ufe0f',
        'ﬃ',
        '㈠',
        '…',
        'İ',
        '省',
      ),
      minLength: 1,
      maxLength: 40,
    });
    const blank = fc.string({ unit: fc.constantFrom(' ', '\u3000', '\n', '\u00a0', '\u200b', '\u2029'), minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(odd, blank), fc.nat(), fc.nat(), (text, a, b) => {
        const span = spanIn(text, a, b);
        expect(locate(text, describe(text, span))).toMatchObject({ state: 'exact', ...span });
      }),
      { numRuns: 300 },
    );
  });

  test('stays what it is when something is put in elsewhere', () => {
    const text =
      '会议指出，要抓好防汛工作。\n\n会议强调，粮食安全是头等大事，种子和耕地两个要害要抓住。\n\n与会人员作了发言。';
    const span = spanOf(text, '种子和耕地两个要害要抓住');
    const anchor = describe(text, span);
    const ends = [0, ...[...text.matchAll(/\n\n/g)].map(({ index }) => index + 2)];
    fc.assert(
      fc.property(texts, fc.constantFrom(...ends), (added, at) => {
        const put = `${added}这里是新加的一段。\n\n`;
        const moved = at <= span.start ? put.length : 0;
        expect(locate(text.slice(0, at) + put + text.slice(at), anchor)).toMatchObject({
          state: 'exact',
          start: span.start + moved,
          end: span.end + moved,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('is not looked for where its anchor makes no sense, and that is no error', () => {
    const words = fc.string({ unit: fc.constantFrom('省', '委', '。', '“', '\n', ' ', '𠮷', '\ud800'), maxLength: 20 });
    const number = fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constantFrom(1e15, Number.MAX_SAFE_INTEGER));
    const passage = { before: words, quote: words, after: words };
    const tell = fc.record({ side: fc.constantFrom('before', 'after'), far: number, own: words, theirs: words });
    const anchors = fc.record({
      ...passage,
      start: number,
      end: number,
      length: number,
      same: fc.record({ count: number, index: number }),
      rivals: fc.array(fc.record({ ...passage, tell }, { requiredKeys: ['before', 'quote', 'after'] }), {
        maxLength: 3,
      }),
      sample: fc.array(words, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(texts, words, anchors, (text, more, anchor) => {
        const located = locate(text + more, anchor);
        if (located.state === 'orphan') return;
        expect(located.start).toBeLessThan(located.end);
        expect(located.end).toBeLessThanOrEqual(text.length + more.length);
      }),
      {
        numRuns: 500,
        examples: [['', '', { ...describe('', { start: 0, end: 0 }), start: 1e15, end: 1e15, length: 5 }]],
      },
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

group('a quote of which another program kept nothing else', () => {
  const bare = (quote: string) => ({ ...describe(quote, { start: 0, end: quote.length }), sample: [] });
  const text = '会议听取了汇报。各市要把底数摸清，逐项建立台账。会议最后作了安排，各市要抓好落实。';

  test.each([
    ['stands here once', '各市要把底数摸清', { state: 'exact', start: 8, end: 16 }],
    ['stands here twice', '各市要', { state: 'orphan' }],
    ['is short', '台账', { state: 'orphan' }],
    ['stands here with other words', '各市要将底数摸清', { state: 'orphan' }],
  ])('%s', (_, quote, expected) => {
    expect(locate(text, bare(quote))).toMatchObject(expected);
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

test('of 720 generated edits 97 in 100 are right, and none is silently elsewhere', () => {
  const verdicts = makeEdits(720, 11).map((edit) =>
    verdictOn(edit, locate(edit.edited, describe(edit.text, edit.span))),
  );
  const share = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length / verdicts.length;
  expect(share('right')).toBeGreaterThanOrEqual(0.97);
  expect(share('silently wrong')).toBeLessThanOrEqual(0.001);
  expect(share('needless')).toBeLessThanOrEqual(0.005);
}, 60_000);
