import type { ReactNode } from 'react';
import { Message } from '../../components/notes/Message';
import { NoteCard } from '../../components/notes/NoteCard';
import { NoteFromElsewhere } from '../../components/notes/NoteFromElsewhere';
import { NoteEditor } from '../../components/notes/NoteEditor';
import { Toolbar } from '../../components/notes/Toolbar';
import { corrected } from '../../lib/identity/corrected';
import { askBackground, type Reprint } from '../../lib/messages';
import type { AnnotationId, ColourNames, ReprintChoice } from '../../lib/model';
import type { OfferedEntry } from '../../lib/packs/offered';
import { placeOfArticle } from '../../lib/words/placeOfArticle';
import { PARAGRAPH_MARK } from '../../lib/text/normalise';
import { wordsOf } from '../../lib/words/words';
import { copy } from '../surfaces/copy';
import { newId } from './asking';
import { cited } from './cited';
import type { NotesOfFrame } from './notesOfFrame';
import type { Placed } from './placed';
import type { Editing, Passage, Shown } from './shown';
import { isParagraphEdited } from './textOfArticle';

/** UTF-16 units. Longer passages are no words to look up. */
const LONGEST_FORM = 60;

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
    case 'reprint':
      return offer(shown.reprint, notes);
    case 'unsaved': {
      const actions = [
        { name: words.notes.resume, do: () => notes.authoring.resume(shown.draft) },
        { name: words.notes.discard, do: () => notes.authoring.discard() },
      ];
      return <Message text={words.notes.unsaved} onClose={onClose} actions={actions} />;
    }
    case 'reattaching':
      return <Message text={words.notes.reattaching} onClose={onClose} actions={[cancel]} />;
    case 'deleted': {
      const undo = { name: words.card.undo, do: () => void notes.authoring.restore(shown.id) };
      return <Message text={words.notes.deleted} onClose={onClose} actions={[undo]} endsBySelf />;
    }
    case 'in-trash': {
      const restore = { name: words.notes.restore, do: () => void notes.authoring.restore(shown.id) };
      return <Message text={words.notes.keptInTrash} onClose={onClose} actions={[restore]} />;
    }
    case 'copied': {
      const text = shown.wasCopied ? words.notes.copied : words.notes.notCopied;
      return <Message text={text} onClose={onClose} actions={[]} endsBySelf />;
    }
    case 'failed':
      return <Message text={words.notes.failures[shown.reason]} onClose={onClose} actions={[]} />;
  }
}

function toolbar(passage: Passage, notes: NotesOfFrame) {
  const { moving } = notes;
  return (
    <Toolbar
      names={namesIn(notes)}
      problem={notes.failure === 'newer' ? wordsOf(notes.language).notes.failures.newer : null}
      onMoveHere={moving.id === null ? null : () => void moving.moveHere(moving.id!, passage)}
      onColour={(colour) => void notes.authoring.highlight(passage, colour, notes.stage.pieces)}
      onNote={() => notes.authoring.write({ id: newId(), passage }, notes.stage.pieces)}
      onCopy={() =>
        void copy(cited(notes, passage.anchor)).then((wasCopied) => notes.show({ is: 'copied', wasCopied }, []))
      }
      onAdd={passage.anchor.quote.length > LONGEST_FORM ? null : () => offerEntry(notes, passage)}
      onClose={() => notes.stage.close()}
    />
  );
}

/** The form opens in a tab, with the words and the article filled in. */
function offerEntry(notes: NotesOfFrame, { anchor }: Passage): void {
  const { url, title, publishedAt, source, authors, pageNumber } = corrected(notes.articleDraft(), notes.saved.article);
  const offered: OfferedEntry = {
    form: anchor.quote.replaceAll(PARAGRAPH_MARK, ' '),
    url,
    title: title ?? undefined,
    date: publishedAt ?? undefined,
    publisher: source ?? undefined,
    authors: authors.map(({ name }) => name).join('、') || undefined,
    page: pageNumber ?? undefined,
  };
  notes.stage.close();
  void askBackground('offerEntry', offered).catch(() => notes.told('failed'));
}

function card(id: AnnotationId, notes: NotesOfFrame) {
  const { placed, hovering } = notes;
  const elsewhere = notes.saved.get(id);
  if (elsewhere !== null) return cardFromElsewhere(id, elsewhere.reprint, elsewhere.placed, notes);
  const annotation = placed.get(id)!;
  const place = placed.placeOf(id);
  const here = place === null ? [] : placed.overlapping(place);
  const following = here[(here.findIndex((each) => each.id === id) + 1) % here.length];
  return (
    <NoteCard
      annotation={annotation}
      colourNames={namesIn(notes)}
      now={placed.changedTo(id)}
      isParagraphEdited={isParagraphEdited(annotation, place, notes.saved.state, placed.text)}
      others={Math.max(0, here.length - 1)}
      onNext={() => following && hovering.open(following.id)}
      onConfirm={() => void notes.moving.confirm(id).then((failure) => notes.told(failure))}
      onColour={(colour) => void notes.writer.change(annotation, { colour }).then((failure) => notes.told(failure))}
      onEdit={() => notes.authoring.write({ annotation }, placed.pieces(id))}
      onCopy={() => void copy(cited(notes, annotation.anchor))}
      onDelete={() => void notes.authoring.remove(id)}
      onClose={() => hovering.close()}
    />
  );
}

/** The card of a note on the same text at another address: to read. */
function cardFromElsewhere(id: AnnotationId, { article }: Reprint, placed: Placed, notes: NotesOfFrame) {
  const annotation = placed.get(id)!;
  return (
    <NoteFromElsewhere
      annotation={annotation}
      from={placeOfArticle(article, notes.language)}
      url={article.url}
      now={placed.changedTo(id)}
      onCopy={() => void copy(cited(notes, annotation.anchor))}
      onHide={() => void notes.saved.choose(article.id, 'dismissed')}
      onCopyHere={() => void notes.saved.copy(article.id)}
      onClose={() => notes.hovering.close()}
    />
  );
}

function offer({ article, annotations }: Reprint, notes: NotesOfFrame) {
  const words = wordsOf(notes.language).article;
  const choose = (choice: ReprintChoice) => {
    notes.stage.close();
    void notes.saved.choose(article.id, choice).then((answer) => {
      if (answer.is !== 'done') notes.told(answer.is === 'failed' ? answer.reason : 'failed');
    });
  };
  return (
    <Message
      text={words.reprint(annotations.length) + placeOfArticle(article, notes.language)}
      onClose={() => notes.leave()}
      actions={[
        { name: words.showHere, do: () => choose('shown') },
        { name: words.dismiss, do: () => choose('dismissed') },
      ]}
    />
  );
}

function editor(shown: Editing, notes: NotesOfFrame) {
  const { target, initial, failure, isSaving } = shown;
  const annotation = 'annotation' in target ? (notes.placed.get(target.annotation.id) ?? target.annotation) : null;
  const anchor = 'annotation' in target ? target.annotation.anchor : (target.passage?.anchor ?? null);
  return (
    <NoteEditor
      key={'annotation' in target ? `${target.annotation.id} ${target.annotation.revision}` : target.id}
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
      onSave={(written, otherNotes) => void notes.authoring.save(shown, written, otherNotes)}
      onDelete={annotation === null ? null : () => void notes.authoring.remove(annotation.id)}
      onCopy={(text) => void copy(text)}
      onClose={() => notes.leave()}
    />
  );
}

function namesIn({ stored }: NotesOfFrame): ColourNames {
  return stored?.colourNames ?? NO_NAMES;
}
