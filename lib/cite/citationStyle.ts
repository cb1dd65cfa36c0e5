/** The forms of GB/T 7714 that a reference can be written in: standard and system. */
export const CITATION_STYLES = [
  '2025-numeric',
  '2025-author-date',
  '2025-note',
  '2015-numeric',
  '2015-author-date',
  '2015-note',
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

export type AuthorDateStyle = Extract<CitationStyle, `${string}-author-date`>;

/** 2025 sets the marks between elements as wide as a Chinese character, 2015 half as wide with a blank. */
export interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
}

export const WIDE: Marks = { comma: '，', colon: '：', open: '（', close: '）' };
export const NARROW: Marks = { comma: ', ', colon: ': ', open: '(', close: ')' };

export function is2025(style: CitationStyle): boolean {
  return style.startsWith('2025');
}

export function marksOf(style: CitationStyle): Marks {
  return is2025(style) ? WIDE : NARROW;
}
