/** A node and everything above it as the page is drawn: through slots, and out of shadow roots to their hosts. */
export function* upwards(node: Node | null): Generator<Node, void, undefined> {
  for (let each = node; each !== null; each = above(each)) yield each;
}

function above(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element || node instanceof Text ? node.assignedSlot : null) ?? node.parentNode;
}

/** What has the focus, inside shadow roots too: there only can it be given back. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLElement | null;
}
