import type { KeyedMention, Span } from '../model';
import { piecesOf, type Block } from './blocks';

/** A mention in its place on the page: a span of a block. */
export interface Mark extends Span {
  readonly block: Block;
  readonly mention: KeyedMention;
}

/** All marks of a frame, found by text node and offset. */
export class Marks {
  private readonly byBlock = new Map<Block, readonly Mark[]>();
  private readonly blockOf = new WeakMap<Node, { readonly block: Block; readonly start: number }>();

  set(block: Block, marks: readonly Mark[]): void {
    this.byBlock.set(block, marks);
    for (const run of block.runs) this.blockOf.set(run.node, { block, start: run.start });
  }

  drop(block: Block): readonly Mark[] {
    const marks = this.byBlock.get(block) ?? [];
    this.byBlock.delete(block);
    return marks;
  }

  /** Whether the block was answered, be it with nothing. */
  has(block: Block): boolean {
    return this.byBlock.has(block);
  }

  of(block: Block): readonly Mark[] {
    return this.byBlock.get(block) ?? [];
  }

  /** The marks that hold or touch an offset of a text node: two where one ends and another begins. */
  at(node: Node, offset: number): readonly Mark[] {
    const place = this.blockOf.get(node);
    const marks = place && this.byBlock.get(place.block);
    if (!marks) return [];
    const at = place.start + offset;
    return marks.filter((mark) => mark.start <= at && at <= mark.end);
  }
}

/** The text node in which a mark begins. */
export function nodeOf({ block, start }: Mark): Text {
  return (block.runs.find((run) => start < run.start + run.length) ?? block.runs[0]!).node;
}

/** CSS px of the viewport: where a mark is drawn, line by line. */
export function rectsOf(mark: Mark): DOMRect[] {
  return piecesOf(mark.block, mark).flatMap(({ node, start, end }) => {
    if (!node.isConnected || end > node.length) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()];
  });
}

/**
 * The line of a mark under a point of the viewport (its first line without one), as high as the whole
 * mark, so that a card beside it covers no line of it. CSS px; null when the mark is not drawn.
 */
export function lineOf(mark: Mark, point: Point | null): DOMRect | null {
  const rects = rectsOf(mark);
  const line = rects.find((rect) => point !== null && isIn(rect, point)) ?? rects[0];
  if (line === undefined) return null;
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(line.left, top, line.width, bottom - top);
}

/** The mark that stands where another stood when the page was read before; null when there is none. */
export function sameAgain(mark: Mark, marks: readonly Mark[]): Mark | null {
  const equal = marks.filter(
    ({ mention, start, block }) =>
      mention.key === mark.mention.key && start === mark.start && block.text === mark.block.text,
  );
  return equal.find(({ block }) => block.element === mark.block.element) ?? equal[0] ?? null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A pointer this far from the letters (CSS px) still means them: the underline lies below. */
const SLACK = 3;

/** The mark drawn at a point of the viewport. `caretPositionFromPoint` is the fastest way in both browsers. */
export function markAtPoint(marks: Marks, x: number, y: number, shadowRoots: ShadowRoot[]): Mark | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  if (caret === null) return null;
  const isOver = (mark: Mark) => rectsOf(mark).some((rect) => isIn(rect, { x, y }));
  return marks.at(caret.offsetNode, caret.offset).find(isOver) ?? null;
}

function isIn(rect: DOMRect, { x, y }: Point): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - SLACK && y <= rect.bottom + SLACK;
}
