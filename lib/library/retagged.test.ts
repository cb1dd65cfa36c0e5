import { expect, test } from 'vitest';
import { retagged } from './retagged';

test.each<[string[], string[], string | null, string[]]>([
  [['甲', '乙', '丙'], ['乙'], '丁', ['甲', '丁', '丙']],
  [['甲', '乙', '丙'], ['乙'], '丙', ['甲', '丙']],
  [['甲', '乙'], ['甲', '乙'], '乙', ['乙']],
  [['甲', '乙'], ['甲', '乙'], null, []],
])('of %j, %j as %s are %j', (own, tags, as, expected) => {
  expect(retagged(own, tags, as)).toEqual(expected);
});
