/** The one import of the page: it goes on while other rooms are looked at, and can be undone until the next. */
import { askBackground } from '../../../lib/messages';
import type { StoreFailureReason } from '../../../lib/model';
import { report } from '../../../lib/report';
import { newSettingRows, takeSettingRows } from '../../../lib/settings';
import { openWorker, type FileWorker } from './openWorker';
import type { Answered, Preview } from './protocol';

export type Importing =
  | { readonly is: 'choosing' }
  | { readonly is: 'looking'; readonly share: number }
  /** `settings` has only those that differ from the ones here. */
  | { readonly is: 'looked'; readonly preview: Preview }
  | { readonly is: 'importing'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly rows: number; readonly isStopped: boolean }
  | { readonly is: 'undoing' }
  | { readonly is: 'undone'; readonly stayed: number }
  | { readonly is: 'failed'; readonly why: StoreFailureReason | 'unreadable'; readonly canUndo: boolean };

const CHOOSING: Importing = { is: 'choosing' };

let state: Importing = CHOOSING;
let worker: FileWorker | null = null;
let settings: Readonly<Record<string, unknown>> = {};
let undoSettings: (() => Promise<void>) | null = null;
const listeners = new Set<() => void>();

export const importing = (): Importing => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads files and says what taking them would do; writes nothing. */
export function look(files: readonly File[]): void {
  again();
  const own = openWorker();
  worker = own;
  let last = Promise.resolve();
  own.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    last = last.then(() => (worker === own ? hear(data) : undefined)).catch((error: unknown) => failed(error));
  });
  own.addEventListener('error', (event) => failed(event.message));
  show({ is: 'looking', share: 0 });
  own.ask({ is: 'read', files });
}

export function take(withSettings: boolean): void {
  if (state.is !== 'looked') return;
  const { articles, annotations } = state.preview;
  const total = articles.added + articles.changed + annotations.added + annotations.changed;
  settings = withSettings ? state.preview.settings : {};
  show({ is: 'importing', done: 0, total });
  worker?.ask({ is: 'apply' });
}

/** What was written stays and can be undone. */
export function cancel(): void {
  if (state.is === 'looking') again();
  else worker?.ask({ is: 'stop' });
}

export function takeBack(): void {
  show({ is: 'undoing' });
  worker?.ask({ is: 'undo' });
}

/** Another one; what was done can no longer be undone. */
export function again(): void {
  worker?.terminate();
  worker = null;
  undoSettings = null;
  show(CHOOSING);
}

async function hear(answered: Answered): Promise<void> {
  switch (answered.is) {
    case 'progress': {
      const { done, total } = answered;
      if (state.is === 'looking') show({ is: 'looking', share: total === 0 ? 1 : done / total });
      else if (state.is === 'importing') show({ is: 'importing', done, total });
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
      const count = Object.keys(settings).length;
      if (!answered.isStopped && count > 0) undoSettings = await takeSettingRows(settings);
      await askBackground('wroteRows', { articles: [], beside: true });
      return show({ ...answered, rows: answered.rows + (answered.isStopped ? 0 : count) });
    }
    case 'undone':
      await undoSettings?.();
      undoSettings = null;
      await askBackground('wroteRows', { articles: [], beside: true });
      return show(answered);
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

function failed(error: unknown): void {
  report('importing', error);
  show({ is: 'failed', why: 'failed', canUndo: state.is === 'importing' });
}

function show(next: Importing): void {
  state = next;
  for (const listener of listeners) listener();
}
