import { next, shown, wakesAt, type Hover, type HoverEvent } from '../../lib/hover/hover';
import type { AnnotationId } from '../../lib/model';
import { surfaces } from '../../lib/page/surface';

/** ms between two looks at where the pointer is. */
const LOOK_EVERY = 30;
const HAS_A_MEANING = 'a[href], button, label, summary, input, textarea, select';

interface Callbacks {
  /** The annotation under a point of the viewport that has something to read, if no mention is there. */
  readonly noteAt: (x: number, y: number) => AnnotationId | null;
  /** Any annotation under a point. */
  readonly anyAt: (x: number, y: number) => AnnotationId | null;
  readonly show: (id: AnnotationId, pinned: boolean) => void;
  readonly hide: () => void;
}

/** Opens the card of an annotation when the pointer rests on its passage, or a press chooses it. */
export class Hovering {
  private state: Hover<AnnotationId> = { is: 'idle' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;
  private lookedAt = 0;
  private last = { x: 0, y: 0 };

  constructor(
    private readonly on: Callbacks,
    frame: HTMLElement,
    signal: AbortSignal,
  ) {
    const options = { capture: true, passive: true, signal } as const;
    document.addEventListener('pointermove', (event) => this.moved(event), options);
    document.addEventListener(
      'pointerdown',
      (event) => this.isElsewhere(event) && this.send({ is: 'press-outside' }),
      options,
    );
    document.addEventListener('click', (event) => this.clicked(event), options);
    document.addEventListener('scroll', () => this.send({ is: 'scroll' }), options);
    frame.addEventListener('pointerenter', () => this.send({ is: 'enter-card' }), { signal });
    frame.addEventListener(
      'pointerleave',
      ({ buttons }) => buttons === 0 && this.send({ is: 'leave-card', at: performance.now() }),
      { signal },
    );
    signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      clearTimeout(this.lookAgain);
    });
  }

  /** Opens a card that stays. */
  open(id: AnnotationId): void {
    this.send({ is: 'press', mark: id, by: 'keyboard' });
    this.send({ is: 'pin', pinned: true });
  }

  close(): void {
    this.send({ is: 'close' });
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    clearTimeout(this.lookAgain);
    const early = this.lookedAt + LOOK_EVERY - performance.now();
    if (early > 0) this.lookAgain = setTimeout(() => this.look(event), early);
    else this.look(event);
  }

  private look({ clientX, clientY, buttons }: PointerEvent): void {
    this.lookedAt = performance.now();
    const distance = Math.hypot(clientX - this.last.x, clientY - this.last.y);
    this.last = { x: clientX, y: clientY };
    if (buttons !== 0 && shown(this.state) !== null) return;
    const mark = buttons === 0 ? this.on.noteAt(clientX, clientY) : null;
    if (mark === null && this.state.is === 'idle') return;
    this.send({ is: 'over', mark, distance, at: performance.now() });
  }

  private clicked(event: MouseEvent): void {
    if (!this.isElsewhere(event) || getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest(HAS_A_MEANING) !== null) return;
    const id = this.on.anyAt(event.clientX, event.clientY);
    if (id !== null) this.open(id);
  }

  private isElsewhere(event: Event): boolean {
    return !surfaces().some((surface) => surface.owns(event));
  }

  private send(event: HoverEvent<AnnotationId>): void {
    const before = this.state;
    this.state = next(before, event);
    if (this.state === before) return;
    clearTimeout(this.timer);
    const wake = wakesAt(this.state);
    if (wake !== null) {
      const wait = Math.max(0, wake - performance.now());
      this.timer = setTimeout(() => this.send({ is: 'tick', at: performance.now() + 1 }), wait);
    }
    const [was, is] = [shown(before), shown(this.state)];
    if (is === null) {
      if (was !== null) this.on.hide();
    } else if (is !== was || isPinned(before) !== isPinned(this.state)) {
      this.on.show(is, isPinned(this.state));
    }
  }
}

function isPinned(state: Hover<AnnotationId>): boolean {
  return state.is === 'open' && state.pinned;
}
