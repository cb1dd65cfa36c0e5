import { Unzip, UnzipInflate } from 'fflate';
import { Refusal, type ImportFile, type Problem } from './incoming';

/** Bytes of all that is in an archive: it is held while it is read. What is larger is to be unpacked by hand. */
const MOST_INFLATED = 512 * 1024 ** 2;
/** As for gzip (`bytes.ts`). */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 16 * 1024 ** 2;
const MOST_FILES = 10_000;
/** Bytes given to the inflater at a time: at most a thousand times as many come out. */
const STEP = 8192;
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** What a Mac adds. */
const NOT_MEANT = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/;

/**
 * The files to be read: those in a ZIP, or the file itself. Their names are only for sentences: nothing is ever written
 * under them, and archives in archives are not opened.
 */
export async function filesIn(
  file: ImportFile,
): Promise<
  | { readonly is: 'files'; readonly files: readonly ImportFile[] }
  | { readonly is: 'refused'; readonly problem: Problem }
> {
  try {
    return { is: 'files', files: (await isZip(file)) ? await unzipped(file) : [file] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { is: 'refused', problem: { file: file.name, at: null, why: error.why, what: error.what } };
  }
}

async function isZip(file: ImportFile): Promise<boolean> {
  const head: number[] = [];
  for await (const bytes of file.bytes()) {
    head.push(...bytes.subarray(0, SIGNATURE.length));
    if (head.length >= SIGNATURE.length) break;
  }
  return SIGNATURE.every((byte, at) => head[at] === byte);
}

async function unzipped(file: ImportFile): Promise<ImportFile[]> {
  const files: { readonly name: string; readonly parts: Uint8Array[]; isWhole: boolean }[] = [];
  let read = 0;
  let given = 0;
  const archive = new Unzip((entry) => {
    if (entry.name.endsWith('/') || NOT_MEANT.test(entry.name)) return;
    if (files.length >= MOST_FILES) throw new Refusal('too-many', String(MOST_FILES));
    const begun = { name: `${file.name}: ${shown(entry.name)}`, parts: [] as Uint8Array[], isWhole: false };
    files.push(begun);
    entry.ondata = (error, bytes, isLast) => {
      if (error) throw new Refusal('damaged-archive');
      begun.parts.push(bytes);
      given += bytes.length;
      begun.isWhole ||= isLast;
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  const push = (bytes: Uint8Array, isLast: boolean) => {
    try {
      archive.push(bytes, isLast);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('damaged-archive');
    }
    const isBomb = given > RATIO_COUNTS_FROM && given > read * MOST_RATIO;
    if (given > MOST_INFLATED || isBomb) throw new Refusal('inflates', String(Math.round(given / 1024 ** 2)));
  };
  for await (const bytes of file.bytes()) {
    read += bytes.length;
    for (let at = 0; at < bytes.length; at += STEP) push(bytes.subarray(at, at + STEP), false);
  }
  push(new Uint8Array(0), true);
  if (files.length === 0) throw new Refusal('empty');
  if (files.some(({ isWhole }) => !isWhole)) throw new Refusal('damaged-archive');
  return files.map(({ name, parts }) => ({
    name,
    async *bytes() {
      yield* parts;
    },
  }));
}

/** The last part of a path, as it can be shown. */
function shown(path: string): string {
  return path
    .toWellFormed()
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 100);
}
