import { COLOURS, type Colour, type ColourNames } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

interface ColoursProps {
  readonly chosen: Colour;
  readonly names: ColourNames;
  readonly onChoose: (colour: Colour) => void;
}

/** The colours with what the reader calls them; the chosen one is spelt out. */
export function Colours({ chosen, names, onChoose }: ColoursProps) {
  const words = useWords().notes;
  const nameOf = (colour: Colour) => names[colour] ?? words.colours[colour];
  return (
    <div className="notes-colours" role="group" aria-label={words.colour}>
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className="notes-colour"
          aria-label={nameOf(colour)}
          title={nameOf(colour)}
          aria-pressed={colour === chosen}
          onClick={() => onChoose(colour)}
        >
          <span style={{ background: NOTE_COLOURS[colour] }} />
        </button>
      ))}
      <span className="soft">{nameOf(chosen)}</span>
    </div>
  );
}
