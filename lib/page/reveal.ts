import { markAtPoint, nodeOf, rectsOf, type Mark, type Marks } from './marks';
import { upwards } from './tree';

/** Scrolls as little as needed until a mark can be seen: in the window, in every box that scrolls, under no header. */
export function reveal(mark: Mark, marks: Marks, shadowRoots: ShadowRoot[]): void {
  const element = nodeOf(mark).parentElement ?? mark.block.element;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  if (isSeen(mark, marks, shadowRoots)) return;
  for (const box of upwards(element)) if (box instanceof Element) centre(mark, box);
}

function isSeen(mark: Mark, marks: Marks, shadowRoots: ShadowRoot[]): boolean {
  const rect = rectsOf(mark)[0];
  if (rect === undefined) return false;
  return markAtPoint(marks, (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2, shadowRoots) === mark;
}

/** A paragraph may be longer than the box in which it scrolls. */
function centre(mark: Mark, box: Element): void {
  const rect = rectsOf(mark)[0];
  if (rect === undefined || box.scrollHeight <= box.clientHeight) return;
  const isWindow = box === document.scrollingElement;
  const middle = isWindow ? innerHeight / 2 : box.getBoundingClientRect().top + box.clientHeight / 2;
  box.scrollBy({ top: (rect.top + rect.bottom) / 2 - middle, behavior: 'instant' });
}
