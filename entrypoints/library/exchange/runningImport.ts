/** The one import of the page, or the undoing of one: it goes on while other rooms are looked at. */
import { askBackground } from '../../../lib/messages';
import type { StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import { newSettingRows, settingsChange, takeBackSettings, takeSettings } from '../../../lib/settings';
import { openDatabase, type Database } from '../../../lib/store/database';
import { keepSettings, settingsOf, type BegunImport } from '../../../lib/store/imports';
import { openWorker, type FileWorker } from './openWorker';
import type { Answered, Preview } from './protocol';

export type Importing =
  | { readonly is: 'choosing' }
  | { readonly is: 'looking'; readonly share: number }
  /** `settings` has only those that differ from the ones here. */
  | { readonly is: 'looked'; readonly preview: Preview }
  | { readonly is: 'importing'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly rows: number; readonly isStopped: boolean }
  | { readonly is: 'undoing'; readonly done: number; readonly total: number }
  | { readonly is: 'undone'; readonly stayed: number }
  | { readonly is: 'failed'; readonly why: StoreFailureReason | 'unreadable'; readonly canUndo: boolean };

const CHOOSING: Importing = { is: 'choosing' };

let state: Importing = CHOOSING;
let worker: FileWorker | null = null;
let settings: Readonly<Record<string, unknown>> = {};
let begun: BegunImport | null = null;
/** Settings that were changed since, and so were not put back. */
let settingsStayed = 0;
const listeners = new Set<() => void>();

export const importing = (): Importing => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads files and says what taking them would do; writes nothing. */
export function look(files: readonly File[]): void {
  again();
  begun = { id: crypto.randomUUID(), at: Date.now(), files: files.map(({ name }) => name) };
  show({ is: 'looking', share: 0 });
  working().ask({ is: 'read', files });
}

function working(): FileWorker {
  if (worker !== null) return worker;
  const own = openWorker();
  worker = own;
  let last = Promise.resolve();
  own.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    last = last.then(() => (worker === own ? hear(data) : undefined)).catch((error: unknown) => failed(error));
  });
  own.addEventListener('error', (event) => failed(event.message));
  return own;
}

export function take(withSettings: boolean): void {
  if (state.is !== 'looked' || begun === null) return;
  const { articles, annotations } = state.preview;
  const total = articles.added + articles.changed + annotations.added + annotations.changed;
  settings = withSettings ? state.preview.settings : {};
  show({ is: 'importing', done: 0, total });
  begun = { ...begun, at: Date.now() };
  working().ask({ is: 'apply', begun });
}

/** What was written is undone. */
export function cancel(): void {
  if (state.is === 'looking') again();
  else worker?.ask({ is: 'stop' });
}

/** Undoes the import that was just done, or an earlier one. */
export function takeBack(id = begun?.id): void {
  if (id === undefined) return;
  show({ is: 'undoing', done: 0, total: 0 });
  inStore(async (database) => {
    const change = await settingsOf(database, id);
    settingsStayed = change === null ? 0 : await takeBackSettings(change);
    working().ask({ is: 'undo', id });
  }).catch((error: unknown) => failed(error));
}

/** Another one. */
export function again(): void {
  worker?.terminate();
  worker = null;
  begun = null;
  show(CHOOSING);
}

async function hear(answered: Answered): Promise<void> {
  switch (answered.is) {
    case 'progress': {
      const { done, total } = answered;
      if (state.is === 'looking') show({ is: 'looking', share: total === 0 ? 1 : done / total });
      else if (state.is === 'importing' || state.is === 'undoing') show({ is: state.is, done, total });
      return;
    }
    case 'read':
      return show({
        is: 'looked',
        preview: { ...answered.preview, settings: await newSettingRows(answered.preview.settings) },
      });
    case 'changed':
      await askBackground('wroteRows', { articles: answered.articles, beside: false });
      return;
    case 'done': {
      const count = answered.isStopped ? 0 : await takeSettingsToo();
      await askBackground('wroteRows', { articles: [], beside: true });
      return show({ ...answered, rows: answered.rows + count });
    }
    case 'undone':
      await askBackground('wroteRows', { articles: [], beside: true });
      return show({ is: 'undone', stayed: answered.stayed + settingsStayed });
    // Of exports.
    case 'file':
    case 'chunk':
    case 'previewed':
    case 'faults':
    case 'checked':
      return;
    case 'failed':
      return show({ is: 'failed', why: answered.reason, canUndo: state.is === 'importing' });
  }
}

/** How they were is kept before they are changed. Returns how many. */
async function takeSettingsToo(): Promise<number> {
  const own = begun;
  const count = Object.keys(settings).length;
  if (own === null || count === 0) return 0;
  const change = await settingsChange(settings);
  await inStore((database) => keepSettings(database, own, change));
  await takeSettings(change);
  return count;
}

async function inStore<T>(act: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  return act(database).finally(() => database.close());
}

function failed(error: unknown): void {
  report('importing', error);
  show({ is: 'failed', why: 'failed', canUndo: state.is === 'importing' });
}

function show(next: Importing): void {
  state = next;
  for (const listener of listeners) listener();
}
