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

/** Of one colour, so many at one place are told apart; more are rare, and look like so many. */
const LAYERS = 3;

/** Paints annotations as backgrounds under the lines of the mentions; overlapping ones blend, also those of one colour. */
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
    const layers = new Layers();
    for (const { colour, isChanged, isElsewhere = false, pieces } of notes) {
      const layer = layers.take(colour, pieces);
      for (const piece of pieces) {
        add(noteName(colour, layer), piece);
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

interface Taken {
  readonly piece: Piece;
  readonly colour: Colour;
  readonly layer: number;
}

/** Within one highlight nothing blends: what overlaps another of its colour is painted in the next layer. */
class Layers {
  private readonly taken = new Map<Text, Taken[]>();

  take(colour: Colour, pieces: readonly Piece[]): number {
    let layer = 0;
    while (layer < LAYERS - 1 && pieces.some((piece) => this.isTaken(piece, colour, layer))) layer++;
    for (const piece of pieces) {
      const there = this.taken.get(piece.node);
      if (there === undefined) this.taken.set(piece.node, [{ piece, colour, layer }]);
      else there.push({ piece, colour, layer });
    }
    return layer;
  }

  private isTaken({ node, start, end }: Piece, colour: Colour, layer: number): boolean {
    const isThere = (each: Taken) =>
      each.colour === colour && each.layer === layer && each.piece.start < end && start < each.piece.end;
    return this.taken.get(node)?.some(isThere) === true;
  }
}

function noteName(colour: Colour, layer: number): string {
  return `${HIGHLIGHT_PREFIX}note-${colour}${layer === 0 ? '' : `-${layer + 1}`}`;
}

/** The rules for highlights of annotations. */
export function noteStyles(): string[] {
  return [
    ...COLOURS.flatMap((colour) =>
      Array.from({ length: LAYERS }, (_, layer) => ({ colour, name: noteName(colour, layer) })),
    ).map(
      ({ colour, name }) =>
        `::highlight(${name}) { background-color: color-mix(in srgb, ${NOTE_COLOURS[colour]} 38%, transparent) !important; }`,
    ),
    `::highlight(${ELSEWHERE}) { text-decoration: underline dashed 1px currentColor !important; }`,
    `::highlight(${CHANGED}) { text-decoration: underline wavy 1px #d1242f !important; }`,
  ];
}
