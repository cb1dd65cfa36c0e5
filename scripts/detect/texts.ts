import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files named, and those inside the folders named, in order; hidden ones are left out. */
export function filesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === '-' || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const inside = join(path, entry.name);
        return entry.isDirectory() ? filesIn([inside]) : entry.isFile() ? [inside] : [];
      });
  });
}

/**
 * The text of a file as it stands, byte-order mark included, so that offsets fit: UTF-8, else GB18030,
 * UTF-16 with its mark. `-` is standard input. Throws a sentence for anything else.
 */
export function readText(file: string): string {
  const bytes = readFileSync(file === '-' ? 0 : file);
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16 !== null) return new TextDecoder(utf16, { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!bytes.includes(0)) {
    for (const encoding of ['utf-8', 'gb18030']) {
      try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        // The next encoding may fit.
      }
    }
  }
  throw new Error(`${file} is not a text in UTF-8, GB18030 or UTF-16`);
}
