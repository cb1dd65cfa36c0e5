import { bodyOf } from '../../lib/article/body';
import { editsBetween, type Edit } from '../../lib/identity/edits';
import { pageNumberIn } from '../../lib/identity/pageKey';
import type { Annotation, Located, SavedArticle } from '../../lib/model';
import type { PageText } from '../../lib/page/pageText';

/** How the article's own text stands to the saved one; compared once for each pair of them. */
export class TextOfArticle {
  private compared: { readonly text: PageText; readonly article: SavedArticle; readonly edits: readonly Edit[] | null } | null =
    null;

  /** Null: another text stands here. None without a saved text, or on another page of several. */
  edits(article: SavedArticle | null, text: PageText): readonly Edit[] | null {
    if (article === null || article.body.length === 0 || text.blocks.length === 0) return [];
    const { compared } = this;
    if (compared?.text.text === text.text && compared.article.textSavedAt === article.textSavedAt) return compared.edits;
    const isOtherPage = pageNumberIn(article.url) !== pageNumberIn(document.URL);
    const edits = isOtherPage ? [] : compare(article, text);
    this.compared = { text, article, edits };
    return edits;
  }
}

function compare({ paragraphs, body }: SavedArticle, { blocks }: PageText): readonly Edit[] | null {
  const before = body.map((index) => paragraphs[index]!);
  return editsBetween(
    before,
    bodyOf(blocks).map((index) => blocks[index]!.text),
  );
}

/** Whether the paragraph of an annotation was edited: the one where it stands now, or, without a place, where it stood. */
export function isParagraphEdited(
  { paragraph }: Annotation,
  place: Exclude<Located, { state: 'orphan' }> | null,
  edits: readonly Edit[] | null,
  text: PageText,
): boolean {
  if (edits === null || edits.length === 0) return false;
  if (place === null) {
    return edits.some((edit) => edit.is !== 'added' && paragraph !== null && paragraph.includes(edit.before));
  }
  const [line] = linesAround(text.text, place.start);
  return edits.some((edit) => edit.is === 'changed' && edit.now === line);
}

/** The line of a text that an offset stands in, without white space at its ends. */
function linesAround(text: string, at: number): string[] {
  const begin = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\u2029', at - 1)) + 1;
  return [(text.slice(begin).split(/[\n\u2029]/, 1)[0] ?? '').trim()];
}
