/** REFI-QDA project exchange 1.5: what NVivo, MAXQDA, ATLAS.ti and QualCoder read. */
import { COLOURS, type Annotation, type Colour } from '../model';
import { NOTE_COLOURS } from '../words/colours';
import { wordsOf } from '../words/words';
import { derivedId, uuidOf } from './derivedId';
import {
  before,
  citationOf,
  oneByOne,
  type AnnotatedArticle,
  type Articles,
  type Chunks,
  type ExportContext,
} from './format';
import { cleaned, placed } from './placed';
import { termOf } from './terms';
import { xml, xmlAttribute } from './xml';
import { MOST_ENTRIES, zip, type ZipEntry } from './zip';

/** Beyond what a ZIP can name, sources stand in the project itself. */
const MOST_FILES = MOST_ENTRIES - 1;
/** UTF-16 units of a selection's name. */
const LONGEST_NAME = 120;
const VARIABLES = ['url', 'publishedAt', 'source', 'citation'] as const;

/** Names of codes by what they stand for. */
interface Codes {
  readonly tags: ReadonlySet<string>;
  readonly colours: ReadonlySet<Colour>;
  /** Id and name. */
  readonly entries: ReadonlyMap<string, string>;
  readonly guidOf: (kind: CodeKind, name: string) => string;
}

export function write(articles: Articles, context: ExportContext): Chunks {
  return zip(entries(articles, context), context.now);
}

async function* entries(articles: Articles, context: ExportContext): AsyncGenerator<ZipEntry> {
  const codes = {
    tags: new Set<string>(),
    colours: new Set<Colour>(),
    entries: new Map<string, string>(),
    guidOf: codeGuids(),
  };
  const heading = wordsOf(context.language).files.savedPassages;
  let count = 0;
  for await (const each of oneByOne(articles, context)) {
    for (const { tags, colour, entries: ids } of each.annotations) {
      for (const tag of tags) codes.tags.add(tag);
      codes.colours.add(colour);
      for (const id of ids) {
        if (!codes.entries.has(id)) codes.entries.set(id, termOf(id, each.article.publishedAt, context)?.zh ?? id);
      }
    }
    if (++count <= MOST_FILES) {
      yield { name: `sources/${textGuid(each)}.txt`, chunks: [placed(each, heading).text] };
    }
  }
  yield { name: 'project.qde', chunks: project(articles, context, codes, count) };
}

