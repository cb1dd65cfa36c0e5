import type { Span } from '../model';
import { PARAGRAPH_MARK } from '../text/normalise';
import { piecesOf, type Block, type Piece } from './blocks';

/** The text of a frame as anchors see it: all blocks in page order, and the way between it and the page. */
export class PageText {
  readonly text: string;
  /** Where each block begins in the text. */
  private readonly begins: readonly number[];
  private starts: ReadonlyMap<Node, number> | null = null;

  constructor(readonly blocks: readonly Block[]) {
    const begins: number[] = [];
    let length = 0;
    for (const block of blocks) {
      begins.push(length);
      length += block.text.length + PARAGRAPH_MARK.length;
    }
    this.begins = begins;
    this.text = blocks.map(({ text }) => text).join(PARAGRAPH_MARK);
  }

  /** The pieces of text nodes that a span of the text covers, over as many blocks as it has. */
  pieces(span: Span): Piece[] {
    return this.blocksIn(span).flatMap(({ block, begin }) =>
      piecesOf(block, { start: span.start - begin, end: span.end - begin }),
    );
  }

  /** Where a place of a text node lies in the text; null when that node is not part of it. */
  offsetOf(node: Node, offset: number): number | null {
    this.starts ??= new Map(
      this.blocks.flatMap(({ runs }, index) => runs.map((run) => [run.node, this.begins[index]! + run.start] as const)),
    );
    const start = this.starts.get(node);
    return start === undefined ? null : start + offset;
  }

  /** Where a span of a block lies in the text; null when the block is not part of it. */
  spanIn(block: Block, { start, end }: Span): Span | null {
    const begin = this.begins[this.blocks.indexOf(block)];
    return begin === undefined ? null : { start: begin + start, end: begin + end };
  }

  /** The blocks that a span touches, and where each begins in the text. */
  blocksIn(span: Span): { readonly block: Block; readonly begin: number }[] {
    const found = [];
    for (let index = this.blockAt(span.start); index < this.blocks.length; index++) {
      const begin = this.begins[index]!;
      if (begin >= span.end) break;
      found.push({ block: this.blocks[index]!, begin });
    }
    return found;
  }

  /** The text of the block in which an offset lies. */
  paragraphAt(offset: number): string {
    return this.blocks[this.blockAt(offset)]?.text ?? '';
  }

  /**
   * What of the text a range of the page covers, or null when that is nothing: our own surface, an input, a
   * picture. White space at both ends is left out.
   */
  spanOf(range: Range): Span | null {
    let start = -1;
    let end = -1;
    this.blocks.forEach((block, index) => {
      if (!range.intersectsNode(block.element)) return;
      for (const { node, start: at, length } of block.runs) {
        if (!range.intersectsNode(node)) continue;
        const from = range.startContainer === node ? Math.min(range.startOffset, length) : 0;
        const to = range.endContainer === node ? Math.min(range.endOffset, length) : length;
        if (from >= to) continue;
        if (start < 0) start = this.begins[index]! + at + from;
        end = this.begins[index]! + at + to;
      }
    });
    return start < 0 ? null : trimmed(this.text, { start, end });
  }

  /** Index of the block in which an offset lies, or of the last before it. */
  private blockAt(offset: number): number {
    let low = 0;
    let high = this.begins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.begins[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const quote = text.slice(start, end);
  const from = start + quote.length - quote.trimStart().length;
  const to = end - (quote.length - quote.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}
