import type { Mention, Span } from '../model';
import { piecesOf, type Block } from './blocks';

/** A mention in its place on the page: a span of a block. */
export interface Mark extends Span {
  readonly block: Block;
  readonly mention: Mention;
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

/** A pointer this far from the letters (CSS px) still means them: the underline lies below. */
const SLACK = 3;

/** The mark drawn at a point of the viewport. `caretPositionFromPoint` is the fastest way in both browsers. */
export function markAtPoint(marks: Marks, x: number, y: number, shadowRoots: ShadowRoot[]): Mark | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  if (caret === null) return null;
  const isOver = (mark: Mark) =>
    rectsOf(mark).some(
      (rect) => x >= rect.left && x <= rect.right && y >= rect.top - SLACK && y <= rect.bottom + SLACK,
    );
  return marks.at(caret.offsetNode, caret.offset).find(isOver) ?? null;
}
