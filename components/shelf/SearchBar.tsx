import type { ReactNode, RefObject } from 'react';
import { SORTS, type Query, type Sort } from '../../lib/library/query';
import { useWords } from '../words';

interface SearchBarProps {
  readonly query: Query;
  readonly field: RefObject<HTMLInputElement | null>;
  /** False where names are looked for, in one order. */
  readonly hasSort: boolean;
  readonly onQuery: (query: Query) => void;
  /** Enter or an arrow: on to what was found. */
  readonly onDown: () => void;
  /** Saved searches, the button for the conditions. */
  readonly children: ReactNode;
}

/** What is looked for, in which order. */
export function SearchBar({ query, field, hasSort, onQuery, onDown, children }: SearchBarProps) {
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
        placeholder={hasSort ? words.searchHint : words.searchNames}
        value={query.text}
        onChange={({ target }) => onQuery({ ...query, text: target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
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
