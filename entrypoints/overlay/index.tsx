import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardStyles from '../../components/card/card.css?inline';
import tokens from '../../components/tokens.css?inline';
import { overlayHere, setOverlay, type CardView, type Overlay } from '../../lib/page/overlay';
import { HoverCard } from './HoverCard';
import overlayStyles from './overlay.css?inline';
import { Toast } from './Toast';

/** CSS px between the marked line and the card. */
const GAP = 6;
/** CSS px kept free at the edges of the window. */
const MARGIN = 8;
/** CSS px; less is not worth reading, then the other side is taken. */
const LEAST_HEIGHT = 160;
/** A page that removes our element gets it back so many times in a row, then we let it be. */
const RETRIES = 3;

export default defineUnlistedScript(() => {
  if (overlayHere() === undefined) setOverlay(createOverlay());
});

function createOverlay(): Overlay {
  let host: HTMLElement | null = null;
  let root: Root | null = null;
  let frame: HTMLElement | null = null;
  let stopFollowing: (() => void) | null = null;
  let view: CardView | null = null;
  let removals = 0;
  let wantsFocus = false;

  /** A host in a closed shadow root, in the top layer. */
  function attach(): void {
    const home = homeOfOverlay();
    if (host?.isConnected && host.parentNode === home) return;
    detach();
    host = document.createElement('div');
    host.style.cssText =
      'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; border: 0 !important; padding: 0 !important; background: none !important; overflow: visible !important;';
    host.popover = 'manual';
    const shadow = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([tokens, cardStyles, overlayStyles].join('\n'));
    shadow.adoptedStyleSheets = [sheet];
    frame = document.createElement('div');
    frame.className = 'frame';
    frame.addEventListener('pointerenter', () => view?.on.enter());
    frame.addEventListener('pointerleave', () => view?.on.leave());
    shadow.append(frame);
    root = createRoot(frame);
    home.append(host);
    host.showPopover();
    for (const type of [
      'click',
      'dblclick',
      'mousedown',
      'mouseup',
      'pointerdown',
      'pointerup',
      'contextmenu',
      'wheel',
    ] as const) {
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    // A press on a button must not take the reader's selection away.
    shadow.addEventListener('mousedown', (event) => {
      if (event.target instanceof Element && event.target.closest('button, summary, a') !== null)
        event.preventDefault();
    });
  }

  function detach(): void {
    stopFollowing?.();
    stopFollowing = null;
    root?.unmount();
    root = null;
    host?.remove();
    host = null;
    frame = null;
  }

  function place(): void {
    if (view === null || frame === null) return;
    const { line } = view;
    const card = frame;
    const reference = { getBoundingClientRect: () => line };
    void computePosition(reference, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN, crossAxis: false, fallbackStrategy: 'bestFit' }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            card.style.maxHeight = `${Math.max(LEAST_HEIGHT, availableHeight)}px`;
          },
        }),
      ],
    }).then(({ x, y }) => {
      card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      card.style.visibility = 'visible';
      // Not before: what is invisible takes no focus.
      if (wantsFocus) card.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
      wantsFocus = false;
    });
  }

  function show(next: CardView): void {
    view = next;
    attach();
    const current = next;
    // Painted in the frame in which it was asked for.
    flushSync(() => root?.render(<HoverCard key={keyOf(next)} view={next} onWrong={() => void wrong(current)} />));
    place();
    stopFollowing ??= autoUpdate(document.documentElement, frame, place, {
      ancestorScroll: false,
      layoutShift: false,
    });
    watchRemoval();
  }

  /** Pages that remove what they did not put there. */
  function watchRemoval(): void {
    const watched = host;
    queueMicrotask(() =>
      requestAnimationFrame(() => {
        if (view === null || watched === null || watched.isConnected || watched !== host) return;
        if (removals++ < RETRIES) show(view);
        else view.on.close();
      }),
    );
  }

  async function wrong({ on, mark, language }: CardView): Promise<void> {
    const { undo } = await on.wrong();
    toast(mark.mention.surface, language, undo);
  }

  function toast(form: string, language: CardView['language'], undo: () => Promise<void>): void {
    view = null;
    attach();
    frame!.style.visibility = 'visible';
    frame!.style.transform = 'none';
    root?.render(<Toast form={form} language={language} onUndo={undo} onEnd={hide} />);
  }

  function hide(): void {
    view = null;
    removals = 0;
    detach();
  }

  return {
    show,
    hide: () => {
      if (view !== null) hide();
    },
    owns: (target) => host !== null && target === host,
    key: (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        view?.on.close();
      }
    },
    focus: () => {
      wantsFocus = true;
      place();
    },
  };
}

function keyOf({ mark }: CardView): string {
  return `${mark.mention.entryId} ${mark.start}`;
}

/**
 * Where the host must live to be seen and reached: inside the page's modal dialog (everything outside
 * it is inert), or inside its fullscreen element (Chromium draws nothing outside it, top layer or not).
 */
function homeOfOverlay(): Element {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (dialog !== undefined) return dialog;
  const full = document.fullscreenElement;
  const holdsChildren = full !== null && !(full instanceof HTMLMediaElement || full instanceof HTMLIFrameElement);
  return holdsChildren ? full : document.documentElement;
}
