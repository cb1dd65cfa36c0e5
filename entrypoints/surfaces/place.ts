import { autoUpdate } from '@floating-ui/dom';

/** CSS px between the marked line and the card. */
const GAP = 6;
/** CSS px kept free at the edges of the window. */
const MARGIN = 8;
/** CSS px; more is too much to take in beside an article, the rest is scrolled to. */
const TALLEST = 560;
/** CSS px; with less nothing can be read, then the card may lie on the line. */
const LEAST_HEIGHT = 80;

/**
 * Moves the frame beside a line of the window: below it if there is room or more of it, else above. Sizes are
 * those of the frame's own boxes and of the visual viewport, on which a page's zoom, transforms and writing
 * mode have no hold. With less room than `least` (CSS px) it lies on the line.
 */
export function placeBeside(line: DOMRect, frame: HTMLElement, least = LEAST_HEIGHT): void {
  const { offsetLeft, offsetTop, width, height } = visualViewport!;
  const [left, top] = [offsetLeft + MARGIN, offsetTop + MARGIN];
  const [right, bottom] = [offsetLeft + width - MARGIN, offsetTop + height - MARGIN];
  const below = bottom - line.bottom - GAP;
  const above = line.top - GAP - top;
  const isBelow = wantedHeight(frame) <= below || below >= above;
  const room = Math.min(Math.max(isBelow ? below : above, least), bottom - top);
  frame.style.maxHeight = `${Math.min(TALLEST, room)}px`;
  const x = within(left, line.left, right - frame.offsetWidth);
  const y = within(top, isBelow ? line.bottom + GAP : line.top - GAP - frame.offsetHeight, bottom - frame.offsetHeight);
  frame.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  frame.style.visibility = 'visible';
}

/** CSS px that show everything: as it is, and what is scrolled out of sight. */
function wantedHeight(frame: HTMLElement): number {
  const scrolled = [...frame.querySelectorAll('.card, .card-body')].reduce(
    (sum, { scrollHeight, clientHeight }) => sum + scrollHeight - clientHeight,
    0,
  );
  return Math.min(TALLEST, frame.offsetHeight + scrolled);
}

function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Calls `moved` at once and whenever the element, the frame or the window changes place or size; returns how to end it. */
export function follow(element: Element, frame: HTMLElement, moved: () => void): () => void {
  const reference = { getBoundingClientRect: () => element.getBoundingClientRect(), contextElement: element };
  return autoUpdate(reference, frame, moved, { ancestorScroll: false });
}

/**
 * Moves the frame above a passage, where it covers nothing that is read next; where there is no room, to the lower
 * edge of the window. On a touch screen always there: above and below stand the browser's own handles and menu.
 */
export function placeAbove(first: DOMRect, frame: HTMLElement, byTouch: boolean): void {
  const { offsetLeft, offsetTop, width, height } = visualViewport!;
  const above = first.top - GAP - frame.offsetHeight;
  const isAbove = !byTouch && above >= offsetTop + MARGIN && first.top <= offsetTop + height;
  const left = offsetLeft + MARGIN;
  const right = offsetLeft + width - MARGIN - frame.offsetWidth;
  const x = within(left, isAbove ? first.left : offsetLeft + (width - frame.offsetWidth) / 2, right);
  const y = isAbove ? above : offsetTop + height - MARGIN - frame.offsetHeight;
  frame.style.maxHeight = 'none';
  frame.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  frame.style.visibility = 'visible';
}
