import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/normalise';
import { foldedUnits } from './folded';
import { TextIndex, termOf } from './textIndex';

const words = (units: Uint16Array) => String.fromCharCode(...units);

function found(index: TextIndex, text: string): number[] {
  const ids: number[] = [];
  const term = termOf(text);
  if (term !== null) index.find(term, (id) => ids.push(id));
  return ids.sort((a, b) => a - b);
}

/** Of few characters, so that a text often has all pairs of what is asked for and not the whole. */
const text = fc.string({ unit: fc.constantFrom('高', '质', '質', 'a', 'b', ' ', '\n'), maxLength: 12 });
const query = fc.string({ unit: fc.constantFrom('高', '质', 'a', 'b'), minLength: 1, maxLength: 4 });

test('finds exactly the texts that have the characters in a row, however the index is cut and whatever was changed', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.option(text), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(steps, query, (all, asked) => {
      const index = new TextIndex();
      const kept = new Map<number, string>();
      for (const [id, put, settles] of all) {
        if (put === null) {
          index.remove(id);
          kept.delete(id);
        } else {
          index.put(id, put);
          kept.set(id, put);
        }
        if (settles) index.settle();
      }
      const term = termOf(asked);
      if (term === null) return;
      const units = words(term.units);
      const has = (each: string) => {
        const whole = words(foldedUnits(each));
        for (let at = whole.indexOf(units); at >= 0; at = whole.indexOf(units, at + 1)) {
          if (!term.isWord || at === 0 || !/[a-z0-9]/.test(whole[at - 1]!)) return true;
        }
        return false;
      };
      expect(found(index, asked)).toEqual(
        [...kept].flatMap(([id, each]) => (has(each) ? [id] : [])).sort((a, b) => a - b),
      );
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['高質量發展', '高质量发展'],
  ['ＡＩ 大模型', 'ai大模型'],
  ['乡村 振兴', '乡村振兴'],
  ['New  Energy', 'new energy'],
  ['第一段\n\n第二段', '第一段\n第二段'],
  ['第一段\u2029第二段', '第一段\n第二段'],
  ['——两项', '-两项'],
])('%j is folded to %j', (written, folded) => {
  expect(words(foldedUnits(written))).toBe(folded);
});

test('a text is folded here as for matching, but for quotation marks and paragraphs', () => {
  const plain = fc.string({
    unit: fc.constantFrom('發', '展', '、', '，', 'Ａ', 'b', '—', '·', '　', '９', '《', '》'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(plain, (each) => {
      expect(words(foldedUnits(each))).toBe(fold(each).replace(/\n/g, ''));
    }),
  );
});

test('a Latin word is found from its beginning', () => {
  const index = new TextIndex();
  index.put(0, 'compare the previous report');
  expect(found(index, 'prev')).toEqual([0]);
  expect(found(index, 'port')).toEqual([]);
  expect(found(index, 'the previous')).toEqual([0]);
});
