import { useWords } from '../words';

interface UnsavedNoteProps {
  readonly note: string;
  readonly onResume: () => void;
  readonly onDiscard: () => void;
}

/** UTF-16 units of what was written: enough to know it again. */
const BEGINNING = 24;

/** That something was written and not saved. */
export function UnsavedNote({ note, onResume, onDiscard }: UnsavedNoteProps) {
  const words = useWords();
  const beginning = note.trim().replace(/\s+/g, ' ');
  const shown = beginning.length > BEGINNING ? `${beginning.slice(0, BEGINNING)}…` : beginning;
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
