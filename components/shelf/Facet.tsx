import { useId, useState } from 'react';
import type { Counted } from '../../lib/library/counts';
import { fold } from '../../lib/text/normalise';
import { useWords } from '../words';

export interface FacetValue extends Counted {
  readonly label: string;
  /** Of a dot beside it. */
  readonly colour?: string;
}

interface FacetProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: string[]) => void;
}

/** Values shown before "more", and from which on one may look for one. */
const FEW = 6;

/** The values of a condition, each with how many would be left. Chosen ones stay in sight. */
export function Facet({ title, values, chosen, onChoose }: FacetProps) {
  const words = useWords().shelf;
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const [asked, setAsked] = useState('');
  const known = new Set(values.map(({ name }) => name));
  const missing = chosen.filter((name) => !known.has(name)).map((name) => ({ name, label: name, count: 0 }));
  const all: readonly FacetValue[] = [...values, ...missing];
  const sorted = all.toSorted((a, b) => Number(chosen.includes(b.name)) - Number(chosen.includes(a.name)));
  const meant = sorted.filter(({ label }) => fold(label).includes(fold(asked)));
  const shown = isWhole ? meant : meant.slice(0, FEW);
  if (all.length === 0) return null;
  return (
    <fieldset className="shelf-facet">
      <legend>{title}</legend>
      {isWhole && all.length > FEW * 2 && (
        <input
          type="search"
          aria-label={words.findIn(title)}
          placeholder={words.findIn(title)}
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
      )}
      <ul>
        {shown.map(({ name, label, count, colour }, index) => (
          <li key={name}>
            <input
              type="checkbox"
              id={`${id}-${index}`}
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
              }
            />
            <label htmlFor={`${id}-${index}`}>
              {colour !== undefined && <span className="shelf-dot" style={{ background: colour }} />}
              <span className="shelf-facet-name">{label}</span> <span className="soft">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {all.length > FEW && (
        <button type="button" className="shelf-link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.more(all.length - FEW)}
          <span className="visually-hidden"> {title}</span>
        </button>
      )}
    </fieldset>
  );
}
