import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Library } from '../../components/library/Library';
import { hrefOf, routeOf, type Route } from '../../components/library/route';
import '../../components/page.css';
import { InLanguage } from '../../components/words';
import { entryNamesOf } from '../../lib/library/entryNames';
import { askBackground } from '../../lib/messages';
import type { EntryId, Pack } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { report } from '../../lib/report';
import { mount } from '../pages/mount';
import { useSettings, useTitle, type LiveSettings } from '../pages/useSettings';
import { Keeping } from './exchange/Keeping';
import { Reference, type ReferenceRoute } from './Reference';
import { ShelfRoom } from './ShelfRoom';
import { openedShelf } from './shelf/useShelf';
import { Trash } from './Trash';
import { Unsaved } from './writing/Unsaved';

/** Loaded when somebody goes there. */
const ImportRoom = lazy(() => import('./exchange/ImportRoom'));
const BackupRoom = lazy(() => import('./exchange/BackupRoom'));

function App() {
  const settings = useSettings();
  const [route, go] = useRoute();
  const packs = usePacks();
  const names = useMemo(() => entryNamesIn(packs), [packs]);
  const nameOf = useCallback((id: EntryId) => names.get(id) ?? id, [names]);
  useTitle(settings, (words) => `${titleOf(route, nameOf) ?? words.library.title} · ${words.name}`);
  if (settings === null) return null;
  return (
    <InLanguage value={settings.language}>
      <Library
        view={route.view}
        notice={
          <>
            <Unsaved colourNames={settings.all.colourNames} />
            <Keeping settings={settings.all} isThere={route.view === 'backups'} />
          </>
        }
      >
        <Suspense>{roomOf(route, settings, packs, nameOf, go)}</Suspense>
      </Library>
    </InLanguage>
  );
}

function roomOf(
  route: Route,
  settings: LiveSettings,
  packs: readonly Pack[] | null,
  nameOf: (id: EntryId) => string,
  go: Go,
) {
  switch (route.view) {
    case 'reference':
    case 'entry':
    case 'officials':
    case 'pack':
      return packs === null ? null : <WithLexicon route={route} packs={packs} go={go} />;
    case 'import':
      return <ImportRoom />;
    case 'backups':
      return <BackupRoom settings={settings.all} />;
    case 'trash':
      return <Trash />;
    case 'overview':
    case 'notes':
    case 'articles':
    case 'tags':
    case 'people':
    case 'formulations':
    case 'sources':
    case 'article':
      return <ShelfRoom route={route} settings={settings.all} nameOf={nameOf} go={go} />;
  }
}

/** `isStep`: the reader went there; else the address only follows what is typed. */
export type Go = (route: Route, isStep: boolean) => void;

interface WithLexiconProps {
  readonly route: ReferenceRoute;
  readonly packs: readonly Pack[];
  readonly go: Go;
}

function WithLexicon({ route, packs, go }: WithLexiconProps) {
  const lexicon = useMemo(() => buildLexicon(packs), [packs]);
  return <Reference route={route} lexicon={lexicon} go={go} />;
}

/** The reference; null until it is there. The data set hears of it too: what is kept is found by what entries are called. */
function usePacks(): readonly Pack[] | null {
  const [packs, setPacks] = useState<readonly Pack[] | null>(null);
  useEffect(() => {
    const read = async () => {
      const found = await askBackground('packs', null);
      setPacks(found);
      const names = found.flatMap(({ entries }) => entries.map(entryNamesOf));
      await openedShelf().ask('entries', { names });
    };
    read().catch((error: unknown) => report('reading the packs', error));
  }, []);
  return packs;
}

function entryNamesIn(packs: readonly Pack[] | null): ReadonlyMap<EntryId, string> {
  return new Map((packs ?? []).flatMap(({ entries }) => entries.map(({ id, names }) => [id, names.zh] as const)));
}

function titleOf(route: Route, nameOf: (id: EntryId) => string): string | null {
  return route.view === 'entry' ? nameOf(route.id) : null;
}

/** Where the address leads, and how to go elsewhere. */
function useRoute(): readonly [Route, Go] {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const life = new AbortController();
    addEventListener(
      'hashchange',
      () => {
        setRoute(routeOf(location.hash));
        scrollTo(0, 0);
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);
  const go = useCallback((to: Route, isStep: boolean) => {
    if (isStep) location.hash = hrefOf(to);
    else history.replaceState(null, '', hrefOf(to));
    setRoute(to);
  }, []);
  return [route, go];
}

mount(<App />);
