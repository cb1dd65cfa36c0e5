/** Where a file goes: a place that the reader picks, where the browser can write there piece by piece, else a download. */

/** What is written is not there before `close`. */
export interface Sink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: () => Promise<void>;
}

type Picking = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/** Bytes after which parts become one Blob: browsers keep those on the disk. */
const JOINED_AT = 16 * 1024 ** 2;
/** ms. Downloads begin a moment after the click. */
const REVOKED_AFTER = 60_000;

/** Null: the reader picked nothing. */
export async function chooseSink(name: string, mime: string): Promise<Sink | null> {
  const picking = (globalThis as { showSaveFilePicker?: Picking }).showSaveFilePicker;
  if (picking === undefined) return download(name, mime);
  try {
    return await intoFile(await picking({ suggestedName: name }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'AbortError') return null;
    // The click was too long ago, or the browser does not allow it here.
    if (error.name === 'SecurityError') return download(name, mime);
    throw error;
  }
}

export async function intoFile(file: FileSystemFileHandle): Promise<Sink> {
  const writable = await file.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    close: () => writable.close(),
    abort: () => writable.abort(),
  };
}

/** `made` hears of the whole before it is saved. */
export function download(name: string, mime: string, made: (blob: Blob) => void = () => {}): Sink {
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const join = () => {
    blobs.push(new Blob(parts));
    [parts, size] = [[], 0];
  };
  return {
    write: async (bytes) => {
      parts.push(bytes);
      size += bytes.length;
      if (size >= JOINED_AT) join();
    },
    close: async () => {
      join();
      const whole = new Blob(blobs, { type: mime });
      made(whole);
      save(whole, name);
    },
    abort: async () => {
      blobs.length = 0;
      parts = [];
    },
  };
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKED_AFTER);
}
