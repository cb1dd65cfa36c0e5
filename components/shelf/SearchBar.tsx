import type { ReactNode, RefObject } from 'react';
import { SORTS, type Query, type Sort } from '../../lib/library/query';
import { useWords } from '../words';

interface SearchBarProps {
  readonly query: Query;
  readonly field: RefObject<HTMLInputElement | null>;
  /** False where names are looked for, in one order. */
  readonly hasSort: boolean;
  /** What is searched. */
  readonly hint: string;
  readonly onQuery: (query: Query) => void;
  /** Enter or an arrow: on to what was found. */
  readonly onDown: () => void;
  /** Saved searches, the button for the conditions. */
  readonly children: ReactNode;
}

/** What is looked for, in which order. */
export function SearchBar({ query, field, hasSort, hint, onQuery, onDown, children }: SearchBarProps) {
  const words = useWords().shelf;
  // Nothing is more relevant than the rest where nothing is asked for.
  const isAsking = query.text.trim() !== '';
  const sorts = SORTS.filter((sort) => isAsking || sort !== 'relevance');
  return (
    <div className="shelf-search" role="search">
      <input
        ref={field}
        type="search"
        aria-label={words.search}
        placeholder={hint}
        value={query.text}
        onChange={({ target }) => onQuery({ ...query, text: target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isEmpty = query.text === '';
          const leaves = event.key === 'Enter' || event.key === 'ArrowDown' || (event.key === 'Escape' && isEmpty);
          // The key that leads here is not meant to be written here.
          if (leaves || (event.key === '/' && isEmpty)) event.preventDefault();
          if (!leaves) return;
          event.currentTarget.blur();
          onDown();
        }}
      />
      {hasSort && (
        <select
          aria-label={words.sort}
          value={!isAsking && query.sort === 'relevance' ? 'newest' : query.sort}
          onChange={({ target }) => onQuery({ ...query, sort: target.value as Sort })}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      )}
      {children}
    </div>
  );
}
