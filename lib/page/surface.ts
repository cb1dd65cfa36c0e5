/** Something of ours that shows on a page: the card, the notes. Found by the content script under one name on `globalThis`. */
export interface Surface {
  /** Closes what shows. False when nothing did. */
  dismiss(): boolean;
  /** Whether an event comes out of our shadow root. */
  owns(event: Event): boolean;
  /** Whether a node is our one element in the page. */
  isHost(node: Node): boolean;
  hasFocus(): boolean;
  /** Takes an event if it comes out of our shadow root; true when the page, and so that root itself, must not see it. */
  receive(event: Event): boolean;
}

const SURFACES = Symbol.for('pangzhu surfaces');
type World = { [SURFACES]?: Surface[] };

export function surfaces(): readonly Surface[] {
  return (globalThis as World)[SURFACES] ?? [];
}

export function addSurface(surface: Surface): void {
  ((globalThis as World)[SURFACES] ??= []).push(surface);
}
