import { usualColour } from '../../components/notes/usualColour';
import { askBackground, isConnected, type FrameNotes, type FromStore, type NotesOfPage } from '../../lib/messages';
import type { AnnotationId, ArticleDraft, Draft, Language, Span, StoreFailureReason } from '../../lib/model';
import type { Block, Piece } from '../../lib/page/blocks';
import { NotePainter } from '../../lib/page/notePaint';
import type { Notes, NotesPage } from '../../lib/page/notes';
import { PageText } from '../../lib/page/pageText';
import { inSlices } from '../../lib/page/slices';
import { addSurface, type Surface } from '../../lib/page/surface';
import { draftOf } from './articleHere';
import { newId } from './asking';
import { Authoring } from './authoring';
import { Badges, badgesOf } from './badges';
import { Drafts } from './drafts';
import { Hovering } from './hovering';
import { listenToKeys } from './keys';
import { Moving } from './moving';
import { passageAt, selectedPassage } from './passages';
import { Placed } from './placed';
import { SavedHere } from './savedHere';
import type { Passage, Shown } from './shown';
import { Stage } from './stage';
import { Telling } from './telling';
import { noteUnder, underPointer } from './underPointer';
import { viewOf } from './views';
import { Writer } from './writer';

/**
 * The annotations of one frame: found, painted, shown. Longer than most, since it is where the parts meet; what each
 * does stands in their own files.
 */
export class NotesOfFrame implements Notes, Surface {
  readonly stage = new Stage();
  readonly drafts = new Drafts();
  readonly writer = new Writer(this);
  readonly hovering: Hovering;
  readonly saved: SavedHere;
  placed = new Placed([], new PageText([]));
  stored: NotesOfPage | null = null;
  readonly moving = new Moving(this);
  readonly authoring = new Authoring(this);
  /** Why the store did not give the notes when it was last asked. */
  failure: StoreFailureReason | null = null;
  private refreshed: Promise<void> = Promise.resolve();
  private refreshes = 0;
  /** The text is another, and where the notes stand in it not known yet. */
  private isFinding = false;
  private readonly telling = new Telling(this);
  private readonly life = new AbortController();
  private readonly painter = new NotePainter();
  private readonly badges = new Badges((id) => this.hovering.open(id));
  private page: NotesPage | null = null;
  private url = '';
  private storedFor = '';

  constructor() {
    const { signal } = this.life;
    this.saved = new SavedHere(this, signal);
    this.hovering = new Hovering(
      {
        noteAt: (x, y) => this.noteAt(x, y),
        anyAt: (x, y) => underPointer(x, y, this.inPage).annotations[0]?.id ?? null,
        show: (id, pinned) => this.showCard(id, pinned),
        hide: () => this.stage.shown?.is === 'card' && this.stage.close(),
      },
      this.stage.host.frame,
      signal,
    );
    const options = { capture: true, passive: true, signal } as const;
    document.addEventListener('scroll', () => this.stage.shown?.is === 'toolbar' && this.stage.place(), options);
    listenToKeys((what, event) => {
      if (this.owns(event) || this.selected === null) return false;
      this.annotate(what);
      return true;
    }, signal);
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
    const isSamePage = this.url === document.URL;
    const isSame = isSamePage && text.text === this.placed.text.text;
    this.placed = isSame ? this.placed.in(text) : new Placed(isSamePage ? this.placed.annotations : [], text);
    this.isFinding ||= !isSame;
    this.saved.read(text);
    if (!isSamePage) this.saved.take(null, []);
    // Otherwise what is painted stays until they are found.
    if (isSame || !isSamePage) this.paint();
    this.stage.keep();
    if (isSame) return;
    this.url = document.URL;
    void this.refresh();
  }

  refresh(): Promise<void> {
    this.refreshed = this.readAgain();
    return this.refreshed;
  }

  private async readAgain(): Promise<void> {
    if (this.page === null) return;
    const refresh = ++this.refreshes;
    const question = this.saved.questionOn(this.placed.text);
    const answer = await askBackground('notesFor', question).catch(() => null);
    const stored = answer?.is === 'done' ? answer.value : this.storedFor === question.url ? this.stored : null;
    const found = await inSlices(this.find(stored), this.signal).catch(() => null);
    // Another one, which may know more or of another page, is on its way.
    if (refresh !== this.refreshes) return this.refreshed;
    if (found === null) return;
    this.failure = answer?.is === 'failed' ? answer.reason : null;
    this.isFinding = false;
    const { from } = this.moving;
    this.placed = found.value.placed;
    this.saved.take(stored, found.value.reprints);
    this.paint();
    if (from !== this.moving.from) this.moving.end();
    const isFirst = answer?.is === 'done' && this.storedFor !== question.url;
    if (answer?.is === 'done') {
      this.stored = answer.value;
      this.storedFor = question.url;
    }
    this.showAgain();
    if (isFirst) this.offerDraft(answer.value.draft);
    if (isFirst) this.offerReprint();
    this.tellStanding();
  }

