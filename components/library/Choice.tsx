import { useId } from 'react';
import { useWords } from '../words';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly choices: readonly (readonly [T, string])[];
  /** What no choice is called; left out: all. */
  readonly none?: string;
  readonly onChoose: (value: T | null) => void;
}

/** One value of a filter, or all. */
export function Choice<T extends string>({ label, value, choices, none, onChoose }: ChoiceProps<T>) {
  const words = useWords().library;
  const id = useId();
  return (
    <span className="library-choice">
      <label className="soft" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChoose(choices.find(([choice]) => choice === target.value)?.[0] ?? null)}
      >
        <option value="">{none ?? words.any}</option>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
