import { useMemo } from 'react';
import { browser } from 'wxt/browser';
import { EntryPage } from '../../components/library/EntryPage';
import { OfficialsOn } from '../../components/library/OfficialsOn';
import { PackPage } from '../../components/library/PackPage';
import { ReferenceList } from '../../components/library/ReferenceList';
import { hrefOf, type Route } from '../../components/library/route';
import { BUNDLED, cardOf } from '../../lib/reference/card';
import { officialsOn } from '../../lib/reference/officialsOn';
import { indexEntries } from '../../lib/search/entries';
import { filterChoices, passesFilters, placesOf } from '../../lib/search/filters';
import { partialDate } from '../../lib/text/dates';
import { copy } from '../pages/copy';
import { EntryActs } from './packs/EntryActs';
import { FarEntry } from './packs/FarEntry';
import type { LiveReference } from './packs/useReference';

export type ReferenceRoute = Extract<Route, { view: 'reference' | 'entry' | 'officials' | 'pack' }>;

interface ReferenceProps {
  readonly route: ReferenceRoute;
  readonly reference: LiveReference;
  /** `isStep`: the reader went there; else the address only follows what is typed. */
  readonly go: (route: Route, isStep: boolean) => void;
}

/** The rooms of the reference. */
export function Reference({ route, reference, go }: ReferenceProps) {
  const { lexicon } = reference;
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
      if (entry === undefined) return <FarEntry key={route.id} id={route.id} go={go} />;
      return (
        <EntryPage
          key={entry.id}
          card={cardOf(entry, lexicon, null)}
          address={browser.runtime.getURL('/library.html') + hrefOf(route)}
          onOpen={(id) => go({ view: 'entry', id }, true)}
          copy={copy}
          acts={<EntryActs card={cardOf(entry, lexicon, null)} reference={reference} />}
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
      return <PackPage pack={lexicon.packs.find(({ id }) => id === BUNDLED)!} />;
  }
}
