import type { AnnotationId, NoteOnPage } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

interface NoteListProps {
  /** In page order; those without a place last. */
  readonly notes: readonly NoteOnPage[];
  /** Deleted just now, and still to be undone. */
  readonly deleted: AnnotationId | null;
  readonly onJump: (id: AnnotationId) => void;
  readonly onDelete: (id: AnnotationId) => void;
  readonly onRestore: (id: AnnotationId) => void;
}

/** The annotations of this page, and how each stands on it. */
export function NoteList({ notes, deleted, onJump, onDelete, onRestore }: NoteListProps) {
  const words = useWords();
  return (
    <>
      <p className="soft" role="status">
        {notes.length === 0 ? words.notes.none : words.notes.count(notes.length)}
      </p>
      {deleted !== null && (
        <p className="panel-notice">
          {words.notes.deleted}{' '}
          <button type="button" className="button" onClick={() => onRestore(deleted)}>
            {words.card.undo}
          </button>
        </p>
      )}
      <ul className="panel-notes">
        {notes.map(({ annotation, state, now, isParagraphEdited }) => (
          <li key={annotation.id} style={{ borderInlineStartColor: NOTE_COLOURS[annotation.colour] }}>
            {annotation.anchor !== null && <blockquote lang="zh-CN">{annotation.anchor.quote}</blockquote>}
            {state === 'changed' && now !== null && (
              <p className="card-warning">
                {words.notes.changed} <span lang="zh-CN">{now}</span>
              </p>
            )}
            {annotation.note !== '' && <p className="panel-note-text">{annotation.note}</p>}
            {annotation.tags.length > 0 && <p className="soft">{annotation.tags.map((tag) => `#${tag}`).join(' ')}</p>}
            <div className="panel-note-foot">
              <span className="soft">
                {words.notes.states[state]}
                {isParagraphEdited && ` · ${words.article.paragraphEdited}`}
              </span>
              {(state === 'exact' || state === 'changed') && (
                <button type="button" className="button" onClick={() => onJump(annotation.id)}>
                  {words.notes.jump}
                </button>
              )}
              <button type="button" className="button" onClick={() => onDelete(annotation.id)}>
                {words.notes.delete}
              </button>
            </div>
            {state === 'orphan' && annotation.paragraph !== null && (
              <details>
                <summary className="soft">{words.notes.paragraph}</summary>
                <p lang="zh-CN">{annotation.paragraph}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
