import { useEffect, useMemo, useState } from 'react';
import { askBackground, serveLibrary, type WholeReference } from '../../../lib/messages';
import { entryNamesOf } from '../../../lib/library/entryNames';
import { correctBy } from '../../../lib/packs/correct';
import type { Correction } from '../../../lib/packs/own';
import type { Pack } from '../../../lib/model';
import { buildLexicon, correctedPacks, type Lexicon } from '../../../lib/reference/lexicon';
import { report } from '../../../lib/report';
import { openedShelf } from '../shelf/useShelf';

/** The reference as the reader has it. */
export interface LiveReference {
  /** As corrected. */
  readonly packs: readonly Pack[];
  readonly lexicon: Lexicon;
  readonly corrections: readonly Correction[];
}

/** Null until it is there; again whenever it was changed. The data set hears of it too: what is kept is found by what entries are called. */
export function useReference(): LiveReference | null {
  const [whole, setWhole] = useState<WholeReference | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const read = () => {
      void askBackground('packs', null)
        .then(setWhole)
        .catch((error: unknown) => report('reading the packs', error));
      return null;
    };
    serveLibrary({ referenceChanged: read }, life.signal);
    read();
    return () => life.abort();
  }, []);
  const reference = useMemo(() => {
    if (whole === null) return null;
    const { packs, corrections } = whole;
    const correct = correctBy(corrections);
    return { lexicon: buildLexicon(packs, correct), packs: correctedPacks(packs, correct), corrections };
  }, [whole]);
  useEffect(() => {
    if (reference === null) return;
    const names = [...reference.lexicon.entries.values()].map(entryNamesOf);
    openedShelf()
      .ask('entries', { names })
      .catch((error: unknown) => report('telling the names of entries', error));
  }, [reference]);
  return reference;
}
