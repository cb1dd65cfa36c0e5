import { useRef } from 'react';
import { COLOURS, type Annotation, type Colour } from '../../lib/model';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';

/** What the reader has written. */
export interface NoteDraft {
  readonly note: string;
  readonly tags: readonly string[];
}

interface NoteEditorProps {
  readonly quote: string | null;
  readonly colour: Colour;
  readonly note: string;
  readonly tags: readonly string[];
  /** Set when the words of the passage have changed since. */
  readonly now: string | null;
  /** Texts written elsewhere at the same time. */
  readonly otherNotes: Annotation['otherNotes'];
  /** A sentence when the last attempt to save failed. */
  readonly failure: string | null;
  readonly onColour: (colour: Colour, draft: NoteDraft) => void;
  readonly onSave: (draft: NoteDraft) => void;
  /** Takes the words as they stand now. */
  readonly onConfirm: (() => void) | null;
  readonly onDelete: (() => void) | null;
  readonly onCopy: (text: string) => void;
  readonly onClose: () => void;
}

/** A note on a passage: its words, colour, text and tags. Fields are read when it is saved: in a page no event of them reaches us. */
export function NoteEditor(props: NoteEditorProps) {
  const words = useWords();
  const { notes } = words;
  const text = useRef<HTMLTextAreaElement>(null);
  const tags = useRef<HTMLInputElement>(null);
  const draft = (): NoteDraft => ({
    note: text.current?.value ?? '',
    tags: tagsIn(tags.current?.value ?? ''),
  });
  return (
    <div className="card notes-editor" role="dialog" aria-label={notes.note}>
      <div className="card-bar">
        <span className="card-kind">{notes.note}</span>
        <button type="button" aria-label={notes.close} title={notes.close} onClick={props.onClose}>
          ✕
        </button>
      </div>
      <div className="card-body">
        {props.quote !== null && <blockquote lang="zh-CN">{props.quote}</blockquote>}
        {props.now !== null && (
          <div className="card-warning">
            <p>{notes.changed}</p>
            <p lang="zh-CN">{props.now}</p>
            {props.onConfirm !== null && (
              <button type="button" onClick={props.onConfirm}>
                {notes.confirm}
              </button>
            )}
          </div>
        )}
        {props.otherNotes.length > 0 && (
          <div className="card-warning">
            <p>{notes.otherNotes}</p>
            {props.otherNotes.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </div>
        )}
        <div className="notes-colours" role="group" aria-label={notes.colour}>
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              className="notes-colour"
              aria-label={notes.colours[colour]}
              title={notes.colours[colour]}
              aria-pressed={colour === props.colour}
              onClick={() => props.onColour(colour, draft())}
            >
              <span style={{ background: NOTE_COLOURS[colour] }} />
            </button>
          ))}
        </div>
        <label>
          <span>{notes.text}</span>
          <textarea ref={text} rows={5} defaultValue={props.note} />
        </label>
        <label>
          <span>{notes.tags}</span>
          <input ref={tags} defaultValue={props.tags.join(', ')} />
        </label>
        {props.failure !== null && (
          <p className="card-warning" role="alert">
            {props.failure}{' '}
            <button type="button" onClick={() => props.onCopy(draft().note)}>
              {words.card.copy}
            </button>
          </p>
        )}
      </div>
      <footer className="card-foot">
        {props.onDelete !== null && (
          <button type="button" className="card-here" onClick={props.onDelete}>
            {notes.delete}
          </button>
        )}
        <button type="button" onClick={() => props.onSave(draft())}>
          {notes.save}
        </button>
      </footer>
    </div>
  );
}

/** Parted by commas of either script. */
function tagsIn(written: string): string[] {
  const tags = written.split(/[,，、;；]/).map((tag) => tag.trim().replace(/^#/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
