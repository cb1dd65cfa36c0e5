import type { Lexicon } from '../../lib/reference/lexicon';
import { mentionsOf, type Said } from './detector';
import { readText } from './texts';

/** What is to be done: one file, or one line of records. */
export type Job = { readonly file: string } | { readonly record: string; readonly line: number };

/** One line of output, and whether it tells of something that could not be read. */
export interface Answer {
  readonly line: string;
  readonly isFault: boolean;
  readonly mentions: number;
}

export function answer(job: Job, lexicon: Lexicon, said: Said): Answer {
  return 'file' in job ? ofFile(job.file, lexicon, said) : ofRecord(job.record, job.line, lexicon, said);
}

function ofFile(file: string, lexicon: Lexicon, said: Said): Answer {
  try {
    const mentions = mentionsOf(readText(file), lexicon, said);
    return { line: JSON.stringify({ file, mentions }), isFault: false, mentions: mentions.length };
  } catch (error) {
    return fault({ file }, error);
  }
}

/** `{"id", "text", "date"?, "place"?}` → `{"id", "mentions"}`; a record that cannot be read gives `{"id", "line", "error"}`. */
function ofRecord(record: string, line: number, lexicon: Lexicon, said: Said): Answer {
  let id: unknown = null;
  try {
    const read: unknown = JSON.parse(record);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Error('a record is a JSON object');
    const { text, date, place, ...rest } = read as Record<string, unknown>;
    id = rest.id ?? null;
    const mentions = mentionsOf(string('text', text), lexicon, {
      ...said,
      date: date == null ? said.date : string('date', date),
      place: place == null ? said.place : string('place', place),
    });
    return { line: JSON.stringify({ id, mentions }), isFault: false, mentions: mentions.length };
  } catch (error) {
    return fault({ id, line }, error);
  }
}

function fault(of: object, error: unknown): Answer {
  return { line: JSON.stringify({ ...of, error: (error as Error).message }), isFault: true, mentions: 0 };
}

function string(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new Error(`"${field}" is missing or not a string`);
  return value;
}
