import { useId, useState, type RefObject } from 'react';
import type { Group } from '../../lib/library/groups';
import { useWords } from '../words';

interface TagBarProps {
  /** The one chosen first comes first: its name is where the new one begins. */
  readonly chosen: readonly string[];
  /** Every tag of the library. */
  readonly all: readonly Group[];
  /** Not all of them are listed. */
  readonly isOfSome: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Null: they are deleted. */
  readonly onTags: (as: string | null) => void;
  readonly onNone: () => void;
}

/** What can be done to chosen tags: another name, which may be one that is there, or none. */
export function TagBar({ chosen, all, isOfSome, field, onTags, onNone }: TagBarProps) {
  const words = useWords();
  const { shelf } = words;
  const id = useId();
  const [typed, setTyped] = useState(chosen[0]!);
  const as = typed.trim().replace(/^#+\s*/, '');
  const there = chosen.includes(as) ? undefined : all.find(({ name }) => name === as);
  const isSame = as === '' || (chosen.length === 1 && as === chosen[0]);
  const isMerging = chosen.length > 1 || there !== undefined;
  return (
    <div
      className="shelf-selection"
      role="region"
      aria-label={shelf.selection}
      onKeyDown={({ key }) => key === 'Escape' && onNone()}
    >
      <strong>{shelf.tagsSelected(chosen.length)}</strong>
      <form
        className="shelf-tagging"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSame) onTags(as);
        }}
      >
        <input
          ref={field}
          aria-label={shelf.tagName}
          list={id}
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <datalist id={id}>
          {all.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button type="submit" className="button" disabled={isSame}>
          {isMerging ? shelf.merge : shelf.rename}
        </button>
      </form>
      <button type="button" className="button" onClick={() => onTags(null)}>
        {words.notes.delete}
      </button>
      <button type="button" className="button" onClick={onNone}>
        {shelf.selectNone}
      </button>
      <span className="shelf-hint soft" role="status">
        {hint()}
      </span>
    </div>
  );

  function hint(): string {
    const sentences = [
      !isSame && there !== undefined ? shelf.mergesWith(as, there.notes) : '',
      !isSame && there === undefined && chosen.length > 1 ? shelf.mergesInto(chosen.length, as) : '',
      isOfSome ? shelf.wholeLibrary : '',
    ];
    return sentences.filter((each) => each !== '').join(' ');
  }
}
