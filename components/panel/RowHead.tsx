import { useState } from 'react';
import { useWords } from '../words';

interface RowHeadProps {
  readonly name: string;
  readonly line: string;
  readonly count: number;
  readonly isOpen: boolean;
  /** Of the card that unfolds. */
  readonly cardId: string;
  readonly onToggle: () => void;
  /** To the nth mention, from 0. */
  readonly onJump: (nth: number) => void;
}

/** The line of a list on which a card unfolds, with the way to its mentions on the page. */
export function RowHead({ name, line, count, isOpen, cardId, onToggle, onJump }: RowHeadProps) {
  const words = useWords();
  const [at, setAt] = useState<number | null>(null);
  // The page may have lost mentions since.
  const nth = at !== null && at < count ? at : null;
  const jump = (to: number) => {
    setAt(to);
    onJump(to);
  };
  return (
    <div className="row-head">
      <button type="button" className="row-name" aria-expanded={isOpen} aria-controls={cardId} onClick={onToggle}>
        <span lang="zh-CN">{name}</span>
        <span className="soft row-line" lang={words.lang}>
          {line}
        </span>
      </button>
      <span className="row-jump">
        {count > 1 && (
          <button
            type="button"
            className="button"
            aria-label={words.panel.jumpPrevious(name)}
            title={words.card.previous}
            onClick={() => jump((nth === null || nth === 0 ? count : nth) - 1)}
          >
            ‹
          </button>
        )}
        <span className="row-count" aria-live="polite">
          <span aria-hidden="true">{nth === null ? count : `${nth + 1}/${count}`}</span>
          <span className="visually-hidden">
            {nth === null ? words.panel.count(count) : words.card.here(nth + 1, count)}
          </span>
        </span>
        <button
          type="button"
          className="button"
          aria-label={words.panel.jumpNext(name)}
          title={words.card.next}
          onClick={() => jump(nth === null ? 0 : (nth + 1) % count)}
        >
          ›
        </button>
      </span>
    </div>
  );
}
