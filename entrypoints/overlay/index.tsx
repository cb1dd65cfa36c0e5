import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { nodeOf } from '../../lib/page/marks';
import { overlayHere, setOverlay, type CardView, type Overlay } from '../../lib/page/overlay';
import { reveal } from '../../lib/page/reveal';
import { Host } from '../surfaces/host';
import { wrongHere } from './asking';
import { HoverCard } from './HoverCard';
import { follow, placeBeside } from '../surfaces/place';
import { Toast } from './Toast';

/** A page that removes our element gets it back so many times in a row, then we let it be. */
const RETRIES = 3;

export default defineUnlistedScript(() => {
  if (overlayHere() === undefined) setOverlay(createOverlay());
});

function createOverlay(): Overlay {
  const host = new Host();
  const { frame } = host;
  let root: Root | null = null;
  let stopFollowing: (() => void) | null = null;
  let view: CardView | null = null;
  /** Where the card of an opening lies; pinned, it stays there whatever the mark does. */
  let placed: { readonly opening: number; readonly line: DOMRect } | null = null;
  let removals = 0;
  let wantsFocus = false;

  // A finger has no place when it is up: it neither enters nor leaves. A press that leads out of the card selects text.
  frame.addEventListener('pointerenter', ({ pointerType }) => pointerType !== 'touch' && view?.on.enter());
  frame.addEventListener(
    'pointerleave',
    ({ pointerType, buttons }) => pointerType !== 'touch' && buttons === 0 && view?.on.leave(),
  );

  function show(next: CardView): void {
    const isOther = view?.mark !== next.mark;
    view = next;
    host.attach(nodeOf(next.mark));
    root ??= createRoot(frame);
    // Painted in the frame in which it was asked for.
    flushSync(() => root?.render(<HoverCard key={next.opening} view={next} onWrong={() => void wrong(next)} />));
    if (isOther || stopFollowing === null) {
      stopFollowing?.();
      stopFollowing = follow(nodeOf(next.mark).parentElement ?? next.mark.block.element, frame, place);
      if (view === null) clear();
    } else place();
    watchRemoval();
  }

  function place(): void {
    if (view === null) return;
    if (!view.pinned || placed?.opening !== view.opening) {
      const line = view.line();
      if (line !== null) placed = { opening: view.opening, line };
      // What the page has taken out is looked for when it is read again; what is only hidden has no card.
      else if (nodeOf(view.mark).isConnected) return view.on.close();
    }
    if (!host.isDrawn) return view.on.close();
    if (placed === null) return;
    placeBeside(placed.line, frame);
    // Not before: what is invisible takes no focus.
    if (wantsFocus) frame.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
    wantsFocus = false;
  }

  /** Pages that remove what they did not put there. */
  function watchRemoval(): void {
    requestAnimationFrame(() => {
      if (view === null || host.isConnected) return;
      if (removals++ < RETRIES) show(view);
      else view.on.close();
    });
  }

  async function wrong({ mark, language }: CardView): Promise<void> {
    const done = await wrongHere(mark);
    view?.on.close();
    host.attach(mark.block.element.isConnected ? mark.block.element : document.documentElement);
    Object.assign(frame.style, { visibility: 'visible', transform: 'none', maxHeight: 'none' });
    root ??= createRoot(frame);
    root.render(<Toast form={mark.mention.surface} language={language} undo={done?.undo ?? null} onEnd={clear} />);
  }

  function clear(): void {
    view = null;
    placed = null;
    removals = 0;
    stopFollowing?.();
    stopFollowing = null;
    root?.unmount();
    root = null;
    wantsFocus = false;
    host.detach();
    frame.style.visibility = 'hidden';
  }

  return {
    show,
    hide: () => {
      if (view !== null) clear();
    },
    dismiss: () => {
      if (view !== null) view.on.close();
      else if (root !== null) clear();
      else return false;
      return true;
    },
    owns: (event) => host.owns(event),
    isHost: (node) => host.is(node),
    hasFocus: () => host.hasFocus(),
    receive: (event) => host.receive(event),
    reveal,
    focus: () => {
      wantsFocus = view !== null;
      place();
    },
  };
}
