import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import type { Annotation } from '../model';
import { Refusal, refusing, type ImportFile, type Incoming, type Problem } from './incoming';
import { wholeText } from './bytes';
import { isRecord, parseJson } from './json';
import { checkAnnotation, checkArticle } from './rows';

const SCHEMA = 1;

/**
 * One JSON document: `pangzhu: "notes"`, `schema`, and under `articles` what the store holds of each article and its
 * annotations, with all fields, one article to a line.
 */
export async function* write(articles: Articles, context: ExportContext): Chunks {
  const { version, now } = context;
  const head = { pangzhu: 'notes', schema: SCHEMA, version, writtenAt: new Date(now).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"articles":[`;
  let separator = '\n';
  for await (const each of oneByOne(articles, context)) {
    yield separator + JSON.stringify({ article: each.article, annotations: each.annotations });
    separator = ',\n';
  }
  yield '\n]}\n';
}

export function read(file: ImportFile): AsyncIterable<Incoming> {
  return refusing(file, records(file));
}

/** A record that does not fit is left out and said; what is wrong with the whole document refuses it. */
async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const document = parseJson(await wholeText(file), null);
  if (!isRecord(document) || document.pangzhu !== 'notes') throw new Refusal('not-ours');
  if (document.schema !== SCHEMA) throw new Refusal('newer', String(document.schema));
  if (!Array.isArray(document.articles)) throw new Refusal('invalid', 'articles');
  for (const [index, each] of document.articles.entries()) yield* record(file.name, index + 1, each);
}

/** One article with its annotations; without an article that fits, none of them has a place. */
function* record(file: string, number: number, given: unknown): Generator<Incoming> {
  const problem = (why: Problem['why'], what: string): Incoming => ({
    is: 'problem',
    problem: { file, at: { is: 'record', number }, why, what },
  });
  if (!isRecord(given)) return yield problem('invalid', '');
  const parent = checkArticle(given.article);
  if (parent.is === 'invalid') yield problem('invalid', dotted('article', parent.field));
  if (!Array.isArray(given.annotations)) yield problem('invalid', 'annotations');
  const annotations: Annotation[] = [];
  for (const [index, each] of Array.isArray(given.annotations) ? given.annotations.entries() : []) {
    const place = `annotations[${index}]`;
    const checked = checkAnnotation(each);
    if (checked.is === 'invalid') yield problem('invalid', dotted(place, checked.field));
    else if (parent.is === 'invalid') yield problem('no-article', place);
    else if (checked.row.articleId !== parent.row.id) yield problem('invalid', `${place}.articleId`);
    else annotations.push(checked.row);
  }
  if (parent.is === 'row') yield { is: 'article', article: parent.row, annotations };
}

function dotted(place: string, field: string): string {
  return field === '' ? place : `${place}.${field}`;
}
