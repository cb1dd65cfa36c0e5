import { useWords } from '../words';

interface OtherNotesProps {
  readonly notes: readonly string[];
  /** Changes places with what stands in the field. */
  readonly onUse: (note: string) => void;
  readonly onAppend: (note: string) => void;
  readonly onDrop: (note: string) => void;
}

/** Texts of a note that were written elsewhere at the same time, and what may become of each. */
export function OtherNotes({ notes, onUse, onAppend, onDrop }: OtherNotesProps) {
  const words = useWords().notes;
  if (notes.length === 0) return null;
  return (
    <div className="card-warning notes-others" role="group" aria-label={words.otherNotes}>
      <p>{words.otherNotes}</p>
      {notes.map((note) => (
        <div key={note}>
          <pre tabIndex={0}>{note}</pre>
          <button type="button" onClick={() => onUse(note)}>
            {words.useOther}
          </button>
          <button type="button" onClick={() => onAppend(note)}>
            {words.appendOther}
          </button>
          <button type="button" onClick={() => onDrop(note)}>
            {words.dropOther}
          </button>
        </div>
      ))}
    </div>
  );
}
