/** Newer than the library's types: what `getSelection` tells of shadow trees. */
interface Composed {
  getComposedRanges?(options: { readonly shadowRoots: readonly ShadowRoot[] }): readonly StaticRange[];
}

/** What the reader has selected in this frame, in these shadow trees too; null when it is nothing. */
export function selectedRange(shadowRoots: readonly ShadowRoot[]): Range | null {
  const selection = getSelection();
  const [composed] = (selection as Composed | null)?.getComposedRanges?.({ shadowRoots }) ?? [];
  const found = composed ?? (selection?.rangeCount ? selection.getRangeAt(0) : null);
  if (found === null || found.collapsed) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}
