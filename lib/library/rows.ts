import type { Annotation, AnnotationId, Day, SavedArticle, SavedArticleId } from '../model';
import { ownText } from '../identity/ownText';
import type { NoteKind } from './query';

/** An annotation as a list shows it. */
export interface NoteRow extends Pick<
  Annotation,
  'id' | 'articleId' | 'colour' | 'note' | 'tags' | 'entries' | 'revision' | 'createdAt' | 'updatedAt' | 'otherNotes'
> {
  /** Null: on the whole article. */
  readonly quote: string | null;
  readonly kind: NoteKind;
  /** The day on which it was made, where the reader is. */
  readonly day: Day;
}

/** An article as a list shows it. */
export interface ArticleRow extends Pick<
  SavedArticle,
  'id' | 'url' | 'title' | 'source' | 'publishedAt' | 'savedAt' | 'updatedAt'
> {
  /** The host of its address. */
  readonly site: string;
  readonly beginning: string;
  /** The day on which it was first saved, where the reader is. */
  readonly day: Day;
}

/** An annotation with its article. */
export interface ListedNote {
  readonly is: 'note';
  readonly id: AnnotationId;
  readonly note: NoteRow;
  readonly article: ArticleRow;
  /** Its words do not stand in the stored text. */
  readonly isLost: boolean;
}

export interface ListedArticle {
  readonly is: 'article';
  readonly id: SavedArticleId;
  readonly article: ArticleRow;
  readonly notes: number;
  /** Where its text has what was asked for; null where it has not, or nothing was. */
  readonly excerpt: string | null;
}

export type Listed = ListedNote | ListedArticle;

/** UTF-16 units of an article's beginning. */
const BEGINNING = 120;

/** `dayOf`: the day of a moment (ms since the epoch) where the reader is. */
export function noteRow(annotation: Annotation, dayOf: (moment: number) => Day): NoteRow {
  const { id, articleId, anchor, colour, note, tags, entries, revision, createdAt, updatedAt, otherNotes } = annotation;
  const kind = anchor === null ? 'article' : note === '' ? 'highlight' : 'note';
  const kept = { id, articleId, colour, note, tags, entries, revision, createdAt, updatedAt, otherNotes };
  return { ...kept, quote: anchor?.quote ?? null, kind, day: dayOf(createdAt) };
}

export function articleRow(article: SavedArticle, dayOf: (moment: number) => Day): ArticleRow {
  const { id, url, title, source, publishedAt, savedAt, updatedAt } = article;
  // The title is often the first paragraph too.
  const body = ownText(article).filter((paragraph) => paragraph !== title);
  const beginning = body.join(' ').slice(0, BEGINNING);
  const kept = { id, url, title, source, publishedAt, savedAt, updatedAt };
  return { ...kept, site: siteOf(url), beginning, day: dayOf(savedAt) };
}

function siteOf(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
