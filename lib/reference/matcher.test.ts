import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher } from './matcher';

const codesOf = (text: string) => Uint16Array.from([...Array(text.length).keys()], (at) => text.charCodeAt(at));

function scanned(terms: readonly string[], text: string) {
  const hits: [number, number, number][] = [];
  buildMatcher(terms).scan(codesOf(text), (...hit) => hits.push(hit));
  return hits;
}

/** The oracle: every term tried at every place. */
function tried(terms: readonly string[], text: string) {
  const hits: [number, number, number][] = [];
  for (let start = 0; start < text.length; start++) {
    const here = terms.flatMap((term, index): [number, number, number][] =>
      term !== '' && text.startsWith(term, start) ? [[start, start + term.length, index]] : [],
    );
    hits.push(...here.sort((a, b) => a[1] - b[1]));
  }
  return hits;
}

test('finds what trying every term at every place finds', () => {
  const letters = fc.constantFrom('两', '个', '确', '立', '维', '护', '“', '”', '六', '稳');
  const word = fc.array(letters, { minLength: 1, maxLength: 5 }).map((units) => units.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(letters, { maxLength: 200 }), (terms, units) => {
      expect(scanned(terms, units.join(''))).toEqual(tried(terms, units.join('')));
    }),
    { numRuns: 500 },
  );
});

test('finds what trying finds among any UTF-16 units, lone surrogates too', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const word = fc.array(unit, { minLength: 1, maxLength: 3 }).map((units) => units.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), (terms) => {
      const text = terms.join('') + terms.toReversed().join('');
      expect(scanned(terms, text)).toEqual(tried(terms, text));
    }),
  );
});

test('an empty lexicon finds nothing, and an empty text holds nothing', () => {
  expect(scanned([], '两个确立')).toEqual([]);
  expect(scanned(['两个确立'], '')).toEqual([]);
  expect(scanned([''], '两')).toEqual([]);
});
