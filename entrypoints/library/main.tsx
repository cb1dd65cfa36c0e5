import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Library } from '../../components/library/Library';
import { hrefOf, routeOf, type Route } from '../../components/library/route';
import '../../components/page.css';
import { InLanguage } from '../../components/words';
import type { EntryId } from '../../lib/model';
import { mount } from '../pages/mount';
import { useSettings, useTitle, type LiveSettings } from '../pages/useSettings';
import { Keeping } from './exchange/Keeping';
import { useReference, type LiveReference } from './packs/useReference';
import { Reference } from './Reference';
import { ShelfRoom } from './ShelfRoom';
import { Trash } from './Trash';
import { Unsaved } from './writing/Unsaved';

/** Loaded when somebody goes there. */
const ImportRoom = lazy(() => import('./exchange/ImportRoom'));
const BackupRoom = lazy(() => import('./exchange/BackupRoom'));
const FollowRoom = lazy(() => import('./FollowRoom'));
const CompareRoom = lazy(() => import('./texts/CompareRoom'));
const CheckRoom = lazy(() => import('./texts/CheckRoom'));
const PackRooms = lazy(() => import('./packs/PackRooms'));

function App() {
  const settings = useSettings();
  const [route, go] = useRoute();
  const reference = useReference();
  const nameOf = useCallback((id: EntryId) => reference?.lexicon.entries.get(id)?.names.zh ?? id, [reference]);
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
        <Suspense>{roomOf(route, settings, reference, nameOf, go)}</Suspense>
      </Library>
    </InLanguage>
  );
}

function roomOf(
  route: Route,
  settings: LiveSettings,
  reference: LiveReference | null,
  nameOf: (id: EntryId) => string,
  go: Go,
) {
  switch (route.view) {
    case 'reference':
    case 'entry':
    case 'officials':
    case 'pack':
      return reference === null ? null : <Reference route={route} reference={reference} go={go} />;
    case 'new-entry':
    case 'edit-entry':
    case 'own':
    case 'packs':
    case 'one-pack':
      return reference === null ? null : <PackRooms route={route} reference={reference} go={go} />;
    case 'check':
      return reference === null ? null : <CheckRoom lexicon={reference.lexicon} />;
    case 'compare':
      return reference === null ? null : (
        <CompareRoom
          from={route.a}
          packs={reference.packs}
          nameOf={nameOf}
          settings={settings.all}
          language={settings.language}
        />
      );
    case 'import':
      return <ImportRoom />;
    case 'backups':
      return <BackupRoom settings={settings.all} />;
    case 'trash':
      return <Trash />;
    case 'follow':
      return <FollowRoom look={route.look} packs={reference?.packs ?? null} nameOf={nameOf} go={go} />;
    case 'overview':
    case 'notes':
    case 'articles':
    case 'tags':
    case 'people':
    case 'formulations':
    case 'sources':
    case 'article':
      return (
        <ShelfRoom route={route} settings={settings.all} packs={reference?.packs ?? null} nameOf={nameOf} go={go} />
      );
  }
}

/** `isStep`: the reader went there; else the address only follows what is typed. */
export type Go = (route: Route, isStep: boolean) => void;

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
