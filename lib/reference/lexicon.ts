import type { Entry, EntryId, Form, Pack, SeedArticle, Source } from '../model';
import { buildMatcher, type Matcher } from './matcher';

/** All active forms, indexed for matching, and what they belong to. */
export interface Lexicon {
  readonly matcher: Matcher;
  /** By the term number that the matcher reports: everything that has this surface. */
  readonly uses: readonly (readonly Use[])[];
  readonly entries: ReadonlyMap<EntryId, Entry>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly articles: ReadonlyMap<string, SeedArticle>;
  readonly packs: readonly Pack[];
}

/** An entry under one of its forms. */
export interface Use {
  readonly entry: Entry;
  readonly form: Form;
}

/** Packs in the order of their right of way: of two entries with one id the first stays. */
export function buildLexicon(packs: readonly Pack[]): Lexicon {
  const entries = new Map<EntryId, Entry>();
  const sources = new Map<string, Source>();
  const articles = new Map<string, SeedArticle>();
  const terms = new Map<string, Use[]>();
  for (const pack of packs) {
    for (const source of pack.sources) if (!sources.has(source.id)) sources.set(source.id, source);
    for (const article of pack.articles) if (!articles.has(article.id)) articles.set(article.id, article);
    for (const entry of pack.entries) {
      if (entries.has(entry.id)) continue;
      entries.set(entry.id, entry);
      for (const form of entry.forms) {
        const use = { entry, form };
        const uses = terms.get(form.text);
        if (uses === undefined) terms.set(form.text, [use]);
        else if (!uses.some((other) => other.entry === entry)) uses.push(use);
      }
    }
  }
  return {
    matcher: buildMatcher([...terms.keys()]),
    uses: [...terms.values()],
    entries,
    sources,
    articles,
    packs,
  };
}
