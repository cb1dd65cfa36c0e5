import { useRef } from 'react';
import { ActiveFilters } from '../../components/shelf/ActiveFilters';
import { GroupTable } from '../../components/shelf/GroupTable';
import { SearchBar } from '../../components/shelf/SearchBar';
import { useWords } from '../../components/words';
import type { Grouping } from '../../lib/library/groups';
import type { Query } from '../../lib/library/query';
import type { ColourNames, EntryId } from '../../lib/model';
import type { Go } from './main';
import { useKeys } from './shelf/useKeys';
import { useAnswer, type ShelfState } from './shelf/useShelf';

interface GroupRoomProps {
  readonly by: Grouping;
  readonly query: Query;
  readonly state: ShelfState;
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

/** Tags, people or formulations of what is kept. */
export function GroupRoom({ by, query, state, colourNames, nameOf, go }: GroupRoomProps) {
  const words = useWords();
  const groups = useAnswer(state, 'groups', { by, query });
  const field = useRef<HTMLInputElement>(null);
  const onQuery = (next: Query) => go({ view: by, query: next }, false);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <div className="shelf is-plain">
      <div className="shelf-top">
        <h1 className="visually-hidden">{words.shelf.views[by]}</h1>
        <SearchBar
          query={query}
          field={field}
          hasSort={false}
          hint={words.shelf.searchNames}
          onQuery={onQuery}
          onDown={() => undefined}
        >
          {null}
        </SearchBar>
        <ActiveFilters query={query} colourNames={colourNames} nameOf={nameOf} onQuery={onQuery} />
        <p className="shelf-status soft" role="status">
          {groups !== null && words.shelf.foundGroups(groups.length)}
        </p>
      </div>
      {groups !== null && <GroupTable key={by} of={by} groups={groups} nameOf={nameOf} />}
    </div>
  );
}
