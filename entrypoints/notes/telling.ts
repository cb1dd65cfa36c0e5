import type { TextState } from '../../lib/identity/textState';
import { tellNotesWatchers, type FrameNotes, type FromStore } from '../../lib/messages';
import type { AnnotationId, StoreFailureReason } from '../../lib/model';
import type { Placed } from './placed';

interface Standing {
  readonly placed: Placed;
  readonly saved: { readonly state: TextState };
  readonly moving: { readonly id: AnnotationId | null };
  readonly failure: StoreFailureReason | null;
}

/** Tells whoever lists the notes of this frame how they stand, whenever that changes, until nobody listens any more. */
export class Telling {
  private watchers = 0;
  private isKnown = false;
  private told = '';

  constructor(private readonly standing: Standing) {}

  /** Somebody asked, and knows by the answer. */
  answer(): FromStore<FrameNotes> {
    const now = frameNotes(this.standing);
    this.watchers++;
    this.told = contentOf(now);
    return now;
  }

  async tell(): Promise<void> {
    // Somebody may be there already who found no notes to ask.
    if (!this.isKnown) void tellNotesWatchers('frameNotes', null);
    this.isKnown = true;
    if (this.watchers === 0) return;
    const now = frameNotes(this.standing);
    const content = contentOf(now);
    if (content === this.told) return;
    this.told = content;
    const asked = this.watchers;
    const wasHeard = await tellNotesWatchers('frameNotes', now);
    // Who asked meanwhile may not have heard this one.
    if (!wasHeard && asked === this.watchers) this.watchers = 0;
  }
}

function frameNotes({ placed, saved, moving, failure }: Standing): FromStore<FrameNotes> {
  if (failure !== null) return { is: 'failed', reason: failure };
  return { is: 'done', value: { notes: placed.list(saved.state), reattaching: moving.id } };
}

/** All that can differ; of what is long no more than what stands for it. */
function contentOf(now: FromStore<FrameNotes>): string {
  if (now.is !== 'done') return JSON.stringify(now);
  const { notes, reattaching } = now.value;
  return JSON.stringify([
    reattaching,
    notes.map((note) => [note.annotation.id, note.annotation.revision, note.state, note.now, note.isParagraphEdited]),
  ]);
}
