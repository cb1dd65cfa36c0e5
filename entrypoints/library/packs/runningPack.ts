/** The one pack that is being read: it goes on while other rooms are looked at. */
import { askBackground } from '../../../lib/messages';
import { NOTHING_BESIDE } from '../../../lib/export/format';
import type { StoreFailureReason } from '../../../lib/model';
import type { FileFault } from '../../../lib/packs/faults';
import type { Patch } from '../../../lib/packfiles/patch';
import type { Known, PackPreview } from '../../../lib/packfiles/preview';
import { report } from '../../../lib/report';
import { failureOf } from '../../../lib/store/failure';
import { addBeside, missingBeside } from '../../../lib/store/importing';
import type { PackVersion } from '../../../lib/packs/packRow';
import { sweepPacks, switchTo } from '../../../lib/store/packs';
import { holdPack, packsBeingRead } from '../../pages/packsBeingRead';
import { database } from './database';
import type { Answered, Asked } from './protocol';

export type Running =
  | { readonly is: 'choosing' }
  | { readonly is: 'reading'; readonly done: number; readonly total: number }
  | { readonly is: 'read'; readonly preview: PackPreview; readonly version: PackVersion }
  | { readonly is: 'patch'; readonly patch: Patch }
  | { readonly is: 'taken'; readonly what: 'pack' | 'patch'; readonly count: number }
  | { readonly is: 'refused'; readonly why: FileFault; readonly what: string }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason };

const CHOOSING: Running = { is: 'choosing' };
let state: Running = CHOOSING;
let worker: Worker | null = null;
/** Others may clear away what was written for it. */
let release = (): Promise<void> => Promise.resolve();
/** Of the file that is being looked at. */
let fileName = '';
const listeners = new Set<() => void>();

export const running = (): Running => state;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function readFile(file: File, known: Known): void {
  worker?.terminate();
  void release();
  fileName = file.name;
  const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker = own;
  own.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if (worker === own) hear(data);
  });
  own.addEventListener('error', (event) => {
    report('reading a pack', event.message);
    if (worker === own) show({ is: 'failed', reason: 'failed' });
  });
  show({ is: 'reading', done: 0, total: 0 });
  const asked: Asked = { file, known, content: crypto.randomUUID() };
  release = holdPack(asked.content);
  own.postMessage(asked, { transfer: [] });
}

/** Puts in force what was read. */
export async function take(): Promise<void> {
  const now = state;
  try {
    if (now.is === 'read') {
      await switchTo(await database(), now.preview.head.id, now.version);
      void release();
      show({ is: 'taken', what: 'pack', count: now.version.entries });
    }
    if (now.is === 'patch') {
      const base = await database();
      const { corrections, exceptions } = now.patch;
      const missing = await missingBeside(base, { ...NOTHING_BESIDE, exceptions, corrections, packs: [] });
      const begun = { id: crypto.randomUUID(), at: Date.now(), files: [fileName] };
      await addBeside(base, begun, missing, Date.now());
      show({ is: 'taken', what: 'patch', count: missing.corrections.length + missing.exceptions.length });
    }
    await askBackground('wroteRows', { articles: [], beside: true });
  } catch (error) {
    report('taking a pack', error);
    show({ is: 'failed', reason: failureOf(error).reason });
  }
}

/** What was written for it is removed again. */
export function cancel(): void {
  worker?.terminate();
  worker = null;
  show(CHOOSING);
  void release()
    .then(database)
    .then(async (base) => sweepPacks(base, await packsBeingRead()))
    .catch((error: unknown) => report('clearing what was not taken', error));
}

function hear(answered: Answered): void {
  switch (answered.is) {
    case 'progress':
      return show({ ...answered, is: 'reading' });
    case 'read':
    case 'patch':
    case 'refused':
    case 'failed':
      worker?.terminate();
      worker = null;
      return show(answered);
  }
}

function show(next: Running): void {
  state = next;
  for (const listener of listeners) listener();
}
