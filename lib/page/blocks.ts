import type { Span } from '../model';

/**
 * A stretch of a page that reads as one: the text of a paragraph, a heading, a table cell, with its
 * inline nodes joined. Line breaks of the source are spaces (same length), `<br>` is `\n`.
 */
export interface Block {
  readonly element: Element;
  readonly text: string;
  readonly runs: readonly Run[];
}

/** A text node's place in its block. */
export interface Run {
  readonly node: Text;
  /** UTF-16 offset in the block where the node's data begins. */
  readonly start: number;
  readonly length: number;
}

/** A piece of one text node. */
export interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The pieces of text nodes that make up a span of a block, so that nothing between them (ruby, markup) is touched. */
export function piecesOf(block: Block, span: Span): Piece[] {
  const pieces: Piece[] = [];
  for (const { node, start, length } of block.runs) {
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, start + length);
    if (from < to) pieces.push({ node, start: from - start, end: to - start });
  }
  return pieces;
}

/** Whether two readings of the page found the same block: same nodes, same text. */
export function isSameBlock(a: Block, b: Block): boolean {
  return (
    a.element === b.element &&
    a.text === b.text &&
    a.runs.length === b.runs.length &&
    a.runs.every((run, index) => run.node === b.runs[index]!.node)
  );
}
