import type { Written } from '../../components/notes/NoteEditor';
import { fingerprintsOf } from '../../lib/identity/fingerprint';
import { askBackground, isConnected, type NotesOfPage } from '../../lib/messages';
import type {
  Annotation,
  AnnotationId,
  Article,
  ArticleDraft,
  Colour,
  Draft,
  Language,
  Span,
  StoreFailureReason,
} from '../../lib/model';
import type { Block, Piece } from '../../lib/page/blocks';
import { NotePainter } from '../../lib/page/notePaint';
import type { Notes, NotesPage } from '../../lib/page/notes';
import { PageText } from '../../lib/page/pageText';
import { addSurface, type Surface } from '../../lib/page/surface';
import { newId } from './asking';
import { Badges, badgesOf } from './badges';
import { Drafts, passageOf, writtenIn } from './drafts';
import { Hovering } from './hovering';
import { mentionsIn, passageAt, selectedPassage } from './passages';
import { Placed } from './placed';
import type { Editing, Passage, Shown, Target } from './shown';
import { Stage } from './stage';
import { viewOf } from './views';
import { wholeArticle } from './wholeArticle';
import { Writer } from './writer';

const FIRST_COLOUR: Colour = 'yellow';

/** The annotations of one frame: found, painted, shown, made and changed. */
export class NotesOfFrame implements Notes, Surface {
  readonly stage = new Stage();
  readonly drafts = new Drafts();
  readonly writer = new Writer(this);
  readonly hovering: Hovering;
  placed = new Placed([], new PageText([]));
  stored: NotesOfPage | null = null;
  /** The annotation for which the reader is looking for a place. */
  reattaching: AnnotationId | null = null;
  private readonly life = new AbortController();
  private readonly painter = new NotePainter();
  private readonly badges = new Badges((id) => this.hovering.open(id));
  private page: NotesPage | null = null;
  private url = '';
  private byTouch = false;

  constructor() {
    const { signal } = this.life;
    this.hovering = new Hovering(
      {
        noteAt: (x, y) => this.noteAt(x, y),
        anyAt: (x, y) => this.placed.under(x, y, this.page!.shadowRoots).annotations[0]?.id ?? null,
        show: (id, pinned) => this.showCard(id, pinned),
        hide: () => this.stage.shown?.is === 'card' && this.stage.close(),
      },
      this.stage.host.frame,
      signal,
    );
    const options = { capture: true, passive: true, signal } as const;
    document.addEventListener('pointerdown', ({ pointerType }) => (this.byTouch = pointerType === 'touch'), options);
    document.addEventListener('scroll', () => this.stage.shown?.is === 'toolbar' && this.stage.place(), options);
    window.addEventListener('keydown', (event) => this.key(event), { capture: true, signal });
    addSurface(this);
    addSurface(this.badges);
  }

  get signal(): AbortSignal {
    return this.life.signal;
  }

  get language(): Language {
    return this.page?.language ?? 'zh';
  }

  isAlive(): boolean {
    return !this.signal.aborted && isConnected();
  }

  end(): void {
    this.life.abort();
    this.stage.close();
    this.painter.clear();
    this.badges.clear();
  }

  // The page

