import { useEffect } from 'react';
import type { Route } from '../../components/library/route';
import '../../components/shelf/reader.css';
import '../../components/shelf/shelf.css';
import { entryNamesOf } from '../../lib/library/entryNames';
import type { EntryId, Pack } from '../../lib/model';
import { report } from '../../lib/report';
import type { Settings } from '../../lib/settings';
import { GroupRoom } from './GroupRoom';
import type { Go } from './main';
import { OverviewRoom } from './OverviewRoom';
import { ReaderRoom } from './ReaderRoom';
import { ShelfList } from './ShelfList';
import type { Shelf } from './shelf/shelf';
import { useShelf } from './shelf/useShelf';

interface ShelfRoomProps {
  readonly route: Extract<Route, { view: 'article' } | { query: object }>;
  readonly settings: Settings;
  /** Null until they are there. */
  readonly packs: readonly Pack[] | null;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

/** The rooms of what the reader has kept. */
export function ShelfRoom({ route, settings, packs, nameOf, go }: ShelfRoomProps) {
  const state = useShelf();
  useNames(state.shelf, packs);
  const shared = { state, nameOf, go };
  switch (route.view) {
    case 'notes':
    case 'articles':
      return <ShelfList key={route.view} of={route.view} query={route.query} settings={settings} {...shared} />;
    case 'tags':
    case 'people':
    case 'formulations':
    case 'sources':
      return <GroupRoom by={route.view} query={route.query} colourNames={settings.colourNames} {...shared} />;
    case 'overview':
      return <OverviewRoom query={route.query} state={state} nameOf={nameOf} />;
    case 'article':
      return (
        <ReaderRoom
          key={route.id}
          id={route.id}
          note={route.note}
          at={route.at ?? null}
          settings={settings}
          {...shared}
        />
      );
  }
}

let named: readonly Pack[] | null = null;

/** The data set hears of the reference, once: what is kept is found by what entries are called. */
function useNames(shelf: Shelf, packs: readonly Pack[] | null): void {
  useEffect(() => {
    if (packs === null || packs === named) return;
    named = packs;
    const names = packs.flatMap(({ entries }) => entries.map(entryNamesOf));
    shelf.ask('entries', { names }).catch((error: unknown) => report('naming entries', error));
  }, [shelf, packs]);
}
