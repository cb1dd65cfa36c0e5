/**
 * The typed protocol between the extension's contexts. Each message has one name, one request and
 * one answer; a missing handler does not compile. Errors thrown by a handler reach the asker.
 */
import { browser, type Browser } from 'wxt/browser';
import type {
  Annotation,
  AnnotationChange,
  AnnotationDraft,
  AnnotationId,
  Article,
  ArticleCorrection,
  ArticleDraft,
  ArticleHead,
  EntryId,
  Exception,
  Mention,
  NoteOnPage,
  Pack,
  PageKey,
  PartialDate,
  SavedArticle,
  SavedArticleId,
  StoreFailureReason,
} from './model';
import type { Told } from './detect/detect';
import type { Card } from './reference/card';
import { report } from './report';

/** A mention in the text with the number `text` of the request. */
export interface PageMention extends Mention {
  readonly text: number;
}

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
      readonly cards: Readonly<Record<string, Card>>;
      readonly told: Told;
      readonly language: 'zh' | 'en';
    };

/** What the reader called wrong: this form is not this entry on this site. */
export interface WrongHere {
  readonly form: string;
  readonly entryId: EntryId;
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
}

/** An article with its annotations as they stand in it. */
export interface AnnotatedArticle {
  readonly article: SavedArticle;
  readonly annotations: readonly Annotation[];
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
  readonly reprints: readonly AnnotatedArticle[];
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
  notesFor(request: { readonly url: string; readonly fingerprints: readonly string[] }): FromStore<NotesOfPage>;
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
  saveArticle(request: { readonly article: ArticleDraft }): FromStore<SavedArticle>;
  /** Pages of the extension only. */
  correctArticle(request: {
    readonly id: SavedArticleId;
    readonly correction: ArticleCorrection;
  }): FromStore<SavedArticle>;
  trash(request: null): FromStore<Trash>;
  tags(request: null): FromStore<readonly TagCount[]>;
  stored(request: null): FromStore<StoredSummary>;
}

/** Served by the background. */
export interface BackgroundProtocol extends NotesProtocol {
  /** Wakes the worker: a question will follow. */
  hello(request: null): null;
  detect(request: DetectRequest): DetectAnswer;
  /** Injects the overlay, or the notes, into the asking frame. */
  overlay(request: null): null;
  notes(request: null): null;
  /** Whether the asking page has annotations. */
  hasNotes(request: { readonly url: string }): boolean;
  /** Injects what reads all fields of the article into the asking frame. */
  article(request: null): null;
  wrongHere(request: WrongHere): { readonly id: string };
  undoWrongHere(request: { readonly id: string }): null;
  exceptions(request: null): readonly Exception[];
  /** Reads a tab for this once (`activeTab`), or from now on (its host permission was just given). */
  readTab(request: { readonly tabId: number }): null;
  reference(request: null): ReferenceSummary;
  /** Everything, for the pages of the extension. */
  packs(request: null): readonly Pack[];
  /** Opens the page of an entry in a tab. */
  openEntry(request: { readonly id: EntryId }): null;
  card(request: { readonly id: EntryId; readonly date: PartialDate | null }): Card | null;
}

/** One entry of a frame's list: all its mentions. */
export interface ListedEntry {
  readonly entryId: EntryId;
  readonly count: number;
}

/** What a frame shows of itself to panel and popup. */
export interface FrameState {
  readonly is: 'reading' | 'read' | 'not-chinese' | 'off' | 'unanswered';
  readonly visible: boolean;
  /** Its head only, until the script that reads the rest is there. */
  readonly article: Article | ArticleHead;
  readonly entries: readonly ListedEntry[];
  readonly cards: Readonly<Record<string, Card>>;
}

/** Served by the content script of every frame. */
export interface PageProtocol {
  /** Answers, and sends `frameState` from now on when it changes. */
  watch(request: null): FrameState;
  jump(request: { readonly entryId: EntryId; readonly nth: number }): null;
  /** From the mention shown last, or from the frame's own first or last; `none` when there is none further that way. */
  step(request: { readonly by: 1 | -1; readonly from: 'cursor' | 'edge' }): 'shown' | 'none';
  /** Another frame shows the next mention. */
  leave(request: null): null;
  /** Settings, site or exceptions changed: ask again. */
  refresh(request: null): null;
  /** The annotations of the frame, in page order. */
  listNotes(request: null): readonly NoteOnPage[];
  jumpToNote(request: { readonly id: AnnotationId }): null;
}

/** Sent to whoever looks at a page: panel, popup. Nobody has to listen. */
export interface WatcherProtocol {
  frameState(request: FrameState): null;
  /** Sent by the background: a frame asked for the first time, and can be watched from now on. */
  frameBegan(request: { readonly tabId: number; readonly frameId: number }): null;
}

/** Sent to the settings page. Nobody has to listen. */
export interface OptionsProtocol {
  /** Those in force have changed. */
  exceptions(request: readonly Exception[]): null;
}

/** Sent to every frame and every page of the extension. Nobody has to listen. */
export interface NoticeProtocol {
  /** Annotations of an article, or the article itself, were changed, here or elsewhere. */
  notesChanged(request: { readonly articleId: SavedArticleId; readonly keys: readonly PageKey[] }): null;
}

type AnyProtocol = BackgroundProtocol | PageProtocol | WatcherProtocol | OptionsProtocol | NoticeProtocol;
type Request<P, N extends keyof P> = P[N] extends (request: infer R) => unknown ? R : never;
type Answer<P, N extends keyof P> = P[N] extends (...request: never[]) => infer A ? A : never;
export type Handlers<P> = {
  readonly [N in keyof P]: (
    request: Request<P, N>,
    sender: Browser.runtime.MessageSender,
  ) => Answer<P, N> | Promise<Answer<P, N>>;
};

