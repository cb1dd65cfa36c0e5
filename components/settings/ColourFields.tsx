import { useEffect, useState } from 'react';
import { COLOURS, type Colour, type ColourNames } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

/** ms after the last key until a name is kept: every open page hears of it. */
const KEEP_AFTER = 400;

interface ColourFieldsProps {
  readonly names: ColourNames;
  /** UTF-16 units. */
  readonly longest: number;
  readonly onName: (colour: Colour, name: string) => void;
}

/** What the reader calls each colour. */
export function ColourFields({ names, longest, onName }: ColourFieldsProps) {
  const words = useWords();
  return (
    <>
      <p className="soft">{words.options.coloursHint}</p>
      {COLOURS.map((colour) => (
        <label key={colour} className="settings-colour">
          <span className="settings-dot" style={{ background: NOTE_COLOURS[colour] }} />
          <span>{words.notes.colours[colour]}</span>
          <ColourField name={names[colour]} longest={longest} onName={(name) => onName(colour, name)} />
        </label>
      ))}
    </>
  );
}

interface ColourFieldProps {
  readonly name: string | null;
  readonly longest: number;
  readonly onName: (name: string) => void;
}

function ColourField({ name, longest, onName }: ColourFieldProps) {
  /** Null: as it is kept. */
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => onName(typed), KEEP_AFTER);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- waits for the last key, not for the last rendering
  }, [typed]);
  const keep = () => {
    if (typed !== null) onName(typed);
    setTyped(null);
  };
  return (
    <input
      type="text"
      value={typed ?? name ?? ''}
      maxLength={longest}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
      }}
    />
  );
}
