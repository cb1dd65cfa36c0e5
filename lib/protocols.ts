/** What the contexts of the extension ask each other: each message has one name, one request and one answer. */
import type { CitationStyle } from './cite/citationStyle';
import type {
  Annotation,
  AnnotationChange,
  AnnotationDraft,
  AnnotationId,
  Article,
  ArticleCorrection,
  ArticleDraft,
  CardKey,
  ColourNames,
  Draft,
  ArticleHead,
  EntryId,
  EntryName,
  Exception,
  Fact,
  KeyedMention,
  NoteDraft,
  NoteOnPage,
  Pack,
  PageKey,
  PartialDate,
  RecordRange,
  ReprintChoice,
  SavedArticle,
  SavedArticleId,
  StoreFailureReason,
} from './model';
import type { Told } from './detect/detect';
import type { PageRecord } from './identity/pageRecord';
import type { OfferedEntry } from './packs/offered';
import type { Correction } from './packs/own';
import type { Card } from './reference/card';
import type { AnyCard } from './reference/unlistedCard';

/** A mention in the text with the number `text` of the request. */
export type PageMention = KeyedMention & { readonly text: number };

export interface DetectRequest {
  readonly texts: readonly string[];
  readonly article: ArticleHead;
  /** What earlier answers about this page have told. */
  readonly earlier: Told | null;
  /** The frame asks for the first time since it was loaded: it needs the style sheet of the marks. */
  readonly isFirst: boolean;
}

export type DetectAnswer =
  | { readonly is: 'off' }
  | {
      readonly is: 'on';
      readonly visible: boolean;
      readonly mentions: readonly PageMention[];
      /** By the keys of the mentions, and by the ids of entries beside them. */
      readonly cards: Readonly<Record<string, AnyCard>>;
      readonly told: Told;
      /** As of which offices are told: that of the article, as the reader may have corrected it. */
      readonly date: PartialDate | null;
      readonly language: 'zh' | 'en';
    };

/** What the reader called wrong: this form is not this entry on this site. */
export interface WrongHere {
  readonly form: string;
  readonly entryId: EntryId;
}

/** Packs in the order of their right of way, as they are without the reader's corrections, and these. */
export interface WholeReference {
  readonly packs: readonly Pack[];
  readonly corrections: readonly Correction[];
}

/** What the bundled pack says of itself. */
export type ReferenceSummary = Pick<Pack, 'title' | 'version' | 'licence' | 'asOf'> & { readonly entries: number };

/**
 * What the store answers. `failed` and `refused` have changed nothing: what the reader wrote is still only with the
 * asker. `malformed`: no such request · `not-yours`: a page asks for another page's · `not-there`: nothing has this id.
 */
export type FromStore<T> =
  | { readonly is: 'done'; readonly value: T }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason }
  | { readonly is: 'refused'; readonly why: 'malformed' | 'not-yours' | 'not-there' };

/** What was deleted in the last 30 days, what was deleted last first. */
export interface Trash {
  readonly articles: readonly SavedArticle[];
  readonly annotations: readonly Annotation[];
  /** The articles of the annotations, deleted or not. Like all articles here without their text. */
  readonly parents: readonly SavedArticle[];
}

/** An article with its annotations as they stand in it. */
export interface AnnotatedArticle {
  readonly article: SavedArticle;
  readonly annotations: readonly Annotation[];
}

/** A saved article with the text of a page at another address. */
export interface Reprint extends AnnotatedArticle {
  /** What the reader decided about it on that page. */
  readonly choice: ReprintChoice | null;
}

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

export interface NotesOfPage {
  /** Null when the page was never saved nor annotated. */
  readonly article: SavedArticle | null;
  readonly annotations: readonly Annotation[];
  /** The same text at other addresses, the likest first. To a page they come without their paragraphs. */
  readonly reprints: readonly Reprint[];
  /** What was being written here when the page went away. */
  readonly draft: Draft | null;
  readonly colourNames: ColourNames;
  readonly citationStyle: CitationStyle;
}

/** How much is kept, and how safe it is. */
export interface StoredSummary {
  readonly articles: number;
  readonly annotations: number;
  readonly inTrash: number;
  /** The browser's estimate for all that the extension keeps. */
  readonly bytes: number;
  /** Bytes that it may keep; null where the browser does not say. */
  readonly quota: number | null;
  /** The browser does not clear it away when the disk runs full. */
  readonly isSafe: boolean;
}

/**
 * What the reader makes, served by the background. A page asks only for its own notes: what is read and written must
 * belong to the address that the browser tells of the asking frame. Pages of the extension ask for all.
 */
