import type { AnnotationId, StoreFailureReason } from '../../lib/model';
import type { NotesOfFrame } from './notesOfFrame';
import type { Passage } from './shown';

/** Gives annotations another passage: the words of a changed one as they stand, or what the reader selects. */
export class Moving {
  /** The annotation for whose passage the reader looks. */
  id: AnnotationId | null = null;

  constructor(private readonly notes: NotesOfFrame) {}

  /** Takes the words of a changed passage as they stand. */
  async confirm(id: AnnotationId): Promise<StoreFailureReason | null> {
    const place = this.notes.placed.placeOf(id);
    return place === null ? 'failed' : this.moveTo(id, this.notes.passageAt(place));
  }

  begin(id: AnnotationId): void {
    this.id = id;
    this.notes.tellStanding();
    this.notes.askForPassage(id);
  }

  end(): void {
    if (this.id === null) return;
    this.id = null;
    if (this.notes.stage.shown?.is === 'reattaching') this.notes.stage.close();
    this.notes.tellStanding();
  }

  async moveHere(id: AnnotationId, passage: Passage): Promise<void> {
    const failure = await this.moveTo(id, passage);
    if (failure === null) {
      this.end();
      this.notes.deselect();
      this.notes.stage.close();
      this.notes.hovering.open(id);
    }
    this.notes.told(failure);
  }

  /** Where the one that the reader looks for stood: when that is another, it was found, here or in another frame. */
  get from(): string | null {
    return this.id === null ? null : JSON.stringify(this.notes.placed.get(this.id)?.anchor);
  }

  private moveTo(id: AnnotationId, passage: Passage): Promise<StoreFailureReason | null> {
    const annotation = this.notes.placed.get(id);
    return annotation === null ? Promise.resolve('failed') : this.notes.writer.move(annotation, passage);
  }
}
