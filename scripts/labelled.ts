// Texts with labels, and how well what is found fits them. The format is described in tests/articles/labelled/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { regionOf } from '../lib/detect/place';
import type { EntryId, PartialDate } from '../lib/model';
import { partialDate } from '../lib/text/dates';

/** A stretch of a text and what it means. Offsets are UTF-16 units of `text`. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly entryId: EntryId;
  /** Neither a miss nor a false mark, whatever is found: the text does not tell. */
  readonly isOpen: boolean;
}

export interface LabelledText {
  readonly id: string;
  readonly genre: string;
  readonly date: PartialDate | null;
  readonly place: string | null;
  readonly text: string;
  readonly labels: readonly Label[];
}

export interface Counts {
  right: number;
  missed: number;
  false: number;
}

export interface Score {
  /** By kind, and `all`. */
  readonly counts: ReadonlyMap<string, Counts>;
  readonly errors: readonly string[];
}

const FOLDER = join(import.meta.dirname, '../tests/articles/labelled');
const LABEL = /⟦(\??)([^|⟧]+)\|([^⟧]+)⟧/g;

export function readLabelled(files: readonly string[] = listed()): LabelledText[] {
  return files.flatMap((file) => parseLabelled(readFileSync(file, 'utf8'), basename(file)));
}

function listed(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(FOLDER, name));
}

/** Throws with file and line of a heading or a label that cannot be read. */
export function parseLabelled(written: string, file: string): LabelledText[] {
  return written
    .split(/^(?=# )/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [head = '', ...lines] = part.split('\n');
      const [id = '', genre = '', ...facts] = head.slice(2).split(' · ');
      const fact = (name: string) => facts.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
      const [date, place] = [fact('date'), fact('place')];
      if (!head.startsWith('# ') || id === '' || genre === '') throw new Error(`${file}: "${head}" is not a heading`);
      if (date !== null && partialDate(date) === null) throw new Error(`${file}: ${id}: ${date} is not a date`);
      if (place !== null && regionOf(place) === null) throw new Error(`${file}: ${id}: ${place} is not a place`);
      return { id, genre, date: date as PartialDate | null, place, ...unlabelled(lines.join('\n').trim()) };
    });
}

function unlabelled(written: string): Pick<LabelledText, 'text' | 'labels'> {
  const labels: Label[] = [];
  let text = '';
  let from = 0;
  for (const found of written.matchAll(LABEL)) {
    const [whole, open, surface, entryId] = found;
    text += written.slice(from, found.index);
    labels.push({
      start: text.length,
      end: text.length + surface!.length,
      surface: surface!,
      entryId: entryId as EntryId,
      isOpen: open === '?',
    });
    text += surface;
    from = found.index + whole.length;
  }
  return { text: text + written.slice(from), labels };
}

/** Shares of 1. A kind without any mark has precision 1. */
export function ratesOf({ right, missed, false: wrong }: Counts): { precision: number; recall: number; f1: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