export interface NotesProtocol {
  /** `canonical`: the address that the page calls its own; believed only where a saved text agrees. */
  notesFor(request: {
    readonly url: string;
    readonly canonical?: string | null | undefined;
    readonly fingerprints: readonly string[];
  }): FromStore<NotesOfPage>;
  /** Makes the article when it is new. Twice the same is once. */
  annotate(request: {
    readonly article: ArticleDraft;
    readonly annotation: AnnotationDraft;
  }): FromStore<{ readonly article: SavedArticle; readonly annotation: Annotation }>;
  /** `revision` is the one that the asker saw. `conflicts`: fields that were changed elsewhere at the same time. */
  changeAnnotation(request: {
    readonly id: AnnotationId;
    readonly revision: number;
    readonly change: AnnotationChange;
  }): FromStore<{ readonly annotation: Annotation; readonly conflicts: readonly (keyof AnnotationChange)[] }>;
  deleteAnnotation(request: { readonly id: AnnotationId }): FromStore<Annotation>;
  restoreAnnotation(request: { readonly id: AnnotationId }): FromStore<Annotation>;
  /** The same for many at once, all or none; pages of the extension only. What is gone meanwhile is left out. */
  changeAnnotations(request: {
    readonly changes: readonly {
      readonly id: AnnotationId;
      readonly revision: number;
      readonly change: AnnotationChange;
    }[];
  }): FromStore<readonly Annotation[]>;
  deleteAnnotations(request: { readonly ids: readonly AnnotationId[] }): FromStore<readonly Annotation[]>;
  restoreAnnotations(request: { readonly ids: readonly AnnotationId[] }): FromStore<readonly Annotation[]>;
  /** Pages of the extension only, like all about tags. One tag in place of some, or none: in the whole library, at once. */
  retag(request: { readonly tags: readonly string[]; readonly as: string | null }): FromStore<RecordRange | null>;
  /** Takes it back; what was tagged meanwhile stays. */
  undoRetag(request: RecordRange): FromStore<RecordRange | null>;
  keepDraft(request: { readonly url: string; readonly draft: Draft | null }): FromStore<null>;
  /** Pages of the extension only: what is written on an annotation in the library. */
  keepNoteDraft(request: { readonly id: AnnotationId; readonly kept: NoteDraft | null }): FromStore<null>;
  noteDrafts(request: null): FromStore<readonly (NoteDraft & { readonly annotation: Annotation })[]>;
  saveArticle(request: { readonly article: ArticleDraft }): FromStore<SavedArticle>;
  /** Pages of the extension only. */
  correctArticle(request: {
    readonly id: SavedArticleId;
    readonly correction: ArticleCorrection;
  }): FromStore<SavedArticle>;
  /** Pages of the extension only. What the page says of these counts again. */
  uncorrectArticle(request: { readonly id: SavedArticleId; readonly facts: readonly Fact[] }): FromStore<SavedArticle>;
  /** What to do with the notes of a reprint on a page; null: what is usual. */
  chooseReprint(request: {
    readonly url: string;
    readonly articleId: SavedArticleId;
    readonly choice: ReprintChoice | null;
  }): FromStore<null>;
  /** Pages of the extension only, like all about the trash: there, with its annotations. */
  deleteArticle(request: { readonly id: SavedArticleId }): FromStore<SavedArticle>;
  /** Out of the trash, with the annotations that went there with it. */
  restoreArticle(request: { readonly id: SavedArticleId }): FromStore<SavedArticle>;
  /** Removes from the trash for good, an article with all its annotations, with their texts. Others are left alone. */
  removeForGood(request: {
    readonly articles: readonly SavedArticleId[];
    readonly annotations: readonly AnnotationId[];
  }): FromStore<null>;
  trash(request: null): FromStore<Trash>;
  tags(request: null): FromStore<readonly TagCount[]>;
  /** Tags that begin so or have it inside, the most used first, ten at most; none for nothing. */
  tagsLike(request: { readonly part: string }): FromStore<readonly string[]>;
  stored(request: null): FromStore<StoredSummary>;
}

/** Counts only: nothing of the articles themselves. */
export interface MetCounts {
  readonly articles: number;
  readonly places: number;
  /** `YYYY-MM` of the earliest dated article; null: none has a date. */
  readonly month: string | null;
  readonly notes: number;
}

/** Served by the background. */
export interface BackgroundProtocol extends NotesProtocol {
  /** Wakes the worker: a question will follow. */
  hello(request: null): null;
  detect(request: DetectRequest): DetectAnswer;
  /** Injects the overlay, or the notes, into the asking frame. */
  overlay(request: null): null;
  notes(request: null): null;
  /** Whether the notes have something to do on the asking page: annotations, a saved text, a reprint with notes. */
  hasNotes(request: { readonly url: string }): boolean;
  /** Injects what reads all fields of the article into the asking frame. */
  article(request: null): null;
  /** The asking page's article has so many edits since it was saved: told on the icon in the toolbar. */
  edited(request: { readonly count: number; readonly since: number }): null;
  wrongHere(request: WrongHere): { readonly id: string };
  undoWrongHere(request: { readonly id: string }): null;
  exceptions(request: null): readonly Exception[];
  /** Reads a tab for this once (`activeTab`), or from now on (its host permission was just given). */
  readTab(request: { readonly tabId: number }): null;
  reference(request: null): ReferenceSummary;
  /** Entries that a reader means by some words, the likest first, ten at most. */
  findEntries(request: { readonly query: string }): readonly EntryName[];
  entryNames(request: { readonly ids: readonly EntryId[] }): readonly EntryName[];
  /** Everything but the entries of large packs, for the pages of the extension. */
  packs(request: null): WholeReference;
  /** Opens the page of an entry in a tab. */
  openEntry(request: { readonly id: EntryId }): null;
  /** How often an entry was met in the reader's articles; a page hears it of its own mentions only, else null. */
  met(request: { readonly id: EntryId }): MetCounts | null;
  /** Opens in a tab where an entry stands in the reader's articles. */
  openFollow(request: { readonly id: EntryId }): null;
  /** Opens the form of a new entry in a tab, filled in. */
  offerEntry(request: OfferedEntry): null;
  card(request: { readonly id: EntryId; readonly date: PartialDate | null }): Card | null;
  /** A page of the extension has written rows itself: everybody is to hear of it. `beside`: exceptions too. */
  wroteRows(request: {
    readonly articles: readonly { readonly id: SavedArticleId; readonly keys: readonly PageKey[] }[];
    readonly beside: boolean;
  }): null;
  /** A page of the extension has changed own entries, corrections or packs. */
  wroteReference(request: null): null;
}

