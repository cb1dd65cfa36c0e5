import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { UnsavedNote } from '../../../components/shelf/UnsavedNote';
import { report } from '../../../lib/report';
import type { ColourNames } from '../../../lib/model';
import { discardDraft, draftsLeft, onDrafts, type LeftDraft } from './noteDraft';
import { Editing } from './Editing';

/** Offers what was written in the library and not saved, one after the other. */
export function Unsaved({ colourNames }: { readonly colourNames: ColourNames }) {
  const [left, setLeft] = useState<LeftDraft | null>(null);
  const [resumed, setResumed] = useState<LeftDraft | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const look = () => {
      draftsLeft()
        .then(([first]) => !life.signal.aborted && setLeft(first ?? null))
        .catch((error: unknown) => report('looking for drafts', error));
    };
    onDrafts(look, life.signal);
    look();
    return () => life.abort();
  }, []);
  return (
    <>
      {left !== null && resumed === null && (
        <UnsavedNote
          note={left.written.note}
          onResume={() => setResumed(left)}
          onDiscard={() => void discardDraft(left.annotation.id)}
        />
      )}
      {resumed !== null &&
        // The dialog belongs to what the page is about, not to its head.
        createPortal(
          <Editing
            of={{ ...resumed.annotation, quote: resumed.annotation.anchor?.quote ?? null }}
            colourNames={colourNames}
            onSaved={() => undefined}
            onDelete={null}
            onClose={() => setResumed(null)}
          />,
          document.querySelector('main')!,
        )}
    </>
  );
}
