import { COLOURS, type Colour, type ColourNames, type NoteState } from '../../lib/model';
import { useWords } from '../words';
import { tagsOf, type NoteFilter } from './noteFilter';
import type { ListedNote } from './listedNotes';

interface NoteFiltersProps {
  readonly notes: readonly ListedNote[];
  readonly names: ColourNames;
  readonly filter: NoteFilter;
  readonly onFilter: (filter: NoteFilter) => void;
}

const STATES: readonly NoteState[] = ['article', 'exact', 'changed', 'orphan'];

/** Narrows the list; of each kind only what the notes have, and only where there is a choice. */
export function NoteFilters({ notes, names, filter, onFilter }: NoteFiltersProps) {
  const { notes: words } = useWords();
  const set = (part: Partial<NoteFilter>) => onFilter({ ...filter, ...part });
  const colours = COLOURS.filter((colour) => notes.some(({ annotation }) => annotation.colour === colour));
  const states = STATES.filter((state) => notes.some((note) => note.state === state));
  const tags = tagsOf(notes);
  return (
    <div className="panel-filters" role="search">
      <label className="panel-filter">
        <span>{words.filter}</span>
        <input
          type="search"
          value={filter.text}
          placeholder={words.filterHint}
          onChange={({ target }) => set({ text: target.value })}
        />
      </label>
      <Choice
        label={words.colour}
        any={words.anyColour}
        chosen={filter.colour}
        choices={colours.map((colour) => [colour, names[colour] ?? words.colours[colour]])}
        onChoose={(colour) => set({ colour: colour as Colour | null })}
      />
      <Choice
        label={words.tags}
        any={words.anyTag}
        chosen={filter.tag}
        choices={tags.map((tag) => [tag, tag])}
        onChoose={(tag) => set({ tag })}
      />
      <Choice
        label={words.state}
        any={words.anyState}
        chosen={filter.state}
        choices={states.map((state) => [state, words.states[state]])}
        onChoose={(state) => set({ state: state as NoteState | null })}
      />
      <label className="panel-check">
        <input type="checkbox" checked={filter.withNote} onChange={({ target }) => set({ withNote: target.checked })} />
        {words.withNote}
      </label>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly chosen: string | null;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChoose: (chosen: string | null) => void;
}

function Choice({ label, any, chosen, choices, onChoose }: ChoiceProps) {
  if (choices.length < 2 && chosen === null) return null;
  // The last note with it may have gone: what is chosen stays to be seen.
  const all = chosen === null || choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, chosen]];
  return (
    <select aria-label={label} value={chosen ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
      <option value="">{any}</option>
      {all.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
