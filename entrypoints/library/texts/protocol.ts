/** What the library's page and the worker for texts say to each other. A worker does one thing. */
import type { Finding } from '../../../lib/check/finding';
import type { ReadText } from '../../../lib/file/readText';
import type { Pack, PartialDate, Region } from '../../../lib/model';

export type Asked =
  | { readonly is: 'open'; readonly file: File }
  | {
      readonly is: 'check';
      readonly text: string;
      readonly date: PartialDate | null;
      readonly place: Region | null;
      readonly packs: readonly Pack[];
    };

export type Answered =
  /** A share of 1. */
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'opened'; readonly read: ReadText }
  | { readonly is: 'checked'; readonly findings: readonly Finding[] }
  | { readonly is: 'failed'; readonly why: 'unreadable' | 'unknown' };
