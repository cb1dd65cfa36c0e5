/** Words by which a text obliges, allows or forbids, and figures. */

/** Longer ones first where one begins another. */
const OBLIGATIONS: readonly string[] =
  '应当 应该 必须 务必 可以 鼓励 支持 允许 严禁 禁止 不得 不准 不能 试点 先行先试 原则上 力争 争取 努力 确保 保证 一律 坚决 严格 逐步 适当 适时 视情 尽快 加快 稳步 稳妥 积极 全面 探索 倡导 提倡 建议 要求'.split(
    ' ',
  );

const OBLIGATION = new RegExp(OBLIGATIONS.join('|'), 'g');
const NUMBER =
  /\d+(?:[.,]\d+)*(?:\s*(?:%|‰|个?百分点|[万亿千]{0,2}(?:元|美元|人次?|户|家|个|项|件|亩|吨|公里|平方公里|平方米|千瓦时?|倍|年|月|日|天|小时)?))?|[一二三四五六七八九十两几百千万亿]+(?:成|倍|个百分点)|百分之[一二三四五六七八九十百点零]+/g;

export function obligationsIn(text: string): string[] {
  return text.match(OBLIGATION) ?? [];
}

/** Figures with their units, widths folded: 5.5%, 12件, 三成. */
export function figuresIn(text: string): string[] {
  return (text.normalize('NFKC').match(NUMBER) ?? []).map((figure) => figure.replace(/\s+/g, ''));
}

/** What one list has and the other has not, counted. */
export function differenceOf(
  a: readonly string[],
  b: readonly string[],
): { readonly a: string[]; readonly b: string[] } {
  const left = [...b];
  const onlyA = a.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { a: onlyA, b: left };
}
