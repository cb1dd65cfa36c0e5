import type { Route } from '../../components/library/route';
import '../../components/shelf/reader.css';
import '../../components/shelf/shelf.css';
import type { EntryId } from '../../lib/model';
import type { Settings } from '../../lib/settings';
import { GroupRoom } from './GroupRoom';
import type { Go } from './main';
import { OverviewRoom } from './OverviewRoom';
import { ReaderRoom } from './ReaderRoom';
import { ShelfList } from './ShelfList';
import { useShelf } from './shelf/useShelf';

interface ShelfRoomProps {
  readonly route: Extract<Route, { view: 'article' } | { query: object }>;
  readonly settings: Settings;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

/** The rooms of what the reader has kept. */
export function ShelfRoom({ route, settings, nameOf, go }: ShelfRoomProps) {
  const state = useShelf();
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
      return <ReaderRoom key={route.id} id={route.id} note={route.note} settings={settings} {...shared} />;
  }
}
