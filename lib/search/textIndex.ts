import { foldedUnits } from './folded';
import { isWordUnit, MOST_DOCUMENTS, placeIn, Segment } from './segment';

/** What is looked for: folded units; a Latin word is found where a word begins with it. */
export interface Term {
  readonly units: Uint16Array;
  readonly isWord: boolean;
}

/** Units and documents that are read through before they become a segment of their own. */
const LONGEST_TAIL = 1 << 20;
const MOST_IN_TAIL = 1 << 14;
/** Segment number of a document that is still in the tail, and of one that is gone. */
const IN_TAIL = -1;
const GONE = -2;

interface Place {
  segment: number;
  /** In its segment, or in the tail. */
  at: number;
}

/** Texts by number, found by any run of their characters. Changes cost what the changed text costs. */
export class TextIndex {
  private readonly segments: { readonly segment: Segment; readonly ids: Uint32Array }[] = [];
  private readonly places: (Place | undefined)[] = [];
  private tail: { readonly id: number; readonly text: Uint16Array }[] = [];
  private tailLength = 0;

  /** `id`: small and dense. What had it before is gone. */
  put(id: number, text: string): void {
    const units = foldedUnits(text);
    this.places[id] = { segment: IN_TAIL, at: this.tail.length };
    this.tail.push({ id, text: units });
    this.tailLength += units.length;
    if (this.tailLength >= LONGEST_TAIL || this.tail.length >= MOST_IN_TAIL) this.settle();
  }

  remove(id: number): void {
    const place = this.places[id];
    if (place !== undefined) place.segment = GONE;
  }

  /** Makes a segment of what came last: it is found faster so. */
  settle(): void {
    const kept = this.tail.filter(({ id }, at) => this.isAt(id, IN_TAIL, at));
    this.tail = [];
    this.tailLength = 0;
    for (let from = 0; from < kept.length; from += MOST_DOCUMENTS) {
      const part = kept.slice(from, from + MOST_DOCUMENTS);
      const number = this.segments.length;
      this.segments.push({
        segment: new Segment(part.map(({ text }) => text)),
        ids: Uint32Array.from(part, ({ id }) => id),
      });
      part.forEach(({ id }, at) => (this.places[id] = { segment: number, at }));
    }
  }

  /** Calls `found` once for each text that has the term. */
  find({ units, isWord }: Term, found: (id: number) => void): void {
    if (units.length === 0) return;
    this.segments.forEach(({ segment, ids }, number) => {
      const documents = segment.find(units, isWord);
      for (let i = 0; i < documents.length; i++) {
        const id = ids[documents[i]!]!;
        if (this.isAt(id, number, documents[i]!)) found(id);
      }
    });
    this.tail.forEach(({ id, text }, at) => {
      if (this.isAt(id, IN_TAIL, at) && placeIn(text, 0, text.length, units, isWord) >= 0) found(id);
    });
  }

  /** Where a term begins in a text, in folded units; -1 when it is not there. */
  placeOf(id: number, { units, isWord }: Term): number {
    const place = this.places[id];
    if (place === undefined || place.segment === GONE || units.length === 0) return -1;
    if (place.segment !== IN_TAIL) return this.segments[place.segment]!.segment.placeOf(place.at, units, isWord);
    const { text } = this.tail[place.at]!;
    return placeIn(text, 0, text.length, units, isWord);
  }

  private isAt(id: number, segment: number, at: number): boolean {
    const place = this.places[id];
    return place !== undefined && place.segment === segment && place.at === at;
  }
}

/** A term of what is asked, or null when nothing of it is left to look for. */
export function termOf(text: string): Term | null {
  const units = foldedUnits(text);
  return units.length === 0 ? null : { units, isWord: isWordUnit(units[0]!) };
}