/** One entry of a frame's list, or what is unlisted: all its mentions. */
export interface ListedEntry {
  readonly key: CardKey;
  readonly count: number;
}

/** What a frame shows of itself to panel and popup. */
export interface FrameState {
  readonly is: 'reading' | 'read' | 'not-chinese' | 'off' | 'unanswered';
  readonly visible: boolean;
  /** Its head only, until the script that reads the rest is there. */
  readonly article: Article | ArticleHead;
  readonly entries: readonly ListedEntry[];
  readonly cards: Readonly<Record<string, AnyCard>>;
}

/** Served by the content script of every frame. */
export interface PageProtocol {
  /** Answers, and sends `frameState` from now on when it changes. */
  watch(request: null): FrameState;
  jump(request: { readonly key: CardKey; readonly nth: number }): null;
  /** From the mention shown last, or from the frame's own first or last; `none` when there is none further that way. */
  step(request: { readonly by: 1 | -1; readonly from: 'cursor' | 'edge' }): 'shown' | 'none';
  /** Another frame shows the next mention. */
  leave(request: null): null;
  /** Settings, site or exceptions changed: ask again. */
  refresh(request: null): null;
  /** Brings the notes into the frame, so that they can be asked. */
  bringNotes(request: null): null;
  /** The reader wants what is selected highlighted, or a note on it. A frame without a selection does nothing. */
  annotate(request: { readonly with: 'colour' | 'note' }): null;
}

/** How the annotations of a frame's page stand in it. */
export interface FrameNotes {
  /** In page order. */
  readonly notes: readonly NoteOnPage[];
  /** The one whose passage the reader is asked to select. */
  readonly reattaching: AnnotationId | null;
}

/** Served by the notes of a frame, once they are there. */
export interface NotesInPageProtocol {
  /** Answers, and sends `frameNotes` from now on when it changes. */
  list(request: null): FromStore<FrameNotes>;
  jump(request: { readonly id: AnnotationId }): null;
  /** The article as it stands. */
  draft(request: null): ArticleDraft;
  record(request: null): PageRecord;
  /** Shows the notes of a reprint where they stand on this page, or hides them, for good; null: as is usual. */
  chooseReprint(request: { readonly id: SavedArticleId; readonly choice: ReprintChoice | null }): FromStore<null>;
  /** Makes those of its notes that have a place here notes of this page; answers with how many. */
  copyReprint(request: { readonly id: SavedArticleId }): FromStore<number>;
  /** Takes the words of a changed passage as they stand. */
  confirm(request: { readonly id: AnnotationId }): FromStore<null>;
  /** From now on the reader's next selection is offered as the passage of an annotation; null: no longer. */
  reattach(request: { readonly id: AnnotationId | null }): null;
}

/** Sent by the notes of a frame to whoever lists them. Nobody has to listen. */
export interface NotesWatcherProtocol {
  /** Null: there is somebody now who can be asked for the list. */
  frameNotes(request: FromStore<FrameNotes> | null): null;
}

/** Sent to whoever looks at a page: panel, popup. Nobody has to listen. */
export interface WatcherProtocol {
  frameState(request: FrameState): null;
  /** A frame has found its notes, again if it had before: they can be asked. */
  notesFound(request: null): null;
  /** Sent by the background: a frame asked for the first time, and can be watched from now on. */
  frameBegan(request: { readonly tabId: number; readonly frameId: number }): null;
}

/** Sent to the settings page. Nobody has to listen. */
export interface OptionsProtocol {
  /** Those in force have changed. */
  exceptions(request: readonly Exception[]): null;
}

/** Sent to the library. Nobody has to listen. */
export interface LibraryProtocol {
  referenceChanged(request: null): null;
}

/** Sent to every frame and every page of the extension. Nobody has to listen. */
export interface NoticeProtocol {
  /**
   * Annotations of an article, or the article itself, were changed, here or elsewhere. Null: only what the reader calls
   * the colours, for all of them.
   */
  notesChanged(request: { readonly articleId: SavedArticleId | null; readonly keys: readonly PageKey[] }): null;
}
