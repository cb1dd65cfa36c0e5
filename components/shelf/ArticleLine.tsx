import { memo } from 'react';
import type { ListedArticle } from '../../lib/library/rows';
import { useWords } from '../words';
import { Highlighted } from './Highlighted';

interface ArticleLineProps {
  readonly listed: ListedArticle;
  readonly terms: readonly string[];
}

/** px */
export const ARTICLE_HEIGHT = 98;

/** An article in a list. */
export const ArticleLine = memo(function ArticleLine({ listed: { article, notes, excerpt }, terms }: ArticleLineProps) {
  const words = useWords();
  return (
    <>
      <span className="shelf-check" data-select aria-hidden />
      <span className="shelf-body">
        <span className="shelf-heading" lang="zh-CN">
          <Highlighted text={article.title ?? words.panel.untitled} terms={terms} />
        </span>
        <span className="shelf-beginning" lang="zh-CN">
          <Highlighted text={excerpt ?? article.beginning} terms={terms} />
        </span>
        <span className="shelf-about">
          {[article.source, article.publishedAt ?? words.shelf.states.undated, article.site].map(
            (fact) => fact !== null && <span key={fact}>{fact}</span>,
          )}
          <span className="shelf-badge">{words.notes.count(notes)}</span>
        </span>
      </span>
      <span className="shelf-day">{article.day}</span>
    </>
  );
});
