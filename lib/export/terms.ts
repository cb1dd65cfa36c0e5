import type { EntryId } from '../model';
import { firstLine } from '../words/firstLine';
import type { AnnotatedArticle, ExportContext } from './format';

/** An entry as a note uses it, with what the reference says of it on the day of the article. */
export interface UsedTerm {
  readonly id: EntryId;
  readonly zh: string;
  readonly en: string | null;
  readonly pinyin: string;
  readonly definition: string;
}

/** The entries that the annotations of an article use, each once, as far as the reference still has them. */
export function termsOf({ article, annotations }: AnnotatedArticle, context: ExportContext): UsedTerm[] {
  const ids = new Set(annotations.flatMap(({ entries }) => entries));
  return [...ids].flatMap((id) => termOf(id, article.publishedAt, context) ?? []);
}

export function termOf(
  id: EntryId,
  day: AnnotatedArticle['article']['publishedAt'],
  context: ExportContext,
): UsedTerm | null {
  const card = context.card(id, day);
  if (card === null) return null;
  const { names } = card.entry;
  return {
    id,
    zh: names.zh,
    en: names.en?.text ?? null,
    pinyin: names.pinyin,
    definition: firstLine(card, context.language),
  };
}
