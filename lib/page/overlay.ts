import type { EntryId, Language, PartialDate } from '../model';
import type { Card } from '../reference/card';
import type { Mark } from './marks';

/**
 * The contract between the content script and the overlay, which is injected into the same isolated
 * world when first needed. Both find each other under `OVERLAY` on `globalThis`; the page's own
 * world does not see it.
 */
const OVERLAY = Symbol.for('pangzhu overlay');

export interface Overlay {
  show(view: CardView): void;
  hide(): void;
  /** Whether an event that left our shadow root came from it. */
  owns(target: EventTarget | null): boolean;
  /** A key pressed inside the card; the page never sees it. */
  key(event: KeyboardEvent): void;
  /** Moves the focus into the card. */
  focus(): void;
}

/** What the card shows and whom it calls. */
export interface CardView {
  readonly mark: Mark;
  readonly card: Card;
  readonly alternatives: readonly Card[];
  readonly parts: readonly Card[];
  readonly language: Language;
  /** The mark is the nth of so many of its entry in this frame; n counts from 1. */
  readonly nth: number;
  readonly count: number;
  readonly date: PartialDate | null;
  readonly pinned: boolean;
  /** Viewport rectangle that the card must not cover, CSS px. */
  readonly line: DOMRect;
  readonly on: {
    readonly enter: () => void;
    readonly leave: () => void;
    readonly pin: (pinned: boolean) => void;
    readonly close: () => void;
    readonly step: (by: 1 | -1) => void;
    readonly wrong: () => Promise<{ readonly undo: () => Promise<void> }>;
    readonly open: (id: EntryId) => Promise<Card | null>;
  };
}

export function overlayHere(): Overlay | undefined {
  return (globalThis as { [OVERLAY]?: Overlay })[OVERLAY];
}

export function setOverlay(overlay: Overlay): void {
  (globalThis as { [OVERLAY]?: Overlay })[OVERLAY] = overlay;
}
