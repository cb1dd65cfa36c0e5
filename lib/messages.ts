/** Carries the protocols between the extension's contexts. A missing handler does not compile; errors thrown by one reach the asker. */
import { browser, type Browser } from 'wxt/browser';
import { report } from './report';
import type {
  BackgroundProtocol,
  LibraryProtocol,
  NoticeProtocol,
  NotesInPageProtocol,
  NotesWatcherProtocol,
  OptionsProtocol,
  PageProtocol,
  WatcherProtocol,
} from './protocols';

export type * from './protocols';

type AnyProtocol =
  | BackgroundProtocol
  | PageProtocol
  | NotesInPageProtocol
  | WatcherProtocol
  | NotesWatcherProtocol
  | OptionsProtocol
  | LibraryProtocol
  | NoticeProtocol;
type Request<P, N extends keyof P> = P[N] extends (request: infer R) => unknown ? R : never;
type Answer<P, N extends keyof P> = P[N] extends (...request: never[]) => infer A ? A : never;
export type Handlers<P> = {
  readonly [N in keyof P]: (
    request: Request<P, N>,
    sender: Browser.runtime.MessageSender,
  ) => Answer<P, N> | Promise<Answer<P, N>>;
};

interface Envelope {
  readonly to: 'background' | 'page' | 'notes' | 'watcher' | 'notes-watcher' | 'options' | 'library' | 'notice';
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

/** Asks the notes of a tab's frame. They answer only where they are: see `bringNotes`. */
export function askNotes<N extends keyof NotesInPageProtocol>(
  tabId: number,
  name: N,
  request: Request<NotesInPageProtocol, N>,
  frameId = 0,
): Promise<Answer<NotesInPageProtocol, N>> {
  const envelope: Envelope = { to: 'notes', name, request };
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
export function tellWatchers<N extends keyof WatcherProtocol>(
  name: N,
  request: Request<WatcherProtocol, N>,
): Promise<boolean> {
  return isHeard({ to: 'watcher', name, request });
}

/** False when nobody lists notes. */
export function tellNotesWatchers<N extends keyof NotesWatcherProtocol>(
  name: N,
  request: Request<NotesWatcherProtocol, N>,
): Promise<boolean> {
  return isHeard({ to: 'notes-watcher', name, request });
}

async function isHeard(envelope: Envelope): Promise<boolean> {
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

export async function tellLibrary<N extends keyof LibraryProtocol>(
  name: N,
  request: Request<LibraryProtocol, N>,
): Promise<void> {
  const envelope: Envelope = { to: 'library', name, request };
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

/** Whether the extension that this script belongs to is still there: an update or reload leaves scripts of pages behind. */
export function isConnected(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    // Firefox throws where Chromium answers undefined.
    return false;
  }
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

export function serveNotes(handlers: Handlers<NotesInPageProtocol>, signal: AbortSignal): void {
  serve('notes', handlers, signal);
}

export function serveWatcher(handlers: Handlers<WatcherProtocol>, signal: AbortSignal): void {
  serve('watcher', handlers, signal);
}

export function serveNotesWatcher(handlers: Handlers<NotesWatcherProtocol>, signal: AbortSignal): void {
  serve('notes-watcher', handlers, signal);
}

export function serveOptions(handlers: Handlers<OptionsProtocol>, signal: AbortSignal): void {
  serve('options', handlers, signal);
}

export function serveLibrary(handlers: Handlers<LibraryProtocol>, signal: AbortSignal): void {
  serve('library', handlers, signal);
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
