import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { toUtf8 } from './utf8';

/** The same parts give the same id, in the form of a UUID (version 8, of RFC 9562): what is read twice is added once. */
export function derivedId(...parts: readonly string[]): string {
  const hex = bytesToHex(sha256(toUtf8(JSON.stringify(parts)))).slice(0, 32);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  );
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** An id of ours where one in the form of a UUID is asked for: itself, if it is one. */
export function uuidOf(id: string): string {
  return UUID.test(id) ? id.toLowerCase() : derivedId('id', id);
}
