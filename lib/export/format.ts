/** What every format gets and gives. */
import type {
  Annotation,
  ColourNames,
  Day,
  EntryId,
  Exception,
  Language,
  PageKey,
  PartialDate,
  Reading,
  ReprintChoice,
  SavedArticle,
  SavedArticleId,
} from '../model';
import type { CslItem } from '../cite/cslItem';
import type { Correction, OwnEntry } from '../packs/own';
import type { PackRow } from '../packs/packRow';
import type { Card } from '../reference/card';

/** An article with those of its annotations that are to be written, in the order of the text. */
export interface AnnotatedArticle {
  readonly article: SavedArticle;
  readonly annotations: readonly Annotation[];
}

/** Each call reads anew, from the first article on: some formats have to go over all of them twice. */
export type Articles = () => Iterable<AnnotatedArticle> | AsyncIterable<AnnotatedArticle>;

/** What the reader decided on a page about the notes of a reprint. */
export interface ChoiceRow {
  readonly key: PageKey;
  readonly articleId: SavedArticleId;
  readonly choice: ReprintChoice;
}

/** An imported pack; its entries are read when they are wanted, each the JSON that it is stored as. */
export interface StoredPack {
  readonly row: PackRow;
  readonly blocks: () => AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

/** Nothing beside the notes. */
export const NOTHING_BESIDE = {
  exceptions: [],
  choices: [],
  readings: [],
  ownEntries: [],
  corrections: [],
  packs: [],
} satisfies Omit<Beside, 'settings'>;

/** What the store holds beside articles and annotations. */
export interface Beside {
  readonly exceptions: readonly Exception[];
  readonly choices: readonly ChoiceRow[];
  /** The log of reading, one by one: it may be long. */
  readonly readings: Iterable<Reading> | AsyncIterable<Reading>;
  readonly ownEntries: readonly OwnEntry[];
  readonly corrections: readonly Correction[];
  readonly packs: readonly StoredPack[];
  /** The rows of the settings as they are stored. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface ExportContext {
  /** ms since the epoch. */
  readonly now: number;
  /** Of the extension. */
  readonly version: string;
  readonly language: Language;
  /** A time as the reader's clock shows it: `2025-06-03T08:15:00`. */
  readonly local: (time: number) => string;
  readonly colourNames: ColourNames;
  /** What the reference says of an entry on a day; null when it has no such entry. */
  readonly card: (id: EntryId, day: PartialDate | null) => Card | null;
  readonly cite: (article: SavedArticle, accessed: Day) => string;
  readonly item: (article: SavedArticle, accessed: Day) => CslItem;
  /** One RIS record, with its last line `ER`. */
  readonly ris: (article: SavedArticle, accessed: Day) => string;
  /** What the reader wrote as a template for Markdown; null: the one that comes with us. */
  readonly template: string | null;
  /** Only a backup takes it. */
  readonly beside: Beside;
  /** An AbortSignal: what is being written ends with its reason. */
  readonly signal?: { throwIfAborted(): void };
  /** Called after each article with how many have been written. */
  readonly progress?: (articles: number) => void;
}

export type Chunk = string | Uint8Array<ArrayBuffer>;
export type Chunks = AsyncIterable<Chunk>;

/** The articles one by one, as far as nobody has cancelled. */
export async function* oneByOne(
  articles: Articles,
  { signal, progress }: Pick<ExportContext, 'signal' | 'progress'>,
): AsyncGenerator<AnnotatedArticle> {
  let done = 0;
  for await (const each of articles()) {
    signal?.throwIfAborted();
    yield each;
    progress?.(++done);
  }
}

/** The articles once more, before they are written. */
export async function* before(articles: Articles, { signal }: ExportContext): AsyncGenerator<AnnotatedArticle> {
  for await (const each of articles()) {
    signal?.throwIfAborted();
    yield each;
  }
}

/** The day on which the reader saved it: that of access in a citation. */
export function accessedOn({ savedAt }: SavedArticle, { local }: ExportContext): Day {
  return local(savedAt).slice(0, 10) as Day;
}

export function citationOf(article: SavedArticle, context: ExportContext): string {
  return context.cite(article, accessedOn(article, context));
}

export function authorsOf(article: SavedArticle, context: ExportContext): string[] {
  const { author = [] } = context.item(article, accessedOn(article, context));
  return author
    .map(
      ({ literal, family = '', given = '' }) =>
        literal ?? `${family}${/\p{Script=Han}/u.test(family) ? '' : ' '}${given}`.trim(),
    )
    .filter((name) => name !== '');
}
