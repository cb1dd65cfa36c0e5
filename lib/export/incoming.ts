/** What reading a file gives. */
import type { Correction, OwnEntry } from '../packs/own';
import type { PackRow } from '../packs/packRow';
import type { Exception, ImportFault, Reading } from '../model';
import type { AnnotatedArticle, ChoiceRow } from './format';

/** A file that the reader chose. `bytes` can be called more than once and reads from the beginning. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

export interface Problem {
  readonly file: string;
  /** From 1; null: the file as a whole. */
  readonly at: { readonly is: 'line' | 'record'; readonly number: number } | null;
  readonly why: ImportFault;
  /** What was found there: a field, a value. Empty where there is nothing to name. */
  readonly what: string;
}

/**
 * What comes out of a file, in its order. `problem`: one record is left out, the others stand · `refused`: nothing of the
 * file may be taken, and nothing comes after it. So a file is read to its end before anything is written.
 */
export type Incoming =
  | ({ readonly is: 'article' } & AnnotatedArticle)
  | { readonly is: 'exception'; readonly exception: Exception }
  | { readonly is: 'choice'; readonly choice: ChoiceRow }
  | { readonly is: 'reading'; readonly reading: Reading }
  | { readonly is: 'own'; readonly own: OwnEntry }
  | { readonly is: 'correction'; readonly correction: Correction }
  | { readonly is: 'pack'; readonly row: PackRow }
  /** Those of the pack before, in their order. */
  | { readonly is: 'pack-entries'; readonly entries: readonly string[] }
  | { readonly is: 'setting'; readonly name: string; readonly value: unknown }
  | { readonly is: 'problem'; readonly problem: Problem }
  | { readonly is: 'refused'; readonly problem: Problem };

export type Reader = (file: ImportFile) => AsyncIterable<Incoming>;

/** Thrown inside a reader where the file ends for it; `refusing` turns it into a value. */
export class Refusal extends Error {
  constructor(
    readonly why: ImportFault,
    readonly what = '',
    readonly at: Problem['at'] = null,
  ) {
    super(why);
  }
}

/** What a reader gives, and its refusal as the last of it. */
export async function* refusing(file: ImportFile, read: AsyncIterable<Incoming>): AsyncGenerator<Incoming> {
  try {
    yield* read;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { why, what, at } = error;
    yield { is: 'refused', problem: { file: file.name, at, why, what } };
  }
}
