/** ms between a change of the page and the next reading, so that a burst is read once. */
const SETTLE = 150;
/** The reading may use this share of the time at most, however often the page changes. */
const SHARE = 0.1;
/** ms. The longest wait between two readings of a page that never rests. */
const LONGEST_WAIT = 5000;

/** What a reading found that may yet change what there is to read. */
interface Watched {
  /** Elements that are not displayed. */
  readonly hidden: readonly Element[];
  /** Elements that may get a shadow root. */
  readonly bare: readonly Element[];
}

/** Calls `changed` after the page's text may have changed; how soon depends on what the last reading cost. */
export class Watch {
  private readonly observer: MutationObserver;
  private readonly appearing: IntersectionObserver;
  private readonly growing: ResizeObserver;
  private bare: readonly Element[] = [];
  private listening = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private cost = 0;

  /** `isOurs` tells our own element in the page, whose coming and going changes nothing. */
  constructor(
    private readonly changed: () => void,
    private readonly isOurs: (node: Node) => boolean,
    signal: AbortSignal,
  ) {
    this.observer = new MutationObserver((records) => {
      if (!records.every((record) => this.isOfOurs(record))) this.schedule();
    });
    // A hidden part that gets a box near the window is reported here; nothing has to be polled.
    this.appearing = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.schedule();
      },
      { rootMargin: '100%' },
    );
    // No event tells of a new shadow root, but what it shows takes room.
    this.growing = new ResizeObserver(() => {
      if (this.bare.some(({ shadowRoot }) => shadowRoot !== null)) this.schedule();
    });
    signal.addEventListener('abort', () => this.stop());
  }

  /** Watches the document and the given roots; what a reading found, until it shows something. */
  start(roots: readonly Node[], { hidden, bare }: Watched): void {
    this.unwatch();
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const root of roots) {
      this.observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['contenteditable'],
      });
      // Of `<details>`; it does not bubble and does not leave a shadow root.
      root.addEventListener('toggle', () => this.schedule(), { capture: true, passive: true, signal });
    }
    for (const element of hidden) this.appearing.observe(element);
    this.bare = bare;
    for (const element of bare) {
      // An element in the line has no size of its own.
      for (const each of [element, element.parentElement]) if (each !== null) this.growing.observe(each);
    }
  }

  /** `ms`: what the last reading took of the main thread. */
  setCost(ms: number): void {
    this.cost = ms;
  }

  schedule(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.changed();
      },
      Math.min(LONGEST_WAIT, Math.max(SETTLE, this.cost / SHARE)),
    );
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.observer.disconnect();
    this.unwatch();
  }

  private unwatch(): void {
    this.listening.abort();
    this.appearing.disconnect();
    this.growing.disconnect();
  }

  private isOfOurs({ addedNodes, removedNodes }: MutationRecord): boolean {
    const nodes = [...addedNodes, ...removedNodes];
    return nodes.length > 0 && nodes.every(this.isOurs);
  }
}
