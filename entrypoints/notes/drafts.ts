import type { Written } from '../../components/notes/NoteEditor';
import type { Annotation, Draft } from '../../lib/model';
import { newId, write } from './asking';
import type { Passage, Target } from './shown';
import type { Writer } from './writer';

/** ms after the last key until what is written is kept. */
const KEEP_AFTER = 300;

/** What is written on this page and not saved: kept by the background in case the tab dies. */
export class Drafts {
  current: Draft | null = null;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  keep(target: Target, { colour, note, tags, entries }: Written): void {
    const on = 'annotation' in target ? target.annotation : target.passage;
    this.current = {
      annotationId: 'annotation' in target ? target.annotation.id : null,
      anchor: on?.anchor ?? null,
      paragraph: on?.paragraph ?? null,
      colour,
      note,
      tags,
      entries,
    };
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => {
      void write('keepDraft', { url: document.URL, draft: this.current });
    }, KEEP_AFTER);
  }

  /** Makes what was written a note, or a change of the one that it is on. */
  async save(writer: Writer, annotationOf: (draft: Draft) => Annotation | null): Promise<void> {
    const draft = this.current;
    if (draft === null) return;
    const annotation = annotationOf(draft);
    const failure =
      annotation === null
        ? await writer.make(newId(), passageOf(draft), draft)
        : await writer.change(annotation, writtenIn(draft));
    if (failure === null && this.current === draft) await this.forget();
  }

  async forget(): Promise<void> {
    clearTimeout(this.keeping);
    if (this.current === null) return;
    this.current = null;
    await write('keepDraft', { url: document.URL, draft: null });
  }
}

/** Null: on the whole article. */
export function passageOf({ anchor, paragraph, entries }: Draft): Passage | null {
  return anchor === null ? null : { anchor, paragraph: paragraph ?? '', entries };
}

function writtenIn({ colour, note, tags, entries }: Draft): Written {
  return { colour, note, tags, entries };
}
