/** W3C Web Annotation Data Model, as JSON-LD: a collection with one page, embedded. */
import type { Annotation, SavedArticle } from '../model';
import { NOTE_COLOURS } from '../words/colours';
import { uuidOf } from './derivedId';
import { accessedOn, oneByOne, type Articles, type Chunks, type ExportContext } from './format';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const PAGE = 'urn:pangzhu:page:';
export const ENTRY = 'urn:pangzhu:entry:';
export const NOTE_ID = 'urn:pangzhu:annotation:';
export const STYLE = 'pangzhu-';

export async function* write(articles: Articles, context: ExportContext): Chunks {
  const at = iso(context.now);
  const id = uuidOf(`export ${context.now}`);
  const head = { '@context': CONTEXT, id: `urn:uuid:${id}`, type: 'AnnotationCollection', created: at };
  const page = { id: PAGE + id, type: 'AnnotationPage', startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`;
  let total = 0;
  for await (const { article, annotations } of oneByOne(articles, context)) {
    const items = annotations.map((each) => JSON.stringify(itemOf(each, article, context)));
    if (items.length === 0) continue;
    yield `${total === 0 ? '\n' : ',\n'}${items.join(',\n')}`;
    total += items.length;
  }
  yield `\n]},"total":${total}}\n`;
}

function itemOf(annotation: Annotation, article: SavedArticle, context: ExportContext) {
  const { id, note, otherNotes, tags, entries, createdAt, updatedAt } = annotation;
  const notes = [note, ...otherNotes].map((value, index) => ({
    type: 'TextualBody',
    value,
    format: 'text/markdown',
    // Other wordings that are still to be seen to.
    purpose: index === 0 ? 'commenting' : 'describing',
  }));
  const body = [
    ...notes.filter(({ value }) => value !== ''),
    ...tags.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' })),
    ...entries.map((entry) => ({
      type: 'SpecificResource',
      source: ENTRY + encodeURIComponent(entry.toWellFormed()),
      purpose: 'identifying',
    })),
  ];
  return {
    id: idOf(id),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: iso(createdAt),
    modified: iso(updatedAt),
    generator: { type: 'Software', name: `Pangzhu ${context.version}` },
    ...(body.length === 0 ? {} : { body }),
    stylesheet: {
      type: 'CssStylesheet',
      value: `.${STYLE}${annotation.colour} { background: ${NOTE_COLOURS[annotation.colour]}; }`,
    },
    target: targetOf(annotation, article, context),
  };
}

function targetOf({ anchor, paragraph, colour }: Annotation, article: SavedArticle, context: ExportContext) {
  const { title, publishedAt } = article;
  return {
    type: 'SpecificResource',
    source: {
      id: asciiUrl(article.url),
      type: 'Text',
      language: 'zh-CN',
      format: 'text/html',
      ...(title === null ? {} : { 'dc:title': title }),
      ...(publishedAt === null ? {} : { 'dc:date': publishedAt }),
      ...(article.source === null ? {} : { 'dc:publisher': article.source }),
    },
    styleClass: STYLE + colour,
    state: { type: 'TimeState', sourceDate: `${accessedOn(article, context)}T00:00:00Z` },
    ...(anchor === null
      ? {}
      : {
          selector: [
            { type: 'TextQuoteSelector', exact: anchor.quote, prefix: anchor.before, suffix: anchor.after },
            // Characters are code points, as in the model's section 4.2.5.
            { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
            ...(paragraph === null || !paragraph.includes(anchor.quote)
              ? []
              : [
                  {
                    type: 'TextQuoteSelector',
                    exact: paragraph,
                    refinedBy: { type: 'TextQuoteSelector', exact: anchor.quote },
                  },
                ]),
          ],
        }),
  };
}

function idOf(id: string): string {
  return uuidOf(id) === id ? `urn:uuid:${id}` : NOTE_ID + id;
}

/** To the second, with the zone. */
function iso(time: number): string {
  const valid = Math.min(Math.max(time, 0), 253_402_300_799_000);
  return new Date(valid).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The schemas take ASCII only. */
function asciiUrl(url: string): string {
  return url
    .toWellFormed()
    .replace(/[^\x21-\x7e]|[<>"{}|\\^`]|%(?![0-9a-f]{2})/giu, (character) => encodeURIComponent(character));
}
