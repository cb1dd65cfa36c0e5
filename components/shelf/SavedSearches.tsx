import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words';

export interface SavedSearch {
  readonly name: string;
  /** The part of an address after `#`. */
  readonly href: string;
}

interface SavedSearchesProps {
  readonly searches: readonly SavedSearch[];
  /** Null: there is nothing to save. */
  readonly suggestion: string | null;
  readonly onSave: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

/** Searches that were kept, under one button. */
export function SavedSearches({ searches, suggestion, onSave, onRemove }: SavedSearchesProps) {
  const words = useWords().shelf;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const life = new AbortController();
    const outside = ({ target }: Event) => {
      if (!whole.current?.contains(target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside, { signal: life.signal });
    addEventListener('focusin', outside, { signal: life.signal });
    return () => life.abort();
  }, [isOpen]);
  return (
    <div
      className="shelf-saved"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={() => {
          setName(suggestion ?? '');
          setOpen(!isOpen);
        }}
      >
        {words.saved}
        {searches.length > 0 && <span className="soft"> {searches.length}</span>}
      </button>
      {isOpen && (
        <div className="shelf-popover">
          {searches.length === 0 && suggestion === null && <p className="soft">{words.noSaved}</p>}
          <ul>
            {searches.map((search) => (
              <li key={search.name}>
                <a href={search.href} onClick={() => setOpen(false)}>
                  {search.name}
                </a>
                <button
                  type="button"
                  aria-label={words.removeSaved(search.name)}
                  title={words.removeSaved(search.name)}
                  onClick={() => onRemove(search.name)}
                >
                  ✕
                </button>
              </li>
            ))}
          </ul>
          {suggestion !== null && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim() === '') return;
                onSave(name.trim());
                setOpen(false);
                button.current?.focus();
              }}
            >
              <input
                aria-label={words.saveAs}
                placeholder={words.saveAs}
                value={name}
                maxLength={60}
                onChange={({ target }) => setName(target.value)}
              />
              <button type="submit" className="button" disabled={name.trim() === ''}>
                {words.saveSearch}
              </button>
            </form>
          )}
        </div>
      )}
    </div>
  );
}
