import { browser } from 'wxt/browser';
import { FirstUse } from '../../components/shelf/FirstUse';
import { OverviewPage } from '../../components/shelf/OverviewPage';
import type { Query } from '../../lib/library/query';
import type { EntryId } from '../../lib/model';
import { useAnswer, type ShelfState } from './shelf/useShelf';
import { useUnchanged } from './shelf/useUnchanged';

interface OverviewRoomProps {
  readonly query: Query;
  readonly state: ShelfState;
  readonly nameOf: (id: EntryId) => string;
}

/** What was read and noted. Drawn anew only when the figures are others. */
export function OverviewRoom({ query, state, nameOf }: OverviewRoomProps) {
  const answer = useAnswer(state, 'overview', { query });
  const overview = useUnchanged(answer);
  if (overview === null) return null;
  if (overview.articles === 0 && state.share === 1) {
    return <FirstUse onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })} />;
  }
  return <OverviewPage overview={overview} nameOf={nameOf} />;
}
