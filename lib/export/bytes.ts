import { Gunzip } from 'fflate';
import { Refusal, type ImportFile } from './incoming';
import { utf8Reader } from './utf8';

/** Bytes of what is read. What is larger than a reader can have written is no file of ours. */
const MOST_INFLATED = 8 * 1024 ** 3;
/** Text shrinks to a tenth; a bomb to a thousandth. Small files may be as regular as they like. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 16 * 1024 ** 2;
/** Bytes given to the inflater at a time: at most a thousand times as many come out. */
const STEP = 8192;
const GZIP = [0x1f, 0x8b];
/** UTF-16 units of a line: an article with its text is far shorter. */
const LONGEST_LINE = 128 * 1024 ** 2;
const MOST_LINES = 20_000_000;
/** UTF-16 units of a file that has to be held whole; engines hold no more than 500 million. */
const LONGEST_TEXT = 256 * 1024 ** 2;

/** The text of a file piece by piece, unpacked where it is packed with gzip; without the byte-order mark. */
export async function* textPieces(file: ImportFile): AsyncGenerator<string> {
  const reader = utf8Reader();
  let isFirst = true;
  for await (const bytes of unpacked(file)) {
    const text = decoded(() => reader.more(bytes));
    if (text === '') continue;
    yield isFirst ? text.replace(/^\ufeff/, '') : text;
    isFirst = false;
  }
  yield decoded(() => reader.end());
}

/** The whole text of a file, where it has to be held at once. */
export async function wholeText(file: ImportFile): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of textPieces(file)) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_TEXT) throw new Refusal('too-large', String(LONGEST_TEXT / 1024 ** 2));
  }
  return pieces.join('');
}

/** The lines of a file, each with whether it was ended; a last empty one does not count. */
export async function* linesOf(file: ImportFile): AsyncGenerator<{ readonly line: string; readonly isEnded: boolean }> {
  let begun: string[] = [];
  let length = 0;
  let count = 0;
  for await (const piece of textPieces(file)) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      begun.push(piece.slice(from, at));
      if (++count > MOST_LINES) throw new Refusal('too-many', String(MOST_LINES), { is: 'line', number: count });
      yield { line: begun.join(''), isEnded: true };
      begun = [];
      length = 0;
      from = at + 1;
    }
    begun.push(piece.slice(from));
    length += piece.length - from;
    if (length > LONGEST_LINE) throw new Refusal('long-line', '', { is: 'line', number: count + 1 });
  }
  const rest = begun.join('');
  if (rest !== '') yield { line: rest, isEnded: false };
}

async function* unpacked(file: ImportFile): AsyncGenerator<Uint8Array> {
  let gunzip: Gunzip | null = null;
  const ready: Uint8Array[] = [];
  let read = 0;
  let given = 0;
  const inflate = (bytes: Uint8Array, isLast: boolean) => {
    try {
      gunzip!.push(bytes, isLast);
    } catch {
      throw new Refusal('damaged-archive');
    }
    given += ready.reduce((sum, each) => sum + each.length, 0);
    const isBomb = given > RATIO_COUNTS_FROM && given > read * MOST_RATIO;
    if (given > MOST_INFLATED || isBomb) throw new Refusal('inflates', String(Math.round(given / 1024 ** 2)));
    return ready.splice(0);
  };
  for await (const bytes of file.bytes()) {
    if (read === 0 && GZIP.every((byte, at) => bytes[at] === byte)) {
      gunzip = new Gunzip((inflated) => void ready.push(inflated));
    }
    read += bytes.length;
    if (gunzip === null) yield bytes;
    else for (let at = 0; at < bytes.length; at += STEP) yield* inflate(bytes.subarray(at, at + STEP), false);
  }
  if (gunzip !== null) yield* inflate(new Uint8Array(0), true);
}

function decoded(read: () => string): string {
  try {
    return read();
  } catch {
    throw new Refusal('not-utf8');
  }
}
