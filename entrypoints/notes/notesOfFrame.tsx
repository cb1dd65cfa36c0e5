import { createRoot, type Root } from 'react-dom/client';
import { NoteEditor, type NoteDraft } from '../../components/notes/NoteEditor';
import { Toolbar } from '../../components/notes/Toolbar';
import { InLanguage } from '../../components/words';
import { describe, locateAll } from '../../lib/anchor/locate';
import { readArticle } from '../../lib/article/read';
import { fingerprintsOf } from '../../lib/identity/fingerprint';
import { askBackground, type FromStore } from '../../lib/messages';
import type {
  Anchor,
  Annotation,
  AnnotationChange,
  AnnotationId,
  ArticleDraft,
  Colour,
  Located,
  NoteOnPage,
  Span,
  StoreFailureReason,
} from '../../lib/model';
import type { Piece } from '../../lib/page/blocks';
import { NotePainter } from '../../lib/page/notePaint';
import type { Notes, NotesPage } from '../../lib/page/notes';
import { PageText } from '../../lib/page/pageText';
import { addSurface, type Surface } from '../../lib/page/surface';
import { report } from '../../lib/report';
import { wordsOf } from '../../lib/words/words';
import { copy } from '../surfaces/copy';
import { Host } from '../surfaces/host';
import { placeBeside } from '../surfaces/place';

const FIRST_COLOUR: Colour = 'yellow';
/** A note opened for a passage that is not saved yet. */
interface New {
  readonly span: Span;
}
/** What shows beside the text. */
type Shown =
  | { readonly is: 'toolbar'; readonly span: Span }
  | {
      readonly is: 'editor';
      readonly of: Annotation | New;
      readonly colour: Colour;
      readonly draft: NoteDraft;
      readonly failure: StoreFailureReason | null;
    };

/** The annotations of one frame: found, painted, made and changed. */
export class NotesOfFrame implements Notes, Surface {
  private readonly host = new Host();
  private readonly painter = new NotePainter();
  private root: Root | null = null;
  private page: NotesPage | null = null;
  private text = new PageText([]);
  private annotations: readonly Annotation[] = [];
  private located = new Map<AnnotationId, Located>();
  private shown: Shown | null = null;

  constructor() {
    addSurface(this);
  }

