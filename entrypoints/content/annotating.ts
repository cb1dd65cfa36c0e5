import { askBackground } from '../../lib/messages';
import type { Mark } from '../../lib/page/marks';
import { notesHere, type Notes } from '../../lib/page/notes';
import { selectedRange } from '../../lib/page/selection';
import { surfaces } from '../../lib/page/surface';
import type { Reading } from './reading';

/** ms without a change after which a selection made with a finger is done: its handles tell of no end. */
const SETTLED = 400;

/** Brings the notes in when the page has some or the reader wants to make one, and keeps them up to date. */
export class Annotating {
  private coming: Promise<Notes | null> | null = null;
  private hasNotes = false;
  /** Asked for before the page was read. */
  private wanted: 'colour' | 'note' | null = null;
  private byTouch = false;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly isAlive: () => boolean,
    signal: AbortSignal,
  ) {
    const options = { signal, passive: true, capture: true } as const;
    const selected = (event: Event) => setTimeout(() => void this.selected(event), 0);
    document.addEventListener('pointerup', selected, options);
    document.addEventListener('keyup', selected, options);
    document.addEventListener('pointerdown', ({ pointerType }) => (this.byTouch = pointerType === 'touch'), options);
    document.addEventListener(
      'selectionchange',
      (event) => {
        clearTimeout(this.settling);
        if (this.byTouch) this.settling = setTimeout(() => void this.selected(event), SETTLED);
      },
      options,
    );
  }

  /** The page was read. */
  async read(): Promise<void> {
    if (!this.isRead()) return;
    notesHere()?.read(this.reading);
    this.hasNotes ||= await askBackground('hasNotes', { url: document.URL }).catch(() => false);
    if (this.hasNotes || this.wanted !== null) await this.ready();
    if (this.wanted !== null) notesHere()?.annotate(this.wanted);
    this.wanted = null;
  }

  /** Annotations were changed somewhere. */
  async refresh(): Promise<void> {
    if (notesHere() === undefined) return this.read();
    await notesHere()?.refresh();
  }

  /** What is selected in this frame, if it is in this one. */
  async annotate(what: 'colour' | 'note'): Promise<void> {
    if (selectedRange(this.reading.shadowRoots) === null) return;
    if (this.isRead()) (await this.ready())?.annotate(what);
    else this.wanted = what;
  }

  async noteOn({ block, start, end }: Mark): Promise<void> {
    (await this.ready())?.noteOn(block, { start, end });
  }

  /** Not before they have the page: what is asked of them meanwhile waits. */
  ready(): Promise<Notes | null> {
    if (this.coming !== null) return this.coming;
    const here = notesHere();
    if (here !== undefined) return Promise.resolve(here);
    this.coming = this.bring().finally(() => (this.coming = null));
    return this.coming;
  }

  private async bring(): Promise<Notes | null> {
    await askBackground('notes', null).catch(() => undefined);
    const notes = notesHere() ?? null;
    notes?.read(this.reading);
    return notes;
  }

  private async selected(event: Event): Promise<void> {
    if (!this.isRead() || surfaces().some((surface) => surface.owns(event))) return;
    const isNothing = selectedRange(this.reading.shadowRoots) === null;
    if (isNothing && notesHere() === undefined) return;
    (await this.ready())?.select(this.byTouch);
  }

  private isRead(): boolean {
    return this.isAlive() && (this.reading.state === 'read' || this.reading.state === 'not-chinese');
  }
}
