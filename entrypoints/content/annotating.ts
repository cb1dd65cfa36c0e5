import { askBackground } from '../../lib/messages';
import { notesHere, type Notes, type NotesPage } from '../../lib/page/notes';
import { surfaces } from '../../lib/page/surface';
import type { Reading } from './reading';

/** Brings the notes in when the page has some or the reader selects text, and keeps them up to date. */
export class Annotating {
  private coming: Promise<Notes | null> | null = null;
  private hasNotes = false;

  constructor(
    private readonly reading: Reading,
    private readonly isAlive: () => boolean,
    signal: AbortSignal,
  ) {
    const options = { signal, passive: true, capture: true } as const;
    const selected = (event: Event) => setTimeout(() => void this.selected(event), 0);
    document.addEventListener('pointerup', selected, options);
    document.addEventListener('keyup', selected, options);
    document.addEventListener('click', ({ clientX, clientY }) => void notesHere()?.press(clientX, clientY), options);
  }

  /** The page was read. */
  async read(): Promise<void> {
    if (!this.isAlive() || this.reading.state !== 'read') return;
    const notes = notesHere();
    if (notes !== undefined) return notes.read(this.page());
    if (this.hasNotes || (await askBackground('hasNotes', { url: document.URL }).catch(() => false))) {
      this.hasNotes = true;
      (await this.ready())?.read(this.page());
    }
  }

  /** Annotations were changed somewhere. */
  async refresh(): Promise<void> {
    if (notesHere() === undefined) return this.read();
    await notesHere()?.refresh();
  }

  private async selected(event: Event): Promise<void> {
    if (!this.isAlive() || surfaces().some((surface) => surface.owns(event))) return;
    const selection = getSelection();
    const isNothing = selection === null || selection.isCollapsed || this.reading.state !== 'read';
    if (isNothing && notesHere() === undefined) return;
    const notes = await this.ready();
    notes?.select();
  }

  private ready(): Promise<Notes | null> {
    const here = notesHere();
    if (here !== undefined) return Promise.resolve(here);
    this.coming ??= askBackground('notes', null).then(
      () => {
        const notes = notesHere() ?? null;
        notes?.read(this.page());
        return notes;
      },
      () => null,
    );
    return this.coming;
  }

  private page(): NotesPage {
    return { blocks: this.reading.text(), article: this.reading.article, language: this.reading.language };
  }
}
