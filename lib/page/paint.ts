import type { KeyedMention, Kind } from '../model';
import { piecesOf } from './blocks';
import type { Mark } from './marks';

/** Names in `CSS.highlights`, which the page shares with us: ours begin so, and only ours are touched. */
export const HIGHLIGHT_PREFIX = 'pangzhu-';
const CURRENT = `${HIGHLIGHT_PREFIX}current`;

/**
 * Paints marks with the CSS Custom Highlight API: no element is added, no text is wrapped.
 * Highlights are never iterated (Firefox throws in content scripts); each mark keeps its ranges.
 */
export class Painter {
  private readonly highlights = new Map<string, Highlight>();
  private readonly ranges = new Map<Mark, readonly StaticRange[]>();
  private current: Highlight | null = null;
  private visible = true;

  add(marks: Iterable<Mark>): void {
    for (const mark of marks) {
      if (this.ranges.has(mark)) continue;
      const ranges = piecesOf(mark.block, mark).map(
        ({ node, start, end }) =>
          new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      );
      this.ranges.set(mark, ranges);
      const highlight = this.highlightOf(mark.mention);
      for (const range of ranges) highlight.add(range);
    }
    this.show();
  }

  remove(marks: Iterable<Mark>): void {
    for (const mark of marks) {
      const highlight = this.highlightOf(mark.mention);
      for (const range of this.ranges.get(mark) ?? []) highlight.delete(range);
      this.ranges.delete(mark);
    }
  }

  clear(): void {
    this.takeDown();
    this.highlights.clear();
    this.ranges.clear();
    this.setCurrent(null);
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    if (visible) return this.show();
    this.takeDown();
    this.setCurrent(null);
  }

  /** Sets apart the mark whose card is open. */
  setCurrent(mark: Mark | null): void {
    const ranges = mark === null ? undefined : this.ranges.get(mark);
    if (ranges === undefined || !this.visible) {
      if (this.current !== null) CSS.highlights.delete(CURRENT);
      this.current = null;
      return;
    }
    this.current = new Highlight();
    for (const range of ranges) this.current.add(range);
    CSS.highlights.set(CURRENT, this.current);
  }

  /** Puts ours back if the page has thrown them away (`CSS.highlights.clear()`). */
  show(): void {
    if (!this.visible) return;
    for (const [name, highlight] of this.highlights) {
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }

  /** Leaves alone what stands under our names but is not ours: a newer script may have taken over. */
  private takeDown(): void {
    for (const [name, highlight] of this.highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }

  private highlightOf({ status, kind }: KeyedMention): Highlight {
    const name = highlightName(status, kind);
    let highlight = this.highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      this.highlights.set(name, highlight);
    }
    return highlight;
  }
}

export function highlightName(status: KeyedMention['status'], kind: Kind): string {
  return HIGHLIGHT_PREFIX + (status === 'known' ? '' : 'unlisted-') + kind;
}
