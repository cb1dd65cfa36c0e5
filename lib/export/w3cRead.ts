import * as v from 'valibot';
import { COLOURS, type Colour } from '../model';
import { wholeText } from './bytes';
import { gathered, NOTHING, timeOf, type Foreign, type Found } from './foreign';
import { Refusal, refusing, type ImportFile, type Incoming } from './incoming';
import { isRecord, parseJson } from './json';
import { ENTRY, NOTE_ID, STYLE } from './w3c';

const text = v.optional(v.string(), '');
const Selector = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.string(),
    prefix: text,
    suffix: text,
    refinedBy: v.optional(v.unknown()),
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() }),
]);
const Body = v.object({
  type: v.optional(v.unknown()),
  value: v.optional(v.string()),
  purpose: v.optional(v.unknown()),
  source: v.optional(v.unknown()),
});
const Item = v.object({
  id: v.string(),
  type: v.optional(v.unknown()),
  target: v.optional(v.unknown()),
  body: v.optional(v.unknown()),
  bodyValue: v.optional(v.string()),
  created: v.optional(v.unknown()),
  modified: v.optional(v.unknown()),
});
type Item = v.InferOutput<typeof Item>;
type Bodies = Pick<Foreign, 'note' | 'otherNotes' | 'tags' | 'entries'>;

/** A collection with its page in it, a page, a list of annotations, or one of them. */
export function read(file: ImportFile): AsyncIterable<Incoming> {
  return refusing(file, records(file));
}

async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const items = itemsOf(parseJson(await wholeText(file), null));
  if (items === null) throw new Refusal('not-ours');
  const found: Found[] = [];
  for (const [index, each] of items.entries()) {
    const at = { is: 'record', number: index + 1 } as const;
    const checked = v.safeParse(Item, each);
    if (checked.success && isAnnotation(checked.output.type)) found.push({ at, foreign: foreignOf(checked.output) });
    else {
      const what = checked.success ? 'type' : (v.getDotPath(checked.issues[0]) ?? '');
      yield { is: 'problem', problem: { file: file.name, at, why: 'invalid', what } };
    }
  }
  yield* gathered('w3c', file.name, found);
}

function itemsOf(document: unknown): readonly unknown[] | null {
  if (Array.isArray(document))
    return document.some((each) => isRecord(each) && isAnnotation(each.type)) ? document : null;
  if (!isRecord(document)) return null;
  if (isAnnotation(document.type)) return [document];
  if (Array.isArray(document.items)) return document.items;
  return isRecord(document.first) && Array.isArray(document.first.items) ? document.first.items : null;
}

function isAnnotation(type: unknown): boolean {
  return listed(type).includes('Annotation');
}

function foreignOf({ id, target, body, bodyValue, created, modified }: Item): Foreign {
  const [first] = listed(target);
  const place = isRecord(first) ? first : { source: first };
  const source = place.source ?? place.id;
  const about = isRecord(source) ? source : {};
  const said = (name: string) => (typeof about[name] === 'string' ? about[name] : null);
  return {
    ...NOTHING,
    ...passageOf(listed(place.selector)),
    ...bodiesOf(bodyValue === undefined ? listed(body) : [{ value: bodyValue }]),
    id: id.startsWith(NOTE_ID) ? id.slice(NOTE_ID.length) : id.replace(/^urn:uuid:/, ''),
    url: typeof source === 'string' ? source : (said('id') ?? ''),
    title: said('dc:title'),
    publishedAt: said('dc:date'),
    source: said('dc:publisher'),
    colour: colourOf(place.styleClass),
    createdAt: timeOf(created),
    updatedAt: timeOf(modified),
  };
}

function passageOf(all: readonly unknown[]): Partial<Foreign> {
  const selectors = all
    .map((each) => v.safeParse(Selector, each))
    .flatMap((each) => (each.success ? [each.output] : []));
  const quotes = selectors.filter((each) => each.type === 'TextQuoteSelector');
  const quote = quotes.find(({ refinedBy }) => refinedBy === undefined);
  const around = quotes.find(({ refinedBy }) => refinedBy !== undefined);
  const inner = v.safeParse(Selector, around?.refinedBy);
  const refined = inner.success && inner.output.type === 'TextQuoteSelector' ? inner.output : undefined;
  const place = selectors.find((each) => each.type === 'TextPositionSelector');
  const isPlace = place !== undefined && Number.isSafeInteger(place.start) && place.start >= 0;
  return {
    quote: (quote ?? refined ?? around)?.exact ?? null,
    before: (quote ?? refined)?.prefix ?? '',
    after: (quote ?? refined)?.suffix ?? '',
    position: isPlace ? { start: place.start, end: place.end } : null,
    paragraph: refined === undefined ? null : (around?.exact ?? null),
  };
}

function bodiesOf(bodies: readonly unknown[]): Bodies {
  const notes: string[] = [];
  const otherNotes: string[] = [];
  const tags: string[] = [];
  const entries: string[] = [];
  for (const each of bodies) {
    const checked = v.safeParse(Body, each);
    if (!checked.success) continue;
    const { value, purpose, source } = checked.output;
    const purposes = listed(purpose);
    if (typeof source === 'string' && source.startsWith(ENTRY)) entries.push(decoded(source.slice(ENTRY.length)));
    else if (value === undefined) continue;
    else if (purposes.includes('tagging')) tags.push(value);
    else if (purposes.includes('describing') && notes.length > 0) otherNotes.push(value);
    else notes.push(value);
  }
  return { note: notes.join('\n\n'), otherNotes, tags, entries };
}

function colourOf(styleClass: unknown): Colour | null {
  return COLOURS.find((colour) => listed(styleClass).includes(STYLE + colour)) ?? null;
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function decoded(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    return component;
  }
}
