import { next, shown, wakesAt, type Hover, type HoverEvent } from '../../lib/hover/hover';
import { askBackground } from '../../lib/messages';
import type { CardKey } from '../../lib/model';
import { lineOf, markAtPoint, rectsOf, sameAgain, type Mark } from '../../lib/page/marks';
import { overlayHere, type Overlay } from '../../lib/page/overlay';
import { focused, upwards } from '../../lib/page/tree';
import type { Reading } from './reading';

/** ms between two looks at where the pointer is. */
const LOOK_EVERY = 30;

/** Opens and closes cards: feeds pointer, touch and commands into the hover machine and shows what it says. */
export class Cards {
  private state: Hover<Mark> = { is: 'idle' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastX = 0;
  private lastY = 0;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;
  private lookedAt = 0;
  private cursor: Mark | null = null;
  private opening = 0;
  private focusedIn = 0;
  private wereVisible: boolean;
  private overlay: Promise<Overlay | null> | null = null;
  private focusBefore: HTMLElement | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly annotate: (mark: Mark) => void,
    private readonly isAlive: () => boolean,
    signal: AbortSignal,
  ) {
    this.wereVisible = reading.visible;
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
    window.addEventListener('scroll', (event) => this.scrolled(event), passive);
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      clearTimeout(this.lookAgain);
      overlayHere()?.hide();
    });
  }

  /** The page was read again, in part or as a whole: a card follows its mark, or closes when that is gone for good. */
  marksChanged(): void {
    const { reading } = this;
    const wereVisible = this.wereVisible;
    this.wereVisible = reading.visible;
    if (wereVisible && !reading.visible) this.send({ is: 'close' });
    const marks = reading.all();
    const now = (mark: Mark) => {
      if (marks.includes(mark)) return mark;
      return sameAgain(mark, marks) ?? (reading.isUnderWay ? mark : null);
    };
    this.cursor &&= now(this.cursor);
    this.send({ is: 'reread', now });
  }

  /** Next or previous mention of the frame: from the last one shown, or else from the top of the window; or from the edge. */
  step(by: 1 | -1, from: 'cursor' | 'edge'): 'shown' | 'none' {
    const marks = this.reading.all().filter((mark) => rectsOf(mark).length > 0);
    const mark = marks[from === 'edge' ? edgeOf(marks, by) : this.after(marks, by)];
    if (mark === undefined) return 'none';
    void this.goTo(mark);
    return 'shown';
  }

  leave(): void {
    this.cursor = null;
    this.send({ is: 'close' });
  }

  /** The nth mention of an entry, counted from 0; before the first comes the last. */
  jump(key: CardKey, nth: number): void {
    const marks = this.marksOf(key);
    const mark = marks.at(nth % marks.length);
    if (mark !== undefined) void this.goTo(mark);
  }

  /** The index of the mark after the cursor; without one, of the first in sight or below, or of the last above. */
  private after(marks: readonly Mark[], by: 1 | -1): number {
    const at = this.cursor === null ? -1 : marks.indexOf(this.cursor);
    if (at >= 0) return at + by;
    const first = marks.findIndex((mark) => rectsOf(mark)[0]!.top >= 0);
    const below = first < 0 ? marks.length : first;
    return by === 1 ? below : below - 1;
  }

  private async goTo(mark: Mark): Promise<void> {
    this.cursor = mark;
    const overlay = overlayHere() ?? (await this.overlayReady());
    if (overlay === null || this.cursor !== mark) return;
    overlay.reveal(mark, this.reading.marks, [...this.reading.shadowRoots]);
    if (!overlay.hasFocus()) this.focusBefore = focused();
    this.send({ is: 'press', mark, by: 'keyboard' });
  }

  private pointerMoved(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !this.reading.visible) return;
    clearTimeout(this.lookAgain);
    // The last place counts: a pointer that comes to rest sends nothing more.
    const early = this.lookedAt + LOOK_EVERY - performance.now();
    if (early > 0) this.lookAgain = setTimeout(() => this.look(event), early);
    else this.look(event);
  }

  private look({ clientX, clientY, buttons }: PointerEvent): void {
    if (!this.isAlive()) return;
    // With a card open the press began in it: text is being selected, the pointer may lead out of it.
    if (buttons !== 0 && shown(this.state) !== null) return;
    this.lookedAt = performance.now();
    const distance = Math.hypot(clientX - this.lastX, clientY - this.lastY);
    this.lastX = clientX;
    this.lastY = clientY;
    const mark = buttons === 0 ? this.markAt(clientX, clientY) : null;
    if (mark === null && this.state.is === 'idle') return;
    this.send({ is: 'over', mark, distance, at: performance.now() });
  }

  private pointerDown(event: PointerEvent): void {
    if (event.pointerType !== 'touch') this.send({ is: 'press-outside' });
  }

  /** A tap with a finger; links keep their meaning. */
  private tapped(event: MouseEvent): void {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const onLink = event.target instanceof Element && event.target.closest('a[href], button, label, summary') !== null;
    const mark = onLink || !this.reading.visible ? null : this.markAt(event.clientX, event.clientY);
    if (mark === null) this.send({ is: 'press-outside' });
    else {
      this.lastX = event.clientX;
      this.lastY = event.clientY;
      this.send({ is: 'press', mark, by: 'touch' });
    }
  }

  /** Only what scrolls with the mark in it counts; pages have other boxes that scroll, some by themselves. */
  private scrolled({ target }: Event): void {
    if (this.state.is === 'idle') return;
    for (const each of upwards(this.state.mark.block.element)) {
      if (each === target) return this.send({ is: 'scroll' });
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
    if (is === null) {
      if (was !== null) this.hide(event);
      return;
    }
    if (is === was && pinnedIn(before) === pinnedIn(this.state)) return;
    if (is !== was && event.is !== 'reread') this.opening++;
    void this.show(is, this.state);
  }

  private hide(event: HoverEvent<Mark>): void {
    const overlay = overlayHere();
    const hadFocus = overlay?.hasFocus() ?? false;
    overlay?.hide();
    this.reading.painter.setCurrent(null);
    // A press elsewhere takes the focus there.
    if (hadFocus && event.is !== 'press-outside') this.focusBefore?.focus({ preventScroll: true });
    this.focusBefore = null;
  }

  private async show(mark: Mark, state: Hover<Mark>): Promise<void> {
    const overlay = overlayHere() ?? (await this.overlayReady());
    if (overlay === null || shown(this.state) !== mark) return;
    const { reading, opening } = this;
    const { key } = mark.mention;
    const card = reading.card(key);
    if (card === undefined) return;
    const same = this.marksOf(key);
    const by = state.is === 'open' ? state.by : 'pointer';
    const point = by === 'keyboard' ? null : { x: this.lastX, y: this.lastY };
    this.cursor = mark;
    reading.painter.setCurrent(mark);
    overlay.show({
      mark,
      opening,
      card,
      language: reading.language,
      nth: same.indexOf(mark) + 1,
      count: same.length,
      date: reading.date,
      pinned: pinnedIn(this.state),
      line: () => lineOf(mark, point),
      cardHere: reading.card,
      on: {
        enter: () => {
          clearTimeout(this.lookAgain);
          this.send({ is: 'enter-card' });
        },
        leave: () => this.send({ is: 'leave-card', at: performance.now() }),
        pin: (pinned) => this.send({ is: 'pin', pinned }),
        close: () => this.send({ is: 'close' }),
        step: (way) => this.jump(key, same.indexOf(mark) + way),
        note: () => {
          this.send({ is: 'close' });
          this.annotate(mark);
        },
      },
    });
    // Once: what is shown again (pinned, followed through a change of the page) leaves the focus where it is.
    if (by === 'keyboard' && this.focusedIn !== opening) overlay.focus();
    this.focusedIn = opening;
  }

  private marksOf(key: CardKey): readonly Mark[] {
    return this.reading.all().filter((mark) => mark.mention.key === key);
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

function edgeOf(marks: readonly Mark[], by: 1 | -1): number {
  return by === 1 ? 0 : marks.length - 1;
}
