/** The columns of CSV and Excel, a row for each annotation. */
import { wordsOf } from '../words/words';
import { authorsOf, citationOf, type AnnotatedArticle, type ExportContext } from './format';
import { termOf } from './terms';

export const COLUMNS = [
  'title',
  'publishedAt',
  'source',
  'authors',
  'quote',
  'note',
  'otherNotes',
  'tags',
  'colour',
  'entries',
  'paragraph',
  'createdAt',
  'updatedAt',
  'url',
  'citation',
  'start',
  'end',
  'id',
] as const;
type Column = (typeof COLUMNS)[number];

type Row = Readonly<Record<Column, string | number>>;

/** An article without annotations has a row of its own. */
export function rowsOf({ article, annotations }: AnnotatedArticle, context: ExportContext): Row[] {
  const { notes, untitled, list } = tableWords(context);
  const minute = (time: number) => context.local(time).replace('T', ' ').slice(0, 16);
  const about = {
    title: article.title ?? untitled,
    publishedAt: article.publishedAt ?? '',
    source: article.source ?? '',
    authors: authorsOf(article, context).join(list),
    url: article.url,
    citation: citationOf(article, context),
  };
  if (annotations.length === 0) return [{ ...EMPTY, ...about, createdAt: minute(article.savedAt), id: article.id }];
  return annotations.map((each) => ({
    ...about,
    quote: each.anchor?.quote ?? '',
    note: each.note,
    otherNotes: each.otherNotes.join('\n\n'),
    tags: each.tags.join(list),
    colour: context.colourNames[each.colour] ?? notes.colours[each.colour],
    entries: each.entries.map((id) => termOf(id, article.publishedAt, context)?.zh ?? id).join(list),
    paragraph: each.paragraph ?? '',
    createdAt: minute(each.createdAt),
    updatedAt: minute(each.updatedAt),
    start: each.anchor?.start ?? '',
    end: each.anchor?.end ?? '',
    id: each.id,
  }));
}

export function headings({ language }: ExportContext): string[] {
  const { columns } = wordsOf(language).files;
  return COLUMNS.map((column) => columns[column]);
}

const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row;

function tableWords({ language }: ExportContext) {
  const { files, notes, punctuation } = wordsOf(language);
  return { notes, untitled: files.untitled, list: punctuation.items };
}
