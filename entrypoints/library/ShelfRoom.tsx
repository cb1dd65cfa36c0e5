import type { Route } from '../../components/library/route';
import '../../components/shelf/shelf.css';
import type { EntryId } from '../../lib/model';
import type { Settings } from '../../lib/settings';
import type { Go } from './main';
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
  switch (route.view) {
    case 'notes':
    case 'articles':
      return (
        <ShelfList
          key={route.view}
          of={route.view}
          query={route.query}
          state={state}
          colourNames={settings.colourNames}
          nameOf={nameOf}
          go={go}
        />
      );
    default:
      return null;
  }
}
