import type { Written } from '../../components/notes/NoteEditor';
import { usualColour } from '../../components/notes/usualColour';
import type { Annotation, AnnotationId, Colour, Draft } from '../../lib/model';
import type { Piece } from '../../lib/page/blocks';
import { newId } from './asking';
import { passageOf } from './drafts';
import type { NotesOfFrame } from './notesOfFrame';
import type { Editing, Passage, Target } from './shown';

/** Makes, changes and deletes annotations, with what shows meanwhile. */
export class Authoring {
  constructor(private readonly notes: NotesOfFrame) {}

  /** Opens the editor. What was written before, and neither saved nor thrown away, becomes a note. */
  write(target: Target, pieces: readonly Piece[]): void {
    void this.notes.drafts.save(this.notes.writer, (draft) => this.annotationOf(draft));
    const initial: Written =
      'annotation' in target
        ? target.annotation
        : {
            colour: usualColour(this.notes.placed.annotations),
            note: '',
            tags: [],
            entries: target.passage?.entries ?? [],
          };
    this.notes.show({ is: 'editor', target, initial, failure: null, isSaving: false }, pieces);
  }

  resume(draft: Draft): void {
    const annotation = this.annotationOf(draft);
    const target = annotation === null ? { id: newId(), passage: passageOf(draft) } : { annotation };
    const pieces = annotation === null ? [] : this.notes.placed.pieces(annotation.id);
    this.notes.show({ is: 'editor', target, initial: draft, failure: null, isSaving: false }, pieces);
  }

  discard(): void {
    void this.notes.drafts.forget();
    this.notes.stage.close();
  }

  async save(shown: Editing, written: Written, otherNotes: readonly string[]): Promise<void> {
    const { target } = shown;
    const { pieces } = this.notes.stage;
    this.notes.deselect();
    const saving: Editing = { ...shown, isSaving: true, failure: null };
    this.notes.show(saving, pieces);
    const failure =
      'annotation' in target
        ? await this.notes.writer.change(target.annotation, { ...written, otherNotes })
        : await this.notes.writer.make(target.id, target.passage, written);
    if (failure !== null) return this.notes.show({ ...shown, failure }, pieces);
    await this.notes.drafts.forget();
    const now = 'annotation' in target ? this.notes.placed.get(target.annotation.id) : null;
    // Somebody wrote another text meanwhile: both are shown.
    if (now?.otherNotes.some((each) => !otherNotes.includes(each))) this.write({ annotation: now }, pieces);
    else if (this.notes.stage.shown === saving) this.notes.stage.close();
  }

  async highlight(passage: Passage, colour: Colour): Promise<void> {
    // At once: the reader may go on selecting before it is written.
    this.notes.deselect();
    const [id, pieces] = [newId(), this.notes.stage.pieces];
    if (this.notes.stage.shown?.is === 'toolbar') this.notes.stage.close();
    const initial: Written = { colour, note: '', tags: [], entries: passage.entries };
    const failure = await this.notes.writer.make(id, passage, initial);
    if (failure !== null) {
      this.notes.show({ is: 'editor', target: { id, passage }, initial, failure, isSaving: false }, pieces);
    }
  }

  async remove(id: AnnotationId): Promise<void> {
    const failure = await this.notes.writer.remove(id);
    if (failure !== null) return this.notes.told(failure);
    this.notes.hovering.close();
    await this.notes.drafts.forget();
    this.notes.show({ is: 'deleted', id }, []);
  }

  async restore(id: AnnotationId): Promise<void> {
    const failure = await this.notes.writer.restore(id);
    if (failure === null) this.notes.stage.close();
    this.notes.told(failure);
  }

  private annotationOf({ annotationId }: Draft): Annotation | null {
    return annotationId === null ? null : this.notes.placed.get(annotationId);
  }
}
