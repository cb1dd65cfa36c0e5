import { expect, test } from 'vitest';
import { termsOf } from '../search/terms';
import { excerptOf } from './excerpt';

const PARAGRAPHS = [
  '柳泉市召开会议。',
  '会议強調，要推進“三張清單”管理，逐項明確責任單位，定期通報進展，做到件件有着落、事事有回音。',
];

test.each<[string, string | null]>([
  ['三张清单', '会议強調，要推進“三張清單”管理，逐項明確責任單位，定期通報進展，做到件件有着落、事事有回音。'],
  ['回音 会议', '柳泉市召开会议。'],
  ['事事有回音', '…逐項明確責任單位，定期通報進展，做到件件有着落、事事有回音。'],
  ['没有', null],
  ['', null],
])('of “%s” it is %s', (query, expected) => {
  expect(excerptOf(PARAGRAPHS, termsOf(query, null))).toBe(expected);
});
