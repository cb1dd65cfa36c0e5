import { useRef, useState, type ReactNode } from 'react';
import { usualColour } from '../../components/notes/usualColour';
import { Deleted, type DeletedThing } from '../../components/panel/Deleted';
import { NoteList } from '../../components/panel/NoteList';
import { useLanguage, useWords } from '../../components/words';
import { askNotes, type FromStore } from '../../lib/messages';
import type { Annotation, AnnotationId, ColourNames, SavedArticleId } from '../../lib/model';
import { askStore } from '../pages/askStore';
import { openEntry } from '../pages/openEntry';
import { openRoom } from '../pages/openRoom';
import { useEntryNames } from '../pages/useEntryNames';
import type { NotesOfTab } from '../pages/useNotes';
import type { ReadFrame } from '../pages/usePage';
import { Editor } from './Editor';
import type { Saved, Writings } from './useWritings';
import { troubleOf, type Trouble } from './writing';

interface NotesProps {
  readonly tabId: number;
  readonly notes: NotesOfTab;
  /** The one whose article the page is comes first. */
  readonly frames: readonly ReadFrame[];
  readonly writings: Writings;
  readonly names: ColourNames;
}

/** The tab “Notes”. */
export function Notes({ tabId, notes, frames, writings, names }: NotesProps) {
  const words = useWords().notes;
  /** What was deleted here, the last one last: each can be undone in turn. */
  const [deleted, setDeleted] = useState<readonly DeletedThing[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [inTrash, setInTrash] = useState<AnnotationId | null>(null);
  const [focusOn, setFocusOn] = useState<AnnotationId | null>(null);
  const listed = notes.state.is === 'listed' ? notes.state.notes : [];
  const entryIds = listed.flatMap(({ annotation }) => annotation.entries);
  const entryNames = useEntryNames(entryIds, useLanguage());
  const writeButton = useRef<HTMLButtonElement>(null);

  /** Tells what went wrong, and no longer what went wrong before. */
  const isDone = async (asked: Promise<FromStore<unknown> | null>): Promise<boolean> => {
    const why = await asked.then(
      (answer) => (answer === null ? null : troubleOf(answer)),
      () => 'not-reached' as const,
    );
    setTrouble(why);
    return why === null;
  };
  const remove = async (id: AnnotationId) => {
    if (await isDone(askStore('deleteAnnotation', { id }))) {
      writings.discard(id);
      setDeleted((before) => [...before.filter((each) => each.id !== id), { is: 'note', id }]);
    }
  };
  const removeArticle = async (id: SavedArticleId) => {
    if (await isDone(askStore('deleteArticle', { id }))) setDeleted((before) => [...before, { is: 'article', id }]);
  };
  const restore = async (thing: DeletedThing) => {
    const asked =
      thing.is === 'note'
        ? askStore('restoreAnnotation', { id: thing.id })
        : askStore('restoreArticle', { id: thing.id });
    if (!(await isDone(asked))) return;
    setDeleted((before) => before.filter((each) => each.id !== thing.id));
    setInTrash(null);
    if (thing.is === 'note') setFocusOn(thing.id);
    else writeButton.current?.focus();
  };
  const saved = (id: AnnotationId, how: Saved) => {
    setInTrash(how === 'in-trash' ? id : null);
    if (how === 'saved') setFocusOn(id);
  };
  const editors = new Map<AnnotationId, ReactNode>();
  for (const writing of writings.all.values()) {
    const note = listed.find(({ annotation }) => annotation.id === writing.id);
    if (writing.place.tabId !== tabId) continue;
    editors.set(
      writing.id,
      <Editor
        key={writing.id}
        writing={writing}
        writings={writings}
        stored={note?.annotation ?? null}
        names={names}
        onSaved={(how) => saved(writing.id, how)}
        onClosed={() => (note === undefined ? writeButton.current?.focus() : setFocusOn(writing.id))}
        onDelete={writing.annotation === null ? null : () => void remove(writing.id)}
      />,
    );
  }
  const isListed = (id: AnnotationId) => listed.some(({ annotation }) => annotation.id === id);
  const write = (annotation: Annotation | null, frameId: number) => {
    const url = frames.find((frame) => frame.frameId === frameId)?.url ?? '';
    const id = annotation?.id ?? (crypto.randomUUID() as AnnotationId);
    const usual = usualColour(listed.map((each) => each.annotation));
    const { colour, note, tags, entries } = annotation ?? { colour: usual, note: '', tags: [], entries: [] };
    writings.open({ id, annotation, place: { tabId, frameId, url } }, { colour, note, tags, entries });
  };
  const [first] = frames;
  const articleId = listed.find((note) => note.frameId === first?.frameId)?.annotation.articleId;
  const canWrite = notes.state.is === 'listed' && first !== undefined;
  return (
    <div className="panel-notes-tab">
      {trouble !== null && (
        <p className="panel-notice" role="alert">
          {sentence(trouble)}
        </p>
      )}
      {inTrash !== null && (
        <p className="panel-notice" role="status">
          {words.keptInTrash}{' '}
          <button type="button" className="button" onClick={() => void restore({ is: 'note', id: inTrash })}>
            {words.restore}
          </button>
        </p>
      )}
      <Deleted things={deleted} onUndo={(thing) => void restore(thing)} onTrash={() => void openRoom('trash')} />
      {[...editors].flatMap(([id, editor]) => (isListed(id) ? [] : [editor]))}
      <NoteList
        state={notes.state}
        names={names}
        entryNames={entryNames}
        editors={editors}
        focusOn={focusOn}
        onFocused={() => setFocusOn(null)}
        onAgain={notes.again}
        onJump={({ annotation: { id }, frameId }) => void isDone(askNotes(tabId, 'jump', { id }, frameId))}
        onConfirm={({ annotation: { id }, frameId }) => {
          void isDone(askNotes(tabId, 'confirm', { id }, frameId)).then((done) => done && setFocusOn(id));
        }}
        onReattach={({ annotation: { id }, lookedForIn }, isWanted) => {
          const request = { id: isWanted ? id : null };
          void isDone(Promise.any(lookedForIn.map((frameId) => askNotes(tabId, 'reattach', request, frameId))));
        }}
        onColour={({ annotation: { id, revision } }, colour) =>
          void isDone(askStore('changeAnnotation', { id, revision, change: { colour } }))
        }
        onEdit={({ annotation, frameId }) => write(annotation, frameId)}
        onDelete={({ annotation: { id } }) => void remove(id)}
        onEntry={(id) => void openEntry(id)}
      />
      {canWrite && (
        <div className="panel-acts">
          <button ref={writeButton} type="button" className="button" onClick={() => write(null, first.frameId)}>
            {words.writeOnArticle}
          </button>
          <button type="button" className="button" onClick={() => void openRoom('trash')}>
            {words.trash}
          </button>
          {articleId !== undefined && (
            <button type="button" className="button" onClick={() => void removeArticle(articleId)}>
              {words.deleteArticle}
            </button>
          )}
        </div>
      )}
    </div>
  );

  function sentence(why: Trouble): string {
    if (why === 'not-reached') return words.notReached;
    return words.failures[why === 'gone' ? 'failed' : why];
  }
}
