/** What is kept of an article that was only read: the sentences in which something of the reference stood. */
import type { ReadSentence, Reading, Sighting } from '../model';
import { placesOf } from './counted';

type Kept = Pick<Reading, 'sentences' | 'found' | 'lists'>;

/** Ends of a sentence as texts write them, with what closes after it. */
const ENDS = /[。！？!?；;\n]+[”’」』）)]*/g;

/** From places in paragraphs to places in sentences; sentences in which nothing stands are left out. */
export function sentencesOf({ found, lists }: Pick<Kept, 'found' | 'lists'>, paragraphs: readonly string[]): Kept {
  const spans = new Map<string, { paragraph: number; start: number; end: number }>();
  const ends = paragraphs.map((text) => [...text.matchAll(ENDS)].map((each) => each.index + each[0].length));
  const sentenceAt = (paragraph: number, start: number, end: number) => {
    const own = ends[paragraph]!;
    const from = own.findLast((each) => each <= start) ?? 0;
    const key = `${paragraph} ${from}`;
    const span = spans.get(key) ?? { paragraph, start: from, end: 0 };
    spans.set(key, span);
    span.end = Math.max(span.end, own.find((each) => each >= end) ?? paragraphs[paragraph]!.length);
    return key;
  };
  const keyed = found.map((sighting) => ({
    sighting,
    places: placesOf(sighting).map((place) => ({ place, key: sentenceAt(place.paragraph, place.start, place.end) })),
  }));
  const inOrder = [...spans].sort(([, a], [, b]) => a.paragraph - b.paragraph || a.start - b.start);
  const numbers = new Map(inOrder.map(([key], number) => [key, number]));
  return {
    sentences: inOrder.map(([, { paragraph, start, end }]) => ({
      text: paragraphs[paragraph]!.slice(start, end),
      paragraph,
    })),
    found: keyed.map(({ sighting, places }) => ({
      ...sighting,
      places: places.flatMap(({ place, key }) => {
        const { start } = spans.get(key)!;
        return [numbers.get(key)!, place.start - start, place.end - start, sighting.forms.indexOf(place.form)];
      }),
    })),
    lists,
  };
}

/** More of the same article, as a page brings it later. What it brings again counts once. */
export function withMore(before: Kept, more: Kept): Kept {
  const known = new Set(before.sentences.map(({ text }) => text));
  const shift = 1 + Math.max(-1, ...before.sentences.map(({ paragraph }) => paragraph));
  const numbers = new Map<number, number>();
  const sentences: ReadSentence[] = [...before.sentences];
  more.sentences.forEach(({ text, paragraph }, number) => {
    if (known.has(text)) return;
    numbers.set(number, sentences.length);
    sentences.push({ text, paragraph: paragraph + shift });
  });
  const found = new Map(before.found.map((sighting) => [sighting.of, sighting]));
  for (const sighting of more.found) {
    const fresh = placesOf(sighting).filter(({ paragraph }) => numbers.has(paragraph));
    if (fresh.length > 0) found.set(sighting.of, joined(found.get(sighting.of), sighting, fresh, numbers));
  }
  return {
    sentences,
    found: [...found.values()],
    lists: numbers.size === 0 ? before.lists : [...before.lists, ...more.lists],
  };
}

function joined(
  before: Sighting | undefined,
  more: Sighting,
  fresh: ReturnType<typeof placesOf>,
  numbers: ReadonlyMap<number, number>,
): Sighting {
  const old = before === undefined ? [] : placesOf(before);
  const forms = [...new Set([...(before?.forms ?? []), ...fresh.map(({ form }) => form)])];
  const offices = [...old, ...fresh].map(({ office }) => office);
  const places = [...old, ...fresh.map((place) => ({ ...place, paragraph: numbers.get(place.paragraph)! }))].flatMap(
    ({ paragraph, start, end, form }) => [paragraph, start, end, forms.indexOf(form)],
  );
  return { of: more.of, forms, places, ...(offices.some((each) => each !== null) ? { offices } : {}) };
}
