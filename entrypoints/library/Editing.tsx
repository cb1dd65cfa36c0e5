import { useState } from 'react';
import { changeOf } from '../../components/notes/changeOf';
import { NoteEditor, type Written } from '../../components/notes/NoteEditor';
import '../../components/notes/notes.css';
import { Dialog } from '../../components/shelf/Dialog';
import { useWords } from '../../components/words';
import { askBackground, type FromStore } from '../../lib/messages';
import type { Annotation, ColourNames } from '../../lib/model';
import { askStore } from '../pages/askStore';
import { copy } from '../pages/copy';
import type { Undo } from './shelf/useActions';

/** What the editor needs of an annotation. */
export type Editable = Pick<Annotation, 'id' | 'revision' | 'colour' | 'note' | 'tags' | 'entries' | 'otherNotes'> & {
  /** Null: on the whole article. */
  readonly quote: string | null;
};

interface EditingProps {
  readonly of: Editable;
  readonly colourNames: ColourNames;
  /** It was saved; what to say, and how to take it back. */
  readonly onSaved: (sentence: string, undo: Undo) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** An annotation in its editor. */
export function Editing({ of, colourNames, onSaved, onDelete, onClose }: EditingProps) {
  const words = useWords();
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isWritten, setWritten] = useState(false);

  const save = async (written: Written, otherNotes: readonly string[]) => {
    const change = changeOf(of, { ...written, otherNotes });
    if (Object.keys(change).length === 0) return onClose();
    setSaving(true);
    const answer = await askStore('changeAnnotation', { id: of.id, revision: of.revision, change });
    setSaving(false);
    if (answer.is !== 'done') return setFailure(reasonOf(answer, words.notes.failures));
    const { revision, ...now } = answer.value.annotation;
    onSaved(words.shelf.changed, () =>
      askStore('changeAnnotation', { id: of.id, revision, change: changeOf({ ...of, ...now }, of) }),
    );
    onClose();
  };
  return (
    <Dialog label={words.notes.editNote} keepsOpen={isWritten} onClose={onClose}>
      <NoteEditor
        quote={of.quote}
        initial={{ colour: of.colour, note: of.note, tags: of.tags, entries: of.entries }}
        colourNames={colourNames}
        otherNotes={of.otherNotes}
        failure={failure}
        isSaving={isSaving}
        findTags={(part) => askStore('tagsLike', { part }).then((answer) => (answer.is === 'done' ? answer.value : []))}
        findEntries={(query) => askBackground('findEntries', { query })}
        entryNames={(ids) => askBackground('entryNames', { ids })}
        onDraft={() => setWritten(true)}
        onSave={(written, otherNotes) => void save(written, otherNotes)}
        onDelete={() => {
          onDelete();
          onClose();
        }}
        onCopy={(text) => void copy(text)}
        onClose={onClose}
      />
    </Dialog>
  );
}

function reasonOf(answer: Exclude<FromStore<never>, { is: 'done' }>, failures: Readonly<Record<string, string>>) {
  return failures[answer.is === 'failed' ? answer.reason : 'failed']!;
}
