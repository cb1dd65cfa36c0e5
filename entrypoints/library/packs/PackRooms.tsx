import { NoEntry } from '../../../components/library/EntryPage';
import type { Route } from '../../../components/library/route';
import { ownEntries } from '../../../lib/store/own';
import { packRows } from '../../../lib/store/packs';
import { EntryRoom } from './EntryRoom';
import { OwnRoom } from './OwnRoom';
import { PackRoom } from './PackRoom';
import { PacksRoom } from './PacksRoom';
import { useStored } from './useStored';
import type { LiveReference } from './useReference';

type PackRoute = Extract<Route, { view: 'new-entry' | 'edit-entry' | 'own' | 'packs' | 'one-pack' }>;

interface PackRoomsProps {
  readonly route: PackRoute;
  readonly reference: LiveReference;
  readonly go: (route: Route, isStep: boolean) => void;
}

/** What the reader adds to the reference, and the packs. */
export default function PackRooms({ route, reference, go }: PackRoomsProps) {
  const own = useStored(ownEntries);
  const rows = useStored(packRows);
  switch (route.view) {
    case 'new-entry':
      return <EntryRoom of={route} go={go} />;
    case 'edit-entry': {
      if (own === null) return null;
      const entry = own.find(({ id }) => id === route.id);
      return entry === undefined ? <NoEntry id={route.id} /> : <EntryRoom key={entry.id} of={{ entry }} go={go} />;
    }
    case 'own':
      return own === null ? null : <OwnRoom own={own} reference={reference} />;
    case 'packs':
      return rows === null ? null : <PacksRoom rows={rows} reference={reference} />;
    case 'one-pack': {
      if (rows === null) return null;
      const row = rows.find(({ id }) => id === route.id);
      if (row === undefined) return <PacksRoom rows={rows} reference={reference} />;
      return <PackRoom key={row.id} row={row} reference={reference} go={go} />;
    }
  }
}
