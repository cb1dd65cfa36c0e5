/** All articles and annotations of the reader, in memory: every view of the library is a question to it. */
import {
  COLOURS,
  type Annotation,
  type AnnotationId,
  type Day,
  type EntryId,
  type SavedArticle,
  type SavedArticleId,
} from '../model';
import { ownText } from '../identity/ownText';
import { foldedUnits } from '../search/folded';
import { placeIn } from '../search/segment';
import { TextIndex, termOf } from '../search/textIndex';
import { fold } from '../text/normalise';
import type { EntryNames } from './entryNames';
import { Numbering } from './numbering';
import { NOTE_KINDS, NOTE_STATES, type NoteStateFilter } from './query';
import { articleRow, noteRow, type ArticleRow, type ListedArticle, type ListedNote, type NoteRow } from './rows';

/** An annotation with what is counted and compared as numbers. */
export interface KeptNote {
  readonly row: NoteRow;
  readonly article: number;
  readonly tags: readonly number[];
  readonly entries: readonly number[];
  /** Places in NOTE_KINDS, COLOURS and NOTE_STATES. */
  readonly kind: number;
  readonly colour: number;
  readonly states: readonly number[];
}

export interface KeptArticle {
  readonly row: ArticleRow;
  readonly source: number;
  readonly site: number;
  /** Folded, for pinyin. */
  readonly title: string;
  readonly hasText: boolean;
  /** What the site has around the article, folded: annotated now and then, never searched. */
  readonly around: Uint16Array;
  /** Numbers of its annotations. */
  readonly notes: Set<number>;
}

const LOST = NOTE_STATES.indexOf('lost');

export class DataSet {
  /** By number; a hole where something was deleted. */
  readonly notes: (KeptNote | undefined)[] = [];
  readonly articles: (KeptArticle | undefined)[] = [];
  readonly tags = new Numbering();
  readonly entries = new Numbering<EntryId>();
  readonly sources = new Numbering();
  readonly sites = new Numbering();
  /** Quotes, notes and tags. */
  readonly noteTexts = new TextIndex();
  /** Titles, sources, authors, document numbers. */
  readonly titles = new TextIndex();
  readonly articleTexts = new TextIndex();
  /** By id; set once the reference is there. */
  entryNames: ReadonlyMap<EntryId, EntryNames> = new Map();
  /** Grows with every change. */
  version = 0;

  private readonly noteNumbers = new Map<AnnotationId, number>();
  private readonly articleNumbers = new Map<SavedArticleId, number>();

  /** `dayOf`: the day of a moment (ms since the epoch) where the reader is. */
  constructor(private readonly dayOf: (moment: number) => Day) {}

  /** A new article, or one that has changed; a deleted one goes. */
  putArticle(saved: SavedArticle): void {
    if (saved.deletedAt !== null) return this.removeArticle(saved.id);
    this.version++;
    const number = this.articleNumbers.get(saved.id) ?? this.articles.length;
    this.articleNumbers.set(saved.id, number);
    const row = articleRow(saved, this.dayOf);
    this.articles[number] = {
      row,
      source: this.sources.of(row.source ?? ''),
      site: this.sites.of(row.site),
      title: fold(row.title ?? ''),
      hasText: saved.paragraphs.length > 0,
      around: foldedUnits(aroundOf(saved)),
      notes: this.articles[number]?.notes ?? new Set(),
    };
    this.titles.put(
      number,
      [row.title, row.source, ...saved.authors.map(({ name }) => name), saved.documentNumber]
        .filter((each) => each !== null)
        .join('\n'),
    );
    this.articleTexts.put(number, ownText(saved).join('\n'));
  }

  removeArticle(id: SavedArticleId): void {
    const number = this.articleNumbers.get(id);
    if (number === undefined) return;
    this.version++;
    for (const note of this.articles[number]!.notes) this.removeNote(this.notes[note]!.row.id);
    this.articles[number] = undefined;
    this.articleNumbers.delete(id);
    this.titles.remove(number);
    this.articleTexts.remove(number);
  }

  /** A new annotation, or one that has changed; a deleted one goes. Its article must be there: without, it is left out. */
  putNote(annotation: Annotation): void {
    const article = this.articleNumbers.get(annotation.articleId);
    if (annotation.deletedAt !== null || article === undefined) return this.removeNote(annotation.id);
    this.version++;
    const number = this.noteNumbers.get(annotation.id) ?? this.notes.length;
    this.noteNumbers.set(annotation.id, number);
    const row = noteRow(annotation, this.dayOf);
    this.notes[number] = {
      row,
      article,
      tags: row.tags.map((tag) => this.tags.of(tag)),
      entries: row.entries.map((entry) => this.entries.of(entry)),
      kind: NOTE_KINDS.indexOf(row.kind),
      colour: COLOURS.indexOf(row.colour),
      states: this.statesOf(row, article, annotation.page === undefined).map((state) => NOTE_STATES.indexOf(state)),
    };
    this.articles[article]!.notes.add(number);
    this.noteTexts.put(number, [row.quote, row.note, ...row.tags].filter((each) => each !== null).join('\n'));
  }

  removeNote(id: AnnotationId): void {
    const number = this.noteNumbers.get(id);
    if (number === undefined) return;
    this.version++;
    this.articles[this.notes[number]!.article]!.notes.delete(number);
    this.notes[number] = undefined;
    this.noteNumbers.delete(id);
    this.noteTexts.remove(number);
  }

  /** The annotations of an article that are known here. */
  noteIdsOf(id: SavedArticleId): AnnotationId[] {
    const number = this.articleNumbers.get(id);
    return number === undefined ? [] : [...this.articles[number]!.notes].map((note) => this.notes[note]!.row.id);
  }

  get counts(): { readonly notes: number; readonly articles: number } {
    return { notes: this.noteNumbers.size, articles: this.articleNumbers.size };
  }

  listedNote(number: number): ListedNote | null {
    const kept = this.notes[number];
    if (kept === undefined) return null;
    const isLost = kept.states.includes(LOST);
    return { is: 'note', id: kept.row.id, note: kept.row, article: this.articles[kept.article]!.row, isLost };
  }

  listedArticle(number: number): ListedArticle | null {
    const kept = this.articles[number];
    return kept === undefined
      ? null
      : { is: 'article', id: kept.row.id, article: kept.row, notes: kept.notes.size, excerpt: null };
  }

  /** The index is at its fastest after this. */
  settle(): void {
    for (const index of [this.noteTexts, this.titles, this.articleTexts]) index.settle();
  }

  private statesOf(row: NoteRow, article: number, isOfStoredText: boolean): NoteStateFilter[] {
    const states: NoteStateFilter[] = [];
    if (row.otherNotes.length > 0) states.push('conflict');
    if (isOfStoredText && this.isLost(row.quote, article)) states.push('lost');
    if (row.tags.length === 0) states.push('untagged');
    if (row.entries.length === 0) states.push('unlinked');
    if (this.articles[article]!.row.publishedAt === null) states.push('undated');
    return states;
  }

  private isLost(quote: string | null, article: number): boolean {
    const { hasText, around } = this.articles[article]!;
    const term = quote === null || !hasText ? null : termOf(quote);
    if (term === null) return false;
    const isInArticle = this.articleTexts.placeOf(article, { ...term, isWord: false }) >= 0;
    return !isInArticle && placeIn(around, 0, around.length, term.units, false) < 0;
  }
}

function aroundOf({ paragraphs, body }: SavedArticle): string {
  if (body.length === 0) return '';
  const own = new Set(body);
  return paragraphs.filter((_, number) => !own.has(number)).join('\n');
}
