import { COLOURS, type Colour } from '../model';
import { NOTE_COLOURS } from '../words/colours';
import type { Piece } from './blocks';
import { HIGHLIGHT_PREFIX } from './paint';

/** What is painted of an annotation. */
export interface PaintedNote {
  readonly colour: Colour;
  /** Found, but with other words: told apart until the reader has seen to it. */
  readonly isChanged: boolean;
  /** Belongs to the same text at another address, and is only shown here. */
  readonly isElsewhere?: boolean;
  readonly pieces: readonly Piece[];
}

const CHANGED = `${HIGHLIGHT_PREFIX}note-changed`;
const ELSEWHERE = `${HIGHLIGHT_PREFIX}note-elsewhere`;

/** Paints annotations as backgrounds under the lines of the mentions; overlapping ones blend. */
export class NotePainter {
  private names: string[] = [];

  set(notes: readonly PaintedNote[]): void {
    this.clear();
    const byName = new Map<string, Highlight>();
    const add = (name: string, piece: Piece) => {
      const highlight = byName.get(name) ?? new Highlight();
      highlight.priority = -1;
      byName.set(name, highlight);
      const { node, start, end } = piece;
      highlight.add(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
    };
    for (const { colour, isChanged, isElsewhere = false, pieces } of notes) {
      for (const piece of pieces) {
        add(noteName(colour), piece);
        if (isChanged) add(CHANGED, piece);
        if (isElsewhere) add(ELSEWHERE, piece);
      }
    }
    for (const [name, highlight] of byName) CSS.highlights.set(name, highlight);
    this.names = [...byName.keys()];
  }

  clear(): void {
    for (const name of this.names) CSS.highlights.delete(name);
    this.names = [];
  }
}

function noteName(colour: Colour): string {
  return `${HIGHLIGHT_PREFIX}note-${colour}`;
}

/** The rules for highlights of annotations. */
export function noteStyles(): string[] {
  return [
    ...COLOURS.map(
      (colour) =>
        `::highlight(${noteName(colour)}) { background-color: color-mix(in srgb, ${NOTE_COLOURS[colour]} 38%, transparent) !important; }`,
    ),
    `::highlight(${ELSEWHERE}) { text-decoration: underline dashed 1px currentColor !important; }`,
    `::highlight(${CHANGED}) { text-decoration: underline wavy 1px #d1242f !important; }`,
  ];
}
