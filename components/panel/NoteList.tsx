import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnnotationId, StoreFailureReason } from '../../lib/model';
import '../notes/notes.css';
import { useWords } from '../words';
import { ALL_NOTES, matchesFilter } from './noteFilter';
import { NoteFilters } from './NoteFilters';
import { NoteRow, type NoteRowProps } from './NoteRow';
import type { ListedNote } from './listedNotes';

export type NotesState =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason }
  | {
      readonly is: 'listed';
      readonly notes: readonly ListedNote[];
      /** The one whose passage the reader is asked to select in the page. */
      readonly reattaching: AnnotationId | null;
      /** The reader has none yet, anywhere. */
      readonly isFirstUse: boolean;
    };

interface NoteListProps extends Omit<NoteRowProps, 'note' | 'isWaiting' | 'editor'> {
  readonly state: NotesState;
  /** Editors that are open, by their note. */
  readonly editors: ReadonlyMap<AnnotationId, ReactNode>;
  /** The row that takes the focus, since what had it is gone. */
  readonly focusOn: AnnotationId | null;
  readonly onFocused: () => void;
  readonly onAgain: () => void;
}

/** More than a handful: only then is there something to narrow. */
const HANDFUL = 5;
/** Rows at a time. */
const AT_ONCE = 100;

/** The annotations of this page, and how each stands on it. */
export function NoteList({ state, editors, focusOn, onFocused, onAgain, ...row }: NoteListProps) {
  const words = useWords().notes;
  const [filter, setFilter] = useState(ALL_NOTES);
  const [most, setMost] = useState(AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const wanted = focusOn === null ? null : list.current?.querySelector<HTMLElement>(`[data-note="${focusOn}"]`);
    if (!wanted) return;
    wanted.focus();
    onFocused();
  });
  if (state.is === 'loading') return <Status text={words.reading} />;
  if (state.is === 'failed') {
    return (
      <div className="panel-notice" role="alert">
        <p>{state.reason === 'newer' ? words.failures.newer : words.unread}</p>
        {state.reason !== 'newer' && (
          <button type="button" className="button" onClick={onAgain}>
            {words.tryAgain}
          </button>
        )}
      </div>
    );
  }
  const { notes, reattaching } = state;
  if (notes.length === 0) return <Status text={state.isFirstUse ? words.first : words.none} />;
  const isLong = notes.length > HANDFUL;
  // One that is being written stays, whatever is asked for.
  const found = isLong ? notes.filter((note) => editors.has(note.annotation.id) || matchesFilter(note, filter)) : notes;
  const count = found.length === notes.length ? words.count(notes.length) : words.shown(found.length, notes.length);
  return (
    <>
      {isLong && <NoteFilters notes={notes} names={row.names} filter={filter} onFilter={setFilter} />}
      <Status text={found.length === 0 ? words.nothingMatches : count} />
      <ul className="panel-notes" ref={list}>
        {found.slice(0, most).map((note) => (
          <NoteRow
            key={note.annotation.id}
            {...row}
            note={note}
            isWaiting={reattaching === note.annotation.id}
            editor={editors.get(note.annotation.id) ?? null}
          />
        ))}
      </ul>
      {found.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + AT_ONCE)}>
          {words.more(Math.min(AT_ONCE, found.length - most))}
        </button>
      )}
    </>
  );
}

function Status({ text }: { readonly text: string }) {
  return (
    <p className="soft panel-status" role="status">
      {text}
    </p>
  );
}
