import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { Refusal, refusing, type ImportFile, type Incoming } from './incoming';
import { wholeText } from './bytes';
import { isRecord, parseJson } from './json';
import { checkAnnotated } from './rows';

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

/** A record that does not fit refuses the file: one that we wrote is whole, or it was altered. */
async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const document = parseJson(await wholeText(file), null);
  if (!isRecord(document) || document.pangzhu !== 'notes') throw new Refusal('not-ours');
  if (document.schema !== SCHEMA) throw new Refusal('newer', String(document.schema));
  if (!Array.isArray(document.articles)) throw new Refusal('invalid', 'articles');
  for (const [index, each] of document.articles.entries()) {
    const at = { is: 'record', number: index + 1 } as const;
    if (!isRecord(each)) throw new Refusal('invalid', 'articles', at);
    const checked = checkAnnotated(each.article, each.annotations);
    if (checked.is === 'invalid') throw new Refusal('invalid', checked.field, at);
    yield { is: 'article', ...checked.row };
  }
}
