/** Later mentions of formulations, without quotation marks or the words that told. */
import type { Reason, Span } from '../../model';
import type { Reading } from '../candidate';
import { fold } from '../../text/normalise';
import type { FoundFormulation, ToldFormulation } from './foundFormulation';

/** UTF-16 units. A shorter name without quotation marks may be other words. */
const SHORTEST_BARE = 4;

/** Of names long enough to be nothing else. */
export function bareFormulations(
  found: readonly FoundFormulation[],
  told: readonly ToldFormulation[],
  quoted: readonly Span[],
  reading: Reading,
): FoundFormulation[] {
  const { text } = reading.normal;
  const known = new Map<string, ToldFormulation>();
  for (const each of [...told, ...found]) {
    if (!known.has(each.name) || known.get(each.name)!.members.length < each.members.length) known.set(each.name, each);
  }
  const mentions: FoundFormulation[] = [];
  const taken = new Set(found.map(({ start }) => start));
  for (const { name, members, confidence, basis } of known.values()) {
    if (basis === 'coinage') continue;
    const form = fold(name);
    if (form.length < SHORTEST_BARE || /^\d+$/.test(form)) continue;
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      const span = { start: at, end: at + form.length };
      const isInside = quoted.some(
        ({ start, end }) => (start < span.start && span.end <= end) || (start <= span.start && span.end < end),
      );
      if (isInside || taken.has(span.start)) continue;
      if (/[一二两三四五六七八九十百千万\d]/.test(text[at - 1] ?? '') || /\d/.test(text[span.end] ?? '')) continue;
      const why: Reason[] = [{ is: 'named-before' }];
      mentions.push({
        ...span,
        name,
        members,
        basis: 'named-before',
        confidence: Math.round(confidence * 95) / 100,
        why,
      });
    }
  }
  return mentions;
}
