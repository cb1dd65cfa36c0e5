import { useEffect, useState } from 'react';
import { changeOf } from '../../../components/notes/changeOf';
import { NoteEditor, type Written } from '../../../components/notes/NoteEditor';
import '../../../components/notes/notes.css';
import { Dialog } from '../../../components/shelf/Dialog';
import { useWords } from '../../../components/words';
import { askBackground, type FromStore } from '../../../lib/messages';
import type { Annotation, ColourNames, NoteDraft } from '../../../lib/model';
import { report } from '../../../lib/report';
import { askStore } from '../../pages/askStore';
import { copy } from '../../pages/copy';
import type { Undo } from '../shelf/useActions';
import { draftsLeft, useNoteDraft } from './noteDraft';

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
  /** Null: it cannot be deleted from here. */
  readonly onDelete: (() => void) | null;
  readonly onClose: () => void;
}

/** An annotation in its editor, as it is or as the reader left it when something was not saved. */
export function Editing(props: EditingProps) {
  const { of } = props;
  const [left, setLeft] = useState<NoteDraft | 'none' | 'asked'>('asked');
  useEffect(() => {
    let isMeant = true;
    draftsLeft()
      .then((all) => isMeant && setLeft(all.find(({ annotation }) => annotation.id === of.id) ?? 'none'))
      .catch((error: unknown) => {
        report('looking for a draft', error);
        setLeft('none');
      });
    return () => {
      isMeant = false;
    };
  }, [of.id]);
  if (left === 'asked') return null;
  if (left === 'none') return <Editor {...props} begun={null} />;
  return <Editor {...props} of={{ ...of, ...left.seen }} begun={left.written} />;
}

/** `begun`: what was written before; saved, it is a change of the annotation as it was then. */
function Editor({
  of,
  begun,
  colourNames,
  onSaved,
  onDelete,
  onClose,
}: EditingProps & { readonly begun: Written | null }) {
  const words = useWords();
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isWritten, setWritten] = useState(begun !== null);
  const { revision, colour, note, tags, entries, otherNotes: others } = of;
  const draft = useNoteDraft(of.id, { revision, colour, note, tags, entries, otherNotes: others });

  const save = async (written: Written, otherNotes: readonly string[]) => {
    const change = changeOf(of, { ...written, otherNotes });
    if (Object.keys(change).length === 0) {
      await draft.forget();
      return onClose();
    }
    setSaving(true);
    const answer = await askStore('changeAnnotation', { id: of.id, revision, change });
    setSaving(false);
    if (answer.is !== 'done') return setFailure(reasonOf(answer, words.notes.failures));
    await draft.forget();
    const { revision: after, ...now } = answer.value.annotation;
    onSaved(words.shelf.changed, () =>
      askStore('changeAnnotation', { id: of.id, revision: after, change: changeOf({ ...of, ...now }, of) }),
    );
    onClose();
  };
  return (
    <Dialog label={words.notes.editNote} keepsOpen={isWritten} onClose={onClose}>
      <NoteEditor
        quote={of.quote}
        initial={begun ?? { colour, note, tags, entries }}
        colourNames={colourNames}
        otherNotes={others}
        failure={failure}
        isSaving={isSaving}
        findTags={(part) => askStore('tagsLike', { part }).then((answer) => (answer.is === 'done' ? answer.value : []))}
        findEntries={(query) => askBackground('findEntries', { query })}
        entryNames={(ids) => askBackground('entryNames', { ids })}
        onDraft={(written) => {
          setWritten(true);
          draft.keep(written);
        }}
        onSave={(written, otherNotes) => void save(written, otherNotes)}
        onDelete={
          onDelete === null
            ? null
            : () => {
                void draft.forget();
                onDelete();
                onClose();
              }
        }
        onCopy={(text) => void copy(text)}
        onClose={onClose}
      />
    </Dialog>
  );
}

function reasonOf(answer: Exclude<FromStore<never>, { is: 'done' }>, failures: Readonly<Record<string, string>>) {
  return failures[answer.is === 'failed' ? answer.reason : 'failed']!;
}
