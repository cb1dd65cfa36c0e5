import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { InLanguage } from '../../components/words';
import type { Language } from '../../lib/model';
import type { Piece } from '../../lib/page/blocks';
import { focused } from '../../lib/page/tree';
import { wordsOf } from '../../lib/words/words';
import { Host } from '../surfaces/host';
import { placeAbove, placeBeside } from '../surfaces/place';
import type { Shown } from './shown';

/** So often the same thing comes back; a page that goes on throwing it out has won. What was written is kept all the same. */
const RETURNS = 100;

/** Where things are shown: one at a time, in the one element of the notes in the page. */
export class Stage {
  readonly host = new Host();
  shown: Shown | null = null;
  /** Of the passage that what is shown belongs to. */
  pieces: readonly Piece[] = [];
  private root: Root | null = null;
  private focusBefore: HTMLElement | null = null;
  private returns = 0;
  private readonly removal = new MutationObserver(() => this.keep());

  show(shown: Shown, pieces: readonly Piece[], language: Language, view: ReactNode): void {
    // Another thing, not the same with other words: its fields begin anew.
    const isOther = this.shown?.is !== shown.is;
    if (isOther) this.unmount();
    if (!this.host.hasFocus()) this.focusBefore = focused();
    this.shown = shown;
    this.pieces = pieces;
    const { frame } = this.host;
    this.host.attach(pieces[0]?.node ?? document.documentElement);
    if (isOther) this.returns = 0;
    this.watch();
    this.root ??= createRoot(frame);
    frame.classList.toggle('is-toolbar', shown.is === 'toolbar');
    const { lang } = wordsOf(language);
    flushSync(() =>
      this.root?.render(
        <InLanguage value={language}>
          <div lang={lang} className="hover">
            {view}
          </div>
        </InLanguage>,
      ),
    );
    this.place();
    // Not before: what is invisible takes no focus.
    if (isOther && shown.is === 'editor') frame.querySelector('textarea')?.focus({ preventScroll: true });
    if (shown.is === 'card' && shown.pinned && !this.host.hasFocus()) {
      frame.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
    }
  }

  close(): void {
    if (this.host.hasFocus()) this.focusBefore?.focus({ preventScroll: true });
    this.removal.disconnect();
    this.shown = null;
    this.pieces = [];
    this.unmount();
    this.host.detach();
    this.host.frame.style.visibility = 'hidden';
  }

  /** A page that throws away what it did not put there gets it back, at once: the reader may be writing. */
  keep(): void {
    if (this.shown === null || this.host.isConnected || this.returns++ > RETURNS) return;
    this.host.attachAgain();
    this.watch();
    this.place();
  }

  private watch(): void {
    this.removal.disconnect();
    if (this.host.home !== null) this.removal.observe(this.host.home, { childList: true });
  }

  place(): void {
    const { frame } = this.host;
    const rects = rectsOf(this.pieces);
    const [first, last] = [rects[0], rects.at(-1)];
    const is = this.shown?.is;
    if (this.shown?.is === 'toolbar') {
      if (first !== undefined) placeAbove(first, frame, this.shown.byTouch);
    } else if (is === 'card' || is === 'editor') {
      placeBeside(last !== undefined && isInSight(last) ? last : middleFor(frame), frame);
    } else {
      Object.assign(frame.style, { visibility: 'visible', transform: 'none', maxHeight: 'none' });
    }
  }

  private unmount(): void {
    this.root?.unmount();
    this.root = null;
  }
}

function isInSight({ top, bottom }: DOMRect): boolean {
  return bottom >= 0 && top <= innerHeight;
}

/** Where something that belongs to no line is placed beside. */
function middleFor(frame: HTMLElement): DOMRect {
  return new DOMRect((innerWidth - frame.offsetWidth) / 2, innerHeight / 4, 0, 0);
}

/** CSS px of the viewport, line by line. */
export function rectsOf(pieces: readonly Piece[]): DOMRect[] {
  return pieces.flatMap(({ node, start, end }) => {
    if (!node.isConnected || end > node.length) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()];
  });
}