async function* project(
  articles: Articles,
  context: ExportContext,
  codes: Codes,
  count: number,
): AsyncGenerator<string> {
  const { files, name } = wordsOf(context.language);
  const origin = `Pangzhu ${context.version}`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="${xmlAttribute(`${name} ${context.local(context.now).slice(0, 10)}`)}" origin="${xmlAttribute(origin)}" creationDateTime="${iso(context.now)}">
${codeBook(codes, context)}`;
  if (count > 0) {
    const variables = VARIABLES.map(
      (each) =>
        `<Variable guid="${variableGuid(each)}" name="${xmlAttribute(files.columns[each])}" typeOfVariable="Text"/>`,
    );
    yield `<Variables>${variables.join('')}</Variables>\n<Sources>\n`;
    let number = 0;
    for await (const each of before(articles, context)) yield source(each, codes, ++number > MOST_FILES, context);
    yield '</Sources>\n';
    yield* notes(articles, context);
  }
  yield '</Project>\n';
}

function codeBook(codes: Codes, { language, colourNames }: ExportContext): string {
  const { files, notes: words } = wordsOf(language);
  const groups = [
    { name: files.codes.tags, codes: [...codes.tags].map((tag) => code(codes.guidOf('tag', tag), tag)) },
    {
      name: files.codes.colours,
      codes: COLOURS.filter((colour) => codes.colours.has(colour)).map((colour) =>
        code(codes.guidOf('colour', colour), colourNames[colour] ?? words.colours[colour], NOTE_COLOURS[colour]),
      ),
    },
    { name: files.codes.entries, codes: [...codes.entries].map(([id, zh]) => code(codes.guidOf('entry', id), zh)) },
  ].filter((group) => group.codes.length > 0);
  if (groups.length === 0) return '';
  const nested = groups.map(
    (group) =>
      `<Code guid="${codes.guidOf('group', group.name)}" name="${xmlAttribute(group.name)}" isCodable="false">\n${group.codes.join('\n')}\n</Code>`,
  );
  return `<CodeBook><Codes>\n${nested.join('\n')}\n</Codes></CodeBook>\n`;
}

function code(guid: string, name: string, colour?: string): string {
  const painted = colour === undefined ? '' : ` color="${colour.toUpperCase()}"`;
  return `<Code guid="${guid}" name="${xmlAttribute(name)}" isCodable="true"${painted}/>`;
}

function source(each: AnnotatedArticle, codes: Codes, isInline: boolean, context: ExportContext): string {
  const { article, annotations } = each;
  const { files } = wordsOf(context.language);
  const { text, passages } = placed(each, files.savedPassages);
  const values = { ...article, citation: citationOf(article, context) };
  const variables = VARIABLES.flatMap((name) => {
    const value = values[name];
    if (value === null) return [];
    return `<VariableValue><VariableRef targetGUID="${variableGuid(name)}"/><TextValue>${xml(value)}</TextValue></VariableValue>`;
  });
  const selections = passages.map(({ annotation, start, end, quote }) => {
    const name = quote.length > LONGEST_NAME ? `${quote.slice(0, LONGEST_NAME).toWellFormed()}…` : quote;
    const memo = noteText(annotation);
    return [
      `<PlainTextSelection guid="${uuidOf(annotation.id)}" name="${xmlAttribute(name)}" startPosition="${start}" endPosition="${end}" creationDateTime="${iso(annotation.createdAt)}" modifiedDateTime="${iso(annotation.updatedAt)}">`,
      ...(memo === '' ? [] : [`<Description>${xml(memo)}</Description>`]),
      ...codings(annotation, codes),
      ...(memo === '' ? [] : [noteRef(annotation)]),
      '</PlainTextSelection>',
    ].join('');
  });
  const whole = annotations.filter(({ anchor }) => anchor === null);
  const path = isInline ? '' : ` plainTextPath="internal://${textGuid(each)}.txt"`;
  return [
    `<TextSource guid="${uuidOf(article.id)}" name="${xmlAttribute(article.title ?? files.untitled)}"${path} creationDateTime="${iso(article.savedAt)}">`,
    ...(isInline ? [`<PlainTextContent>${xml(text)}</PlainTextContent>`] : []),
    ...selections,
    ...whole.flatMap((annotation) => codings(annotation, codes)),
    ...whole.filter((annotation) => noteText(annotation) !== '').map(noteRef),
    ...variables,
    '</TextSource>\n',
  ].join('\n');
}

/** Codes that came between the two readings have no entry in the code book. */
function codings({ id, tags, colour, entries: ids }: Annotation, codes: Codes): string[] {
  const guids = [
    ...tags.filter((tag) => codes.tags.has(tag)).map((tag) => codes.guidOf('tag', tag)),
    ...(codes.colours.has(colour) ? [codes.guidOf('colour', colour)] : []),
    ...ids.filter((entry) => codes.entries.has(entry)).map((entry) => codes.guidOf('entry', entry)),
  ];
  return [...new Set(guids)].map(
    (guid) => `<Coding guid="${derivedId('coding', id, guid)}"><CodeRef targetGUID="${guid}"/></Coding>`,
  );
}

async function* notes(articles: Articles, context: ExportContext): AsyncGenerator<string> {
  let isBegun = false;
  for await (const { annotations } of before(articles, context)) {
    const written = annotations.filter((annotation) => noteText(annotation) !== '');
    if (written.length === 0) continue;
    if (!isBegun) yield '<Notes>\n';
    isBegun = true;
    yield written
      .map(
        (each) =>
          `<Note guid="${noteGuid(each)}" name="${xmlAttribute(noteText(each).split('\n')[0]!.slice(0, LONGEST_NAME).toWellFormed())}" creationDateTime="${iso(each.createdAt)}"><PlainTextContent>${xml(noteText(each))}</PlainTextContent></Note>\n`,
      )
      .join('');
  }
  if (isBegun) yield '</Notes>\n';
}

function noteText({ note, otherNotes }: Annotation): string {
  return [note, ...otherNotes]
    .map((text) => cleaned(text).trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

function noteRef(annotation: Annotation): string {
  return `<NoteRef targetGUID="${noteGuid(annotation)}"/>`;
}

function textGuid({ article }: AnnotatedArticle): string {
  return derivedId('text', article.id);
}

function noteGuid({ id }: Annotation): string {
  return derivedId('note', id);
}

type CodeKind = 'tag' | 'colour' | 'entry' | 'group';

/** Each made once: the same few codes stand at every passage. */
function codeGuids(): (kind: CodeKind, name: string) => string {
  const made = new Map<string, string>();
  return (kind, name) => {
    const key = `${kind} ${name}`;
    const guid = made.get(key) ?? derivedId('code', kind, name);
    made.set(key, guid);
    return guid;
  };
}

function variableGuid(name: (typeof VARIABLES)[number]): string {
  return derivedId('variable', name);
}

function iso(time: number): string {
  const valid = Math.min(Math.max(time, 0), 253_402_300_799_000);
  return new Date(valid).toISOString().replace(/\.\d+Z$/, 'Z');
}
