import { useEffect, useState } from 'react';
import type { ListedChoice } from '../../../components/compare/TextChooser';
import { paragraphsOf } from '../../../lib/compare/mentions';
import { ownText } from '../../../lib/identity/ownText';
import { NO_QUERY } from '../../../lib/library/query';
import type { AnnotatedArticle } from '../../../lib/messages';
import type { SavedArticleId } from '../../../lib/model';
import { report } from '../../../lib/report';
import type { SavedText } from '../../../lib/store/savedTexts';
import { useAnswer, type ShelfState } from '../shelf/useShelf';
import { askTexts } from './asking';

/** One of two texts, as it is kept with the tab. */
export interface KeptSide {
  readonly from: 'saved' | 'text';
  readonly id: SavedArticleId | null;
  /** Of the texts of the article; null: the present one. */
  readonly version: number | null;
  readonly text: string;
  /** Of the file that was opened; null: pasted. */
  readonly fileName: string | null;
}

const NO_TEXTS: readonly SavedText[] = [];
/** Articles listed at a time. */
const LISTED = 12;

/** A chosen article with its saved texts, or what can be chosen. */
export function useSide(state: ShelfState, kept: KeptSide) {
  const [query, setQuery] = useState('');
  const isLooking = kept.from === 'saved' && kept.id === null;
  const found = useAnswer(state, 'find', isLooking ? { of: 'articles', query: { ...NO_QUERY, text: query } } : null);
  const numbers = found === null ? [] : [...found.numbers.subarray(0, LISTED)];
  const rows = useAnswer(state, 'rows', isLooking && found !== null ? { of: 'articles', numbers, text: '' } : null);
  const answer = useAnswer(state, 'article', kept.id === null ? null : { id: kept.id });
  const article = answer !== null && answer.article.id === kept.id ? answer : null;
  const texts = useTexts(kept.id);
  const listed = isLooking
    ? (rows?.flatMap((row) => (row?.is === 'article' ? [choiceOf(row.article)] : [])) ?? null)
    : null;
  const chosen = article === null ? null : choiceOf(article.article);
  return { query, setQuery, listed, article, texts, chosen } as const;
}

export type SideState = ReturnType<typeof useSide>;

function choiceOf({ id, title, source, publishedAt }: AnnotatedArticle['article'] | ListedArticleRow): ListedChoice {
  return { id, title, about: [source, publishedAt].filter((part) => part !== null && part !== '').join(' · ') };
}

type ListedArticleRow = Pick<AnnotatedArticle['article'], 'id' | 'title' | 'source' | 'publishedAt'>;

/** The texts of an article as they were saved. */
function useTexts(id: SavedArticleId | null): readonly SavedText[] {
  const [read, setRead] = useState<{ readonly of: SavedArticleId; readonly texts: readonly SavedText[] } | null>(null);
  useEffect(() => {
    const life = new AbortController();
    if (id === null) return;
    askTexts({ is: 'texts', id }, { signal: life.signal })
      .then((answer) => answer?.is === 'texts' && setRead({ of: id, texts: answer.texts }))
      .catch((error: unknown) => report('reading saved texts', error));
    return () => life.abort();
  }, [id]);
  return read !== null && read.of === id ? read.texts : NO_TEXTS;
}

/** The paragraphs to compare; empty: there are none yet. */
export function textOfSide(kept: KeptSide, { article, texts }: SideState): readonly string[] {
  if (kept.from === 'text') return paragraphsOf(kept.text);
  if (article === null) return [];
  const version = kept.version === null ? undefined : texts[kept.version];
  return (version?.paragraphs ?? ownText(article.article)).filter((paragraph) => paragraph.trim() !== '');
}
