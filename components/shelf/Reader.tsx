import type { ReactNode } from 'react';
import type { SavedArticle } from '../../lib/model';
import { useWords } from '../words';
import { useColon } from './labels';

interface ReaderProps {
  readonly article: SavedArticle;
  /** The day on which it was saved, where the reader is. */
  readonly day: string;
  readonly text: ReactNode;
  readonly notes: ReactNode;
  readonly noteCount: number;
  readonly mentions: ReactNode;
  /** How the article is cited. */
  readonly citation?: ReactNode;
  readonly onBack: () => void;
}

/** A stored article with what the reader made of it. The page that it came from is not needed. */
export function Reader({ article, day, text, notes, noteCount, mentions, citation, onBack }: ReaderProps) {
  const words = useWords();
  const { title, source, publishedAt, url, authors, editor, pageNumber, issuingBody, documentNumber } = article;
  const { items } = words.punctuation;
  const colon = useColon();
  const named = (name: string, value: string | null) => (value === null || value === '' ? null : name + colon + value);
  const facts = [
    source,
    publishedAt ?? words.shelf.states.undated,
    named(words.panel.authors, authors.map(({ name }) => name).join(items)),
    named(words.panel.editor, editor),
    pageNumber === null ? null : words.panel.pageValue(pageNumber),
    named(words.panel.issuingBody, issuingBody),
    named(words.panel.documentNumber, documentNumber),
    words.shelf.storedOn(day),
  ];
  return (
    <div className="reader">
      <div className="reader-bar">
        <button type="button" className="button" onClick={onBack}>
          ← {words.shelf.back}
        </button>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {words.shelf.original}
        </a>
      </div>
      <article className="reader-article" aria-label={title ?? words.panel.untitled} tabIndex={0}>
        <h1 lang="zh-CN">{title ?? words.panel.untitled}</h1>
        <p className="reader-facts">{facts.map((fact) => fact !== null && <span key={fact}>{fact}</span>)}</p>
        {text}
      </article>
      <aside className="reader-side" aria-label={words.shelf.notesHere} tabIndex={0}>
        {citation !== undefined && (
          <section>
            <h2>{words.shelf.citation}</h2>
            {citation}
          </section>
        )}
        <section>
          <h2>
            {words.shelf.notesHere} <span className="soft">{noteCount}</span>
          </h2>
          {notes}
        </section>
        <section>
          <h2>{words.shelf.mentionsHere}</h2>
          {mentions}
        </section>
      </aside>
    </div>
  );
}
