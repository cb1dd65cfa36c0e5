import type { Span } from '../model';

/** UTF-16 units that are checked at once: little enough to tell often how far it is, enough to read a text as a whole. */
const PART = 20_000;

/** Cuts a long text at ends of paragraphs, or of sentences where a paragraph is longer than a part. */
export function partsOf(text: string, most = PART): Span[] {
  const parts: Span[] = [];
  let start = 0;
  while (text.length - start > most) {
    const window = text.slice(start, start + most);
    const end = [window.lastIndexOf('\n'), window.lastIndexOf('。')].find((at) => at > most / 2) ?? most - 1;
    parts.push({ start, end: start + end + 1 });
    start += end + 1;
  }
  parts.push({ start, end: text.length });
  return parts;
}