  read(page: NotesPage): void {
    this.page = page;
    const text = new PageText(page.blocks);
    const isSame = text.text === this.placed.text.text && this.url === document.URL;
    this.placed = isSame ? this.placed.in(text) : new Placed(this.placed.annotations, text);
    this.paint();
    this.stage.keep();
    if (isSame) return;
    this.url = document.URL;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.page === null) return;
    const fingerprints = fingerprintsOf(this.page.blocks.map(({ text }) => text));
    const answer = await askBackground('notesFor', { url: document.URL, fingerprints }).catch(() => null);
    if (answer?.is !== 'done') return;
    const isFirst = this.stored === null;
    this.stored = answer.value;
    this.placed = new Placed(answer.value.annotations, this.placed.text);
    this.paint();
    const { shown } = this.stage;
    if (shown?.is === 'card') {
      if (this.placed.get(shown.id) === null) this.hovering.close();
      else this.showCard(shown.id, shown.pinned);
    }
    if (isFirst) this.offerDraft(answer.value.draft);
  }

  /** The article as the page has it now. */
  articleDraft(): ArticleDraft {
    const { title, publishedAt, source } = this.article();
    return { url: document.URL, title, publishedAt, source, paragraphs: this.page!.blocks.map(({ text }) => text) };
  }

  /** All that the page says of the article now. */
  article(): Article {
    return wholeArticle(this.page!.article);
  }

  private paint(): void {
    this.painter.set(this.placed.painted());
    this.badges.set(badgesOf(this.placed, this.language));
  }

  // What the reader does in the page

  select(): void {
    if (this.stage.shown?.is === 'editor') return;
    const selected = this.selected;
    if (selected !== null)
      this.show({ is: 'toolbar', passage: selected.passage, byTouch: this.byTouch }, selected.pieces);
    else if (this.stage.shown?.is === 'toolbar') this.stage.close();
  }

  annotate(what: 'colour' | 'note'): void {
    const selected = this.selected;
    if (selected === null) return;
    const { passage, pieces } = selected;
    if (what === 'note') this.write({ id: newId(), passage }, pieces);
    else void this.highlight(passage, this.usualColour());
  }

  noteOn(block: Block, span: Span): void {
    const inText = this.placed.text.spanIn(block, span);
    if (inText !== null) this.write({ id: newId(), passage: this.passageAt(inText) }, this.placed.text.pieces(inText));
  }

  noteOnArticle(): void {
    this.write({ id: newId(), passage: null }, []);
  }

  jump(id: AnnotationId): void {
    const pieces = this.placed.pieces(id);
    pieces[0]?.node.parentElement?.scrollIntoView({ block: 'center' });
    this.hovering.open(id);
  }

  reattach(id: AnnotationId | null): void {
    this.reattaching = id;
    if (id !== null) this.show({ is: 'reattaching', id }, []);
    else if (this.stage.shown?.is === 'reattaching') this.stage.close();
  }

  dismiss(): boolean {
    if (this.stage.shown === null) return false;
    this.leave();
    return true;
  }
  owns = (event: Event) => this.stage.host.owns(event);
  isHost = (node: Node) => this.stage.host.is(node);
  hasFocus = () => this.stage.host.hasFocus();
  receive = (event: Event) => this.stage.host.receive(event);

  private key(event: KeyboardEvent): void {
    const { code, altKey, shiftKey, ctrlKey, metaKey } = event;
    const what = code === 'KeyH' ? 'colour' : code === 'KeyN' ? 'note' : null;
    if (what === null || !altKey || !shiftKey || ctrlKey || metaKey || this.owns(event)) return;
    if (this.selected === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.annotate(what);
  }

  /** The one under a point that has something to read; none where a mention stands, whose own card opens. */
  private noteAt(x: number, y: number): AnnotationId | null {
    const { shown } = this.stage;
    if (shown !== null && shown.is !== 'card' && shown.is !== 'deleted') return null;
    const { at, annotations } = this.placed.under(x, y, this.page!.shadowRoots);
    const found = annotations.find(({ note, otherNotes }) => note !== '' || otherNotes.length > 0);
    return found === undefined || mentionsIn({ start: at, end: at + 1 }, this.page!, this.placed.text).length > 0
      ? null
      : found.id;
  }

  private deselect(): void {
    getSelection()?.removeAllRanges();
  }

  private get selected() {
    return this.page === null ? null : selectedPassage(this.page, this.placed.text);
  }

  private passageAt(span: Span): Passage {
    return passageAt(span, this.page!, this.placed.text);
  }

  /** The colour of the annotation made last on this page. */
  private usualColour(): Colour {
    return this.placed.annotations.toSorted((a, b) => b.createdAt - a.createdAt)[0]?.colour ?? FIRST_COLOUR;
  }

  // What shows

  /** Closes what shows. What was written and is not saved is kept, and offered. */
  leave(): void {
    const { shown } = this.stage;
    if (shown?.is === 'reattaching') this.reattaching = null;
    if (shown?.is === 'card') this.hovering.close();
    this.stage.close();
    if (shown?.is === 'editor') this.offerDraft(this.drafts.current);
  }

  told(failure: StoreFailureReason | null): void {
    if (failure !== null) this.show({ is: 'failed', reason: failure }, []);
  }

  private offerDraft(draft: Draft | null): void {
    if (draft === null || this.stage.shown !== null) return;
    this.drafts.current = draft;
    this.show({ is: 'unsaved', draft }, []);
  }

  private showCard(id: AnnotationId, pinned: boolean): void {
    if (this.stage.shown?.is !== 'editor' && this.placed.get(id) !== null) {
      this.show({ is: 'card', id, pinned }, this.placed.pieces(id));
    }
  }

  private show(shown: Shown, pieces: readonly Piece[]): void {
    if (shown.is !== 'card') this.hovering.close();
    this.stage.show(shown, pieces, this.language, viewOf(shown, this));
  }

  // Writing. What answers with a failure answers null when it was done.

  /** Opens the editor. What was written before, and neither saved nor thrown away, becomes a note. */
  write(target: Target, pieces: readonly Piece[]): void {
    void this.saveDraft();
    const initial: Written =
      'annotation' in target
        ? target.annotation
        : { colour: this.usualColour(), note: '', tags: [], entries: target.passage?.entries ?? [] };
    this.show({ is: 'editor', target, initial, failure: null, isSaving: false }, pieces);
  }

  resume(draft: Draft): void {
    const annotation = this.annotationOf(draft);
    const target = annotation === null ? { id: newId(), passage: passageOf(draft) } : { annotation };
    const pieces = annotation === null ? [] : this.placed.pieces(annotation.id);
    this.show({ is: 'editor', target, initial: draft, failure: null, isSaving: false }, pieces);
  }

  discard(): void {
    void this.drafts.forget();
    this.stage.close();
  }

  async save(shown: Editing, written: Written): Promise<void> {
    const { target } = shown;
    const { pieces } = this.stage;
    this.deselect();
    const saving: Editing = { ...shown, isSaving: true, failure: null };
    this.show(saving, pieces);
    const failure =
      'annotation' in target
        ? await this.writer.change(target.annotation, written)
        : await this.writer.make(target.id, target.passage, written);
    if (failure !== null) return this.show({ ...shown, failure }, pieces);
    await this.drafts.forget();
    const now = 'annotation' in target ? this.placed.get(target.annotation.id) : null;
    // Somebody wrote another text meanwhile: both are shown.
    if (now !== null && now.otherNotes.length > 0) this.write({ annotation: now }, pieces);
    else if (this.stage.shown === saving) this.stage.close();
  }

  async highlight(passage: Passage, colour: Colour): Promise<void> {
    // At once: the reader may go on selecting before it is written.
    this.deselect();
    const [id, pieces] = [newId(), this.stage.pieces];
    if (this.stage.shown?.is === 'toolbar') this.stage.close();
    const initial: Written = { colour, note: '', tags: [], entries: passage.entries };
    const failure = await this.writer.make(id, passage, initial);
    if (failure !== null) {
      this.show({ is: 'editor', target: { id, passage }, initial, failure, isSaving: false }, pieces);
    }
  }

  /** Takes the words of a changed passage as they stand. */
  async confirm(id: AnnotationId): Promise<StoreFailureReason | null> {
    const place = this.placed.placeOf(id);
    return place === null ? 'failed' : this.moveTo(id, this.passageAt(place));
  }

  async moveHere(id: AnnotationId, passage: Passage): Promise<void> {
    const failure = await this.moveTo(id, passage);
    if (failure === null) {
      this.reattaching = null;
      this.deselect();
      this.stage.close();
      this.hovering.open(id);
    }
    this.told(failure);
  }

  async remove(id: AnnotationId): Promise<void> {
    const failure = await this.writer.remove(id);
    if (failure !== null) return this.told(failure);
    this.hovering.close();
    await this.drafts.forget();
    this.show({ is: 'deleted', id }, []);
  }

  async restore(id: AnnotationId): Promise<void> {
    const failure = await this.writer.restore(id);
    if (failure === null) this.stage.close();
    this.told(failure);
  }

  private moveTo(id: AnnotationId, { anchor, paragraph }: Passage): Promise<StoreFailureReason | null> {
    const annotation = this.placed.get(id);
    return annotation === null ? Promise.resolve('failed') : this.writer.change(annotation, { anchor, paragraph });
  }

  private async saveDraft(): Promise<void> {
    const draft = this.drafts.current;
    if (draft === null) return;
    const annotation = this.annotationOf(draft);
    const failure =
      annotation === null
        ? await this.writer.make(newId(), passageOf(draft), draft)
        : await this.writer.change(annotation, writtenIn(draft));
    if (failure === null && this.drafts.current === draft) await this.drafts.forget();
  }

  private annotationOf({ annotationId }: Draft): Annotation | null {
    return annotationId === null ? null : this.placed.get(annotationId);
  }
}
