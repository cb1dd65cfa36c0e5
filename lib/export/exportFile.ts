import type { FormatId } from '../model';
import { wordsOf } from '../words/words';
import { fileName } from './fileName';
import { before, type Articles, type Chunks, type ExportContext } from './format';
import { FORMATS, ZIP } from './formats';

/** A file to be saved: it is written while it is read. */
export interface ExportFile {
  readonly name: string;
  readonly mime: string;
  readonly chunks: Chunks;
}

/** Looks over the articles for the file's name and for whether it is one, then writes. */
export async function exportFile(id: FormatId, articles: Articles, context: ExportContext): Promise<ExportFile> {
  const { extension, mime, write, parts } = FORMATS[id];
  const { files } = wordsOf(context.language);
  const day = context.local(context.now).slice(0, 10);
  let count = 0;
  let notes = 0;
  let title = files.library;
  for await (const { article, annotations } of before(articles, context)) {
    notes += annotations.length;
    if (++count === 1) title = article.title ?? files.untitled;
    if (count > 1 && (parts === null || notes > parts.above)) break;
  }
  const named = count === 1 && id !== 'backup' ? title : files[id === 'backup' ? 'backup' : 'library'];
  if (parts === null || notes <= parts.above) {
    return { name: fileName(named, day, extension), mime, chunks: write(articles, context) };
  }
  return { name: fileName(named, day, 'zip'), mime: ZIP, chunks: parts.write(articles, context) };
}
