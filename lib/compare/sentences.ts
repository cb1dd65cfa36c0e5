import type { Span } from '../model';

/** Ends of sentences with what closes after them; ； parts the measures of a list. */
const SENTENCE = /[^。！？!?；;…\n]*(?:[。！？!?；;…]+[”’」』）)》]*|\n|$)/gu;

/** The sentences of a paragraph, without the white space around them; together they are all of it. */
export function sentencesOf(paragraph: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: sentence } of paragraph.matchAll(SENTENCE)) {
    const inside = sentence.trim();
    if (inside === '') continue;
    const start = index + sentence.indexOf(inside);
    spans.push({ start, end: start + inside.length });
  }
  return spans;
}
