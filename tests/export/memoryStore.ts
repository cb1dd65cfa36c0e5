/** A store in memory: what the database does with a plan, for tests. */
import type { Annotation, AnnotationId, PageKey, SavedArticle, SavedArticleId } from '../../lib/model';
import type { AnnotatedArticle } from '../../lib/export/format';
import type { ImportFile, Incoming } from '../../lib/export/incoming';
import { plan, tally, undoOf, type Reads, type Step, type Stored, type Tally } from '../../lib/export/plan';

export class MemoryStore implements Stored {
  readonly articles = new Map<SavedArticleId, SavedArticle>();
  readonly notes = new Map<AnnotationId, Annotation>();

  constructor(library: readonly AnnotatedArticle[] = []) {
    for (const { article, annotations } of library) {
      this.articles.set(article.id, article);
      for (const each of annotations) this.notes.set(each.id, each);
    }
  }

  articleByKey = (key: PageKey) =>
    Promise.resolve(
      [...this.articles.values()].find((article) => [article.key, ...article.otherKeys].includes(key)) ?? null,
    );
  articleById = (id: SavedArticleId) => Promise.resolve(this.articles.get(id) ?? null);
  annotations = (ids: readonly AnnotationId[]) => Promise.resolve(ids.flatMap((id) => this.notes.get(id) ?? []));

  library(): AnnotatedArticle[] {
    return [...this.articles.values()].map((article) => ({
      article,
      annotations: [...this.notes.values()].filter(({ articleId }) => articleId === article.id),
    }));
  }

  /** Looks first, then writes, as the import does; what it wrote. */
  async take(
    read: () => AsyncIterable<Incoming>,
    reads: Reads,
  ): Promise<{ readonly tally: Tally; readonly steps: Step[] }> {
    const seen = await tally(plan(read(), this, reads));
    const steps: Step[] = [];
    if (seen.refused !== null) return { tally: seen, steps };
    for await (const each of plan(read(), this, reads)) {
      if (each.is !== 'step') continue;
      steps.push(each);
      if (each.article !== null) this.articles.set(each.article.after.id, each.article.after);
      for (const { after } of each.annotations) this.notes.set(after.id, after);
    }
    return { tally: seen, steps };
  }

  undo(steps: readonly Step[]): void {
    for (const { article, annotations } of steps.toReversed().map(undoOf)) {
      if (article !== null) put(this.articles, article.id, article.after);
      for (const { id, after } of annotations) put(this.notes, id, after);
    }
  }
}

/** A file of some bytes or text; comes in small pieces that part characters. */
export function fileOf(content: string | Uint8Array, name = 'notes', piece = 7): ImportFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of items) all.push(each);
  return all;
}

function put<K, V>(map: Map<K, V>, key: K, value: V | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}
