import { useEffect, useState } from 'react';
import type { StoredState } from '../../components/settings/StoredFacts';
import { askBackground, serveNotices } from '../../lib/messages';

/** How much is kept, counted again with each change. */
export function useStored(): StoredState {
  const [stored, setStored] = useState<StoredState>({ is: 'loading' });
  useEffect(() => {
    const life = new AbortController();
    const count = async () => {
      const answer = await askBackground('stored', null).catch(() => null);
      if (life.signal.aborted) return;
      if (answer?.is === 'done') setStored({ is: 'known', ...answer.value });
      else setStored({ is: 'failed', reason: answer?.is === 'failed' ? answer.reason : 'failed' });
    };
    const notesChanged = () => {
      void count();
      return null;
    };
    serveNotices({ notesChanged }, life.signal);
    void count();
    return () => life.abort();
  }, []);
  return stored;
}
