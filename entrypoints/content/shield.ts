import { surfaces } from '../../lib/page/surface';

const KEYS = 'keydown keyup keypress';
/** Those whose default our card may prevent. */
const CANCELLED = 'mousedown click copy';
const OTHERS =
  'mouseup mousemove mouseover mouseout mouseenter mouseleave dblclick auxclick contextmenu wheel pointerdown ' +
  'pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel gotpointercapture ' +
  'lostpointercapture touchstart touchmove touchend touchcancel focus blur focusin focusout dragstart drag dragend ' +
  'dragenter dragover dragleave drop selectstart cut paste beforeinput input change beforetoggle toggle ' +
  'compositionstart compositionupdate compositionend';

/**
 * Keeps what happens in our own interface from the page: its shortcuts, its focus traps, its menus that
 * close on a press elsewhere. Listens first in the capture phase, before any listener of the page, since
 * it is called at document_start; what our shadow root needs of these events is handed to it.
 */
export function shieldPage(signal: AbortSignal): void {
  // A key that went down in the card belongs to it until it is up, though the card may be gone by then.
  const held = new Set<string>();

  function keepKey(event: KeyboardEvent): void {
    const isOurs = surfaces().filter((surface) => surface.receive(event)).length > 0;
    const isEscape = event.type === 'keydown' && event.key === 'Escape' && !event.isComposing;
    const closes = isEscape && surfaces().some((surface) => surface.dismiss());
    if (!isOurs && !closes && !held.has(event.code)) return;
    event.stopImmediatePropagation();
    // The browser would go on to close the page's own dialog.
    if (closes) event.preventDefault();
    if (event.type === 'keydown') held.add(event.code);
    if (event.type === 'keyup') held.delete(event.code);
  }

  function keep(event: Event): void {
    // All of them: each notes whether a press was its own.
    const taken = surfaces().filter((surface) => surface.receive(event));
    if (taken.length > 0) event.stopImmediatePropagation();
  }

  const listen = (types: string, listener: (event: never) => void, passive: 'passive' | 'active') => {
    for (const type of types.split(' ')) {
      const options = { capture: true, passive: passive === 'passive', signal };
      window.addEventListener(type, listener as EventListener, options);
    }
  };
  listen(KEYS, keepKey, 'active');
  listen(CANCELLED, keep, 'active');
  listen(OTHERS, keep, 'passive');
  // Keys that come up in another window are never heard of.
  window.addEventListener('blur', (event) => event.target === window && held.clear(), { signal });
}
