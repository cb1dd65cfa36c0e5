import type { CardKey, Language, PartialDate } from '../model';
import type { AnyCard } from '../reference/unlistedCard';
import type { Mark, Marks } from './marks';
import { addSurface, type Surface } from './surface';

/**
 * The contract between the content script and the overlay, which is injected into the same isolated
 * world when first needed. Both find each other under `OVERLAY` on `globalThis`; the page's own
 * world does not see it.
 */
const OVERLAY = Symbol.for('pangzhu overlay');

export interface Overlay extends Surface {
  show(view: CardView): void;
  /** Closes the card; a message that has taken its place stays. */
  hide(): void;
  /** Moves the focus into the card. */
  focus(): void;
  /** Scrolls as little as needed until a mark can be seen. */
  reveal(mark: Mark, marks: Marks, shadowRoots: ShadowRoot[]): void;
}

/** What the card shows and whom it calls. */
export interface CardView {
  readonly mark: Mark;
  /** Another number for each opening; the same while a card follows its mark through readings of the page. */
  readonly opening: number;
  readonly card: AnyCard;
  readonly language: Language;
  /** The mark is the nth of so many with its card in this frame; n counts from 1. */
  readonly nth: number;
  readonly count: number;
  readonly date: PartialDate | null;
  readonly pinned: boolean;
  /** Viewport rectangle that the card must not cover, CSS px, as it is now; null while the mark is not drawn. */
  readonly line: () => DOMRect | null;
  /** The card of an entry that the page mentions. */
  readonly cardHere: (key: CardKey) => AnyCard | undefined;
  readonly on: {
    readonly enter: () => void;
    readonly leave: () => void;
    readonly pin: (pinned: boolean) => void;
    readonly close: () => void;
    readonly step: (by: 1 | -1) => void;
    /** Opens a note on the mention. */
    readonly note: () => void;
  };
}

export function overlayHere(): Overlay | undefined {
  return (globalThis as { [OVERLAY]?: Overlay })[OVERLAY];
}

export function setOverlay(overlay: Overlay): void {
  (globalThis as { [OVERLAY]?: Overlay })[OVERLAY] = overlay;
  addSurface(overlay);
}
