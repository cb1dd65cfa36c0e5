/**
 * Word edges as the platform's segmenter sees them. It does not know names (it cuts 王|宁|照), so it
 * is asked only about what stands beside one: 照|例 is cut inside a word, 刘星|开口 before one.
 */
let segmenter: Intl.Segmenter | null = null;

/** UTF-16 units to each side that are enough for the segmenter to decide. */
const REACH = 8;

/**
 * What an offset of a normalised text is: inside a word; at the edge of a word of two or more
 * characters on the side asked for; or at the edge of a single character, which says little.
 */
export function edgeAt(text: string, offset: number, side: 'before' | 'after'): 'inside' | 'edge' | 'unclear' {
  // Its dictionary is loaded when it is made; most texts never need it.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, offset - REACH);
  const at = offset - from;
  for (const { index, segment } of segmenter.segment(text.slice(from, offset + REACH))) {
    const end = index + segment.length;
    if (index < at && at < end) return 'inside';
    if (side === 'before' && end === at) return segment.length > 1 ? 'edge' : 'unclear';
    if (side === 'after' && index === at) return segment.length > 1 ? 'edge' : 'unclear';
  }
  return 'unclear';
}

/** Whether the platform's dictionary has the text as one word. */
export function isOneWord(text: string): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].length === 1;
}
