import { useMemo } from 'react';
import type { Span } from '../../lib/model';
import { fold, normalise } from '../../lib/text/normalise';

interface HighlightedProps {
  readonly text: string;
  /** What was looked for. */
  readonly terms: readonly string[];
}

/** A text with what was looked for in it marked, however it is written. */
export function Highlighted({ text, terms }: HighlightedProps) {
  const spans = useMemo(() => spansOf(text, terms), [text, terms]);
  if (spans.length === 0) return text;
  const parts = spans.map(({ start, end }, index) => {
    const before = text.slice(spans[index - 1]?.end ?? 0, start);
    return (
      <span key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(spans.at(-1)!.end)}
    </>
  );
}

function spansOf(text: string, terms: readonly string[]): Span[] {
  const asked = terms.map(fold).filter((term) => term !== '');
  if (asked.length === 0 || text === '') return [];
  const normal = normalise(text);
  const spans = asked.flatMap((term) => {
    const found: Span[] = [];
    for (let at = normal.text.indexOf(term); at >= 0; at = normal.text.indexOf(term, at + term.length)) {
      found.push({ start: normal.starts[at]!, end: normal.ends[at + term.length - 1]! });
    }
    return found;
  });
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span, index) => sorted.slice(0, index).every(({ end }) => span.start >= end));
}
