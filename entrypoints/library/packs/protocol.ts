/** What the library's page and the worker for packs say to each other. A worker reads one file. */
import type { FileFault } from '../../../lib/packs/faults';
import type { Patch } from '../../../lib/packfiles/patch';
import type { Known, PackPreview } from '../../../lib/packfiles/preview';
import type { StoreFailureReason } from '../../../lib/model';
import type { PackVersion } from '../../../lib/packs/packRow';

export interface Asked {
  readonly file: File;
  readonly known: Known;
  /** Under which the entries are written. */
  readonly content: string;
}

export type Answered =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  /** All is written, and nothing of it in force. */
  | { readonly is: 'read'; readonly preview: PackPreview; readonly version: PackVersion }
  | { readonly is: 'patch'; readonly patch: Patch }
  | { readonly is: 'refused'; readonly why: FileFault; readonly what: string }
  | { readonly is: 'failed'; readonly reason: StoreFailureReason };
