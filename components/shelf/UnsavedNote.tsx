import { beginningOf } from '../../lib/words/beginning';
import { useWords } from '../words';

interface UnsavedNoteProps {
  readonly note: string;
  readonly onResume: () => void;
  readonly onDiscard: () => void;
}

/** That something was written and not saved. */
export function UnsavedNote({ note, onResume, onDiscard }: UnsavedNoteProps) {
  const words = useWords();
  const shown = beginningOf(note);
  return (
    <div className="shelf-unsaved" role="region" aria-label={words.shelf.unsaved}>
      <span role="status">{shown === '' ? words.shelf.unsaved : words.shelf.unsavedNote(shown)}</span>
      <button type="button" className="button" onClick={onResume}>
        {words.notes.resume}
      </button>
      <button type="button" className="button" onClick={onDiscard}>
        {words.notes.discard}
      </button>
    </div>
  );
}
