import * as OpenCC from 'opencc-js';
import type { Random } from './random';

const toTraditional = OpenCC.Converter({ from: 'cn', to: 'hk' });
const NOW_AND_THEN = 0.03;

function sprinkled(what: string) {
  return (text: string, random: Random) =>
    [...text].map((character) => (random() < NOW_AND_THEN ? character + what : character)).join('');
}

/** What another page does to the same words. */
export const LAYOUTS: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.replaceAll('“', '「').replaceAll('”', '」'),
  (text) => text.replace(/[“”]/g, '"'),
  (text) => text.replaceAll('，', ',').replaceAll('：', ':').replaceAll('；', ';'),
  (text) =>
    text.replace(/(\p{Script=Han})(?=[0-9A-Za-z])/gu, '$1 ').replace(/([0-9A-Za-z])(?=\p{Script=Han})/gu, '$1 '),
  sprinkled('\u200b'),
  sprinkled('\n'),
  sprinkled('\u00a0'),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => toTraditional(text),
  (text) => text.replaceAll('\n\n', '\n\n　　'),
];
