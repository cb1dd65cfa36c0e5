import { useEffect, useMemo, useRef, useState } from 'react';
import { ActiveFilters } from '../../components/shelf/ActiveFilters';
import { ArticleLine, ARTICLE_HEIGHT } from '../../components/shelf/ArticleLine';
import { FilterPanel } from '../../components/shelf/FilterPanel';
import { NoteLine, NOTE_HEIGHT } from '../../components/shelf/NoteLine';
import { SearchBar } from '../../components/shelf/SearchBar';
import { VirtualList, type SelectHow } from '../../components/shelf/VirtualList';
import type { Route } from '../../components/library/route';
import { useWords } from '../../components/words';
import type { Query } from '../../lib/library/query';
import type { Listed } from '../../lib/library/rows';
import type { ColourNames, EntryId } from '../../lib/model';
import { useAnswer, useRows, type ShelfState } from './shelf/useShelf';

interface ShelfListProps {
  readonly of: 'notes' | 'articles';
  readonly query: Query;
  readonly state: ShelfState;
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
  readonly go: (route: Route, isStep: boolean) => void;
}

const NONE = new Uint32Array();
/** Where each list was left. */
const scrolled = { notes: { current: 0 }, articles: { current: 0 } };

/** Annotations or articles: searched, filtered, selected. */
export function ShelfList({ of, query, state, colourNames, nameOf, go }: ShelfListProps) {
  const words = useWords();
  const found = useAnswer(state, 'find', { of, query });
  const numbers = found?.numbers ?? NONE;
  const rows = useRows(state, of, numbers);
  const [current, setCurrent] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const terms = useMemo(() => query.text.split(/[\s“”"，。、]+/).filter(Boolean), [query.text]);
  const onQuery = (next: Query) => go({ view: of, query: next }, false);
  const open = (row: Listed | null) => {
    if (row?.is === 'note') go({ view: 'article', id: row.article.id, note: row.id }, true);
    if (row?.is === 'article') go({ view: 'article', id: row.id, note: null }, true);
  };
  useEffect(() => setCurrent(-1), [of, query]);
  return (
    <div className="shelf" data-found={found?.text} data-read={state.share}>
      <div className="shelf-top">
        <SearchBar query={query} field={field} hasSort onQuery={onQuery} onDown={() => undefined}>
          {null}
        </SearchBar>
        <ActiveFilters query={query} colourNames={colourNames} nameOf={nameOf} onQuery={onQuery} />
        <p className="shelf-status soft" role="status">{found !== null && words.shelf.found(numbers.length, found.all)}</p>
      </div>
      <div className="shelf-side">
        <FilterPanel query={query} counts={found?.facets ?? null} colourNames={colourNames} nameOf={nameOf} onQuery={onQuery} />
      </div>
      <div className="shelf-main"><div/>
      <VirtualList
        label={words.shelf.views[of]}
        count={numbers.length}
        rowHeight={of === 'notes' ? NOTE_HEIGHT : ARTICLE_HEIGHT}
        current={current}
        isSelected={() => false}
        onCurrent={setCurrent}
        onSelect={(_index: number, _how: SelectHow) => undefined}
        onOpen={(index) => open(rows.rowAt(index))}
        onKey={() => false}
        onShown={rows.onShown}
        scrolledTo={scrolled[of]}
      >
        {(index) => {
          const row = rows.rowAt(index);
          if (row === null) return null;
          if (row.is === 'article') return <ArticleLine listed={row} terms={terms} />;
          return <NoteLine listed={row} terms={terms} colourNames={colourNames} nameOf={nameOf} />;
        }}
      </VirtualList>
      </div>
    </div>
  );
}
