// npm run --silent score [-- FILE...]: how well detection does on labelled texts, with every miss and false mark.
// The format of the texts is described in tests/articles/labelled/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detect } from '../lib/detect/detect';
import { regionOf } from '../lib/detect/place';
import type { EntryId, Kind, PartialDate } from '../lib/model';
import { buildLexicon, type Lexicon } from '../lib/reference/lexicon';
import { partialDate } from '../lib/text/dates';
import { HALVES, readHalf, scoreUnlisted } from './scoreUnlisted';
import { readBundledPack } from './seeds';

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

/** A mark is right when its span and its entry are those of a label, or its alternatives hold the entry. */
export function score(texts: readonly LabelledText[], lexicon: Lexicon): Score {
  const counts = new Map<string, Counts>();
  const errors: string[] = [];
  const count = (kind: Kind, what: keyof Counts) => {
    for (const key of [kind, 'all']) {
      const row = counts.get(key) ?? { right: 0, missed: 0, false: 0 };
      row[what]++;
      counts.set(key, row);
    }
  };
  for (const { id, date, place, text, labels } of texts) {
    const region = place === null ? null : regionOf(place);
    const { mentions } = detect(text, lexicon, {
      date,
      place: region && { region, by: 'given' },
      assumesHome: false,
      unlistedFrom: null,
    });
    const known = mentions.filter((each) => each.status === 'known');
    const around = ({ start, end }: { start: number; end: number }) =>
      `${text.slice(Math.max(0, start - 10), start)}[${text.slice(start, end)}]${text.slice(end, end + 10)}`.replaceAll(
        '\n',
        ' ',
      );
    for (const label of labels) {
      const entry = lexicon.entries.get(label.entryId);
      if (entry === undefined) throw new Error(`${id}: the reference has no entry ${label.entryId}`);
      const isFound = known.some(
        (each) =>
          each.start === label.start &&
          each.end === label.end &&
          [each.entryId, ...each.alternatives].includes(label.entryId),
      );
      if (label.isOpen) continue;
      count(entry.kind, isFound ? 'right' : 'missed');
      if (!isFound) errors.push(`missed  ${id}: ${around(label)} ${label.entryId}`);
    }
    for (const mention of known) {
      const { start, end, entryId, alternatives } = mention;
      const near = labels.filter((label) => label.start < end && start < label.end);
      const isRight = near.some(
        (label) => label.start === start && label.end === end && [entryId, ...alternatives].includes(label.entryId),
      );
      if (isRight || near.some((label) => label.isOpen)) continue;
      count(mention.kind, 'false');
      errors.push(`false   ${id}: ${around(mention)} ${entryId}`);
    }
  }
  return { counts, errors };
}

/** Shares of 1. A kind without any mark has precision 1. */
export function ratesOf({ right, missed, false: wrong }: Counts): { precision: number; recall: number; f1: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function main(files: readonly string[]): void {
  const texts = files.length === 0 ? readLabelled() : readLabelled(files);
  const lexicon = buildLexicon([readBundledPack()]);
  print(texts, score(texts, lexicon));
  if (files.length > 0) return;
  for (const half of HALVES) {
    console.log(`\nWhat the reference does not have: ${half}`);
    const ofHalf = readHalf(half);
    print(ofHalf, scoreUnlisted(ofHalf, lexicon));
  }
}

function print(texts: readonly LabelledText[], { counts, errors }: Score): void {
  for (const error of errors) console.log(error);
  console.log(`\n${texts.length} texts`);
  console.log('kind\tlabels\tprecision\trecall\tF1');
  for (const [kind, row] of [...counts].sort(([a], [b]) => (a === 'all' ? 1 : b === 'all' ? -1 : a.localeCompare(b)))) {
    const { precision, recall, f1 } = ratesOf(row);
    console.log([kind, row.right + row.missed, ...[precision, recall, f1].map((rate) => rate.toFixed(3))].join('\t'));
  }
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