  private *find(stored: NotesOfPage | null) {
    const { text } = this.placed;
    const placed = yield* this.placed.find(stored?.annotations ?? [], text);
    return { placed, reprints: yield* this.saved.find(stored?.reprints ?? [], text) };
  }

  tellStanding(): void {
    if (!this.isFinding) void this.telling.tell();
  }

  /** What shows, with what is known now. */
  private showAgain(): void {
    const { shown, pieces } = this.stage;
    if (shown?.is === 'toolbar' || shown?.is === 'editor') this.show(shown, pieces);
    if (shown?.is !== 'card') return;
    if (this.placed.get(shown.id) === null && this.saved.get(shown.id) === null) this.hovering.close();
    else this.showCard(shown.id, shown.pinned);
  }

  // For those who list the notes

  async list(): Promise<FromStore<FrameNotes>> {
    await (this.failure === null ? this.refreshed : this.refresh());
    return this.telling.answer();
  }

  /** The article as the page has it now. */
  articleDraft(): ArticleDraft {
    return draftOf(this.page!);
  }

  private paint(): void {
    this.painter.set([...this.placed.painted(), ...this.saved.painted()]);
    this.badges.set(badgesOf(this.placed, this.language));
  }

  // What the reader does in the page

  select(byTouch: boolean): void {
    if (this.stage.shown?.is === 'editor') return;
    const { selected } = this;
    const looking = this.moving.id;
    if (selected !== null) this.show({ is: 'toolbar', passage: selected.passage, byTouch }, selected.pieces);
    else if (this.stage.shown?.is !== 'toolbar') return;
    else if (looking === null) this.stage.close();
    else this.show({ is: 'reattaching', id: looking }, []);
  }

  annotate(what: 'colour' | 'note'): void {
    const selected = this.selected;
    if (selected === null) return;
    const { passage, pieces } = selected;
    if (what === 'note') this.authoring.write({ id: newId(), passage }, pieces);
    else void this.authoring.highlight(passage, usualColour(this.placed.annotations));
  }

  noteOn(block: Block, span: Span): void {
    const inText = this.placed.text.spanIn(block, span);
    if (inText !== null)
      this.authoring.write({ id: newId(), passage: this.passageAt(inText) }, this.placed.text.pieces(inText));
  }

  jump(id: AnnotationId): void {
    const pieces = this.piecesOf(id);
    pieces[0]?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.hovering.open(id);
  }

  /** The passage of an annotation that the reader looks for; what is selected may be it. */
  askForPassage(id: AnnotationId): void {
    if (this.selected === null) this.show({ is: 'reattaching', id }, []);
    else this.select(false);
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

  private noteAt(x: number, y: number): AnnotationId | null {
    const { shown } = this.stage;
    if (shown !== null && shown.is !== 'card' && shown.is !== 'deleted') return null;
    return noteUnder(x, y, this.inPage);
  }

  private get inPage() {
    return { placed: this.placed, saved: this.saved, page: this.page! };
  }

  deselect(): void {
    getSelection()?.removeAllRanges();
  }

  private get selected() {
    return this.page === null ? null : selectedPassage(this.page, this.placed.text);
  }

  passageAt(span: Span): Passage {
    return passageAt(span, this.page!, this.placed.text);
  }

  // What shows

  /** Closes what shows. What was written and is not saved is kept, and offered. */
  leave(): void {
    const { shown } = this.stage;
    if (shown?.is === 'reattaching') this.moving.end();
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

  private offerReprint(): void {
    const reprint = this.saved.offered();
    if (reprint !== null && this.stage.shown === null) this.show({ is: 'reprint', reprint }, []);
  }

  private showCard(id: AnnotationId, pinned: boolean): void {
    if (this.stage.shown?.is === 'editor') return;
    if (this.placed.get(id) !== null || this.saved.get(id) !== null) {
      this.show({ is: 'card', id, pinned }, this.piecesOf(id));
    }
  }

  private piecesOf(id: AnnotationId): readonly Piece[] {
    return (this.saved.get(id)?.placed ?? this.placed).pieces(id);
  }

  show(shown: Shown, pieces: readonly Piece[]): void {
    if (shown.is !== 'card') this.hovering.close();
    this.stage.show(shown, pieces, this.language, viewOf(shown, this));
  }
}
