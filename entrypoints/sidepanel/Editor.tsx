import { NoteEditor } from '../../components/notes/NoteEditor';
import { useWords } from '../../components/words';
import { askBackground } from '../../lib/messages';
import type { Annotation, ColourNames } from '../../lib/model';
import { askStore } from '../pages/askStore';
import { copy } from '../pages/copy';
import type { OpenWriting, Saved, Writings } from './useWritings';

interface EditorProps {
  readonly writing: OpenWriting;
  readonly writings: Writings;
  /** As it is stored now; null when it is not listed. */
  readonly stored: Annotation | null;
  readonly names: ColourNames;
  readonly onSaved: (saved: Saved) => void;
  /** It went away without being saved. */
  readonly onClosed: () => void;
  readonly onDelete: (() => void) | null;
}

/** An editor in the panel, or the sentence that a text was left in it. */
export function Editor({ writing, writings, stored, names, onSaved, onClosed, onDelete }: EditorProps) {
  const words = useWords().notes;
  const { id, annotation, initial, trouble } = writing;
  if (writing.isLeft) {
    return (
      <p className="panel-warning" role="status">
        {words.unsaved}{' '}
        <button type="button" className="button" onClick={() => writings.open(writing, initial)}>
          {words.resume}
        </button>{' '}
        <button
          type="button"
          className="button"
          onClick={() => {
            writings.discard(id);
            onClosed();
          }}
        >
          {words.discard}
        </button>
      </p>
    );
  }
  const leave = () => {
    writings.leave(id);
    onClosed();
  };
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && leave()}>
      <NoteEditor
        key={annotation?.revision}
        quote={annotation === null ? null : (annotation.anchor?.quote ?? null)}
        initial={writings.written(writing)}
        colourNames={names}
        otherNotes={(stored ?? annotation)?.otherNotes ?? []}
        failure={trouble === null ? null : sentence(trouble)}
        isSaving={writing.isSaving}
        findTags={async (part) => {
          const answer = await askStore('tagsLike', { part });
          return answer.is === 'done' ? answer.value : [];
        }}
        findEntries={(query) => askBackground('findEntries', { query }).catch(() => [])}
        entryNames={(ids) => askBackground('entryNames', { ids }).catch(() => [])}
        onDraft={(written) => writings.type(id, written)}
        onSave={(written, otherNotes) => void writings.save(id, written, otherNotes).then(onSaved)}
        onDelete={onDelete}
        onCopy={(text) => void copy(text)}
        onClose={leave}
      />
    </div>
  );

  function sentence(why: NonNullable<typeof trouble>): string {
    if (why === 'not-reached') return words.notReached;
    return why === 'gone' ? words.gone : words.failures[why];
  }
}
