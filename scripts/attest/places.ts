import { detect } from '../../lib/detect/detect';
import type { EntryId, KnownMention, Mention } from '../../lib/model';
import type { Lexicon } from '../../lib/reference/lexicon';
import { normalise, PARAGRAPH } from '../../lib/text/normalise';
import type { ArticleText } from './documents';

/** Where an entry stands in an article: paragraph (from 1), start and end in the file (UTF-16 units). */
export type PlaceInFile = readonly [paragraph: number, start: number, end: number];

export interface Attested {
  readonly mentions: readonly Mention[];
  readonly places: ReadonlyMap<EntryId, readonly PlaceInFile[]>;
}

/** Every place in an article where an entry of the reference stands, inside longer entries too. */
export function attested(article: ArticleText, lexicon: Lexicon): Attested {
  const place = article.region && ({ region: article.region, by: 'given' } as const);
  const { mentions } = detect(article.text, lexicon, { date: article.date, place, unlistedFrom: null });
  const paragraphOf = paragraphsOf(article.text);
  const places = new Map<EntryId, PlaceInFile[]>();
  const add = (id: EntryId, start: number, end: number) => {
    const found = places.get(id) ?? [];
    const at = [paragraphOf(start), article.offsets[start]!, article.offsets[end - 1]! + 1] as const;
    places.set(id, [...found, at]);
  };
  for (const mention of mentions) {
    if (mention.status !== 'known') continue;
    add(mention.entryId, mention.start, mention.end);
    for (const part of mention.parts) {
      for (const [start, end] of insideOf(mention, lexicon, part)) add(part, start, end);
    }
  }
  return { mentions, places };
}

/** Where the forms of a part stand inside a longer mention, the longest first, none twice. */
function insideOf({ surface, start }: KnownMention, lexicon: Lexicon, part: EntryId): [number, number][] {
  const normal = normalise(surface);
  const taken: [number, number][] = [];
  const forms = lexicon.entries.get(part)!.forms.map(({ text }) => text);
  for (const form of forms.toSorted((a, b) => b.length - a.length)) {
    for (let at = normal.text.indexOf(form); at >= 0; at = normal.text.indexOf(form, at + form.length)) {
      const [from, to] = [start + normal.starts[at]!, start + normal.ends[at + form.length - 1]!];
      if (!taken.some(([a, b]) => from < b && a < to)) taken.push([from, to]);
    }
  }
  return taken.sort(([a], [b]) => a - b);
}

/** The number of the paragraph of an offset: what stands between paragraph breaks, empty ones not counted. */
function paragraphsOf(text: string): (offset: number) => number {
  const normal = normalise(text);
  const ends: number[] = [];
  for (let at = 0; at < normal.text.length; at++) {
    if (normal.text[at] === PARAGRAPH) ends.push(normal.starts[at]!);
  }
  return (offset) => ends.filter((end) => end <= offset).length + 1;
}
