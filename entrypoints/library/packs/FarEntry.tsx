import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { EntryPage, NoEntry } from '../../../components/library/EntryPage';
import { hrefOf, type Route } from '../../../components/library/route';
import { askBackground } from '../../../lib/messages';
import type { EntryId } from '../../../lib/model';
import type { Card } from '../../../lib/reference/card';
import { report } from '../../../lib/report';
import { copy } from '../../pages/copy';

interface FarEntryProps {
  readonly id: EntryId;
  readonly go: (route: Route, isStep: boolean) => void;
}

/** An entry that this page does not hold: one of a large pack, or none. */
export function FarEntry({ id, go }: FarEntryProps) {
  const [card, setCard] = useState<Card | 'none' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    askBackground('card', { id, date: null })
      .then((found) => isCurrent && setCard(found ?? 'none'))
      .catch((error: unknown) => report('reading an entry', error));
    return () => {
      isCurrent = false;
    };
  }, [id]);
  if (card === null) return null;
  if (card === 'none') return <NoEntry id={id} />;
  return (
    <EntryPage
      card={card}
      address={browser.runtime.getURL('/library.html') + hrefOf({ view: 'entry', id })}
      onOpen={(other) => go({ view: 'entry', id: other }, true)}
      copy={copy}
      acts={null}
    />
  );
}
