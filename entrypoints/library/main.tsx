import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { EntryPage, NoEntry } from '../../components/library/EntryPage';
import { Library } from '../../components/library/Library';
import { OfficialsOn } from '../../components/library/OfficialsOn';
import { PackPage } from '../../components/library/PackPage';
import { ReferenceList } from '../../components/library/ReferenceList';
import { hrefOf, routeOf, type Route } from '../../components/library/route';
import '../../components/page.css';
import { InLanguage } from '../../components/words';
import { askBackground } from '../../lib/messages';
import type { Pack } from '../../lib/model';
import { cardOf } from '../../lib/reference/card';
import { buildLexicon, type Lexicon } from '../../lib/reference/lexicon';
import { officialsOn } from '../../lib/reference/officialsOn';
import { report } from '../../lib/report';
import { indexEntries } from '../../lib/search/entries';
import { filterChoices, passesFilters, placesOf } from '../../lib/search/filters';
import { partialDate } from '../../lib/text/dates';
import { copy } from '../pages/copy';
import { useSettings, useTitle } from '../pages/useSettings';
import { Trash } from './Trash';

function App() {
  const settings = useSettings();
  const [packs, setPacks] = useState<readonly Pack[] | null>(null);
  const [route, go] = useRoute();
  useEffect(() => {
    void askBackground('packs', null).then(setPacks, (error: unknown) => report('reading the packs', error));
  }, []);
  const lexicon = useMemo(() => (packs === null ? null : buildLexicon(packs)), [packs]);

  useTitle(settings, (words) => `${titleOf(route, lexicon) ?? words.library.title} · ${words.name}`);
  if (settings === null || lexicon === null) return null;
  return (
    <InLanguage value={settings.language}>
      <Library view={route.view}>
        <Room route={route} lexicon={lexicon} go={go} />
      </Library>
    </InLanguage>
  );
}

interface RoomProps {
  readonly route: Route;
  readonly lexicon: Lexicon;
  /** `isStep`: the reader went there; else the address only follows what is typed. */
  readonly go: (route: Route, isStep: boolean) => void;
}

function Room({ route, lexicon, go }: RoomProps) {
  const entries = useMemo(() => [...lexicon.entries.values()], [lexicon]);
  const search = useMemo(() => indexEntries(entries), [entries]);
  const choices = useMemo(() => filterChoices(entries, lexicon), [entries, lexicon]);
  switch (route.view) {
    case 'reference': {
      const asked = route.query.trim();
      const inOrder = asked === '' ? entries : search.find(asked).map((id) => lexicon.entries.get(id)!);
      return (
        <ReferenceList
          looking={route}
          found={inOrder.filter((entry) => passesFilters(entry, route, lexicon))}
          total={entries.length}
          choices={choices}
          onLook={(looking) => go(looking, false)}
        />
      );
    }
    case 'entry': {
      const entry = lexicon.entries.get(route.id);
      if (entry === undefined) return <NoEntry id={route.id} />;
      return (
        <EntryPage
          key={entry.id}
          card={cardOf(entry, lexicon, null)}
          address={browser.runtime.getURL('/library.html') + hrefOf(route)}
          onOpen={(id) => go({ view: 'entry', id }, true)}
          copy={copy}
        />
      );
    }
    case 'officials': {
      const day = partialDate(route.on);
      return (
        <OfficialsOn
          on={route.on}
          day={day}
          place={route.place}
          officials={day === null ? [] : officialsOn(lexicon, day)}
          places={[...new Set(entries.flatMap((entry) => (entry.kind === 'official' ? placesOf(entry) : [])))]}
          days={[...new Set([...lexicon.articles.values()].map(({ date }) => date))].sort()}
          onAsk={(on, place) => go({ view: 'officials', on, place }, false)}
        />
      );
    }
    case 'pack':
      return <PackPage pack={lexicon.packs[0]!} />;
    case 'trash':
      return <Trash />;
  }
}

function titleOf(route: Route, lexicon: Lexicon | null): string | null {
  return route.view === 'entry' ? (lexicon?.entries.get(route.id)?.names.zh ?? null) : null;
}

/** Where the address leads, and how to go elsewhere. */
function useRoute(): readonly [Route, RoomProps['go']] {
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
  const go = (to: Route, isStep: boolean) => {
    if (isStep) location.hash = hrefOf(to);
    else history.replaceState(null, '', hrefOf(to));
    setRoute(to);
  };
  return [route, go];
}

createRoot(document.getElementById('root')!).render(<App />);
