import type { ColourNames, EntryId, NoteOnPage } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { hrefOf } from '../library/route';
import { Difference } from '../notes/Difference';
import { NoteText } from '../notes/NoteText';
import { useWords } from '../words';

interface ReaderNoteProps {
  readonly note: NoteOnPage;
  readonly isCurrent: boolean;
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
  /** Keys act on the one that the reader came to last. */
  readonly onCurrent: () => void;
  readonly onJump: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** An annotation beside the text that it belongs to. */
export function ReaderNote({
  note: { annotation, state, now, otherPage },
  isCurrent,
  colourNames,
  nameOf,
  ...on
}: ReaderNoteProps) {
  const words = useWords();
  const { anchor, colour, note, tags, entries, otherNotes } = annotation;
  const quote = anchor?.quote ?? null;
  return (
    <li
      className={isCurrent ? 'reader-item is-current' : 'reader-item'}
      style={{ borderInlineStartColor: NOTE_COLOURS[colour] }}
      data-item={annotation.id}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      onFocus={on.onCurrent}
    >
      <span className="visually-hidden">{colourNames[colour] ?? words.notes.colours[colour]}</span>
      {quote !== null && (
        <blockquote lang="zh-CN">
          {state === 'exact' || state === 'changed' ? (
            <button type="button" className="reader-quote" aria-label={words.shelf.toNote(quote)} onClick={on.onJump}>
              {quote}
            </button>
          ) : (
            quote
          )}
        </blockquote>
      )}
      {state === 'changed' && quote !== null && now !== null && (
        <div className="card-warning">
          <p>{words.notes.changed}</p>
          <Difference before={quote} after={now} />
        </div>
      )}
      {note !== '' && <NoteText text={note} />}
      {otherNotes.length > 0 && <p className="card-warning">{words.notes.hasOthers}</p>}
      {(tags.length > 0 || entries.length > 0) && (
        <p className="reader-chips">
          {tags.map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
          {entries.map((id) => (
            <a key={id} href={hrefOf({ view: 'entry', id })} lang="zh-CN">
              {nameOf(id)}
            </a>
          ))}
        </p>
      )}
      <div className="reader-acts">
        {(state === 'orphan' || state === 'article') && (
          <span className="shelf-badge">
            {otherPage === null ? words.notes.states[state] : words.notes.onOtherPage(otherPage)}
          </span>
        )}
        <button type="button" className="button" onClick={on.onEdit}>
          {note === '' ? words.notes.writeNote : words.notes.editNote}
        </button>
        <button type="button" className="button" onClick={on.onDelete}>
          {words.notes.delete}
        </button>
        {isCurrent && <span className="reader-current">{words.shelf.current}</span>}
      </div>
    </li>
  );
}