  read(page: NotesPage): void {
    this.page = page;
    this.text = new PageText(page.blocks);
    void this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.page === null) return;
    const fingerprints = fingerprintsOf(this.page.blocks.map(({ text }) => text));
    const answer = await askBackground('notesFor', { url: document.URL, fingerprints }).catch(() => null);
    if (answer?.is !== 'done') return;
    this.annotations = answer.value.annotations;
    this.locate();
  }

  select(): void {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return this.closeToolbar();
    const range = selection.getRangeAt(0);
    const span = this.text.spanOf(range);
    if (span === null) return this.closeToolbar();
    this.show({ is: 'toolbar', span }, this.text.pieces(span));
  }

  list(): readonly NoteOnPage[] {
    const placed = this.annotations.map((annotation): NoteOnPage & { readonly at: number } => {
      if (annotation.anchor === null) return { annotation, state: 'article', now: null, at: -1 };
      const located = this.located.get(annotation.id) ?? { state: 'orphan' as const };
      if (located.state === 'orphan') return { annotation, state: 'orphan', now: null, at: Infinity };
      const now = this.text.text.slice(located.start, located.end);
      return { annotation, state: located.state, now, at: located.start };
    });
    return placed.sort((a, b) => a.at - b.at).map(({ at: _, ...note }) => note);
  }

  jump(id: AnnotationId): void {
    const annotation = this.annotations.find((each) => each.id === id);
    const located = this.located.get(id);
    if (annotation === undefined || located === undefined || located.state === 'orphan') return;
    const [piece] = this.text.pieces(located);
    piece?.node.parentElement?.scrollIntoView({ block: 'center' });
    this.edit(annotation);
  }

  press(x: number, y: number): boolean {
    const at = this.annotationAt(x, y);
    if (at === null || getSelection()?.isCollapsed === false) return false;
    this.edit(at);
    return true;
  }

  dismiss(): boolean {
    if (this.shown === null) return false;
    this.close();
    return true;
  }
  owns = (event: Event) => this.host.owns(event);
  isHost = (node: Node) => this.host.is(node);
  hasFocus = () => this.host.hasFocus();
  receive = (event: Event) => this.host.receive(event);

  private locate(): void {
    const anchored = this.annotations.flatMap((each) =>
      each.anchor === null ? [] : [{ ...each, anchor: each.anchor }],
    );
    const found = locateAll(
      this.text.text,
      anchored.map(({ anchor }) => anchor),
    );
    this.located = new Map(anchored.map(({ id }, index) => [id, found[index]!]));
    this.painter.set(
      anchored.flatMap(({ id, colour }) => {
        const located = this.located.get(id)!;
        if (located.state === 'orphan') return [];
        return [{ colour, isChanged: located.state === 'changed', pieces: this.text.pieces(located) }];
      }),
    );
  }

  private annotationAt(x: number, y: number): Annotation | null {
    const hit = this.annotations.filter(({ id }) => {
      const located = this.located.get(id);
      if (located === undefined || located.state === 'orphan') return false;
      return rectsOf(this.text.pieces(located)).some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      );
    });
    // Of overlapping ones the one that was made last.
    return hit.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
  }

  private edit(annotation: Annotation): void {
    const { colour, note, tags } = annotation;
    const located = this.located.get(annotation.id);
    const pieces = located === undefined || located.state === 'orphan' ? [] : this.text.pieces(located);
    this.show({ is: 'editor', of: annotation, colour, draft: { note, tags }, failure: null }, pieces);
  }

  private closeToolbar(): void {
    if (this.shown?.is === 'toolbar') this.close();
  }

  private close(): void {
    this.shown = null;
    this.root?.unmount();
    this.root = null;
    this.host.detach();
  }

  private show(shown: Shown, pieces: readonly Piece[]): void {
    this.shown = shown;
    const { frame } = this.host;
    this.host.attach(pieces[0]?.node ?? document.documentElement);
    this.root ??= createRoot(frame);
    frame.classList.toggle('is-toolbar', shown.is === 'toolbar');
    const language = this.page?.language ?? 'zh';
    this.root.render(
      <InLanguage value={language}>
        <div lang={wordsOf(language).lang} className="hover">
          {shown.is === 'toolbar' ? this.toolbar(shown.span) : this.editor(shown, pieces)}
        </div>
      </InLanguage>,
    );
    requestAnimationFrame(() => {
      const rects = rectsOf(pieces);
      const last = rects.at(-1);
      const line = last ?? new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
      placeBeside(line, frame);
      if (shown.is === 'editor') frame.querySelector('textarea')?.focus({ preventScroll: true });
    });
  }

  private toolbar(span: Span) {
    return (
      <Toolbar
        onColour={(colour) => void this.make(span, colour, { note: '', tags: [] })}
        onNote={() =>
          this.show(
            { is: 'editor', of: { span }, colour: FIRST_COLOUR, draft: { note: '', tags: [] }, failure: null },
            this.text.pieces(span),
          )
        }
        onCopy={() => void copy(this.cited(span)).then(() => this.close())}
        onClose={() => this.close()}
      />
    );
  }

  private editor(shown: Extract<Shown, { is: 'editor' }>, pieces: readonly Piece[]) {
    const { of, colour, draft, failure } = shown;
    const existing = 'id' in of ? of : null;
    const located = existing === null ? undefined : this.located.get(existing.id);
    const isChanged = located?.state === 'changed';
    const words = wordsOf(this.page?.language ?? 'zh').notes;
    const quote =
      existing === null ? this.text.text.slice((of as New).span.start, (of as New).span.end) : existing.anchor?.quote;
    return (
      <NoteEditor
        key={`${existing?.id ?? 'new'} ${colour} ${failure}`}
        quote={quote ?? null}
        colour={colour}
        note={draft.note}
        tags={draft.tags}
        now={isChanged ? this.text.text.slice(located.start, located.end) : null}
        otherNotes={existing?.otherNotes ?? []}
        failure={failure === null ? null : words.failures[failure]}
        onColour={(next, written) => this.show({ ...shown, colour: next, draft: written }, pieces)}
        onSave={(written) => void this.save(shown, written, pieces)}
        onConfirm={isChanged && existing !== null ? () => void this.confirm(existing, located) : null}
        onDelete={existing === null ? null : () => void this.remove(existing)}
        onCopy={(text) => void copy(text)}
        onClose={() => this.close()}
      />
    );
  }

  private async save(
    shown: Extract<Shown, { is: 'editor' }>,
    draft: NoteDraft,
    pieces: readonly Piece[],
  ): Promise<void> {
    const { of, colour } = shown;
    const failure = 'id' in of ? await this.change(of, { ...draft, colour }) : await this.make(of.span, colour, draft);
    if (failure !== null) this.show({ ...shown, draft, failure }, pieces);
  }

  /** Null when it was done. */
  private async make(span: Span, colour: Colour, draft: NoteDraft): Promise<StoreFailureReason | null> {
    const anchor: Anchor = describe(this.text.text, span);
    const annotation = {
      id: newId(),
      anchor,
      paragraph: this.text.paragraphAt(span.start),
      colour,
      entries: [],
      ...draft,
    };
    return this.done(await ask(() => askBackground('annotate', { article: this.articleDraft(), annotation })));
  }

  private async change({ id, revision }: Annotation, change: AnnotationChange): Promise<StoreFailureReason | null> {
    return this.done(await ask(() => askBackground('changeAnnotation', { id, revision, change })));
  }

  private async confirm(annotation: Annotation, span: Span): Promise<void> {
    await this.change(annotation, { anchor: describe(this.text.text, span) });
  }

  private async remove({ id }: Annotation): Promise<void> {
    this.done(await ask(() => askBackground('deleteAnnotation', { id })));
  }

  private done(answer: FromStore<unknown>): StoreFailureReason | null {
    if (answer.is === 'failed') return answer.reason;
    if (answer.is === 'refused') return 'failed';
    getSelection()?.removeAllRanges();
    this.close();
    void this.refresh();
    return null;
  }

  private articleDraft(): ArticleDraft {
    const { article, blocks } = this.page!;
    const { title, publishedAt } = article;
    const { source } = readArticle(document, article.url);
    return { url: document.URL, title, publishedAt, source, paragraphs: blocks.map(({ text }) => text) };
  }

  /** The quote with the article that it is from. */
  private cited(span: Span): string {
    const { title, publishedAt, source } = this.articleDraft();
    const from = [title === null ? null : `《${title}》`, source, publishedAt]
      .filter((each) => each !== null)
      .join('，');
    return `${this.text.text.slice(span.start, span.end)}\n${from}\n${document.URL}`;
  }
}

/** 128 random bits; `crypto.randomUUID` is not there on pages over plain http. */
function newId(): AnnotationId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') as AnnotationId;
}

/** A worker that does not answer is told like a store that failed. */
function ask<T>(question: () => Promise<FromStore<T>>): Promise<FromStore<T>> {
  return question().catch((error: unknown) => {
    report('writing a note', error);
    return { is: 'failed', reason: 'failed' };
  });
}

/** CSS px of the viewport, line by line. */
function rectsOf(pieces: readonly Piece[]): DOMRect[] {
  return pieces.flatMap(({ node, start, end }) => {
    if (!node.isConnected || end > node.length) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()];
  });
}
