/** CSV as Readwise takes it in bulk. */
import { csvRows } from './csvRead';
import { csvLine } from './csv';
import { gathered, NOTHING, timeOf, type Found } from './foreign';
import { authorsOf, oneByOne, type AnnotatedArticle, type Articles, type Chunks, type ExportContext } from './format';
import { refusing, type ImportFile, type Incoming } from './incoming';
import { wordsOf } from '../words/words';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;
/** A note begins with its tags, each with a point before it. */
const INLINE_TAGS = /^(?:\.[^\s.]+(?:\s+|$))+/;

export async function* write(articles: Articles, context: ExportContext): Chunks {
  yield csvLine(COLUMNS);
  for await (const each of oneByOne(articles, context)) yield rows(each, context);
}

/** A note on the whole article is one on its title: a highlight there must have words. */
function rows({ article, annotations }: AnnotatedArticle, context: ExportContext): string {
  const title = article.title ?? wordsOf(context.language).files.untitled;
  return annotations
    .filter(({ anchor, note }) => anchor !== null || note !== '')
    .map(({ anchor, note, otherNotes, tags, createdAt }, index) => {
      const words = tags.map((tag) => `.${tag.trim().replace(/[\s.]+/g, '_')}`).join(' ');
      const notes = [note, ...otherNotes].filter((text) => text !== '').join('\n\n');
      return csvLine([
        anchor?.quote ?? title,
        title,
        authorsOf(article, context).join(', '),
        article.url,
        [words, notes].filter((text) => text !== '').join(' '),
        anchor?.start ?? index,
        context.local(createdAt).replace('T', ' ').slice(0, 19),
      ]);
    })
    .join('');
}

export function read(file: ImportFile): AsyncIterable<Incoming> {
  return refusing(file, records(file));
}

async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const found = (await csvRows(file, ['Highlight'])).map(({ line, cell }): Found => {
    const note = cell('Note');
    const [tagged = ''] = INLINE_TAGS.exec(note) ?? [];
    const title = cell('Title');
    const quote = cell('Highlight');
    return {
      at: { is: 'record', number: line },
      foreign: {
        ...NOTHING,
        url: cell('URL'),
        title,
        // As written above: the title itself is no passage.
        quote: quote === title ? null : quote,
        note: note.slice(tagged.length),
        tags: tagged.split(/\s+/).map((tag) => tag.replace(/^\./, '')),
        createdAt: timeOf(cell('Date')),
      },
    };
  });
  yield* gathered('readwise', file.name, found);
}
