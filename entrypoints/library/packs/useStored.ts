import { useEffect, useState } from 'react';
import { serveLibrary } from '../../../lib/messages';
import { report } from '../../../lib/report';
import type { Database } from '../../../lib/store/database';
import { database } from './database';

/** What is stored of the reference, read again whenever it was changed; null until it is read. */
export function useStored<T>(read: (database: Database) => Promise<T>): T | null {
  const [stored, setStored] = useState<T | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const again = () => {
      database()
        .then(read)
        .then((found) => life.signal.aborted || setStored(found))
        .catch((error: unknown) => report('reading the packs', error));
      return null;
    };
    serveLibrary({ referenceChanged: again }, life.signal);
    again();
    return () => life.abort();
  }, [read]);
  return stored;
}
