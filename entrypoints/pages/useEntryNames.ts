import { useEffect, useState } from 'react';
import { askBackground } from '../../lib/messages';
import type { EntryId, Language } from '../../lib/model';

/** The names of entries in the reader's language; those that are not known yet, or no longer, are left out. */
export function useEntryNames(ids: readonly EntryId[], language: Language): ReadonlyMap<EntryId, string> {
  const [names, setNames] = useState<ReadonlyMap<EntryId, string>>(new Map());
  const wanted = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    if (wanted === '') return;
    let isCurrent = true;
    void askBackground('entryNames', { ids: wanted.split(' ') as EntryId[] })
      .catch(() => [])
      .then((found) => {
        const named = found.map(
          ({ id, zh, en }) => [id, language === 'en' && en !== null ? `${zh} ${en}` : zh] as const,
        );
        if (isCurrent) setNames(new Map(named));
      });
    return () => {
      isCurrent = false;
    };
  }, [wanted, language]);
  return names;
}
