import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { ActiveFilters } from '../../components/shelf/ActiveFilters';
import { FilterButton } from '../../components/shelf/FilterButton';
import { FilterSide } from '../../components/shelf/FilterSide';
import { GroupTable } from '../../components/shelf/GroupTable';
import { SearchBar } from '../../components/shelf/SearchBar';
import { TagBar } from '../../components/shelf/TagBar';
import { Told } from '../../components/shelf/Told';
import { useWords } from '../../components/words';
import type { Grouping } from '../../lib/library/groups';
import { conditionCount, NO_QUERY, type Query } from '../../lib/library/query';
import { retagged } from '../../lib/library/retagged';
import type { ColourNames, EntryId } from '../../lib/model';
import type { Go } from './main';
import { useActions } from './shelf/useActions';
import { useKeys } from './shelf/useKeys';
import { useAnswer, type ShelfState } from './shelf/useShelf';
import { useUnchanged } from './shelf/useUnchanged';

interface GroupRoomProps {
  readonly by: Grouping;
  readonly query: Query;
  readonly state: ShelfState;
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

const NONE: ReadonlySet<string> = new Set();

/** Tags, people, formulations or sources of what is kept, of all or of what meets some conditions. Tags can be changed. */
export function GroupRoom({ by, query, state, colourNames, nameOf, go }: GroupRoomProps) {
  const words = useWords();
  const groups = useAnswer(state, 'groups', { by, query });
  const allTags = useAnswer(state, 'groups', by === 'tags' ? { by, query: NO_QUERY } : null) ?? [];
  // Names are looked for by the text; the conditions are about annotations.
  const conditions = useUnchanged({ ...query, text: '' });
  const counts = useDeferredValue(useAnswer(state, 'counts', { of: 'notes', query: conditions }));
  const actions = useActions();
  const [isFiltering, setFiltering] = useState(false);
  const [chosen, setChosen] = useState(NONE);
  const field = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const onQuery = (next: Query) => go({ view: by, query: next }, false);
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  const onConditions = useCallback(
    (change: Partial<Query>) => go({ view: by, query: { ...latest.current, ...change } }, false),
    [go, by],
  );
  const listed = new Set(groups?.map((group) => group.name));
  const inSight = [...chosen].filter((each) => listed.has(each));
  const unchoose = () => {
    setChosen(NONE);
    table.current?.focus();
  };
  const toName = () => {
    name.current?.focus();
    name.current?.select();
  };
  const retag = async (as: string | null) => {
    if (!(await actions.retag(inSight, as))) return;
    unchoose();
    if (query.tags.some((tag) => inSight.includes(tag))) onQuery({ ...query, tags: retagged(query.tags, inSight, as) });
  };
  useKeys({
    '/': () => field.current?.focus(),
    e: toName,
    Delete: () => inSight.length > 0 && void retag(null),
    Escape: unchoose,
  });
  return (
    <div className="shelf">
      <div className="shelf-top">
        <h1 className="visually-hidden">{words.shelf.views[by]}</h1>
        <SearchBar
          query={query}
          field={field}
          hasSort={false}
          hint={words.shelf.searchNames}
          onQuery={onQuery}
          onDown={() => table.current?.querySelector('a')?.focus()}
        >
          <FilterButton count={conditionCount(query)} isOpen={isFiltering} onOpen={setFiltering} />
        </SearchBar>
        <ActiveFilters query={query} colourNames={colourNames} nameOf={nameOf} onQuery={onQuery} />
        <p className="shelf-status soft" role="status">
          {groups !== null && words.shelf.foundGroups(groups.length)}
        </p>
      </div>
      <FilterSide
        isOpen={isFiltering}
        query={conditions}
        counts={counts}
        colourNames={colourNames}
        nameOf={nameOf}
        onChange={onConditions}
      />
      <div className="shelf-main">
        <div>
          {by === 'tags' && inSight.length > 0 && (
            <TagBar
              key={inSight[0]}
              chosen={inSight}
              all={allTags}
              isOfSome={conditionCount(query) > 0}
              field={name}
              onTags={(as) => void retag(as)}
              onNone={unchoose}
            />
          )}
        </div>
        <div className="shelf-groups" ref={table} tabIndex={-1}>
          {groups !== null && (
            <GroupTable
              key={by}
              of={by}
              groups={groups}
              query={query}
              nameOf={nameOf}
              tagging={
                by === 'tags'
                  ? {
                      chosen,
                      onChoose: (tag, isChosen) => {
                        const next = new Set(inSight);
                        if (isChosen) next.add(tag);
                        else next.delete(tag);
                        setChosen(next);
                      },
                      onRename: (tag) => {
                        setChosen(new Set([tag]));
                        // It is there once this is drawn.
                        requestAnimationFrame(toName);
                      },
                    }
                  : null
              }
            />
          )}
        </div>
      </div>
      <Told actions={actions} />
    </div>
  );
}
