import { SIMPLIFIED, TRADITIONAL } from './traditional';

/** What becomes of one UTF-16 unit before matching, besides being replaced by another unit. */
export const DROP = 0;
export const SPACE = 1;
export const DASH = '-'.charCodeAt(0);
export const OPEN_QUOTE = '“'.charCodeAt(0);
export const CLOSE_QUOTE = '”'.charCodeAt(0);
export const OPEN_TITLE = '《'.charCodeAt(0);
export const CLOSE_TITLE = '》'.charCodeAt(0);

/** Rows of [units, what they become]; a later row wins. */
const FOLDS: readonly (readonly [units: string, becomes: string])[] = [
  ['，、﹐﹑､', ','],
  ['；﹔', ';'],
  ['：﹕', ':'],
  ['！﹗', '!'],
  ['？﹖', '?'],
  ['｡', '。'],
  ['（﹙', '('],
  ['）﹚', ')'],
  ['［〔【〖', '['],
  ['］〕】〗', ']'],
  ['〈《', '《'],
  ['〉》', '》'],
  ['—–‒―─－‐‑−﹣', '-'],
  ['•‧∙⋅・･', '·'],
  ['～〜∼', '~'],
  ['“‘「『﹁﹃〝„‟‚‛', '“'],
  ['”’」』﹂﹄〞〟', '”'],
];

/** Zero-width, bidi and variation marks, soft hyphen. */
const DROPPED: readonly (readonly [from: number, to: number])[] = [
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

/** Ranges whose single-unit NFKC forms are taken over: radicals, compatibility ideographs, widths. */
const COMPATIBILITY: readonly (readonly [from: number, to: number])[] = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
];

/** For every UTF-16 unit the unit that stands for it in matching, or DROP, or SPACE. */
export const FOLD: Uint16Array = makeTable();

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  for (let unit = 0; unit < 0x20; unit++) table[unit] = DROP;
  for (const [from, to] of COMPATIBILITY) {
    for (let unit = from; unit <= to; unit++) {
      const normal = String.fromCharCode(unit).normalize('NFKC');
      if (normal.length === 1) table[unit] = normal.charCodeAt(0);
    }
  }
  for (let i = 0; i < TRADITIONAL.length; i++) {
    table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  }
  for (const [units, becomes] of FOLDS) {
    for (const unit of units) table[unit.charCodeAt(0)] = becomes.charCodeAt(0);
  }
  for (let unit = 0; unit < table.length; unit++) {
    const folded = table[unit]!;
    if (folded >= 0x41 && folded <= 0x5a) table[unit] = folded + 0x20;
  }
  for (const [from, to] of DROPPED) table.fill(DROP, from, to + 1);
  for (const space of SPACES) table[space.charCodeAt(0)] = SPACE;
  return table;
}
