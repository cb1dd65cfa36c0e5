import { useRef, useState, type ReactNode } from 'react';
import type { Colour, ColourNames, EntryId } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { Colours } from '../notes/Colours';
import { NoteText } from '../notes/NoteText';
import { useWords } from '../words';
import { NotePassage } from './NotePassage';
import type { ListedNote } from './listedNotes';

export interface NoteRowProps {
  readonly note: ListedNote;
  readonly names: ColourNames;
  readonly entryNames: ReadonlyMap<EntryId, string>;
  /** The reader is asked to select its passage in the page. */
  readonly isWaiting: boolean;
  /** In place of what it says, while it is open. */
  readonly editor: ReactNode;
  readonly onJump: (note: ListedNote) => void;
  readonly onConfirm: (note: ListedNote) => void;
  readonly onReattach: (note: ListedNote, isWanted: boolean) => void;
  readonly onColour: (note: ListedNote, colour: Colour) => void;
  readonly onEdit: (note: ListedNote) => void;
  readonly onDelete: (note: ListedNote) => void;
  readonly onEntry: (id: EntryId) => void;
}

/** One annotation: its passage and how it stands, what the reader wrote, and what can be done with it. */
export function NoteRow(props: NoteRowProps) {
  const { note, editor } = props;
  const words = useWords().notes;
  const { annotation } = note;
  return (
    <li
      data-note={annotation.id}
      tabIndex={-1}
      aria-label={annotation.anchor?.quote.slice(0, LABEL) ?? words.onArticle}
      style={{ borderInlineStartColor: NOTE_COLOURS[annotation.colour] }}
    >
      <NotePassage {...props} />
      {editor ?? <Written {...props} />}
    </li>
  );
}

/** UTF-16 units of a quote that name its row. */
const LABEL = 40;

function Written({ note, names, entryNames, ...on }: NoteRowProps) {
  const {
    notes: words,
    article: { paragraphEdited },
  } = useWords();
  const [isColouring, setColouring] = useState(false);
  const colourButton = useRef<HTMLButtonElement>(null);
  const { annotation, state } = note;
  const { colour, tags, entries } = annotation;
  const isPlaced = state === 'exact' || state === 'changed';
  return (
    <>
      {annotation.otherNotes.length > 0 && <p className="panel-warning">{words.hasOthers}</p>}
      {annotation.note !== '' && <NoteText text={annotation.note} />}
      {tags.length > 0 && (
        <p className="soft" lang="zh-CN">
          {tags.map((tag) => `#${tag}`).join(' ')}
        </p>
      )}
      {entries.length > 0 && (
        <p className="soft panel-note-entries">
          {words.entries}
          {entries.map((id) => (
            <button key={id} type="button" lang="zh-CN" onClick={() => on.onEntry(id)}>
              {entryNames.get(id) ?? id}
            </button>
          ))}
        </p>
      )}
      <div className="panel-note-foot">
        {/* What is on the article or lost says so above. */}
        <span className="soft">
          {[isPlaced ? words.states[state] : '', note.isParagraphEdited ? paragraphEdited : '']
            .filter((each) => each !== '')
            .join(' · ')}
        </span>
        <button
          ref={colourButton}
          type="button"
          className="button panel-dot"
          aria-expanded={isColouring}
          aria-label={words.recolour(names[colour] ?? words.colours[colour])}
          title={words.recolour(names[colour] ?? words.colours[colour])}
          onClick={() => setColouring(!isColouring)}
        >
          <span style={{ background: NOTE_COLOURS[colour] }} />
        </button>
        <button type="button" className="button" onClick={() => on.onEdit(note)}>
          {annotation.note === '' ? words.writeNote : words.editNote}
        </button>
        <button type="button" className="button" onClick={() => on.onDelete(note)}>
          {words.delete}
        </button>
      </div>
      {isColouring && (
        <Colours
          chosen={colour}
          names={names}
          onChoose={(chosen) => {
            setColouring(false);
            colourButton.current?.focus();
            if (chosen !== colour) on.onColour(note, chosen);
          }}
        />
      )}
    </>
  );
}
