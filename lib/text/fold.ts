import { PLAIN, VARIANTS } from './variants';

/** What becomes of one UTF-16 unit before matching, besides being replaced by another unit. */
const KEEP = 0;
export const DROP = 1;
export const SPACE = 2;
export const DASH = '-'.charCodeAt(0);
export const OPEN_QUOTE = '“'.charCodeAt(0);
export const CLOSE_QUOTE = '”'.charCodeAt(0);
export const OPEN_TITLE = '《'.charCodeAt(0);
export const CLOSE_TITLE = '》'.charCodeAt(0);

/** Rows of [units, what they become]; a later row wins. */
const FOLDS: readonly (readonly [units: string, becomes: string])[] = [
  ['、﹐﹑､', ','],
  ['﹔', ';'],
  ['﹕', ':'],
  ['﹗', '!'],
  ['｡', '。'],
  ['﹙', '('],
  ['﹚', ')'],
  ['［〔【〖', '['],
  ['］〕】〗', ']'],
  ['〈', '《'],
  ['〉', '》'],
  ['—–‒―─－‐‑−﹣', '-'],
  ['•‧∙⋅・･', '·'],
  ['～〜∼', '~'],
  ['‘「『﹁﹃〝„‟‚‛', '“'],
  ['’」』﹂﹄〞〟', '”'],
];

/** Full-width forms of ASCII, and how far they are from it. */
const WIDE_FROM = 0xff01;
const WIDE_TO = 0xff5e;
const WIDE_OFFSET = 0xfee0;

/** Zero-width, bidi and variation marks, soft hyphen, controls. */
const DROPPED: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x0008],
  [0x000e, 0x001f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** White space of HTML and Unicode, `U+2029` (our paragraph mark) included. */
const SPACES =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** For every UTF-16 unit the unit that stands for it in matching, or KEEP, DROP or SPACE. */
const TABLE: Uint16Array = makeTable();

/** The unit that stands for `unit` in matching, or DROP, or SPACE. */
export function foldUnit(unit: number): number {
  const folded = TABLE[unit]!;
  return folded === KEEP ? unit : folded;
}

/** Only what changes is entered: the worker makes this table each time it wakes. */
function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let i = 0; i < VARIANTS.length; i++) table[VARIANTS.charCodeAt(i)] = PLAIN.charCodeAt(i);
  for (let unit = WIDE_FROM; unit <= WIDE_TO; unit++) table[unit] = lower(unit - WIDE_OFFSET);
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = lower(unit);
  for (const [units, becomes] of FOLDS) {
    for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)] = becomes.charCodeAt(0);
  }
  for (const [from, to] of DROPPED) table.fill(DROP, from, to + 1);
  for (let i = 0; i < SPACES.length; i++) table[SPACES.charCodeAt(i)] = SPACE;
  return table;
}

function lower(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}
