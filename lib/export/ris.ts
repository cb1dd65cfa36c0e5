/** RIS with the notes of each article, as Zotero reads it. The reference itself is written by who cites. */
import { wordsOf } from '../words/words';
import { accessedOn, oneByOne, type AnnotatedArticle, type Articles, type Chunks, type ExportContext } from './format';
import { noteHtml } from './noteHtml';
import { xml } from './xml';

const END = /^ER {1,2}- ?\s*$/m;

export async function* write(articles: Articles, context: ExportContext): Chunks {
  for await (const each of oneByOne(articles, context)) yield record(each, context);
}

function record({ article, annotations }: AnnotatedArticle, context: ExportContext): string {
  const written = context.ris(article, accessedOn(article, context)).replace(/\r\n?/g, '\n');
  const end = END.exec(written)?.index ?? written.length;
  const tags = [...new Set(annotations.flatMap((each) => each.tags.map(keyword)))].filter((tag) => tag !== '');
  const lines = [
    ...tags.map((tag) => `KW  - ${tag}`),
    ...annotations.map((annotation) => `N1  - ${noteLine(annotation, context)}`),
  ];
  const head = written.slice(0, end).trimEnd();
  return `${[head, ...lines, 'ER  - '].join('\n')}\n\n`.replaceAll('\n', '\r\n');
}

/** One line of HTML: Zotero takes text with a tag as such, and a line like a field would begin one. */
function noteLine(annotation: AnnotatedArticle['annotations'][number], { language }: ExportContext): string {
  const { anchor, note, otherNotes } = annotation;
  const quote =
    anchor === null
      ? `<p>${xml(wordsOf(language).files.onArticle)}</p>`
      : `<blockquote>${xml(anchor.quote)}</blockquote>`;
  const notes = [note, ...otherNotes].filter((text) => text.trim() !== '').map(noteHtml);
  return [quote, ...notes]
    .join('')
    .replace(/(<pre>[\s\S]*?<\/pre>)|\s*[\n\r\u2028\u2029]\s*/g, (_, code?: string) =>
      code === undefined ? ' ' : code.replace(/[\r\n\u2028\u2029]+/g, '<br>'),
    );
}

/** What would split a keyword is written in its full-width form. */
function keyword(tag: string): string {
  return tag.toWellFormed().replace(/\s+/g, ' ').replaceAll(';', '；').replaceAll(',', '，').trim();
}
