import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { toUtf8 } from '../export/utf8';

/** The SHA-256 of a pack's entries, each as the JSON that it is stored as, a line an entry. */
export class PackHash {
  private readonly hash = sha256.create();

  add(lines: readonly string[]): void {
    this.hash.update(toUtf8(lines.map((line) => `${line}\n`).join('')));
  }

  hex(): string {
    return bytesToHex(this.hash.digest());
  }
}
