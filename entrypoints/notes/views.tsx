import type { ReactNode } from 'react';
import { Message } from '../../components/notes/Message';
import { NoteCard } from '../../components/notes/NoteCard';
import { NoteEditor } from '../../components/notes/NoteEditor';
import { Toolbar } from '../../components/notes/Toolbar';
import { askBackground } from '../../lib/messages';
import type { ColourNames } from '../../lib/model';
import { wordsOf } from '../../lib/words/words';
import { copy } from '../surfaces/copy';
import { newId } from './asking';
import { cited } from './cited';
import type { NotesOfFrame } from './notesOfFrame';
import type { Editing, Passage, Shown } from './shown';

const NO_NAMES: ColourNames = { yellow: null, green: null, blue: null, pink: null, purple: null };

/** What is shown as a picture of itself; everything that is pressed in it is the notes' to do. */
export function viewOf(shown: Shown, notes: NotesOfFrame): ReactNode {
  const words = wordsOf(notes.language);
  const onClose = () => notes.leave();
  const cancel = { name: words.notes.cancel, do: onClose };
  switch (shown.is) {
    case 'toolbar':
      return toolbar(shown.passage, notes);
    case 'card':
      return card(shown.id, notes);
    case 'editor':
      return editor(shown, notes);
    case 'unsaved': {
      const actions = [
        { name: words.notes.resume, do: () => notes.resume(shown.draft) },
        { name: words.notes.discard, do: () => notes.discard() },
      ];
      return <Message text={words.notes.unsaved} onClose={onClose} actions={actions} />;
    }
    case 'reattaching':
      return <Message text={words.notes.reattaching} onClose={onClose} actions={[cancel]} />;
    case 'deleted': {
      const undo = { name: words.card.undo, do: () => void notes.restore(shown.id) };
      return <Message text={words.notes.deleted} onClose={onClose} actions={[undo]} endsBySelf />;
    }
    case 'failed':
      return <Message text={words.notes.failures[shown.reason]} onClose={onClose} actions={[]} />;
  }
}

function toolbar(passage: Passage, notes: NotesOfFrame) {
  const { reattaching } = notes;
  return (
    <Toolbar
      names={namesIn(notes)}
      onMoveHere={reattaching === null ? null : () => void notes.moveHere(reattaching, passage)}
      onColour={(colour) => void notes.highlight(passage, colour)}
      onNote={() => notes.write({ id: newId(), passage }, notes.stage.pieces)}
      onCopy={() => void copy(cited(notes, passage.anchor)).then(onClosed)}
      onClose={onClosed}
    />
  );
  function onClosed() {
    notes.stage.close();
  }
}

function card(id: Extract<Shown, { is: 'card' }>['id'], notes: NotesOfFrame) {
  const { placed, hovering } = notes;
  const annotation = placed.get(id)!;
  const place = placed.placeOf(id);
  const here = place === null ? [] : placed.overlapping(place);
  const following = here[(here.findIndex((each) => each.id === id) + 1) % here.length];
  return (
    <NoteCard
      annotation={annotation}
      colourNames={namesIn(notes)}
      now={placed.changedTo(id)}
      others={Math.max(0, here.length - 1)}
      onNext={() => following && hovering.open(following.id)}
      onConfirm={() => void notes.confirm(id).then((failure) => notes.told(failure))}
      onColour={(colour) => void notes.writer.change(annotation, { colour }).then((failure) => notes.told(failure))}
      onEdit={() => notes.write({ annotation }, placed.pieces(id))}
      onCopy={() => void copy(cited(notes, annotation.anchor))}
      onDelete={() => void notes.remove(id)}
      onClose={() => hovering.close()}
    />
  );
}

function editor(shown: Editing, notes: NotesOfFrame) {
  const { target, initial, failure, isSaving } = shown;
  const annotation = 'annotation' in target ? (notes.placed.get(target.annotation.id) ?? target.annotation) : null;
  const anchor = 'annotation' in target ? target.annotation.anchor : (target.passage?.anchor ?? null);
  return (
    <NoteEditor
      key={'annotation' in target ? target.annotation.id : target.id}
      quote={anchor?.quote ?? null}
      initial={initial}
      colourNames={namesIn(notes)}
      otherNotes={annotation?.otherNotes ?? []}
      failure={failure === null ? null : wordsOf(notes.language).notes.failures[failure]}
      isSaving={isSaving}
      findTags={async (part) => {
        const answer = await askBackground('tagsLike', { part }).catch(() => null);
        return answer?.is === 'done' ? answer.value : [];
      }}
      findEntries={(query) => askBackground('findEntries', { query }).catch(() => [])}
      entryNames={(ids) => askBackground('entryNames', { ids }).catch(() => [])}
      onDraft={(written) => notes.drafts.keep(target, written)}
      onSave={(written) => void notes.save(shown, written)}
      onDropOthers={() => annotation !== null && void notes.writer.change(annotation, { otherNotes: [] })}
      onDelete={annotation === null ? null : () => void notes.remove(annotation.id)}
      onCopy={(text) => void copy(text)}
      onClose={() => notes.leave()}
    />
  );
}

function namesIn({ stored }: NotesOfFrame): ColourNames {
  return stored?.colourNames ?? NO_NAMES;
}
