import { changeOf } from '../../components/notes/changeOf';
import type { Written } from '../../components/notes/NoteEditor';
import { pageNumberIn } from '../../lib/identity/pageKey';
import type { Annotation, AnnotationChange, AnnotationId, ArticleDraft, StoreFailureReason } from '../../lib/model';
import { write } from './asking';
import type { Passage } from './shown';

/** Null when it was done. */
type Outcome = Promise<StoreFailureReason | null>;

/** Writes annotations, and has them read again. */
export class Writer {
  constructor(
    private readonly page: { readonly articleDraft: () => ArticleDraft; readonly refresh: () => Promise<void> },
  ) {}

  /** `passage` null: on the whole article. */
  async make(id: AnnotationId, passage: Passage | null, { colour, note, tags, entries }: Written): Outcome {
    const [anchor, paragraph] = [passage?.anchor ?? null, passage?.paragraph ?? null];
    const annotation = { id, anchor, paragraph, page: pageNumberIn(document.URL), colour, note, tags, entries };
    return this.done(await write('annotate', { article: this.page.articleDraft(), annotation }));
  }

  async change(annotation: Annotation, to: Partial<Written> & Partial<Pick<Annotation, 'otherNotes'>>): Outcome {
    return this.changed(annotation, changeOf(annotation, to));
  }

  async move(annotation: Annotation, { anchor, paragraph }: Passage): Outcome {
    return this.changed(annotation, { anchor, paragraph, page: pageNumberIn(document.URL) });
  }

  private async changed({ id, revision }: Annotation, change: AnnotationChange): Outcome {
    return this.done(await write('changeAnnotation', { id, revision, change }));
  }

  async remove(id: AnnotationId): Outcome {
    return this.done(await write('deleteAnnotation', { id }));
  }

  async restore(id: AnnotationId): Outcome {
    return this.done(await write('restoreAnnotation', { id }));
  }

  private async done(failure: StoreFailureReason | null): Outcome {
    if (failure === null) await this.page.refresh();
    return failure;
  }
}
