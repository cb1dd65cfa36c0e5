import { useId, useState, type ReactNode } from 'react';
import { COLOURS, type Colour, type ColourNames } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface SelectionBarProps {
  readonly count: number;
  readonly total: number;
  /** Annotations can be tagged and coloured, articles only deleted. */
  readonly of: 'notes' | 'articles';
  readonly colourNames: ColourNames;
  readonly tags: readonly string[];
  /** While something is being done to many. */
  readonly progress: Progress | null;
  /** Where what is selected goes out: buttons for export. */
  readonly goingOut?: ReactNode;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onTag: (tag: string, how: 'add' | 'remove') => void;
  readonly onColour: (colour: Colour) => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

/** What can be done to everything selected at once. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, total, of, progress } = props;
  const words = useWords();
  const { shelf } = words;
  if (progress !== null) {
    return (
      <div className="shelf-selection" role="region" aria-label={shelf.selection}>
        <span role="status">{shelf.progress(progress.done, progress.total)}</span>
        <progress max={progress.total} value={progress.done} aria-label={shelf.progressLabel} />
        <button type="button" className="button" onClick={props.onCancel}>
          {words.notes.cancel}
        </button>
      </div>
    );
  }
  return (
    <div className="shelf-selection" role="region" aria-label={shelf.selection}>
      <strong>{shelf.selected(count)}</strong>
      {count < total && (
        <button type="button" className="button" onClick={props.onAll}>
          {shelf.selectAll(total)}
        </button>
      )}
      {of === 'notes' && <Tagging tags={props.tags} onTag={props.onTag} />}
      {of === 'notes' && (
        <span className="shelf-recolour" role="group" aria-label={words.notes.colour}>
          {COLOURS.map((colour) => {
            const name = props.colourNames[colour] ?? words.notes.colours[colour];
            return (
              <button
                key={colour}
                type="button"
                aria-label={words.notes.recolour(name)}
                title={words.notes.recolour(name)}
                onClick={() => props.onColour(colour)}
              >
                <span style={{ background: NOTE_COLOURS[colour] }} />
              </button>
            );
          })}
        </span>
      )}
      {props.goingOut}
      <button type="button" className="button" onClick={props.onDelete}>
        {words.notes.delete}
      </button>
      <button type="button" className="button" onClick={props.onNone}>
        {shelf.selectNone}
      </button>
    </div>
  );
}

interface TaggingProps {
  readonly tags: readonly string[];
  readonly onTag: (tag: string, how: 'add' | 'remove') => void;
}

function Tagging({ tags, onTag }: TaggingProps) {
  const words = useWords().shelf;
  const id = useId();
  const [typed, setTyped] = useState('');
  const tag = typed.trim().replace(/^#+\s*/, '');
  const act = (how: 'add' | 'remove') => {
    if (tag === '') return;
    onTag(tag, how);
    setTyped('');
  };
  return (
    <form
      className="shelf-tagging"
      onSubmit={(event) => {
        event.preventDefault();
        act('add');
      }}
    >
      <input
        aria-label={words.tag}
        placeholder={words.tag}
        list={id}
        value={typed}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
      />
      <datalist id={id}>
        {tags.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="submit" className="button" disabled={tag === ''}>
        {words.addTag}
      </button>
      <button type="button" className="button" disabled={tag === ''} onClick={() => act('remove')}>
        {words.removeTag}
      </button>
    </form>
  );
}
