import { COLOURS, type Colour, type ColourNames } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

interface ToolbarProps {
  readonly names: ColourNames;
  /** A sentence when nothing can be kept: then there is only copying. */
  readonly problem: string | null;
  /** The reader is looking for the place of an annotation: that comes first. */
  readonly onMoveHere: (() => void) | null;
  readonly onColour: (colour: Colour) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
  /** Makes an entry of the reader's own of the selected words; null: too long for one. */
  readonly onAdd: (() => void) | null;
  readonly onClose: () => void;
}

/** What can be done with a selected passage. */
export function Toolbar({ names, problem, onMoveHere, onColour, onNote, onCopy, onAdd, onClose }: ToolbarProps) {
  const words = useWords().notes;
  const labelOf = (colour: Colour) => {
    const name = names[colour];
    return name === null ? words.highlightIn(words.colours[colour]) : words.highlightAs(name);
  };
  return (
    <div className="notes-toolbar" role="toolbar" aria-label={words.toolbar}>
      {problem === null ? (
        <>
          {onMoveHere !== null && (
            <button type="button" className="notes-main" onClick={onMoveHere}>
              {words.moveHere}
            </button>
          )}
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              className="notes-colour"
              aria-label={labelOf(colour)}
              title={labelOf(colour)}
              onClick={() => onColour(colour)}
            >
              <span style={{ background: NOTE_COLOURS[colour] }} />
            </button>
          ))}
          <button type="button" onClick={onNote}>
            {words.note}
          </button>
        </>
      ) : (
        <p role="status">{problem}</p>
      )}
      <button type="button" onClick={onCopy}>
        {words.copyQuote}
      </button>
      {onAdd !== null && (
        <button type="button" onClick={onAdd}>
          {words.addEntry}
        </button>
      )}
      <button type="button" aria-label={words.close} title={words.close} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
