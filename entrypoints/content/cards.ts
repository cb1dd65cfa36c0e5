import { next, shown, wakesAt, type Hover, type HoverEvent } from '../../lib/hover/hover';
import { askBackground } from '../../lib/messages';
import type { EntryId } from '../../lib/model';
import { markAtPoint, rectsOf, type Mark } from '../../lib/page/marks';
import { overlayHere, type Overlay } from '../../lib/page/overlay';
import type { Card } from '../../lib/reference/card';
import type { Reading } from './reading';

/** ms between two looks at where the pointer is. */
const LOOK_EVERY = 30;
/** ms to wait for the page to stop scrolling before a card opens at the place jumped to. */
const SCROLL_SETTLES = 600;

/** Opens and closes cards: feeds pointer, touch and commands into the hover machine and shows what it says. */
export class Cards {
  private state: Hover<Mark> = { is: 'idle' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastX = 0;
  private lastY = 0;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;
  private lookedAt = 0;
  private cursor: Mark | null = null;
  private overlay: Promise<Overlay | null> | null = null;
  private focusBefore: HTMLElement | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly isAlive: () => boolean,
    signal: AbortSignal,
  ) {
    const passive = { capture: true, passive: true, signal } as const;
    document.addEventListener('pointermove', (event) => this.pointerMoved(event), passive);
    // Not capturing: only leaving the window counts, not leaving this or that element.
    document.documentElement.addEventListener(
      'pointerleave',
      () => this.send({ is: 'over', mark: null, distance: 0, at: performance.now() }),
      { passive: true, signal },
    );
    document.addEventListener('pointerdown', (event) => this.pointerDown(event), passive);
    document.addEventListener('click', (event) => this.tapped(event), passive);
    window.addEventListener('scroll', () => this.send({ is: 'scroll' }), passive);
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      clearTimeout(this.lookAgain);
      overlayHere()?.hide();
    });
  }

  /** The page was read again: a card whose mark is gone closes. */
  marksChanged(): void {
    const mark = shown(this.state);
    if (mark !== null && !this.reading.marks.of(mark.block).includes(mark)) this.send({ is: 'close' });
    if (this.cursor !== null && !this.reading.marks.of(this.cursor.block).includes(this.cursor)) this.cursor = null;
  }

  /** Next or previous mention of the page, from the last one shown or from the top of the window. */
  async step(by: 1 | -1): Promise<void> {
    const marks = this.reading.all().filter((mark) => rectsOf(mark).length > 0);
    if (marks.length === 0) return;
    const from = this.cursor === null ? -1 : marks.indexOf(this.cursor);
    const firstVisible = marks.findIndex((mark) => rectsOf(mark)[0]!.top >= 0);
    let to = from >= 0 ? from + by : firstVisible;
    if (to < 0) to = by === 1 && from < 0 ? 0 : marks.length - 1;
    await this.goTo(marks[to % marks.length]!, 'with-card');
  }

  /** The nth mention of an entry, counted from 0. */
  async jump(entryId: EntryId, nth: number, card: 'with-card' | 'without-card'): Promise<void> {
    const marks = this.marksOf(entryId);
    const mark = marks[((nth % marks.length) + marks.length) % marks.length];
    if (mark !== undefined) await this.goTo(mark, card);
  }

  owns(target: EventTarget | null): boolean {
    return overlayHere()?.owns(target) ?? false;
  }

  private async goTo(mark: Mark, card: 'with-card' | 'without-card'): Promise<void> {
    this.cursor = mark;
    await bringIntoView(mark);
    if (card === 'with-card') {
      if (!this.owns(document.activeElement)) this.focusBefore = document.activeElement as HTMLElement | null;
      this.send({ is: 'press', mark, by: 'keyboard' });
    } else this.reading.painter.setCurrent(mark);
  }

  private pointerMoved(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !this.reading.visible) return;
    clearTimeout(this.lookAgain);
    if (this.owns(event.target)) return;
    // The last place counts: a pointer that comes to rest sends nothing more.
    const early = this.lookedAt + LOOK_EVERY - performance.now();
    if (early > 0) this.lookAgain = setTimeout(() => this.look(event), early);
    else this.look(event);
  }

  private look({ clientX, clientY, buttons }: PointerEvent): void {
    if (!this.isAlive()) return;
    this.lookedAt = performance.now();
    const distance = Math.hypot(clientX - this.lastX, clientY - this.lastY);
    this.lastX = clientX;
    this.lastY = clientY;
    const mark = buttons === 0 ? this.markAt(clientX, clientY) : null;
    if (mark === null && this.state.is === 'idle') return;
    this.send({ is: 'over', mark, distance, at: performance.now() });
  }

  private pointerDown(event: PointerEvent): void {
    if (this.owns(event.target)) return;
    if (event.pointerType !== 'touch') this.send({ is: 'press-outside' });
  }

  /** A tap with a finger; links keep their meaning. */
  private tapped(event: MouseEvent): void {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch' || this.owns(event.target)) return;
    const onLink = event.target instanceof Element && event.target.closest('a[href], button, label, summary') !== null;
    const mark = onLink || !this.reading.visible ? null : this.markAt(event.clientX, event.clientY);
    if (mark === null) this.send({ is: 'press-outside' });
    else {
      this.lastX = event.clientX;
      this.lastY = event.clientY;
      this.send({ is: 'press', mark, by: 'touch' });
    }
  }

  private markAt(x: number, y: number): Mark | null {
    return markAtPoint(this.reading.marks, x, y, [...this.reading.shadowRoots]);
  }

  private send(event: HoverEvent<Mark>): void {
    const before = this.state;
    this.state = next(before, event);
    if (this.state === before) return;
    // The dwell is time enough to bring the overlay in; a page on which nobody rests never pays for it.
    if (this.state.is === 'waiting') void this.overlayReady();
    clearTimeout(this.timer);
    const wake = wakesAt(this.state);
    if (wake !== null) {
      this.timer = setTimeout(
        () => this.send({ is: 'tick', at: performance.now() + 1 }),
        Math.max(0, wake - performance.now()),
      );
    }
    const [was, is] = [shown(before), shown(this.state)];
    const pinChanged = pinnedIn(before) !== pinnedIn(this.state);
    if (is === null) {
      if (was !== null) this.hide(event);
    } else if (is !== was || pinChanged) void this.show(is, this.state);
  }

  private hide(event: HoverEvent<Mark>): void {
    const overlay = overlayHere();
    const hadFocus = overlay?.owns(document.activeElement) ?? false;
    overlay?.hide();
    this.reading.painter.setCurrent(null);
    if (hadFocus && event.is === 'close') this.focusBefore?.focus({ preventScroll: true });
    this.focusBefore = null;
  }

  private async show(mark: Mark, state: Hover<Mark>): Promise<void> {
    const overlay = overlayHere() ?? (await this.overlayReady());
    if (overlay === null || shown(this.state) !== mark) return;
    const { reading } = this;
    const card = reading.card(mark.mention.entryId);
    if (card === undefined) return;
    const same = this.marksOf(mark.mention.entryId);
    this.cursor = mark;
    reading.painter.setCurrent(mark);
    const cardsOf = (ids: readonly EntryId[]) => ids.flatMap((id) => reading.card(id) ?? []);
    overlay.show({
      mark,
      card,
      alternatives: cardsOf(mark.mention.alternatives),
      parts: cardsOf(mark.mention.parts),
      language: reading.language,
      nth: same.indexOf(mark) + 1,
      count: same.length,
      date: reading.article.publishedAt,
      pinned: pinnedIn(this.state),
      line: this.lineOf(mark, state),
      on: {
        enter: () => this.send({ is: 'enter-card' }),
        leave: () => this.send({ is: 'leave-card', at: performance.now() }),
        pin: (pinned) => this.send({ is: 'pin', pinned }),
        close: () => this.send({ is: 'close' }),
        step: (by) => void this.jump(mark.mention.entryId, same.indexOf(mark) + by, 'with-card'),
        wrong: () => this.wrong(mark),
        open: (id) => this.cardOf(id),
      },
    });
    if (state.is === 'open' && state.by === 'keyboard') overlay.focus();
  }

  private async wrong(mark: Mark): Promise<{ undo: () => Promise<void> }> {
    const { id } = await askBackground('wrongHere', { form: mark.mention.surface, entryId: mark.mention.entryId });
    return {
      undo: async () => {
        await askBackground('undoWrongHere', { id });
      },
    };
  }

  private async cardOf(id: EntryId): Promise<Card | null> {
    return this.reading.card(id) ?? (await askBackground('card', { id, date: this.reading.article.publishedAt }));
  }

  private marksOf(entryId: EntryId): readonly Mark[] {
    return this.reading.all().filter((mark) => mark.mention.entryId === entryId);
  }

  /** The line under the pointer, as high as the whole mark, so that the card covers no line of it. */
  private lineOf(mark: Mark, state: Hover<Mark>): DOMRect {
    const rects = rectsOf(mark);
    const byPointer = state.is === 'open' && state.by !== 'keyboard';
    const under = byPointer
      ? rects.find(
          (rect) =>
            this.lastX >= rect.left &&
            this.lastX <= rect.right &&
            this.lastY >= rect.top - 3 &&
            this.lastY <= rect.bottom + 3,
        )
      : undefined;
    const line = under ?? rects[0] ?? new DOMRect();
    const top = Math.min(...rects.map((rect) => rect.top), line.top);
    const bottom = Math.max(...rects.map((rect) => rect.bottom), line.bottom);
    return new DOMRect(line.left, top, line.width, bottom - top);
  }

  private overlayReady(): Promise<Overlay | null> {
    this.overlay ??= askBackground('overlay', null).then(
      () => overlayHere() ?? null,
      () => {
        this.overlay = null;
        return null;
      },
    );
    return this.overlay;
  }
}

function pinnedIn(state: Hover<Mark>): boolean {
  return state.is === 'open' && state.pinned;
}

async function bringIntoView(mark: Mark): Promise<void> {
  const rect = rectsOf(mark)[0];
  if (rect !== undefined && rect.top >= 0 && rect.bottom <= innerHeight) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const element = mark.block.runs[0]?.node.parentElement ?? mark.block.element;
  const settled = new Promise<void>((resolve) => {
    document.addEventListener('scrollend', () => resolve(), { once: true, capture: true });
    setTimeout(resolve, SCROLL_SETTLES);
  });
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
  await settled;
  // A long paragraph: its middle is not where the mark is.
  const now = rectsOf(mark)[0];
  if (now !== undefined && (now.top < 0 || now.bottom > innerHeight)) {
    scrollBy({ top: now.top - innerHeight / 2, behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
