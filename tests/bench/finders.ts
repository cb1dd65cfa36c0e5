/** Ways to find passages again, ours and those of others, behind one interface. */
import { describeTextQuote, textQuoteSelectorMatcher, type Chunker } from '@apache-annotator/selector';
import search from 'approx-string-match';
import { describeAll, locateAll } from '../../lib/anchor/locate';
import type { Located, Span } from '../../lib/model';

export interface Finder {
  readonly name: string;
  /** Describes passages of a text; what comes back finds each in another text. */
  mark(text: string, spans: readonly Span[]): Promise<(text: string) => Promise<readonly Located[]>>;
}

const ours: Finder = {
  name: 'Pangzhu',
  async mark(text, spans) {
    const anchors = describeAll(text, spans);
    return async (now) => locateAll(now, anchors);
  },
};

/** UTF-16 units of context that Hypothesis keeps on each side. */
const CONTEXT = 32;
/** Its weights: the quote, what stands before, what stands after, the position. */
const WEIGHTS = { quote: 50, before: 20, after: 20, position: 2 };
const ALL_WEIGHTS = 92;

/**
 * The way of the Hypothesis client, written anew: the old position if the quote stands there; else, of the places
 * that have the quote with the fewest errors, up to half of it, the one whose words, context and position are most
 * alike. It does not say whether the words differ; here they are compared.
 */
const hypothesis: Finder = {
  name: 'Hypothesis',
  async mark(text, spans) {
    const marked = spans.map(({ start, end }) => ({
      quote: text.slice(start, end),
      before: text.slice(Math.max(0, start - CONTEXT), start),
      after: text.slice(end, end + CONTEXT),
      start,
    }));
    return async (now) => marked.map((each) => likest(now, each));
  },
};

interface Marked {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly start: number;
}

function likest(text: string, { quote, before, after, start }: Marked): Located {
  if (text.startsWith(quote, start)) return { state: 'exact', start, end: start + quote.length, score: 1 };
  const scored = placesOf(text, quote, Math.min(256, quote.length / 2)).map((place) => {
    const quoted = 1 - place.errors / quote.length;
    const near = 1 - Math.abs(place.start - start) / text.length;
    const sides =
      WEIGHTS.before * likeness(text.slice(Math.max(0, place.start - before.length), place.start), before) +
      WEIGHTS.after * likeness(text.slice(place.end, place.end + after.length), after);
    const score = (WEIGHTS.quote * quoted + sides + WEIGHTS.position * near) / ALL_WEIGHTS;
    return { start: place.start, end: place.end, score };
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  if (best === undefined) return { state: 'orphan' };
  return { state: text.slice(best.start, best.end) === quote ? 'exact' : 'changed', ...best };
}

function placesOf(text: string, quote: string, most: number) {
  const same: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    same.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return same.length > 0 ? same : search(text, quote, most);
}

function likeness(text: string, wanted: string): number {
  if (wanted === '') return 1;
  const errors = search(text, wanted, wanted.length)[0]?.errors ?? wanted.length;
  return 1 - errors / wanted.length;
}

/** The text quote selector of Apache Annotator: the first place that has prefix, quote and suffix word for word. */
const apache: Finder = {
  name: 'Apache Annotator',
  async mark(text, spans) {
    const chunk = { data: text };
    const selectors = await Promise.all(
      spans.map(({ start, end }) =>
        describeTextQuote({ startChunk: chunk, startIndex: start, endChunk: chunk, endIndex: end }, () => only(chunk)),
      ),
    );
    return (now) =>
      Promise.all(
        selectors.map(async (selector): Promise<Located> => {
          for await (const { startIndex, endIndex } of textQuoteSelectorMatcher(selector)(only({ data: now }))) {
            return { state: 'exact', start: startIndex, end: endIndex, score: 1 };
          }
          return { state: 'orphan' };
        }),
      );
  },
};

function only(chunk: { data: string }): Chunker<{ data: string }> {
  return {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  };
}

export const FINDERS: readonly Finder[] = [ours, hypothesis, apache];
