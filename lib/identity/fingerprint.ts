import { foldStably } from '../anchor/folded';

/** Folded units. A shorter paragraph (a date line, 责任编辑) stands in many articles. */
const SHORTEST_PARAGRAPH = 12;

/** 64 bits of the folded paragraph as 16 hexadecimal digits; null where it is too short to tell articles apart. */
export function fingerprint(paragraph: string): string | null {
  const { text } = foldStably(paragraph);
  return text.length < SHORTEST_PARAGRAPH ? null : hash(text);
}

/** Those of the paragraphs that have one, each once, in their order. */
export function fingerprintsOf(paragraphs: readonly string[]): string[] {
  return [...new Set(paragraphs.map(fingerprint).filter((each) => each !== null))];
}

/** cyrb53 by bryc (public domain) with all of its 64 bits. Kept in databases: it can never change. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  const high = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const low = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
