import { useCallback, useMemo } from 'react';
import { browser } from 'wxt/browser';
import { CountingLine } from '../../components/follow/CountingLine';
import { EmptyFollow } from '../../components/follow/EmptyFollow';
import { Filters } from '../../components/follow/Filters';
import { FollowFrame } from '../../components/follow/FollowFrame';
import type { Look } from '../../components/follow/look';
import { Picker } from '../../components/follow/Picker';
import '../../components/follow/follow.css';
import '../../components/notes/notes.css';
import '../../components/shelf/shelf.css';
import { useWords } from '../../components/words';
import { askBackground } from '../../lib/messages';
import type { EntryId, FollowedKey, Kind, Pack } from '../../lib/model';
import { EVERYTHING } from '../../lib/track/counted';
import { unlistedInKey } from '../../lib/reference/unlistedCard';
import { FollowViews } from './follow/FollowViews';
import { useFollow, useFollowed } from './follow/useFollow';
import type { Go } from './main';

interface FollowRoomProps {
  readonly look: Look;
  readonly packs: readonly Pack[] | null;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

/** The charts' library is wanted in a moment. */
void import('@observablehq/plot');

/** Following formulations and officials through the reader's own articles. */
export default function FollowRoom({ look, packs, nameOf: nameOfEntry, go }: FollowRoomProps) {
  const words = useWords().follow;
  const state = useFollow(packs);
  const all = useFollowed(state, 'summary', { scope: EVERYTHING });
  const here = useFollowed(state, 'summary', { scope: look.scope });
  const where = useFollowed(state, 'where', { of: [], scope: EVERYTHING });
  const nameOf = useCallback(
    (key: FollowedKey) => unlistedInKey(key)?.name ?? nameOfEntry(key as EntryId),
    [nameOfEntry],
  );
  const kinds = useMemo(() => kindsIn(packs), [packs]);
  const kindOf = useCallback((key: FollowedKey) => unlistedInKey(key)?.kind ?? kinds.get(key) ?? null, [kinds]);
  const onLook = (next: Look) => go({ view: 'follow', look: next }, false);
  const pause = (isPaused: boolean) => void state.follow.ask('pause', { isPaused });
  if (state.failure !== null) return <p role="alert">{words.failed}</p>;
  if (all === null || here === null) return null;
  const isEmpty = all.saved + all.read === 0;
  return (
    <FollowFrame
      look={look}
      head={
        <>
          <Picker of={look.of} nameOf={nameOf} find={find} onPick={(of) => onLook({ ...look, of })} />
          <Filters
            look={look}
            sources={(where?.source ?? []).map(({ name }) => name)}
            places={(where?.place ?? []).map(({ name }) => name)}
            hasRead={all.read > 0}
            onLook={onLook}
          />
        </>
      }
      status={
        <>
          <p role="status" className="soft">
            {!isEmpty && words.counted(here.saved, here.read, here.undated)}
          </p>
          <CountingLine counting={state.counting} onPause={pause} />
        </>
      }
    >
      {isEmpty && state.counting?.is === 'whole' ? (
        <EmptyFollow onSettings={() => void browser.runtime.openOptionsPage()} />
      ) : (
        <FollowViews
          state={state}
          look={look}
          articles={here.saved + here.read}
          nameOf={nameOf}
          kindOf={kindOf}
          onLook={onLook}
        />
      )}
    </FollowFrame>
  );
}

function find(query: string) {
  return askBackground('findEntries', { query }).catch(() => []);
}

function kindsIn(packs: readonly Pack[] | null): ReadonlyMap<FollowedKey, Kind> {
  return new Map((packs ?? []).flatMap(({ entries }) => entries.map(({ id, kind }) => [id, kind] as const)));
}
