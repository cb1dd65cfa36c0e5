import { useEffect, useState } from 'react';
import { MetLine } from '../../components/card/MetLine';
import type { MetCounts } from '../../lib/messages';
import type { EntryId } from '../../lib/model';
import { follow, metOf } from './asking';

/** Asked once the card is open: the card does not wait for it. */
export function Met({ id }: { readonly id: EntryId }) {
  const [met, setMet] = useState<MetCounts | null>(null);
  useEffect(() => {
    let isMeant = true;
    void metOf(id).then((found) => isMeant && setMet(found));
    return () => {
      isMeant = false;
    };
  }, [id]);
  return met && <MetLine met={met} onOpen={() => void follow(id)} />;
}
