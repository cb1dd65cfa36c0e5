/** JSON as the web client of Hypothesis exports and imports it. */
import * as v from 'valibot';
import type { Annotation, SavedArticle } from '../model';
import { wholeText } from './bytes';
import { gathered, NOTHING, timeOf, type Foreign, type Found } from './foreign';
import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { Refusal, refusing, type ImportFile, type Incoming } from './incoming';
import { isRecord, parseJson } from './json';

/** Who wrote it is set anew when it is imported; that only this one reads it makes it private there. */
const USER = 'acct:reader@pangzhu.invalid';

export async function* write(articles: Articles, context: ExportContext): Chunks {
  const head = {
    export_date: new Date(context.now).toISOString(),
    export_userid: '',
    client_version: `Pangzhu ${context.version}`,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"annotations":[`;
  let separator = '\n';
  for await (const { article, annotations } of oneByOne(articles, context)) {
    if (annotations.length === 0) continue;
    yield separator + annotations.map((each) => JSON.stringify(itemOf(each, article))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function itemOf(
  { id, anchor, note, otherNotes, tags, createdAt, updatedAt }: Annotation,
  { url, title }: SavedArticle,
) {
  return {
    id,
    created: new Date(createdAt).toISOString(),
    updated: new Date(updatedAt).toISOString(),
    user: USER,
    uri: url,
    text: [note, ...otherNotes].filter((text) => text !== '').join('\n\n'),
    tags,
    group: '__world__',
    permissions: { read: [USER], update: [USER], delete: [USER] },
    // No position: it would count in the text of the page's body, of which we leave parts out.
    target: [
      {
        source: url,
        ...(anchor === null
          ? {}
          : {
              selector: [
                { type: 'TextQuoteSelector', exact: anchor.quote, prefix: anchor.before, suffix: anchor.after },
              ],
            }),
      },
    ],
    document: { title: [title ?? url] },
    links: {},
    hidden: false,
    flagged: false,
  };
}

const text = v.optional(v.string(), '');
const Quote = v.object({ type: v.literal('TextQuoteSelector'), exact: v.string(), prefix: text, suffix: text });
const Item = v.object({
  id: v.optional(v.nullable(v.string()), null),
  uri: text,
  text,
  tags: v.optional(v.array(v.string()), []),
  target: v.optional(
    v.array(v.object({ source: v.optional(v.string()), selector: v.optional(v.array(v.unknown()), []) })),
    [],
  ),
  document: v.optional(v.unknown()),
  references: v.optional(v.array(v.string()), []),
  created: v.optional(v.unknown()),
  updated: v.optional(v.unknown()),
});
type Item = v.InferOutput<typeof Item>;

export function read(file: ImportFile): AsyncIterable<Incoming> {
  return refusing(file, records(file));
}

async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const document = parseJson(await wholeText(file), null);
  if (!isRecord(document) || !Array.isArray(document.annotations)) throw new Refusal('not-ours');
  const items: { readonly number: number; readonly item: Item }[] = [];
  for (const [index, each] of document.annotations.entries()) {
    const checked = v.safeParse(Item, each);
    if (checked.success) items.push({ number: index + 1, item: checked.output });
    else {
      const what = v.getDotPath(checked.issues[0]) ?? '';
      yield {
        is: 'problem',
        problem: { file: file.name, at: { is: 'record', number: index + 1 }, why: 'invalid', what },
      };
    }
  }
  yield* gathered('hypothesis', file.name, withReplies(items));
}

/** A reply is written under what it replies to; one whose parent is not there stands on the page. */
function withReplies(items: readonly { readonly number: number; readonly item: Item }[]): Found[] {
  const there = new Set(items.map(({ item }) => item.id));
  const replies = new Map<string, string[]>();
  for (const { item } of items) {
    const parent = parentOf(item, there);
    if (parent !== null) replies.set(parent, [...(replies.get(parent) ?? []), item.text]);
  }
  return items
    .filter(({ item }) => parentOf(item, there) === null)
    .map(({ number, item }) => {
      const below = item.id === null ? [] : (replies.get(item.id) ?? []);
      const note = [item.text, ...below].filter((each) => each !== '').join('\n\n');
      return { at: { is: 'record', number }, foreign: foreignOf(item, note) };
    });
}

/** The first of the references is the one that began the thread. */
function parentOf({ references }: Item, there: ReadonlySet<string | null>): string | null {
  const [top] = references;
  return top !== undefined && there.has(top) ? top : null;
}

function foreignOf(item: Item, note: string): Foreign {
  const [target] = item.target;
  const quote = target?.selector.map((each) => v.safeParse(Quote, each)).find(({ success }) => success);
  const passage = quote?.success === true ? quote.output : null;
  return {
    ...NOTHING,
    id: item.id,
    url: item.uri === '' ? (target?.source ?? '') : item.uri,
    title: titleOf(item.document),
    quote: passage?.exact ?? null,
    before: passage?.prefix ?? '',
    after: passage?.suffix ?? '',
    note,
    tags: item.tags,
    createdAt: timeOf(item.created),
    updatedAt: timeOf(item.updated),
  };
}

function titleOf(document: unknown): string | null {
  if (!isRecord(document)) return null;
  const [title] = Array.isArray(document.title) ? document.title : [document.title];
  return typeof title === 'string' ? title : null;
}
