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
  /** The pack that each entry is from. */
  readonly packOf: ReadonlyMap<EntryId, Pack>;
  /** Entries that the reader has corrected, as their packs have them. */
  readonly originals: ReadonlyMap<EntryId, Entry>;
}

/** An entry under one of its forms. */
export interface Use {
  readonly entry: Entry;
  readonly form: Form;
}

/** What becomes of an entry before it is indexed; null: it is left out. */
export type Correct = (entry: Entry) => Entry | null;

/** Packs in the order of their right of way: of two entries with one id the first stays. */
export function buildLexicon(packs: readonly Pack[], correct: Correct = (entry) => entry): Lexicon {
  const entries = new Map<EntryId, Entry>();
  const sources = new Map<string, Source>();
  const articles = new Map<string, SeedArticle>();
  const packOf = new Map<EntryId, Pack>();
  const originals = new Map<EntryId, Entry>();
  const terms = new Map<string, Use[]>();
  for (const pack of packs) {
    for (const source of pack.sources) if (!sources.has(source.id)) sources.set(source.id, source);
    for (const article of pack.articles) if (!articles.has(article.id)) articles.set(article.id, article);
    for (const original of pack.entries) {
      if (packOf.has(original.id)) continue;
      packOf.set(original.id, pack);
      const entry = correct(original);
      if (entry !== original) originals.set(original.id, original);
      if (entry === null) continue;
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
    packOf,
    originals,
  };
}

/** The packs as the reader has corrected them, for whoever builds a lexicon elsewhere. */
export function correctedPacks(packs: readonly Pack[], correct: Correct): Pack[] {
  return packs.map((pack) => ({ ...pack, entries: pack.entries.flatMap((entry) => correct(entry) ?? []) }));
}

/** A lexicon with entries of others beside it; of two with one id the first lexicon's stays. */
export function withBeside(lexicon: Lexicon, beside: Lexicon): Lexicon {
  const offset = lexicon.uses.length;
  const isFirst = ({ entry }: Use) => !lexicon.packOf.has(entry.id);
  return {
    matcher: {
      scan(codes, found) {
        const both: (readonly [number, number, number])[] = [];
        lexicon.matcher.scan(codes, (start, end, term) => both.push([start, end, term]));
        beside.matcher.scan(codes, (start, end, term) => both.push([start, end, term + offset]));
        both.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        for (const [start, end, term] of both) found(start, end, term);
      },
    },
    uses: [...lexicon.uses, ...beside.uses.map((uses) => uses.filter(isFirst))],
    entries: new Map(
      [...beside.entries, ...lexicon.entries].filter(
        ([id, entry]) => lexicon.entries.get(id) === entry || !lexicon.packOf.has(id),
      ),
    ),
    sources: new Map([...beside.sources, ...lexicon.sources]),
    articles: new Map([...beside.articles, ...lexicon.articles]),
    packs: lexicon.packs,
    packOf: new Map([...beside.packOf, ...lexicon.packOf]),
    originals: lexicon.originals,
  };
}