interface Envelope {
  readonly to: 'background' | 'page' | 'watcher' | 'options' | 'notice';
  readonly name: string;
  readonly request: unknown;
}
type Reply = { readonly answer: unknown } | { readonly error: string };

/** The other side does not exist or has gone; nothing is wrong with the message. */
class NobodyAnswers extends Error {
  override readonly name = 'NobodyAnswers';
}

export function askBackground<N extends keyof BackgroundProtocol>(
  name: N,
  request: Request<BackgroundProtocol, N>,
): Promise<Answer<BackgroundProtocol, N>> {
  const envelope: Envelope = { to: 'background', name, request };
  return opened(browser.runtime.sendMessage(envelope));
}

/** Asks the content script of a tab's frame (the top one unless told). */
export function askPage<N extends keyof PageProtocol>(
  tabId: number,
  name: N,
  request: Request<PageProtocol, N>,
  frameId = 0,
): Promise<Answer<PageProtocol, N>> {
  const envelope: Envelope = { to: 'page', name, request };
  return opened(browser.tabs.sendMessage(tabId, envelope, { frameId }));
}

/** Tells all frames of a tab; frames without a content script do not mind. */
export async function tellPage<N extends keyof PageProtocol>(
  tabId: number,
  name: N,
  request: Request<PageProtocol, N>,
): Promise<void> {
  const envelope: Envelope = { to: 'page', name, request };
  await browser.tabs.sendMessage(tabId, envelope).catch(() => undefined);
}

/** False when nobody watches. */
export async function tellWatchers<N extends keyof WatcherProtocol>(
  name: N,
  request: Request<WatcherProtocol, N>,
): Promise<boolean> {
  const envelope: Envelope = { to: 'watcher', name, request };
  const reply: unknown = await browser.runtime.sendMessage(envelope).catch(() => undefined);
  return reply !== undefined;
}

export async function tellOptions<N extends keyof OptionsProtocol>(
  name: N,
  request: Request<OptionsProtocol, N>,
): Promise<void> {
  const envelope: Envelope = { to: 'options', name, request };
  await browser.runtime.sendMessage(envelope).catch(() => undefined);
}

/** Tells all pages of the extension and all frames of all tabs; one that hangs keeps no other waiting. */
export async function tellEverywhere<N extends keyof NoticeProtocol>(
  name: N,
  request: Request<NoticeProtocol, N>,
): Promise<void> {
  const envelope: Envelope = { to: 'notice', name, request };
  const own = browser.runtime.sendMessage(envelope).catch(() => undefined);
  // A page of the extension in a tab would hear it twice.
  const tabs = (await browser.tabs.query({})).filter(({ url }) => !url?.startsWith(browser.runtime.getURL('/')));
  const sent = tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, envelope)]));
  await Promise.allSettled([own, ...sent]);
}

/** Calls `ended` once, when the content script of a frame is gone: the frame was removed, or shows another document. */
export function whenFrameEnds(tabId: number, frameId: number, ended: () => void, signal: AbortSignal): void {
  const port = browser.tabs.connect(tabId, { frameId });
  port.onDisconnect.addListener(ended);
  signal.addEventListener('abort', () => port.disconnect());
}

export function serveBackground(handlers: Handlers<BackgroundProtocol>): void {
  serve('background', handlers);
}

export function servePage(handlers: Handlers<PageProtocol>, signal: AbortSignal): void {
  serve('page', handlers, signal);
  // A port needs a listener to stay open; see whenFrameEnds.
  const hold = () => undefined;
  browser.runtime.onConnect.addListener(hold);
  signal.addEventListener('abort', () => browser.runtime.onConnect.removeListener(hold));
}

export function serveWatcher(handlers: Handlers<WatcherProtocol>, signal: AbortSignal): void {
  serve('watcher', handlers, signal);
}

export function serveOptions(handlers: Handlers<OptionsProtocol>, signal: AbortSignal): void {
  serve('options', handlers, signal);
}

export function serveNotices(handlers: Handlers<NoticeProtocol>, signal: AbortSignal): void {
  serve('notice', handlers, signal);
}

function serve<P extends AnyProtocol>(to: Envelope['to'], handlers: Handlers<P>, signal?: AbortSignal): void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender, reply: (reply: Reply) => void) => {
    if (!isEnvelope(message) || message.to !== to || !Object.hasOwn(handlers, message.name)) return false;
    const handler = handlers[message.name as keyof P] as (
      request: unknown,
      sender: Browser.runtime.MessageSender,
    ) => unknown;
    void answerOf(handler, message.request, sender).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

async function answerOf(
  handler: (request: unknown, sender: Browser.runtime.MessageSender) => unknown,
  request: unknown,
  sender: Browser.runtime.MessageSender,
): Promise<Reply> {
  try {
    return { answer: await handler(request, sender) };
  } catch (error) {
    report('answering a message', error);
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'to' in message && 'name' in message;
}

async function opened<A>(sent: Promise<unknown>): Promise<A> {
  let reply: Reply | undefined;
  try {
    reply = (await sent) as Reply | undefined;
  } catch (error) {
    throw new NobodyAnswers(error instanceof Error ? error.message : String(error));
  }
  if (reply === undefined || reply === null) throw new NobodyAnswers('no answer');
  if ('error' in reply) throw new Error(reply.error);
  return reply.answer as A;
}
