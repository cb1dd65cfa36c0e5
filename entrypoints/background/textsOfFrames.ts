import { fingerprintsOf } from '../../lib/identity/fingerprint';

/** Frames whose texts are kept at a time; those that asked last. */
const MOST_FRAMES = 32;
/** Paragraphs kept of a frame: one that goes on and on (comments as they come) is known by its beginning. */
const MOST_TEXTS = 5_000;

/**
 * What frames have asked about, until they ask for their notes: whether a page is a reprint is told by its text, which
 * the page need not send twice. Pages that do not ask pay nothing for it. Forgotten with the worker.
 */
export class TextsOfFrames {
  private readonly frames = new Map<string, readonly string[]>();

  /** Of a page that begins anew. */
  begin(frame: string, texts: readonly string[]): void {
    this.frames.delete(frame);
    this.frames.set(frame, texts);
    const [oldest] = this.frames.keys();
    if (this.frames.size > MOST_FRAMES) this.frames.delete(oldest!);
  }

  add(frame: string, texts: readonly string[]): void {
    this.frames.set(frame, [...(this.frames.get(frame) ?? []), ...texts].slice(0, MOST_TEXTS));
  }

  fingerprints(frame: string): string[] {
    return fingerprintsOf(this.frames.get(frame) ?? []);
  }
}
