import type { ImportFile } from '../../lib/export/incoming';

/** Bytes read at a time. */
const SLICE = 1024 ** 2;

/** A file that the reader chose, read in slices: never held. `read` hears how many bytes came. */
export function inSlices(file: File, read: (bytes: number) => void = () => {}): ImportFile {
  return {
    name: file.name,
    async *bytes() {
      for (let at = 0; at < file.size; at += SLICE) {
        const bytes = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
        read(bytes.length);
        yield bytes;
      }
    },
  };
}
