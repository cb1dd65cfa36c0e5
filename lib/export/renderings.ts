import type { Entry } from '../model';
import type { AnnotatedArticle, ExportContext } from './format';

/** An entry with an English rendering, and the first passage that uses it. */
export interface Rendered {
  readonly entry: Entry & { readonly names: { readonly en: NonNullable<Entry['names']['en']> } };
  readonly quote: string | null;
  readonly url: string;
}

/** Those of an article's notes that were not seen before. */
export function renderedIn(
  { article, annotations }: AnnotatedArticle,
  seen: Set<string>,
  context: ExportContext,
): Rendered[] {
  return annotations.flatMap(({ entries, anchor }) =>
    entries.flatMap((id) => {
      if (seen.has(id)) return [];
      const entry = context.card(id, article.publishedAt)?.entry;
      if (entry === undefined || entry.names.en === null) return [];
      seen.add(id);
      return [{ entry: entry as Rendered['entry'], quote: anchor?.quote ?? null, url: article.url }];
    }),
  );
}
