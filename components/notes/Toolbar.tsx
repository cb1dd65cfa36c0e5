import { COLOURS, type Colour } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

interface ToolbarProps {
  readonly onColour: (colour: Colour) => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** What can be done with a selected passage. */
export function Toolbar({ onColour, onNote, onCopy, onClose }: ToolbarProps) {
  const words = useWords().notes;
  return (
    <div className="notes-toolbar" role="toolbar" aria-label={words.toolbar}>
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className="notes-colour"
          aria-label={words.highlightIn(words.colours[colour])}
          title={words.highlightIn(words.colours[colour])}
          onClick={() => onColour(colour)}
        >
          <span style={{ background: NOTE_COLOURS[colour] }} />
        </button>
      ))}
      <button type="button" onClick={onNote}>
        {words.note}
      </button>
      <button type="button" onClick={onCopy}>
        {words.copyQuote}
      </button>
      <button type="button" aria-label={words.close} title={words.close} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
