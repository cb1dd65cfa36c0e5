import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../words';

export interface Chip {
  readonly id: string;
  readonly name: string;
}

interface ChipFieldProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  /** What is typed and not yet a chip; the owner takes it too when the note is saved. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChips: (chips: readonly Chip[]) => void;
  /** What may be meant by what is typed, the likest first. */
  readonly suggest: (typed: string) => Promise<readonly Chip[]>;
  /** What to make of typed words that were not suggested; null: nothing. */
  readonly make: (typed: string) => Chip | null;
}

/** Chips and a field for more, with the browser's own list of suggestions. */
export function ChipField({ label, chips, typed, onTyped, onChips, suggest, make }: ChipFieldProps) {
  const words = useWords().notes;
  const id = useId();
  const [offered, setOffered] = useState<readonly Chip[]>([]);
  useEffect(() => {
    let isLatest = true;
    void suggest(typed).then((found) => isLatest && setOffered(found));
    return () => {
      isLatest = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked again for other words only
  }, [typed]);

  const add = (chip: Chip | null) => {
    if (chip === null) return;
    onTyped('');
    if (!chips.some((each) => each.id === chip.id)) onChips([...chips, chip]);
  };
  const type = (value: string) => {
    const chosen = offered.find(({ name }) => name === value);
    // A suggestion that was chosen comes whole at once; one may also be on the way to a longer word.
    if (chosen !== undefined && value.length > typed.length + 1) return add(chosen);
    const parts = make(value) === null ? [value] : value.split(/[,，、;；]/);
    if (parts.length === 1) return onTyped(value);
    const made = parts.slice(0, -1).flatMap((part) => make(part) ?? []);
    onChips(distinct([...chips, ...made]));
    onTyped(parts.at(-1)!.trimStart());
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add(offered.find(({ name }) => name === typed.trim()) ?? make(typed) ?? null);
    }
    if (event.key === 'Backspace' && typed === '' && chips.length > 0) onChips(chips.slice(0, -1));
  };
  return (
    <div className="chip-field">
      <label htmlFor={`${id}-field`}>{label}</label>
      <div>
        {chips.map((chip) => (
          <span key={chip.id} className="chip" lang="zh-CN">
            {chip.name}
            <button
              type="button"
              aria-label={words.takeOff(chip.name)}
              title={words.takeOff(chip.name)}
              onClick={() => onChips(chips.filter((each) => each !== chip))}
            >
              ✕
            </button>
          </span>
        ))}
        <input
          id={`${id}-field`}
          list={`${id}-list`}
          value={typed}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => type(event.target.value)}
          onKeyDown={key}
        />
        <datalist id={`${id}-list`}>
          {offered.map((each) => (
            <option key={each.id} value={each.name} />
          ))}
        </datalist>
      </div>
    </div>
  );
}

function distinct(chips: readonly Chip[]): Chip[] {
  return [...new Map(chips.map((chip) => [chip.id, chip])).values()];
}
