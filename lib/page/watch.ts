/** ms between a change of the page and the next reading, so that a burst is read once. */
const SETTLE = 150;
/** The reading may use this share of the time at most, however often the page changes. */
const SHARE = 0.1;
/** ms. The longest wait between two readings of a page that never rests. */
const LONGEST_WAIT = 5000;

/** Calls `changed` after the page's text may have changed; how soon depends on what the last reading cost. */
export class Watch {
  private readonly observer: MutationObserver;
  private readonly appearing: IntersectionObserver;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private cost = 0;

  constructor(
    private readonly changed: () => void,
    signal: AbortSignal,
  ) {
    this.observer = new MutationObserver(() => this.schedule());
    // A hidden part that gets a box near the window is reported here; nothing has to be polled.
    this.appearing = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.schedule();
      },
      { rootMargin: '100%' },
    );
    signal.addEventListener('abort', () => this.stop());
  }

  /** Watches the document and the given roots; hidden elements until they appear. */
  start(roots: readonly Node[], hidden: readonly Element[]): void {
    for (const root of roots) this.observer.observe(root, { subtree: true, childList: true, characterData: true });
    this.appearing.disconnect();
    for (const element of hidden) this.appearing.observe(element);
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
    this.appearing.disconnect();
  }
}
